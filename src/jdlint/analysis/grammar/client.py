"""Talking to a LanguageTool server by language-tool-python, which is imported nowhere else.

That package starts, and first downloads, a LanguageTool of its own unless it is told of a server; so it always is told of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from jdlint.analysis.grammar.server import LOOPBACK, lacking
from jdlint.text.lazy import lazy
from jdlint.text.utf16 import Utf16

if TYPE_CHECKING:
    from language_tool_python import LanguageTool as Remote

    from jdlint.posting.model import LanguageTool

_MOST = 5  # suggestions that are kept
_SURROGATE = lazy("[\ud800-\udfff]")  # halves of characters, which can't be sent
_LOCAL = frozenset(("localhost", "::1"))
_DIRECT = {"http": "", "https": "", "all": ""}  # no proxy, whatever the environment says


class Match(NamedTuple):
    """What LanguageTool finds in the characters [start, end) of a text. `issue` is its kind of issue, such as "misspelling"."""

    start: int
    end: int
    rule: str
    category: str
    issue: str
    message: str
    replacements: tuple[str, ...]


def is_local(address: str) -> bool:
    """Whether an address is this machine's own."""
    host = urlsplit(address if "://" in address else f"http://{address}").hostname or ""
    return host in _LOCAL or host.startswith(LOOPBACK.partition(".")[0] + ".")


class Client:
    """One server, by its address."""

    def __init__(self, address: str, tool: LanguageTool, disabled: tuple[Iterable[str], Iterable[str]]) -> None:
        self._address = address
        self._tool = tool
        self._disabled_rules, self._disabled_categories = (set(d) for d in disabled)
        self._remotes: dict[str, Remote] = {}

    def check(self, text: str, language: str) -> list[Match]:
        """What the server finds in a text, in order; MissingError where it does not answer, or not in time, or not as it should."""
        text = _SURROGATE.sub("\ufffd", text)
        try:
            remote = self._remotes.get(language) or self._remotes.setdefault(language, self._connect(language))
            found = remote.check(text)
            return sorted(_matches(found, text))
        except ImportError as error:
            message = "the package language-tool-python is not installed; `pip install 'jdlint[grammar]'` brings it"
            raise lacking(message) from error
        except Exception as error:  # whatever that package makes of a server's answer
            raise lacking(self._reason(error, language)) from error

    def _connect(self, language: str) -> Remote:
        remote = _remote_class(self._tool.timeout)(
            language,
            remote_server=self._address,
            host=LOOPBACK,  # else it looks up "localhost"
            proxies=_DIRECT if is_local(self._address) else None,
        )
        if str(remote.language) != language:  # it takes "en", which checks no spelling, for a variant that is not there
            raise ValueError("unsupported language")
        remote.disabled_rules = self._disabled_rules
        remote.disabled_categories = self._disabled_categories
        return remote

    def _reason(self, error: Exception, language: str) -> str:
        causes = [error]
        while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None and isinstance(cause, Exception):
            causes.append(cause)
        names = {name for e in causes for name in (c.__name__ for c in type(e).__mro__)}
        if "Timeout" in names:
            seconds = f"{self._tool.timeout:g} seconds"
            return f"{self._address} did not answer within {seconds}; `languagetool: {{timeout: SECONDS}}` gives it longer"
        if "ConnectionError" in names:
            return f"no server answers at {self._address}; start it, or set `languagetool: {{jars: DIR}}` to let jdlint start one"
        if "RateLimitError" in names:
            return f"{self._address} takes no more requests for now; run a server of your own"
        if isinstance(error, ValueError) and "unsupported language" in str(error):
            return f"the server at {self._address} does not know the language {language}"
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return f"{self._address} gave an answer that LanguageTool would not give ({said})"


def _remote_class(timeout: float) -> type[Remote]:
    from language_tool_python import LanguageTool as Remote

    class Once(Remote):
        """Asks once: a second try after a timeout would take as long again, and a server that is not there does not come."""

        _TIMEOUT = timeout  # type: ignore[assignment]  # 300 seconds, and no parameter for it

        def _query_server(self, url: str, params: dict[str, str] | None = None, num_tries: int = 1, method: Any = "get") -> Any:  # noqa: ANN401
            del num_tries
            return super()._query_server(url, params, 1, method)

    return Once


def _matches(found: Iterable[Any], text: str) -> Iterable[Match]:
    """The package's matches with both ends in code points: it converts where a match starts, but not how long it is."""
    count = Utf16(text)
    for match in found:
        start = match.offset
        end = count.points(count.units(start) + match.error_length)
        if not 0 <= start < end <= len(text):
            raise ValueError(f"a match at {start} to {end} of {len(text)} characters")
        made = (match.rule_id, match.category, match.rule_issue_type, match.message, tuple(match.replacements[:_MOST]))
        yield Match(start, end, *made)
