"""spaCy's view of a posting."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from jdlint.analysis import linguistics
from jdlint.analysis.linguistics import PERSON, offset, pipeline, read, require, speaks_of, tags
from jdlint.analysis.needs import MissingError
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read as read_file

Make = Callable[..., Posting]


def with_model(text: str, model: str) -> Posting:
    return Posting(read_file(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15), spacy_model=model))


def sentences(posting: Posting) -> list[str]:
    return [s.text for block in posting.blocks for s in read(posting, block).sents]


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_offsets_are_those_of_the_block(posting: Make, form: str) -> None:
    texts = {
        "md": "# Cook\n\nYou **cook** &amp; you don't\nbake: 5pm, *e.g.* at Müller's — 100%.\n",
        "html": "<h1>Cook</h1><p>You <b>cook</b> &amp; you don&rsquo;t<br>bake</p>",
        "txt": "Cook\n\nYou cook and can't\r\nbake.\tCall  us \n",
    }
    one = posting(texts[form], f"job.{form}")
    for block in one.blocks:
        for token in read(one, block):
            assert block.text[offset(token) :].startswith(token.text)


def test_sentences_respect_bullets_headings_and_list_marks(posting: Make) -> None:
    text = "# Cook wanted\n\nYou cook. You bake\n\n- Clean the oven\n- Order flour, e.g. rye. Count it\n"
    assert sentences(posting(text)) == ["Cook wanted", "You cook.", "You bake", "Clean the oven", "Order flour, e.g. rye.", "Count it"]
    assert sentences(posting("You bake our bread. - Knead the dough - Clean the oven", "a.txt")) == [
        "You bake our bread. -", "Knead the dough -", "Clean the oven",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("We ask you to greet our guests.", ["employer", "candidate", "employer", "served"]),
        ("Patients wait for the nurse.", ["served", "candidate"]),
        ("The manager of Oak Lane Bakery helps.", ["superior", "employer", "employer", "employer"]),
        ("Flour is white.", []),
    ],
)
def test_of_whom_words_and_sentences_speak(posting: Make, sentence: str, people: list[str]) -> None:
    one = posting(f"---\ncompany: Oak Lane Bakery\n---\n# Baker\n\n{sentence}\n")
    (found,) = read(one, one.blocks[-1]).sents
    assert [p for t in found if (p := t._.get(PERSON))] == people
    assert speaks_of(found) == (people[0] if people else "")


def test_a_block_is_read_once(posting: Make) -> None:
    one = posting("You bake.")
    assert read(one, one.blocks[0]) is read(one, one.blocks[0])


def test_no_connection_is_opened() -> None:
    code = """
import socket

def refuse(*_, **__):
    raise AssertionError("a connection was tried")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from jdlint.api import lint_text
print([f.code for f in lint_text("You make decisions.", select=["LNG016"]).findings])
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "['LNG016']\n"


@pytest.fixture
def afresh() -> Iterator[None]:
    pipeline.cache_clear()
    yield
    pipeline.cache_clear()


@pytest.mark.usefixtures("afresh")
def test_without_spacy_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingError, match=r"needs spaCy \(pip install spacy\)") as told:
        pipeline()
    assert not told.value.fatal


def test_a_pipeline_that_is_named_and_missing_is_fatal(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r'"en_no_such" .* is not installed \(python -m spacy download en_no_such\)') as told:
        pipeline("en_no_such")
    assert told.value.fatal
    with pytest.raises(MissingError, match=r"holds no pipeline of spaCy that can be read") as told:
        pipeline(str(tmp_path))
    assert told.value.fatal
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'en'\npipeline = ['nothing']\n", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(MissingError, match="can't be used") as told:
        pipeline(str(tmp_path))
    assert told.value.fatal


def test_what_a_pipeline_must_have(little_pipeline: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="needs a trained pipeline of spaCy, named in the settings") as told:
        require("pos", "")
    assert not told.value.fatal
    for need in ("pos", "entities"):
        require(need, str(little_pipeline))
    import spacy

    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(MissingError, match=r"needs an entity recogniser, which the pipeline .* lacks"):
        require("entities", str(tmp_path / "bare"))


def test_a_trained_pipeline_keeps_our_sentences_and_tags(little_pipeline: Path) -> None:
    one = with_model("# Cook\n\n- Whisk eggs by hand\n- Larder and cellar\n", str(little_pipeline))
    assert sentences(one) == ["Cook", "Whisk eggs by hand", "Larder and cellar"]
    assert tags(one, one.blocks[1]) == [(0, "VB"), (6, "NNS"), (11, "IN"), (14, "NN")]
    assert linguistics.pipeline(str(little_pipeline)).pipe_names[:2] == ["jdlint_sentences", "jdlint_people"]
