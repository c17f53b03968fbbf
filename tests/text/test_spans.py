"""Offset maps: what was built from pieces maps back to the same pieces, sliced or whole."""

from hypothesis import given
from hypothesis import strategies as st

from jdlint.text.spans import MappedText, Span, TextBuilder


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
