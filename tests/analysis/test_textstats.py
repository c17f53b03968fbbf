"""Scores agree with textstat's own, and are there without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdlint.analysis import textstats
from jdlint.analysis.needs import MissingError

# Entries of the CMU Pronouncing Dictionary as NLTK's corpus has them: every word of TEXTS, save for one that is in neither table.
DICTIONARY = """
ACCORDING 1 AH0 K AO1 R D IH0 NG
ADMINISTER 1 AH0 D M IH1 N AH0 S T ER0
AND 1 AH0 N D
APPLICATIONS 1 AE2 P L AH0 K EY1 SH AH0 N Z
BAKE 1 B EY1 K
BETWEEN 1 B IH0 T W IY1 N
BUTTER 1 B AH1 T ER0
CHOCOLATE 1 CH AO1 K L AH0 T
CLEAN 1 K L IY1 N
COMMUNICATION 1 K AH0 M Y UW2 N AH0 K EY1 SH AH0 N
COOK 1 K UH1 K
COORDINATES 1 K OW0 AO1 R D AH0 N AH0 T S
DEPARTMENTS 1 D IH0 P AA1 R T M AH0 N T S
DON'T 1 D OW1 N T
ENGINEERS 1 EH1 N JH AH0 N IH1 R Z
EVERY 1 EH1 V ER0 IY0
FLOUR 1 F L AW1 ER0
FOR 1 F AO1 R
FORTY 1 F AO1 R T IY0
GUESTS 1 G EH1 S T S
HOSPITALS 1 HH AA1 S P IH2 T AH0 L Z
INSTRUCTIONS 1 IH2 N S T R AH1 K SH AH0 N Z
KEEP 1 K IY1 P
KITCHEN 1 K IH1 CH AH0 N
LUNCH 1 L AH1 N CH
MAINTAIN 1 M EY0 N T EY1 N
MEDICATION 1 M EH2 D AH0 K EY1 SH AH0 N
MONDAY 1 M AH1 N D IY0
NURSES 1 N ER1 S AH0 Z
ON 1 AA1 N
ORDERS 1 AO1 R D ER0 Z
ORGANIZATION 1 AO2 R G AH0 N AH0 Z EY1 SH AH0 N
OUR 1 AW1 ER0
PHYSICIAN'S 1 F AH0 Z IH1 SH AH0 N Z
REQUIRE 1 R IY2 K W AY1 ER0
SEVERAL 1 S EH1 V R AH0 L
SUNDAYS 1 S AH1 N D EY2 Z
TEAM 1 T IY1 M
THAT 1 DH AE1 T
THE 1 DH AH0
TO 1 T UW1
WE 1 W IY1
YOU 1 Y UW1
"""
TEXTS = [
    "You cook lunch for forty guests and keep the kitchen clean.",
    (
        "The organization coordinates communication between departments, and the nurses administer medication according to the physician's"
        " instructions."
    ),
    "We don't bake on Sundays; every Monday, the bakery's team orders flour, butter and chocolate.",
    "Our engineers maintain several applications that hospitals require.",
]
_ALONE = """
import json, sys, textstat
print(json.dumps([textstat.flesch_kincaid_grade(text) for text in json.load(sys.stdin)]))
"""
_CUT_OFF = """
import json, socket, sys

def refuse(*_, **__):
    raise AssertionError("a connection was tried")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
import nltk
nltk.download = refuse
nltk.data.path.clear()
from jdlint.analysis.textstats import flesch_kincaid
print(json.dumps([flesch_kincaid(text) for text in json.load(sys.stdin)]))
assert nltk.download is refuse and "Lazy" in str(type(nltk.corpus.cmudict)), "NLTK was not put back as it was"
"""


def grades(code: str, texts: list[str], **environment: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], input=json.dumps(texts), capture_output=True, text=True, check=False,
        env=os.environ | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: list[float] = json.loads(done.stdout)
    return found


def test_grades_are_textstats_own(tmp_path: Path) -> None:
    corpus = tmp_path / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    (corpus / "cmudict").write_text(DICTIONARY.strip() + "\n", encoding="ascii")
    texts = [*TEXTS, " ".join(TEXTS), " ".join(reversed(TEXTS))]
    own = grades(_ALONE, texts, NLTK_DATA=str(tmp_path))
    assert [textstats.flesch_kincaid(t) for t in texts] == pytest.approx(own, abs=1e-9)
    assert own[1] - own[0] > 10  # they are apart: the test tells something


def test_no_network_and_no_data_of_nltk_is_needed() -> None:
    assert grades(_CUT_OFF, TEXTS) == pytest.approx([textstats.flesch_kincaid(t) for t in TEXTS])


@pytest.fixture
def afresh() -> Iterator[None]:
    textstats._textstat.cache_clear()
    yield
    textstats._textstat.cache_clear()


_SPARING = """
import json, sys
from jdlint.analysis.textstats import flesch_kincaid
print(json.dumps([*map(flesch_kincaid, json.load(sys.stdin)), "nltk" in sys.modules or "numpy" in sys.modules]))
"""
_BESIDE = """
import json, sys, nltk
theirs = nltk.data.find, nltk.corpus, nltk.download
from jdlint.analysis.textstats import flesch_kincaid
print(json.dumps([*map(flesch_kincaid, json.load(sys.stdin)), theirs == (nltk.data.find, nltk.corpus, nltk.download)]))
"""


def test_nltk_is_not_imported_for_a_grade() -> None:
    assert grades(_SPARING, TEXTS)[-1] is False


def test_an_nltk_that_is_there_stays_as_it_was() -> None:
    told = grades(_BESIDE, TEXTS)
    assert told[-1] is True
    assert told[:-1] == pytest.approx([textstats.flesch_kincaid(t) for t in TEXTS])


@pytest.mark.usefixtures("afresh")
def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    with pytest.raises(MissingError, match=r"needs textstat \(pip install textstat\)"):
        textstats.flesch_kincaid("You bake bread.")


@pytest.mark.usefixtures("afresh")
def test_a_textstat_that_counts_in_another_way_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import textstat

    def fail(_: str) -> int:
        message = "no such resource"
        raise LookupError(message)

    monkeypatch.setattr(textstat.textstat, "syllable_count", fail)
    with pytest.raises(MissingError, match="this version of textstat can't be used: LookupError: no such resource"):
        textstats.syllables("bread")
