"""A rule's options: defaults overlaid with what the settings say, checked against their types and bounds."""

from __future__ import annotations

import math
from collections.abc import Mapping

from jdlint.hints import Any
from jdlint.rules.errors import OptionError, nearest
from jdlint.rules.model import Options, OptionSpec, Rule
from jdlint.rules.wording import KEYS, KINDS

_TYPES: dict[str, tuple[str, Any]] = {
    "number": ("a number", (int, float)),
    "integer": ("a whole number", (int,)),
    "flag": ("true or false", (bool,)),
    "text": ("a text", (str,)),
    "strings": ("a list of texts", (list, tuple)),
}


def resolve_options(rule: Rule, given: Mapping[str, Any]) -> Options:
    """The options of a rule as they hold; OptionError for one that it does not have or a value that it can't use."""
    specs = {s.name: s for s in rule.options}
    for name in given:
        if name not in specs:
            known = [*specs, *(KEYS if rule.kind in KINDS else ())]
            have = f" (it has {', '.join(known)})" if known else " (it has none)"
            raise OptionError(f'{rule.code} has no option "{name}"{nearest(name, known) or have}', name, rule.code)
    try:
        return Options({name: check_option(spec, given.get(name, spec.default)) for name, spec in specs.items()})
    except OptionError as error:
        raise OptionError(str(error), error.option, rule.code) from error


def check_option(spec: OptionSpec, value: Any) -> Any:  # noqa: ANN401  # options are of several types
    """The value in its stored form, or OptionError."""
    wanted, types = _TYPES[spec.type]
    if not isinstance(value, types) or (isinstance(value, bool) and spec.type != "flag"):
        raise OptionError(f'"{spec.name}" takes {wanted}, not {value!r}', spec.name)
    if spec.type == "strings":
        if not all(isinstance(item, str) for item in value):
            raise OptionError(f'"{spec.name}" takes {wanted}, not {value!r}', spec.name)
        return tuple(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise OptionError(f'"{spec.name}" takes {wanted}, not {value!r}', spec.name)
    if spec.minimum is not None and value < spec.minimum:
        raise OptionError(f'"{spec.name}" must be at least {spec.minimum:g}, not {value:g}', spec.name)
    if spec.maximum is not None and value > spec.maximum:
        raise OptionError(f'"{spec.name}" must be at most {spec.maximum:g}, not {value:g}', spec.name)
    return value
