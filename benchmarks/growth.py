"""How the time for one posting grows with its length, for every fact and rule: about 1 is linear, 2 quadratic.

    python benchmarks/growth.py [--sizes 10,100,1000] [--parts 15] [--shape postings]

Sizes are in kB. Fits a line through the logarithms of length and time for each part (processor time, the shortest of some runs)
and names those that grow fastest. Parts that take less than 2 ms at the largest size are left out: their time says nothing.
Shapes: `posting` a long posting; `paragraph` one paragraph without a line end; `bullets` one list; `words` one word again and again;
`digits` and `marks` what expressions get lost in.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from generate import Writer
from stages import Clock, measure, recommended

from jdlint.cli.main import steady

_BYTES_A_WORD = 5.9
_LEAST = 0.002  # seconds
_TOO_STEEP = 1.25
SHAPES: dict[str, Callable[[str], str]] = {
    "posting": lambda text: text,
    "paragraph": lambda text: " ".join(text.split()),
    "bullets": lambda text: "# Cook\n\n## Duties\n\n" + "\n".join(f"- {line}" for line in text.splitlines() if line.strip()),
    "words": lambda text: "# Cook\n\n" + "experience with the team " * (len(text) // 25),
    "digits": lambda text: "# Cook\n\n" + "12,345.67 - 89 " * (len(text) // 15),
    "marks": lambda text: "# Cook\n\n" + "a-b/c's (d) . , " * (len(text) // 16),
}


def slope(points: list[tuple[float, float]]) -> float:
    """The exponent that fits best: time = constant * length ** exponent."""
    rows = [(math.log(size), math.log(seconds)) for size, seconds in points]
    x, y = (sum(values) / len(rows) for values in zip(*rows, strict=True))
    return sum((a - x) * (b - y) for a, b in rows) / sum((a - x) ** 2 for a, _ in rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--parts", type=int, default=15)
    parser.add_argument("--shape", choices=list(SHAPES), default="posting")
    options = parser.parse_args()
    sizes = [1000 * int(part) for part in options.sizes.split(",")]
    steady()
    ruleset = recommended()
    measure([("warm.md", Writer(0).posting(600, "md"))], ruleset, Clock())
    times: dict[str, list[tuple[float, float]]] = {}
    for size in sizes:
        text = SHAPES[options.shape](Writer(1).posting(int(size / _BYTES_A_WORD), "md"))
        runs = []
        for _ in range(5 if size <= sizes[0] else 2):
            clock = Clock()
            measure([("long.md", text)], ruleset, clock)
            runs.append(clock.seconds)
        for part in runs[0]:
            times.setdefault(part, []).append((len(text), max(min(run[part] for run in runs), 1e-6)))
        print(f"{len(text):>9} characters {sum(min(run[part] for run in runs) for part in runs[0]):8.3f} s")
    rows = [(slope(points[-2:]), points[-1][1], part) for part, points in times.items() if points[-1][1] >= _LEAST]
    print("exponent  seconds at the largest size; the steepest first")
    for exponent, seconds, part in sorted(rows, reverse=True)[: options.parts]:
        print(f"{exponent:8.2f} {seconds:8.3f}  {part}{'  <- too steep' if exponent > _TOO_STEEP else ''}")


if __name__ == "__main__":
    main()
