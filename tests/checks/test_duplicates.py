"""Text that stands twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jdlint.checks.duplicates import duplicate_text
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read
from jdlint.rules.model import Hit, Options

LINE = "You plan the routes of forty vans each morning"


def test_a_copy_is_hit_at_its_second_place_and_names_the_first(hits: Callable[..., list[Hit]]) -> None:
    (hit,) = hits(
        duplicate_text, f"# Planner\n\n{LINE}.\n\n## Duties\n\n- Answer calls.\n\n{LINE}. You also plan holidays.\n", min_words=20
    )
    assert hit.at.text == f"{LINE}."
    assert hit.values["line"] == 3
    assert hit.related[0][0].block is not hit.at.block


def test_a_copied_list_makes_one_hit_that_names_the_rest(hits: Callable[..., list[Hit]]) -> None:
    items = "- Plan the routes of forty vans\n- Check the tyres of every van\n- Answer the calls of all drivers\n"
    (hit,) = hits(duplicate_text, f"# Planner\n\n## Duties\n\n{items}\n## Again\n\n{items}", min_words=20)
    assert hit.values["more"] == 2
    assert hit.variant == "run"
    assert len(hit.related) == 5


def test_part_of_a_sentence_counts_from_so_many_words(matches: Callable[..., list[str]]) -> None:
    text = f"# Planner\n\n{LINE} from our office.\n\nIn short: {LINE.lower()} by hand.\n"
    assert matches(duplicate_text, text, min_words=20) == []
    assert matches(duplicate_text, text, min_words=9) == [LINE.lower()]


def test_a_sentence_may_stand_twice_in_one_paragraph(matches: Callable[..., list[str]]) -> None:
    assert matches(duplicate_text, f"# Planner\n\n{LINE}. We are in Leeds. {LINE}.\n", min_words=20) == [f"{LINE}."]


def test_short_items_contents_and_forms_are_no_copies(matches: Callable[..., list[str]]) -> None:
    assert matches(duplicate_text, "# Planner\n\n- Full-time\n- Paid leave\n\n## Offer\n\n- Full-time\n- Paid leave\n", min_words=20) == []
    contents = "# Planner\n\n- What you will do here each day\n\nWhat you will do here each day\n\nYou plan routes.\n"
    assert matches(duplicate_text, contents, min_words=20) == []
    form = "# Planner\n\n## Supplemental questions\n\n- More than two years of it\n\nAnd vans?\n\n- More than two years of it\n"
    assert matches(duplicate_text, form, min_words=20) == []


def test_the_grounds_in_two_legal_notices_are_no_copy(matches: Callable[..., list[str]]) -> None:
    grounds = "age, family status, gender identity, faith, skin colour, ancestry, disability, orientation, politics or union membership"
    text = f"# Nurse\n\n## Equal opportunity\n\nWe hire without regard to {grounds}.\n\nWe pay without regard to {grounds} as well.\n"
    assert matches(duplicate_text, text, min_words=20) == []


def test_whom_to_call_may_stand_twice(matches: Callable[..., list[str]]) -> None:
    text = "# Nurse\n\nWards:\n\nMs Okoro, office: (020) 5550 142 / 143\n\nPay:\n\nMs Okoro, office: (020) 5550 142 / 143\n"
    assert matches(duplicate_text, text, min_words=20) == []
    assert matches(duplicate_text, text.replace("(020) 5550 142 / 143", "third door on the left"), min_words=20) != []


def test_steps_grow_with_the_text_and_no_faster(steps: Callable[[Callable[[], object]], int]) -> None:
    def taken(lines: int) -> int:
        text = "# Planner\n\n" + "\n".join(f"- Plan the routes of van {n} and check its tyres before noon" for n in range(lines))
        posting = Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15)))
        for block in posting.blocks:
            posting.section_of(block), posting.sentences(block), posting.words(block)  # read before the count starts
        return steps(lambda: list(duplicate_text(posting, Options({"min-words": 20}))))

    assert taken(3200) < 20 * taken(200)  # sixteen times the text
