"""`jdlint completion`, and what the shell is told when a line is completed. Imported for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from jdlint.cli.group import cli
from jdlint.cli.main import COMMANDS, OWN_OPTIONS
from jdlint.hints import TYPE_CHECKING
from jdlint.rules.index import RuleIndex

if TYPE_CHECKING:
    Item = CompletionItem[str]  # which click 8.4 can't be asked for outside of types

VARIABLE = "_JDLINT_COMPLETE"  # the shell's script sets it, as click has it


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that lets a shell complete commands, options, rules and files.

    bash: eval "$(jdlint completion bash)" in ~/.bashrc; zsh: the same with zsh in ~/.zshrc, after compinit; fish: jdlint completion
    fish > ~/.config/fish/completions/jdlint.fish
    """
    click.echo(ShellComplete.source(_of(shell)))  # without the look at the version of bash, which starts a bash


def _of(shell: str) -> ShellComplete:
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    return found(cli, {}, "jdlint", VARIABLE)


def complete(instruction: str) -> int:
    """Answer the shell's script: what can stand where the cursor is. Whatever goes wrong, nobody asked for a message there."""
    with suppress(Exception):
        made = _of(instruction.partition("_")[0])
        args, incomplete = made.get_completion_args()
        for item in _items(made, args, incomplete):
            click.echo(made.format_completion(item))
    return 0


def _items(made: ShellComplete, args: list[str], incomplete: str) -> Iterable[Item]:
    if args and args[0] not in COMMANDS and args[0] not in OWN_OPTIONS:  # `jdlint PATH` checks
        args = ["check", *args]
    if args:
        return made.get_completions(args, incomplete)
    if incomplete.startswith("-"):
        own = [CompletionItem(option) for option in OWN_OPTIONS if option.startswith(incomplete)]
        return {item.value: item for item in (*own, *made.get_completions(["check"], incomplete))}.values()
    commands = [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items() if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *commands]  # bash forgets what comes before the files


def selectors(incomplete: str) -> list[Item]:
    """Codes, names, prefixes and profiles that begin so; of a list with commas, its last part counts."""
    before, comma, last = incomplete.rpartition(",")
    index = _index()
    groups = dict.fromkeys(index.profiles, "profile") | {"ALL": "all rules"}
    if last:
        groups |= dict.fromkeys((code[:3] for code in index.entries), "all of its rules")
    return _starting(last, groups, index, lambda value: f"{before}{comma}{value}")


def rules(incomplete: str) -> list[Item]:
    """Codes and names of rules, prefixes, and files for `rule test`."""
    found = _starting(incomplete, {"test": "run the examples in rule files"}, _index(), str)
    return [CompletionItem(incomplete, type="file"), *found]


def settings(incomplete: str) -> list[Item]:
    """Files, and the names of settings for `--config KEY=VALUE`."""
    from jdlint.config.schema import ABOUT

    keys = [CompletionItem(f"{key}=", help=text) for key, text in ABOUT.items() if key.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *keys]


def _starting(start: str, more: dict[str, str], index: RuleIndex, whole: Callable[[str], str]) -> list[Item]:
    """What begins so: codes once some of one is there or nothing is, names once a letter of one is."""
    told = dict(more)
    told |= {code: f"{e.name}: {e.raw['summary']}" for code, e in sorted(index.entries.items())}
    if start:
        told |= {e.name: f"{code}: {e.raw['summary']}" for code, e in sorted(index.entries.items())}
    shape = start.upper() if start.upper()[:3] in {code[:3] for code in index.entries} else start
    fitting = {text: line for text, line in told.items() if text.startswith((start, shape))}
    return [CompletionItem(whole(text), help=line) for text, line in fitting.items()]


def _index() -> RuleIndex:
    """The rules at hand; without those of the house where the settings can't be used, which is no matter for a completion."""
    from jdlint.rules.index import shipped_rules

    with suppress(Exception):
        from jdlint.config.lookup import Lookup
        from jdlint.engine.rulesets import rule_index

        return rule_index(Lookup().of("."))
    return shipped_rules()
