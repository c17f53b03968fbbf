"""Offset maps: what was built from pieces maps back to the same pieces, sliced or whole."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.spans import MappedText, Piece, Span, TextBuilder


def bold_word() -> MappedText:
    """`We **ro**ck &amp; roll` as plain text."""
    builder = TextBuilder()
    builder.add("We ", 0, 3)
    builder.add("ro", 5, 7)
    builder.add("ck ", 9, 12)
    builder.add("&", 12, 17)
    builder.add(" roll", 17, 22)
    return builder.build()


def test_a_phrase_split_by_markup_spans_the_markup() -> None:
    text = bold_word()
    at = text.plain.index("rock")
    assert text.span(at, at + 4) == Span(5, 11)


def test_an_entity_maps_as_a_whole() -> None:
    text = bold_word()
    at = text.plain.index("&")
    assert text.span(at, at + 1) == Span(12, 17)
    assert text.span(at, at + 3) == Span(12, 19)


def test_an_empty_range_points_at_its_character_or_the_end() -> None:
    text = bold_word()
    assert text.span(3, 3) == Span(5, 5)
    assert text.span(len(text.plain), len(text.plain)) == Span(22, 22)
    assert MappedText("", []).span(0, 0) == Span(0, 0)


def test_direct_text_is_its_own_map() -> None:
    text = MappedText.direct("abcdef", 2, 5)
    assert text.plain == "cde"
    assert text.span(1, 2) == Span(3, 4)
    assert MappedText.direct("abcdef", 2, 2).pieces == ()


parts = st.lists(st.tuples(st.text(alphabet="xy ", min_size=1, max_size=5), st.integers(0, 3), st.booleans()), max_size=8)


@given(parts, st.data())
def test_slices_keep_every_character_at_its_place(pieces: list[tuple[str, int, bool]], data: st.DataObject) -> None:
    source, builder = "", TextBuilder()
    for plain, markup, entity in pieces:
        source += "*" * markup
        start = len(source)
        source += "&entity;" if entity else plain
        builder.add("&" if entity else plain, start, len(source))
    whole = builder.build()
    low = data.draw(st.integers(0, len(whole.plain)))
    high = data.draw(st.integers(low, len(whole.plain)))
    part = whole.slice(low, high)
    assert part.plain == whole.plain[low:high]
    for i in range(len(part.plain)):
        span = part.span(i, i + 1)
        assert span == whole.span(low + i, low + i + 1)
        assert source[span.start : span.end] in (part.plain[i], "&entity;")


def test_a_range_of_the_source_finds_its_plain_characters() -> None:
    text = bold_word()
    at = text.plain.index("rock")
    assert text.plain_range(Span(5, 11)) == (at, at + 4)
    assert text.plain_range(Span(13, 14)) == (text.plain.index("&"), text.plain.index("&") + 1)
    assert text.plain_range(Span(3, 5)) is None  # markup alone
    assert text.plain_range(Span(5, 5)) is None
    assert text.plain_range(Span(0, 99)) == (0, len(text.plain))
    ligature = TextBuilder()
    ligature.add("fi", 0, 7)  # &filig; stands for two characters
    assert ligature.build().plain_range(Span(0, 1)) == (0, 2)


@given(parts, st.data())
def test_plain_characters_are_found_again_from_their_span(pieces: list[tuple[str, int, bool]], data: st.DataObject) -> None:
    at, builder = 0, TextBuilder()
    for plain, markup, entity in pieces:
        start = at + markup
        at = start + (8 if entity else len(plain))
        builder.add("&" if entity else plain, start, at)
    text = builder.build()
    low = data.draw(st.integers(0, len(text.plain)))
    high = data.draw(st.integers(low, len(text.plain)))
    assert text.plain_range(text.span(low, high)) == ((low, high) if low < high else None)


def test_the_end_of_a_text_lies_behind_its_last_entity() -> None:
    builder = TextBuilder()
    builder.add("R", 4, 5)
    builder.add("&", 5, 10)
    text = builder.build()
    assert text.span(2, 2) == Span(10, 10)
    assert text.span(1, 1) == Span(5, 5)
    assert text.span(0, 1) == Span(4, 5)
    assert text.span(0, 2) == Span(4, 10)


def test_a_range_of_the_source_takes_in_no_neighbour() -> None:
    text = bold_word()
    entity, roll = text.plain.index("&"), text.plain.index(" roll")
    assert text.plain_range(Span(17, 19)) == (roll, roll + 2)  # begins where the entity ends
    assert text.plain_range(Span(9, 12)) == (entity - 3, entity)  # ends where the entity begins
    assert text.plain_range(Span(6, 10)) == (4, 6)  # parts of two pieces
    assert text.plain_range(Span(10, 11)) == (6, 7)
    assert text.plain_range(Span(14, 30)) == (entity, len(text.plain))
    assert text.plain_range(Span(6, 6)) is None
    assert text.plain_range(Span(22, 30)) is None
    assert MappedText("", ()).plain_range(Span(0, 9)) is None


def test_what_is_joined_becomes_one_piece_where_both_correspond() -> None:
    builder = TextBuilder()
    builder.add("ab", 3, 5)
    builder.add("", 5, 9)  # nothing is read from there
    builder.add("cd", 5, 7)
    builder.add("e", 8, 9)  # behind a mark
    builder.add("&", 9, 14)
    builder.add("f", 14, 15)  # behind an entity
    builder.add("'", 15, 21)  # an entity behind a letter
    builder.add("", 21, 22)
    assert len(builder) == 8
    assert builder.build().plain == "abcde&f'"
    assert builder.build().pieces == (
        Piece(0, 4, 3, 7),
        Piece(4, 1, 8, 9),
        Piece(5, 1, 9, 14),
        Piece(6, 1, 14, 15),
        Piece(7, 1, 15, 21),
    )
    assert len(TextBuilder()) == 0
    assert TextBuilder().build().pieces == ()


def test_slices_have_the_pieces_that_they_touch() -> None:
    text = bold_word()
    assert text.slice(4, 8).pieces == (Piece(0, 1, 6, 7), Piece(1, 3, 9, 12))
    assert text.slice(6, 10).pieces == (Piece(0, 2, 10, 12), Piece(2, 1, 12, 17), Piece(3, 1, 17, 18))
    assert text.slice(8, 9).pieces == (Piece(0, 1, 12, 17),)
    assert text.slice(-5, 99).pieces == text.pieces
    assert text.slice(3, 99).plain == "rock & roll"
    assert text.slice(-2, 4).plain == "We r"
    for at in (0, 3, 4, 8, len(text.plain)):
        assert text.slice(at, at).plain == ""
        assert text.slice(at, at).pieces == ()


def test_signs_that_stand_for_others_point_at_the_whole_of_them() -> None:
    source = '{"a": "caf\\u00e9, tea\\nand \\u00fc"}'
    start, end = source.index("caf"), source.index('"}')
    signs = {"\\u00e9": "é", "\\n": "\n", "\\u00fc": "ü"}
    mapped = MappedText.decoded(source, start, end, re.compile(r"\\u....|\\."), signs.__getitem__)
    assert mapped.plain == "café, tea\nand ü"
    shown = [source[slice(*mapped.span(at, at + 1))] for at in range(len(mapped.plain))]
    assert shown == ["c", "a", "f", "\\u00e9", *", tea", "\\n", *"and ", "\\u00fc"]
    assert MappedText.decoded("plain", 1, 4, re.compile("!"), str).pieces == MappedText.direct("plain", 1, 4).pieces


def test_a_text_that_was_read_from_another_points_through_it() -> None:
    record = TextBuilder()  # `"**Fish** &amp;\\nchips"` in a record: the value begins at 100, its line end is written as an escape
    record.add("**Fish** &amp;", 100, 114)
    record.add("\n", 114, 116)
    record.add("chips", 116, 121)
    outer = record.build()
    read = TextBuilder()
    read.add("Fish", 2, 6)
    read.add(" ", 8, 9)
    read.add("&", 9, 14)
    read.add("\nchips", 14, 20)
    text = read.build().through(outer)
    assert text.plain == "Fish &\nchips"
    assert text.span(0, 4) == Span(102, 106)
    assert text.span(3, 6) == Span(105, 114)
    assert text.span(5, 6) == Span(109, 114)
    assert text.span(6, 7) == Span(114, 116)
    assert text.span(7, 9) == Span(116, 118)
    assert text.pieces == (
        Piece(0, 4, 102, 106),
        Piece(4, 1, 108, 109),
        Piece(5, 1, 109, 114),
        Piece(6, 1, 114, 116),
        Piece(7, 5, 116, 121),
    )


def test_characters_that_only_seem_to_correspond_point_at_the_whole() -> None:
    outer = TextBuilder()
    outer.add("abcd", 10, 12)  # four characters that two stand for
    inner = TextBuilder()
    inner.add("xy", 0, 4)  # two that four stand for
    text = inner.build().through(outer.build())
    assert text.span(0, 1) == text.span(1, 2)
    assert text.span(0, 2).start == 10
    assert text.span(0, 2).end <= 12  # and at nothing behind it


@given(parts, parts)
def test_through_a_map_and_back(outer: list[tuple[str, int, bool]], inner: list[tuple[str, int, bool]]) -> None:
    """Each character of the inner text lies where the outer map puts the characters that it was read from."""

    def mapped(pieces: list[tuple[str, int, bool]], most: int | None = None) -> MappedText:
        at, builder = 0, TextBuilder()
        for plain, markup, entity in pieces:
            start = at + markup
            at = start + (8 if entity else len(plain))
            if most is not None and at > most:
                break
            builder.add("&" if entity else plain, start, at)
        return builder.build()

    below = mapped(outer)
    read = mapped(inner, len(below.plain))
    text = read.through(below)
    assert text.plain == read.plain
    for i in range(len(text.plain)):
        assert text.span(i, i + 1) == below.span(*read.span(i, i + 1))
