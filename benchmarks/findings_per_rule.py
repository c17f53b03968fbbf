"""How often each rule fires over a folder of postings, so that one that fires on every third is seen and thought about.

    python benchmarks/findings_per_rule.py FOLDER [--sample CODE] [--size 10] [--seed 0]

Prints findings and postings per rule, most frequent first; with --sample, a sample of one rule's findings with their lines.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

import jdlint


def main() -> None:
    """Count, or show a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--select", default="recommended")
    parser.add_argument("--sample")
    parser.add_argument("--size", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    findings: Counter[tuple[str, str]] = Counter()
    postings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    shown: list[str] = []
    files = sorted(p for p in options.folder.iterdir() if p.suffix in (".md", ".html", ".txt"))
    for result in jdlint.lint_paths(files, isolated=True, select=[options.select]):
        lines = Path(result.path).read_text(encoding="utf-8", errors="replace").splitlines()
        for finding in result.findings:
            key = (finding.code, finding.severity)
            findings[key] += 1
            postings[key].add(result.path)
            if finding.code == options.sample:
                line = lines[finding.line - 1] if finding.line <= len(lines) else ""
                near = line[max(0, finding.column - 60) : finding.column + 80]
                head = f"{Path(result.path).name}:{finding.line} {finding.severity} {finding.match!r}"
                shown.append(f"{head}\n    …{near}…\n    {finding.message[:150]}")
    if options.sample:
        random.Random(options.seed).shuffle(shown)  # noqa: S311  # a sample for the eye
        print("\n".join(shown[: options.size]))
        return
    for (code, severity), count in findings.most_common():
        share = len(postings[code, severity]) / max(1, len(files))
        print(f"{code} {severity:8} {count:5} findings in {len(postings[code, severity]):4} postings ({share:.0%})")


if __name__ == "__main__":
    main()
