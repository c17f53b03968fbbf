"""How the time for one posting grows with its length, for every fact and rule: about 1 is linear, 2 quadratic.

    python benchmarks/growth.py [--sizes 10,100,1000] [--parts 15] [--shape postings]

Sizes are in kB. Fits a line through the logarithms of length and time for each part (processor time, the shortest of some runs)
and names those that grow fastest. Parts that take less than 2 ms at the largest size are left out: their time says nothing.
Shapes: `posting` a long posting; `paragraph` one paragraph without a line end; `bullets` one list; `words` one word again and again;
`digits` and `marks` what expressions get lost in; `lines` one endless line each of many short texts, where `--sizes` should be
small, since what is quadratic there takes its time.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from generate import Writer
from stages import Clock, measure, recommended

from jdlint.cli.main import steady
from jdlint.rules.ruleset import RuleSet

_BYTES_A_WORD = 5.9
_LEAST = 0.002  # seconds
_TOO_STEEP = 1.25
Times = dict[str, list[tuple[int, float]]]
SHAPES: dict[str, Callable[[str], str]] = {
    "posting": lambda text: text,
    "paragraph": lambda text: " ".join(text.split()),
    "bullets": lambda text: "# Cook\n\n## Duties\n\n" + "\n".join(f"- {line}" for line in text.splitlines() if line.strip()),
    "words": lambda text: "# Cook\n\n" + "experience with the team " * (len(text) // 25),
    "digits": lambda text: "# Cook\n\n" + "12,345.67 - 89 " * (len(text) // 15),
    "marks": lambda text: "# Cook\n\n" + "a-b/c's (d) . , " * (len(text) // 16),
}
# What is repeated in the shape `lines`: runs of one kind of character, and beginnings that expressions follow for a while.
LINES = ("a", "A", "1", "_", ".", ",", "(", "[", "*", "/", "a-", "a.", "a@", "a/", "1,", "1 ", "- ", "a ", "A ", "Aa ", "a's ", "A, ")
LINES += (
    "a. ",
    "you ",
    "you will ",
    "at ",
    "in the ",
    "up to ",
    "$1 ",
    "pay: $1 ",
    "1 year ",
    "degree ",
    "remote ",
    "apply by ",
    "a&",
    "<a",
    "http://",
    "[a](",
)


def slope(points: list[tuple[int, float]]) -> float:
    """The exponent that fits best: time = constant * length ** exponent."""
    rows = [(math.log(size), math.log(seconds)) for size, seconds in points]
    x, y = (sum(values) / len(rows) for values in zip(*rows, strict=True))
    return sum((a - x) * (b - y) for a, b in rows) / sum((a - x) ** 2 for a, _ in rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--parts", type=int, default=15)
    parser.add_argument("--shape", choices=[*SHAPES, "lines"], default="posting")
    options = parser.parse_args()
    sizes = [1000 * int(part) for part in options.sizes.split(",")]
    steady()
    ruleset = recommended()
    measure([("warm.md", Writer(0).posting(600, "md"))], ruleset, Clock())
    if options.shape == "lines":
        for unit in LINES:
            times = measured(lambda text, unit=unit: "# Cook\n\n" + unit * (len(text) // len(unit)), sizes, ruleset)
            for exponent, seconds, part in steepest(times):
                if exponent > _TOO_STEEP:
                    print(f"{exponent:8.2f} {seconds:8.3f} s  {unit!r:<12} {part}", flush=True)
        return
    times = measured(SHAPES[options.shape], sizes, ruleset)
    for at, size in enumerate(points[0] for points in next(iter(times.values()))):
        print(f"{size:>9} characters {sum(points[at][1] for points in times.values()):8.3f} s")
    print("exponent  seconds at the largest size; the steepest first")
    for exponent, seconds, part in steepest(times)[: options.parts]:
        print(f"{exponent:8.2f} {seconds:8.3f}  {part}{'  <- too steep' if exponent > _TOO_STEEP else ''}")


def measured(shape: Callable[[str], str], sizes: list[int], ruleset: RuleSet) -> Times:
    """For each part the lengths and the seconds that it takes, the shortest of some runs."""
    times: Times = {}
    for size in sizes:
        text = shape(Writer(1).posting(int(size / _BYTES_A_WORD), "md"))
        runs = []
        for _ in range(5 if size <= sizes[0] else 2):
            clock = Clock()
            measure([("long.md", text)], ruleset, clock)
            runs.append(clock.seconds)
        for part in runs[0]:
            times.setdefault(part, []).append((len(text), max(min(run[part] for run in runs), 1e-6)))
    return times


def steepest(times: Times) -> list[tuple[float, float, str]]:
    """The parts with their exponents and their seconds at the largest size, those that grow fastest first."""
    return sorted(((slope(points[-2:]), points[-1][1], part) for part, points in times.items() if points[-1][1] >= _LEAST), reverse=True)


if __name__ == "__main__":
    main()
