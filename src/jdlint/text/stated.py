"""Words that forms put beside a label and that head nothing, though they stand alone and in capitals: "ASAP", "TBC"."""

from __future__ import annotations

import re

from jdlint.text.lazy import lazy

_STATED = lazy(
    r"asap|a\.s\.a\.p\.?|immediate(?:ly)?|negotiable|competitive|t\.?b\.?[acd]\.?"
    r"|to be (?:agreed|confirmed|determined|discussed|arranged)|n/a|not applicable|none|nil|doe"
    r"|depend(?:s|ing|ent) (?:on|upon) experience|various|ongoing|rolling|yes|no|open|urgent|new"
    r"|(?:(?:full|part)[ -]?time|permanent|temporary|casual|seasonal|freelance|fixed[ -]term)"
    r"(?:[ ,/&]+(?:and |or )?(?:(?:full|part)[ -]?time|permanent|temporary|casual|fixed[ -]term)){0,3}",
    re.IGNORECASE,
)


def is_stated(text: str) -> bool:
    """Whether a line only states a value: "ASAP" under "Start date", "FULL TIME" under "Hours"."""
    return _STATED.fullmatch(text) is not None
