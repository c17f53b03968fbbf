"""The sections of a posting: under headings, after labels, in fields, or told by what the lines say."""

from __future__ import annotations

from datetime import date

from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, name: str = "post.md", **headings: str) -> Posting:
    own = {k.replace("_", " "): v for k, v in headings.items()}
    return Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15), headings=own))


def kinds(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    """Kinds and source of each section."""
    return [("+".join(s.kinds), s.source) for s in posting(text, name).sections]


def shape(text: str, name: str = "post.md") -> list[tuple[str, str | None, list[str]]]:
    """Kind, heading and block texts of each section."""
    return [(s.kind, s.heading.text if s.heading else None, [b.text for b in s.blocks]) for s in posting(text, name).sections]


def test_sections_under_headings() -> None:
    text = "# Baker\n\n## Duties\n\n- Bake bread\n- Clean the oven\n\n## What we offer\n\nA loaf a day.\n"
    assert shape(text) == [
        ("responsibilities", "Duties", ["Bake bread", "Clean the oven"]),
        ("benefits", "What we offer", ["A loaf a day."]),
    ]


def test_what_is_listed_comes_first_in_a_sentence_that_leads_to_it() -> None:
    lead = "Bakers who want to join us have to be able to show us the following experience in your application and interview:"
    found = posting(f"# Baker\n\n## Skills you need\n\n{lead}\n\n- Rye\n- Wheat\n").sections
    assert [s.kind for s in found if s.items] == ["requirements"]


def test_a_sentence_in_a_section_that_leads_to_a_list_opens_another() -> None:
    lead = "We train you, but you need the following skills:"
    text = f"# Baker\n\n## The role\n\nYou bake.\n\n{lead}\n\n- Patience\n- Tact\n\nTo apply, send us a letter.\n"
    assert [(s.kind, s.source, len(s.items)) for s in posting(text).sections] == [
        ("summary", "heading", 0),
        ("requirements", "inferred", 2),
        ("application", "inferred", 0),
    ]


def test_a_list_under_a_line_with_a_colon_is_over_where_the_text_turns() -> None:
    text = "# Baker\n\nYour duties:\n\n- Bake bread\n- Clean the oven\n\nTo apply, send us a letter.\n"
    assert kinds(text) == [("responsibilities", "heading"), ("application", "inferred")]


def test_a_label_without_its_value_holds_nothing() -> None:
    duties = "The clerk is responsible for the office of the parish, keeps its books in order and helps all who come to the door each day."
    text = f"# Parish Clerk\n\nSend applications to:\n\n{duties}\n"
    assert shape(text)[0] == ("application", "Send applications to:", [])
    assert len(kinds(text)) == 2


def test_additional_information_is_what_it_tells() -> None:
    text = "# Baker\n\n## Additional information\n\nWe are an equal opportunity employer.\n"
    assert kinds(text) == [("equal_opportunity", "heading")]
    assert kinds(text + "\nThe oven is old.\n") == [("other", "heading")]


def test_a_link_to_a_file_is_no_heading() -> None:
    text = "# Baker\n\nWe need a baker.\n\n**[Role profile](baker.pdf)** (PDF)\n\nYou bake.\n"
    assert all(s.heading is None for s in posting(text).sections)


def test_a_long_entry_above_a_list_of_its_own_is_no_heading() -> None:
    first = "Responsible for the office and all that is done there, from the post in the morning to the keys at night."
    text = f"# Clerk\n\n1. {first}\n   1. Sorts post\n   2. Files letters\n"
    assert all(s.heading is None for s in posting(text).sections)


def test_lines_of_a_section() -> None:
    first, second = posting("# Baker\n\n## Duties\n\n- Bake bread\n- Clean\n\n## Pay\n\n£13 an hour\n").sections
    assert (first.line, first.end_line) == (3, 6)
    assert (second.line, second.end_line) == (8, 10)
    assert [b.text for b in first.items] == ["Bake bread", "Clean"]


def test_the_title_is_no_section() -> None:
    assert "Ward Nurse" not in [h for _, h, _ in shape("# Ward Nurse\n\nWe run a ward.\n\n## Duties\n\n- Care for people\n")]
    assert "Ward Nurse" not in [h for _, h, _ in shape("---\ntitle: Ward Nurse\n---\n\n## Ward Nurse\n\n## Duties\n\n- Care for people\n")]


def test_a_label_is_a_section_and_prose_returns_to_the_one_around_it() -> None:
    text = "# Baker\n\n## Details\n\nSalary: £13 an hour\n\nThe shop is small.\n"
    assert shape(text) == [("other", "Details", ["The shop is small."]), ("pay", "Salary", ["Salary: £13 an hour"])]


def test_label_lines_under_each_other() -> None:
    text = "Baker\n\nLocation: Leeds\nSalary: £13 an hour\nHours: 20 a week\nOven: Number 3\nReports to: Head baker\n"
    assert [(k, h) for k, h, _ in shape(text, "post.txt") if h] == [
        ("location", "Location"), ("pay", "Salary"), ("employment", "Hours"), ("other", "Oven"), ("reporting", "Reports to"),
    ]  # fmt: skip


def test_what_follows_a_long_label_belongs_to_it() -> None:
    duties = "**Duties:** In short:\n\n- Bake bread\n- Clean\n\n"
    text = f"# Baker\n\n{duties}**Benefits:** You get bread each day of the week.\n\nAnd cake on Fridays.\n"
    assert shape(text) == [
        ("responsibilities", "Duties", ["Duties: In short:", "Bake bread", "Clean"]),
        ("benefits", "Benefits", ["Benefits: You get bread each day of the week.", "And cake on Fridays."]),
    ]


def test_a_heading_may_hold_its_value() -> None:
    text = "# Baker\n\n### Location: Leeds\n\n### Salary: £13 an hour\n\nThe Mill is a bakery in the old town.\n"
    assert shape(text)[:2] == [("location", "Location", []), ("pay", "Salary", [])]
    assert [s.kind for s in posting(text).sections] == ["location", "pay", "company"]
    assert [p.at.text for p in posting(text).places] == ["Leeds"]


def test_a_remark_below_such_a_heading_belongs_to_it() -> None:
    assert shape("# Baker\n\n### Salary: £13 an hour\n\nPaid each Friday, with the tips.\n")[0][2] == ["Paid each Friday, with the tips."]


def test_an_empty_label_holds_nothing() -> None:
    text = "# Baker\n\n## Basics\n\n**Department:**\n\n**Location:** Leeds\n\nThe shop is small.\n"
    assert shape(text) == [
        ("other", "Basics", ["The shop is small."]),
        ("other", "Department:", []),
        ("location", "Location", ["Location: Leeds"]),
    ]


def test_a_label_that_opens_an_item_of_a_known_list_is_no_section() -> None:
    text = "# Nurse\n\n## Duties\n\n- Education: teach patients\n- Assessment: note what you see\n- Hours: 20 a week\n"
    assert kinds(text) == [("responsibilities", "heading"), ("employment", "label")]


def test_a_heading_may_cover_two_kinds() -> None:
    assert kinds("# Baker\n\n## Salary and benefits\n\n£13 and a loaf.\n") == [("pay+benefits", "heading")]


def test_table_rows_are_sections() -> None:
    text = "# Baker\n\n| Location | Leeds |\n|---|---|\n| Salary | £13 an hour |\n\nThe shop is small.\n"
    assert shape(text)[:2] == [("location", "Location", ["Leeds"]), ("pay", "Salary", ["£13 an hour"])]


def test_table_columns_are_sections() -> None:
    text = "# Bakers\n\n| Location | Salary |\n|---|---|\n| Leeds | £13 |\n| York | £14 |\n"
    assert shape(text) == [("location", "Location", ["Leeds", "York"]), ("pay", "Salary", ["£13", "£14"])]


def test_the_values_of_a_tables_label_end_at_the_next_label() -> None:
    text = "# Baker\n\n| | | | |\n|---|---|---|---|\n| Location | Leeds | Salary | £13 |\n| Hours | 30 | Reports to | Head baker |\n"
    assert [values for _, _, values in shape(text)] == [["Leeds"], ["£13"], ["30"], ["Head baker"]]


def test_labels_inside_cells_are_sections() -> None:
    text = "# Baker\n\n| | |\n|---|---|\n| Location: Leeds | Salary: £13 an hour |\n"
    assert [(k, h) for k, h, _ in shape(text) if h] == [("location", "Location"), ("pay", "Salary")]


def test_a_heading_of_no_known_word_is_read_by_its_list() -> None:
    duties = "- Bake bread each morning\n- Clean the oven\n- Serve customers\n"
    demands = "- Experience with rye bread\n- A steady hand\n- Two years in a bakery\n"
    assert kinds(f"# Baker\n\n## Flour power\n\n{duties}") == [("responsibilities", "heading")]
    assert kinds(f"# Baker\n\n## Flour power\n\n{demands}") == [("requirements", "heading")]
    assert kinds("# Baker\n\n## Flour power\n\n- Rye\n- Wheat\n- Spelt\n") == [("other", "heading")]


def test_a_weak_heading_gives_way_to_its_list() -> None:
    assert kinds("# Baker\n\n## The role\n\n- Bake bread each morning\n- Clean the oven\n") == [("responsibilities", "heading")]
    assert kinds("# Baker\n\n## The role\n\nA small bakery needs you.\n") == [("summary", "heading")]


def test_sub_headings_take_the_kind_of_the_one_above() -> None:
    text = (
        "# Baker\n\n## Requirements\n\n### Bread\n\n- Rye\n- Wheat\n\n### Notes:\n\n- Bring a licence\n\n"
        "## Benefits\n\n### Food\n\nA loaf a day.\n"
    )
    assert [s.kind for s in posting(text).sections] == ["requirements", "requirements", "requirements", "benefits", "benefits"]


def test_only_the_heading_right_above_lends_its_kind_when_empty() -> None:
    text = "# Baker\n\n## Requirements\n\n## Bread\n\n- Rye\n- Wheat\n\n## Pay\n\n£13\n\n## Cake\n\nYes.\n"
    assert [s.kind for s in posting(text).sections] == ["requirements", "requirements", "pay", "other"]


def test_a_job_description_that_lists_duties_covers_both() -> None:
    text = "# Baker\n\n## Job description\n\n- Bake bread each morning\n- Clean the oven\n- Serve customers\n"
    assert kinds(text) == [("summary+responsibilities", "heading")]


def test_each_block_is_in_one_section() -> None:
    text = "# Baker\n\nHello.\n\n## Duties\n\nSalary: £13\n\n- Bake\n\n**Hours:** 20\n\n| Location | Leeds |\n|---|---|\n\nBread.\n"
    found = [b for s in posting(text).sections for b in s.blocks]
    assert len(found) == len(set(found))


def test_without_headings_the_lines_tell() -> None:
    text = (
        "Elm House is a small bakery in Leeds. \n\nWe are looking for a baker to join our team.\n\nYou must have a licence.\n\n"
        "We offer paid time off and a pension plan.\n\nTo apply, send us a loaf.\n\nWe are an equal opportunity employer.\n"
    )
    found = posting(text, "post.txt").sections
    assert all(s.source == "inferred" and s.heading is None for s in found)
    assert [s.kind for s in found[1:]] == ["summary", "requirements", "benefits", "application", "equal_opportunity"]


def test_fields_are_sections_and_come_first() -> None:
    front = "title: Baker\nsalary: £13 an hour\nlocations: [Leeds, York]\nclosing_date: 2026-03-01\nslug: baker"
    text = f"---\n{front}\n---\n\n## Duties\n\n- Bake\n"
    assert [(s.kind, s.source, s.heading.text if s.heading else None) for s in posting(text).sections] == [
        ("pay", "field", "salary"), ("location", "field", "locations"), ("application", "field", "closing_date"),
        ("responsibilities", "heading", "Duties"),
    ]  # fmt: skip
    assert [b.text for b in posting(text).sections[1].blocks] == ["Leeds", "York"]


def test_nested_keys_of_one_kind_are_one_section() -> None:
    text = "---\ntitle: Baker\nsalary:\n  min: 13\n  max: 15\norg:\n  name: Elm House\n  description: Elm House bakes.\n---\n\nBread.\n"
    found = [s for s in posting(text).sections if s.source == "field"]
    assert [(s.kind, [b.text for b in s.blocks]) for s in found] == [("pay", ["13", "15"]), ("company", ["Elm House bakes."])]


def test_the_houses_own_headings() -> None:
    text = "# Baker\n\n## The daily bread\n\nFlour and water.\n"
    assert posting(text).sections[0].kind == "other"
    assert posting(text, the_daily_bread="benefits").sections[0].kind == "benefits"


def test_section_of_a_heading_and_of_a_block() -> None:
    found = posting("# Baker\n\n## Duties\n\n- Bake bread\n")
    heading, item = found.blocks[1], found.blocks[2]
    assert found.section_of(heading) is found.section_of(item) is found.sections[0]


def headed(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    """Kind and heading of each section that has one."""
    return [(k, h) for k, h, _ in shape(text, name) if h]


def test_a_status_heading_stands_above_the_posting() -> None:
    text = "## Applications are now closed\n\nElm House bakes bread.\n\nBakers might be asked to weigh flour.\n\n## Requirements\n\n- Rye\n"
    assert shape(text)[0][2] == []
    assert posting(text).has["company"]
    for status in ("This position has been filled", "This vacancy has expired", "No longer accepting applications"):
        assert shape(f"# Baker\n\n## {status}\n\nElm House bakes bread.\n")[0][2] == []
    assert shape("## How to apply\n\nSend a letter.\n")[0][2] == ["Send a letter."]


def test_a_sentence_under_a_heading_leads_to_its_list() -> None:
    for lead in (
        "At the interview we will look for these abilities:",
        "The abilities that we will look for are:",
        "You will need to have all of these:",
        "Whoever gets the job must bring the following:",
        "Here are the things that we ask about:",
    ):
        assert headed(f"# Baker\n\n## Technical skills\n\n{lead}\n\n- Rye\n- Wheat\n") == [("requirements", "Technical skills")]


def test_a_label_under_a_heading_is_a_section_of_its_own() -> None:
    for label in ("You will:", "Nice to have:", "What we offer:"):
        assert len(headed(f"# Baker\n\n## Requirements\n\n{label}\n\n- Rye\n- Wheat\n")) > 1
    assert len(headed("# Baker\n\n## Requirements\n\n- Rye\n\nIn return we offer all of this:\n\n- A pension\n")) > 1


def test_the_title_with_a_word_for_it_opens_the_summary() -> None:
    for heading in (
        "Ward Sister Role",
        "The Ward Sister Position",
        "About the Ward Sister Job",
        "The Sister Post",
        "Our Ward Sister Vacancy",
    ):
        assert headed(f"# Ward Sister\n\nElm House.\n\n## {heading}\n\nA ward needs you.\n")[-1][0] == "summary"
    for heading in ("Ward Sister", "The Ward", "Night Porter Ward"):
        assert headed(f"# Ward Sister II\n\nElm House.\n\n## {heading}\n\nA ward is here.\n")[-1][0] != "summary"


def test_a_paragraph_about_something_else_ends_a_label() -> None:
    text = "Baker\n\nDuties: weigh the flour, feed the dough and clean the oven each evening.\n\nCandidates must have a licence.\n"
    assert [(k, b) for k, _, b in shape(text, "post.txt") if k in ("responsibilities", "requirements")] == [
        ("responsibilities", ["Duties: weigh the flour, feed the dough and clean the oven each evening."]),
        ("requirements", ["Candidates must have a licence."]),
    ]


def test_we_in_a_list_of_duties_opens_no_section_on_the_company() -> None:
    text = "- Bake bread each morning\n- We build and mend the ovens\n- We are a team that cleans\n- Sell bread\n"
    assert "company" not in [k for k, _, _ in shape(text)]


def test_the_type_of_a_job_may_be_its_trade() -> None:
    for value in ("software", "other", "Data Science", "design", "kitchen"):
        assert "employment" not in [k for k, _, _ in shape(f"---\ntitle: Baker\njobType: {value}\n---\nBread.\n")]
    for value in ("full_time", "Fulltime", "contract", "Permanent", "W-2", "salaried", "40 hours", "seasonal"):
        assert "employment" in [k for k, _, _ in shape(f"---\ntitle: Baker\njobType: {value}\n---\nBread.\n")]


def test_bold_that_nobody_closed_is_no_part_of_a_heading() -> None:
    assert headed("# Baker\n\n**What you bring\n\n- Rye\n\n**We encourage you to apply\n\nWhoever you are.\n") == [
        ("requirements", "What you bring"), ("equal_opportunity", "We encourage you to apply"),
    ]  # fmt: skip


def test_under_a_heading_of_own_words_the_employer_may_be_told() -> None:
    for told in (
        "Elm House is a small bakery in Leeds.",
        "Elm House bakes for forty shops.",
        "We make sourdough and have done since 1920.",
        "Our bakery has fed the town for years.",
        "The Elm House Trust, a charity for bread, was founded in 1920.",
        "We're a team of nine.",
    ):
        assert headed(f"# Baker\n\nBread.\n\n## Flour power\n\n{told}\n") == [("company", "Flour power")]
    for other in ("Flour is heavy.", "You weigh flour.", "We are looking for you.", "The oven is hot.", "- Elm House is a bakery."):
        assert headed(f"# Baker\n\nBread.\n\n## Flour power\n\n{other}\n") != [("company", "Flour power")]
    assert headed("# Baker\n\nBread.\n\n## Night Cook in Leeds\n\nElm House is a bakery.\n") != [("company", "Night Cook in Leeds")]
    mixed = "# Baker\n\nBread.\n\n## Flour power\n\nElm House is a bakery.\n\nThe baker will bake.\n\nBakers need a licence.\n"
    assert headed(mixed) == [("other", "Flour power")]
    assert {"company", "responsibilities", "requirements"} <= {k for k, there in posting(mixed).has.items() if there}


def test_the_title_with_a_mode_or_place_is_no_section() -> None:
    for again in ("Night Baker (Remote)", "Night Baker - Hybrid", "Night Baker (Leeds)"):
        text = f"# Night Baker\n\n## About us\n\nWe bake.\n\nCurrently looking for:\n\n## {again}\n\n## Requirements\n\n- Rye\n"
        assert headed(text) == [("company", "About us"), ("other", "Currently looking for:"), ("requirements", "Requirements")]
    assert headed("# Night Baker\n\n## About us\n\nWe bake.\n\n## Night Baker duties\n\n- Bake rye\n")[1][0] == "responsibilities"


def test_health_is_what_is_asked_of_candidates_where_it_says_so() -> None:
    asked = "# Baker\n\n**Location:** Leeds\n\n**Health:** Candidates must be fit for the work.\n"
    assert headed(asked)[-1] == ("requirements", "Health")
    assert headed("# Baker\n\n## Health\n\nMedical and dental insurance from the first day.\n")[-1] == ("benefits", "Health")


def test_a_link_about_adjustments_opens_no_section() -> None:
    link = "[Reasonable accommodation](https://elm.example/help)"
    assert headed(f"# Baker\n\n## Requirements\n\n- Rye\n\n{link}\n\nInterviews are held by phone.\n") == [("requirements", "Requirements")]
    assert headed("# Baker\n\nReasonable accommodation\n\nTell us what you need.\n") == [("equal_opportunity", "Reasonable accommodation")]


def test_an_item_that_ends_with_a_dash_stands_over_the_text_below() -> None:
    text = "# Baker\n\n## Selection process\n\n- Trial shift in the bakery\n- Tests/Offers -\n\nThe process may include a test.\n"
    assert ("process", "Tests/Offers -") in headed(text)
    assert [k for k, _ in headed("# Baker\n\n## Duties\n\n- Bake rye - and wheat\n\nBread.\n")] == ["responsibilities"]


def test_a_word_alone_above_bare_words_is_their_heading() -> None:
    text = (
        "Clerk\n\nDuties\n\n- File letters\n- Answer calls\n\nSkills\n\nNumeracy\nTidiness\nPatience\n\nEducation\n\nA school certificate\n"
    )
    found = [(s.kind, s.heading.text) for s in posting(text, "post.txt").sections if s.heading]
    assert found == [("responsibilities", "Duties"), ("requirements", "Skills"), ("requirements", "Education")]


def test_a_button_and_a_tag_are_no_headings() -> None:
    page = '<h1>Carer</h1><p><a href="/apply">Apply now</a></p><p>You visit people at home and cook with them.</p>'
    assert all(s.heading is None for s in posting(page, "post.html").sections)
    assert all(s.heading is None for s in posting("Carer\n\nYou visit people at home.\n\n#HIRING\n", "post.txt").sections)


def test_accommodation_is_a_home_or_a_help() -> None:
    assert kinds("# Chef\n\nAccommodation: A shared cabin on board, full board\n\nYou cook.\n")[0][0] == "benefits"
    assert kinds("# Chef\n\n## Accommodation\n\nA single room in the staff house.\n")[0][0] == "benefits"
    assert kinds("# Chef\n\n## Accommodations\n\nTell us which adjustments you need at the interview.\n")[0][0] == "equal_opportunity"


def test_a_call_to_readers_is_no_heading() -> None:
    text = "Carer\n\nAre you a carer who looks for work around Hexham and Corbridge?\n\nThen talk to us.\n"
    assert all(s.heading is None for s in posting(text, "post.txt").sections)
    assert kinds("Carer\n\nIs this you?\n\n- Kind\n- Careful\n", "post.txt") == [("requirements", "heading")]


def test_a_long_sentence_may_lead_to_a_list() -> None:
    text = (
        "# Clerk\n\nYou file what comes in.\n\n"
        "We offer a fair wage as well as a full package of benefits to all those who work in the harbour office, to include:\n\n"
        "- Paid leave\n- A pension\n"
    )
    assert kinds(text)[-1] == ("benefits", "heading")


def test_parts_of_a_list_without_markup_are_of_the_kind_of_the_heading_above() -> None:
    text = "Duties:\n\nMorning Round\n- Bake bread\n- Fill the shelves\n\nAfternoon Round\n- Clean the oven\n- Order flour\n"
    assert [(s.kind, s.heading.text) for s in posting(f"# Baker\n\n{text}").sections if s.heading] == [
        ("responsibilities", "Duties:"),
        ("responsibilities", "Morning Round"),
        ("responsibilities", "Afternoon Round"),
    ]


def test_a_line_of_a_list_that_heads_none_is_no_part() -> None:
    text = "# Baker\n\nDuties:\n\n- Bake bread\n- Clean the oven\n\nMorning Round\n\nThe rest is up to you.\n"
    assert [s.heading.text for s in posting(text).sections if s.heading] == ["Duties:"]


def test_numbered_parts_over_lists_of_their_own() -> None:
    text = "# Teacher\n\nDuties\n\n1. Class Work\n- Teach reading\n- Mark books\n2. Parents\n- Meet parents\n- Write reports\n"
    assert [(s.kind, s.heading.text) for s in posting(text, "post.txt").sections if s.heading][-2:] == [
        ("responsibilities", "Class Work"),
        ("responsibilities", "Parents"),
    ]


def test_parts_marked_like_the_bare_heading_above_them() -> None:
    lists = "**Deliveries**\n\n- Drive the van\n\n**The shop floor**\n\n- Serve customers\n\n**Mind the gap**\n\nWe are a family bakery.\n"
    found = posting(f"# Baker\n\n**Responsibilities**\n\n{lists}").sections
    assert [s.kind for s in found] == ["responsibilities", "responsibilities", "responsibilities", "company"]


def test_the_subjects_of_wishes_are_wishes() -> None:
    text = "# Nurse\n\n## Desirable\n\n### Education\n\n- A degree\n\n### Required experience\n\n- Lifting\n\n### Languages\n\n- Welsh\n"
    assert [s.kind for s in posting(text).sections] == ["preferred", "preferred", "requirements", "preferred"]


def test_job_description_over_other_headings_names_no_part() -> None:
    below = "## About us\n\nWe are a small bakery by the sea.\n"
    assert kinds(f"# Baker\n\n# Job description\n\n{below}")[0] == ("other", "heading")
    assert kinds(f"# Baker\n\n# Job description\n\nWe need a baker.\n\n{below}")[0] == ("summary", "heading")
    assert kinds("# Baker\n\n# Job description\n\n## In short\n\nWe need a baker.\n")[0] == ("summary", "heading")
    assert kinds("# Baker\n\nJob description\n\nYour tasks will be:\n\n- Bake bread\n- Clean the oven\n")[0][0] == "responsibilities"


def test_job_description_over_the_employer() -> None:
    text = "# Baker\n\n## Job description\n\nFounded in 1921, Crust & Crumb is a family bakery with six shops.\n"
    assert kinds(text) == [("company", "heading")]
    assert kinds(f"{text}\nWe are looking for a baker.\n") == [("company+summary", "heading")]


def test_the_sentence_right_under_the_role_leads_to_its_list() -> None:
    text = "# Baker\n\n## The role\n\nYour main duties will include:\n\n- Bread and cakes\n- The oven\n"
    assert kinds(text) == [("responsibilities", "heading")]


def test_buttons_open_no_section() -> None:
    assert kinds("Apply now\n\nWard Baker\n\nWe need a baker for the early shift.\n", "post.txt")[0][1] == "inferred"
    assert ("application", "heading") in kinds("# Baker\n\nWe bake.\n\nApply now\n\nSend your CV to jobs@example.org.\n", "post.txt")
    assert kinds("# Baker\n\n## Apply now\n\nThe shop is by the river.\n") == [("application", "heading")]


def test_the_end_of_a_long_bold_sentence_is_no_heading() -> None:
    bold = "**Proven work at the head of a large bakery with more than ten ovens in several towns.\nThis work must include:**"
    assert all(s.heading is None or "This work" not in s.heading.text for s in posting(f"# Baker\n\n{bold}\n- Bread\n- Rolls\n").sections)


def test_a_question_that_asks_to_apply_is_a_heading() -> None:
    text = "# Baker\n\nWe bake.\n\nDoes this sound good? Then…\n\nSend us a letter.\n"
    assert ("application", "heading") in kinds(text)


def test_a_name_above_a_list_in_plain_text_heads_it() -> None:
    yard, orders = "Store & Yard\n\n- Sweep the yard\n- Lock the store", "Postal Orders\n\n- Open the post\n- Note each order"
    text = f"Stock Keeper\n\nTasks:\n\n{yard}\n\n{orders}\n"
    assert headed(text, "post.txt") == [
        ("responsibilities", "Tasks:"),
        ("responsibilities", "Store & Yard"),
        ("responsibilities", "Postal Orders"),
    ]
    assert not any(h == "Full Time" for _, h in headed("Cook\n\nFull Time\n\n- Ovens here\n- Near the sea\n", "post.txt"))


def test_managing_staff_is_a_duty_where_duties_are_listed() -> None:
    assert headed("# Cook\n\n## Staff management\n\n- Plan shifts\n- Train new cooks\n- Review work\n") == [
        ("responsibilities", "Staff management")
    ]
    assert headed("# Cook\n\n## Staff management\n\nTwo kitchen porters.\n") == [("reporting", "Staff management")]


def test_the_advantages_of_a_house_are_benefits() -> None:
    assert headed("# Cook\n\n## Elmhouse Advantages\n\n- Half price on meals\n- A gym\n") == [("benefits", "Elmhouse Advantages")]
    assert headed("# Cook\n\n## Added advantages\n\n- A second language\n- A van\n") == [("preferred", "Added advantages")]


def test_a_heading_that_leads_on_goes_on_with_the_wishes() -> None:
    text = "# Clerk\n\nNeed to have:\n\n- A diploma\n\nNice to have:\n\n- A van\n\nAbility to:\n\n- Speak Welsh\n- Type fast\n"
    assert [s.kind for s in posting(text).sections if s.heading] == ["requirements", "preferred", "preferred"]
    assert [s.kind for s in posting(text.replace("Nice to have", "Good to know")).sections if s.heading][-1] == "requirements"


def test_background_is_of_the_employer_where_it_says_so() -> None:
    told = "# Clerk\n\n## Background\n\n{}\n"
    assert kinds(told.format("The Harbour Trust runs four lighthouses.")) == [("company+summary", "heading")]
    assert kinds(told.format("A year at sea is of use.")) == [("other", "heading")]


def test_lines_that_lead_to_parts_of_a_list() -> None:
    inside, outside = (
        "In the old house at the lower level:\n\n- Feed birds\n",
        "In the garden and the pond, the keeper helps with:\n\n- Planting\n",
    )
    found = posting(f"# Keeper\n\nDuties:\n\n{inside}- Clean cages\n\n{outside}- Cutting hedges\n").sections
    assert [(s.kind, len(s.items)) for s in found if s.heading] == [
        ("responsibilities", 0),
        ("responsibilities", 2),
        ("responsibilities", 2),
    ]


def test_a_mode_is_the_value_of_a_label() -> None:
    table = "| GRADE | WORK ARRANGEMENT | SCHEDULE |\n|---|---|---|\n| 7 | On Site | Full-time |\n"
    assert [(s.kind, s.heading.text) for s in posting(f"# Clerk\n\n{table}").sections if s.heading] == [
        ("other", "GRADE"),
        ("location", "WORK ARRANGEMENT"),
        ("employment", "SCHEDULE"),
    ]
