"""A concordance tells what a look at every block tells."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jdlint.posting.concordance import Concordance
from jdlint.posting.model import Block, Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.text.spans import MappedText
from jdlint.text.stems import Stems
from jdlint.text.words import tokens

WORDS = st.sampled_from(["oven", "ovens", "bread", "a", "licence", "licensed", "van"])


@given(st.lists(st.lists(WORDS, max_size=5), max_size=6), st.frozensets(WORDS, max_size=3))
def test_it_names_the_blocks_that_hold_a_word(texts: list[list[str]], wanted: frozenset[str]) -> None:
    blocks = [Block("paragraph", MappedText(" ".join(text), ())) for text in texts]
    found = Concordance(blocks, lambda block: frozenset(tokens(block.text)))
    assert found.blocks(wanted) == [b for b, text in zip(blocks, texts, strict=True) if not wanted.isdisjoint(text)]


def test_a_posting_is_asked_for_stems_and_without_its_fields() -> None:
    text = b"---\ntitle: Oven builder for licensed trades\n---\n\n# Ovens\n\nYou hold a licence.\n\nYou bake.\n"
    posting = Posting(read(text, "job.md"), Reading(as_of=date(2026, 1, 15)))
    held = Stems("licen")
    assert [b.text for b in posting.holding(held)] == ["Oven builder for licensed trades", "You hold a licence."]
    assert [b.text for b in posting.body_holding(held)] == ["You hold a licence."]
