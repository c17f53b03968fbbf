"""`jdlint check --watch`: check again whenever a posting, the settings or a rule of the house changes, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from jdlint.cli.files import inputs, note
from jdlint.config.errors import ConfigError
from jdlint.config.load import find, load_tree
from jdlint.config.lookup import Lookup
from jdlint.config.model import Settings
from jdlint.config.tree import Node
from jdlint.engine.baseline import place_for
from jdlint.engine.files import Files
from jdlint.engine.result import EXIT_CLEAN
from jdlint.hints import Any
from jdlint.resources.store import yaml_files
from jdlint.text.opening import STDIN

_EVERY = 0.7  # seconds between two looks where nothing tells of changes
_AT_MOST = 4000  # milliseconds after which to look even so: settings can stand above the folders that are watched
_UNFIT = ("fix", "unsafe_fixes", "diff", "show_fixes", "add_ignore")
State = dict[str, tuple[int, int]]


def keep_checking(ctx: click.Context) -> int:
    """Run the check of a context again and again. Ctrl-C is the way out, and no failure: the exit code is 0."""
    asked: dict[str, Any] = {**ctx.params, "watch": False}
    paths = inputs(asked["paths"], asked["stdin_filename"])
    if STDIN in paths:
        raise click.UsageError("--watch takes files and folders; standard input can't be read twice")
    if any(asked.get(name) not in (None, False) for name in _UNFIT):
        raise click.UsageError("--watch changes no posting: leave out --fix, --diff and --add-ignore")
    watched = Watched(paths, asked)
    try:
        wait = _waiter(paths)
        while True:
            state = watched.state()
            if sys.stdout.isatty():
                click.clear()
            _check(ctx, asked)
            if not asked["quiet"]:
                note("Watching for changes; Ctrl-C ends it.")
            while watched.state() == state:
                wait()
    except KeyboardInterrupt:
        return EXIT_CLEAN


def _check(ctx: click.Context, asked: dict[str, Any]) -> None:
    """One check. Settings that can't be used are told; they may be mended by the next."""
    try:
        ctx.invoke(ctx.command, **asked)
    except click.UsageError:
        raise
    except (ConfigError, click.ClickException) as error:
        note(f"error: {error.format_message() if isinstance(error, click.ClickException) else error}")


class Watched:
    """The files that a check depends on, and what they were like when one looked last."""

    def __init__(self, paths: tuple[str, ...], asked: dict[str, Any]) -> None:
        self._paths = paths
        self._asked = asked
        written = [asked["output_file"], *(text.partition("=")[2] for text in asked["reports"])]
        self._written = {os.path.realpath(path) for path in written if path}

    def state(self) -> State:
        """What the files are like now; one that is gone has no entry."""
        found: State = {}
        for path in self._files():
            try:
                info = os.stat(path)  # noqa: PTH116  # a text is at hand
            except OSError:
                continue
            found[path] = (info.st_mtime_ns, info.st_size)
        return {path: seen for path, seen in found.items() if os.path.realpath(path) not in self._written}

    def _files(self) -> Iterator[str]:
        yield from self._nearest()
        try:
            lookup = Lookup(file=self._asked["config"], isolated=self._asked["isolated"])
            folders = set()
            for target in Files(lookup, force_exclude=self._asked["force_exclude"]).targets(self._paths):
                yield target.path
                folders.add(str(Path(target.path).parent))
            known: dict[int, Settings] = {id(settings): settings for settings in map(lookup.of, {*folders, "."})}
            for settings in known.values():
                yield from self._of_settings(settings)
        except (ConfigError, OSError) as error:
            if isinstance(error, ConfigError):
                yield error.at.path

    def _nearest(self) -> Iterator[str]:
        """The settings files to be, told by their names alone: what is in them may be wrong."""
        given = self._asked["config"]
        named = [given.file, given.default] if given else []
        yield from (str(path) for path in named if path)
        for path in self._paths:
            try:
                file = find(Path(path) if Path(path).is_dir() else Path(path).parent)
            except ConfigError as error:
                yield error.at.path
                continue
            if file:
                yield str(file)

    def _of_settings(self, settings: Settings) -> Iterator[str]:
        """The settings' own files with those that they extend, the rules of the house, and the baseline."""
        if settings.file:
            yield from _places(load_tree(settings.file))
        for path, _ in settings.rule_paths:
            yield from map(str, yaml_files(path))
        yield str(self._asked["baseline"] or place_for(settings))


def _places(tree: Node) -> Iterator[str]:
    """The files that a tree of settings was put together from."""
    yield tree.at.path
    inner: Iterable[Node] = tree.value.values() if isinstance(tree.value, dict) else tree.value if isinstance(tree.value, list) else ()
    for node in inner:
        yield from _places(node)


def _waiter(paths: tuple[str, ...]) -> Callable[[], object]:
    """What returns after a change, or a while: the system's own word where watchfiles is installed and folders are watched."""
    if all(Path(path).is_dir() for path in paths):
        try:
            from watchfiles import watch
        except ImportError:
            pass
        else:
            changes = watch(*paths, debounce=200, yield_on_timeout=True, rust_timeout=_AT_MOST, raise_interrupt=True)
            return lambda: next(changes)
    return lambda: time.sleep(_EVERY)
