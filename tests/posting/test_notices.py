"""Notice boards and small employers: labels whose value tells what they are, headings of their own, words said in passing."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.headings import classify
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read


def posting(text: str, name: str = "post.md") -> Posting:
    return Posting(read(text.encode(), name), Reading(as_of=date(2026, 1, 15)))


def headed(text: str, name: str = "post.md") -> list[tuple[str, str]]:
    return [(s.kind, s.heading.text) for s in posting(text, name).sections if s.heading is not None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Position Background", "summary"), ("Background to the post", "summary"), ("Your next role", "summary"),
        ("Primary function", "summary"), ("We're known for", "company"), ("We are", "company"),
        ("Information about the Unit/Team", "company"), ("More about the school", "company"),
        ("What next?", "application"), ("General HR Enquiries", "application"), ("Drop your CV at", "application"),
        ("There are two ways to apply", "application"), ("Procedure for submitting your form", "application"),
        ("Range", "pay"), ("Salary placement", "pay"), ("Remunaration", "pay"), ("Contract work year", "employment"),
        ("Role type", "employment"), ("Hours of duty", "employment"), ("End date", "employment"), ("Begin", "employment"),
        ("Citizenship", "requirements"), ("Responsibilites", "responsibilities"), ("Benifits", "benefits"),
        ("Job Description Code", "other"), ("FLSA", "other"), ("Jobs", "other"), ("Dimensions", "other"),
        ("Interview date(s)", "process"), ("Physical demands, such as:", "requirements"), ("PERKS &amp BENEFITS", "benefits"),
    ],
)  # fmt: skip
def test_headings_and_labels_of_notices(text: str, kind: str) -> None:
    meaning = classify(text)
    assert (meaning.kinds[:1], meaning.exact) == ((kind,), True)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("We are proud to announce", ()), ("We are hiring", ()), ("Age range", ("other",)), ("Your next step", ("application",)),
        ("Starting salary", ("pay",)), ("The job", ("summary",)), ("Product range", ()), ("To begin, your duties:", ("responsibilities",)),
        ("Process improvement", ()), ("We believe this", ()), ("Information about the role", ("summary",)),
    ],
)  # fmt: skip
def test_their_lookalikes(text: str, kinds: tuple[str, ...]) -> None:
    assert classify(text).kinds == kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("RANGE: $30,500.50 - $45,700.75", "pay"),
        ("Scale: £24,100 to £26,300", "pay"),
        ("Scale: 13.50 per hour", "other"),
        ("Classification: Temporary Part Time", "employment"),
        ("Dates: Full Time", "employment"),
        ("Dates: Closing date 3 March, interviews on 9 March", "application"),
        ("Dates: 3 March", "other"),
        ("Classification: Level 3", "other"),
        ("Prize: $500 in vouchers", "other"),
        ("Category: Permanent residents only", "other"),
    ],
)
def test_the_value_tells_what_a_label_of_no_kind_is(line: str, kind: str) -> None:
    text = f"Stage Hand\n\nRATE OF PAY: see below\n{line}\nLOCATION: Leeds\n"
    assert next(k for k, h in headed(text, "hand.txt") if h == line.partition(":")[0]) == kind


def test_the_title_after_a_label_for_the_description_is_no_summary() -> None:
    text = "Carer\n\nPosition description: Carer\nPosition title: Carer\nEmployment type: Casual\n"
    assert ("summary", "Position description") not in headed(text, "carer.txt")
    told = "Carer\n\nPosition description: Carers visit people at home.\nEmployment type: Casual\n"
    assert ("summary", "Position description") in headed(told, "carer.txt")


def test_a_rank_on_the_scale_of_a_board_is_no_demand() -> None:
    assert headed("# Clerk\n\nExperience level: Mid-senior\nSalary: £30,000\n")[0] == ("other", "Experience level")
    assert headed("# Clerk\n\nExperience level: 3 years\nSalary: £30,000\n")[0] == ("requirements", "Experience level")
    assert headed("# Clerk\n\nEducation level: Diploma\nSalary: £30,000\n")[0] == ("requirements", "Education level")


def test_what_comes_next_may_be_to_write() -> None:
    assert headed("# Cook\n\n## What next?\n\nWrite to Ann at ann@example.org.\n")[0][0] == "application"
    steps = "# Cook\n\n## Next steps\n\nWe call you for an interview, then a trial shift. Ann (ann@example.org) answers questions.\n"
    assert headed(steps)[0][0] == "process"


def test_the_name_of_the_document_above_the_title_is_no_section() -> None:
    assert headed("JOB DESCRIPTION\n\nJob title: Ward Cook\nLocation: Leeds\n", "cook.txt") == [("location", "Location")]
    assert ("summary", "Job description") in headed("# Ward Cook\n\n## Job description\n\nYou cook for two wards.\n")


def test_additional_skills_after_the_required_ones_are_wishes() -> None:
    lists = "## Requirements\n\n- Rye\n- Wheat\n\n## {}\n\n- Cake\n- Icing\n"
    assert [k for k, _ in headed("# Baker\n\n" + lists.format("Additional skills"))] == ["requirements", "preferred"]
    assert [k for k, _ in headed("# Baker\n\n" + lists.format("Other requirements"))] == ["requirements", "requirements"]
    assert [k for k, _ in headed("# Baker\n\n## Additional skills\n\n- Cake\n- Icing\n")] == ["requirements"]


def test_a_share_of_the_time_before_a_duty() -> None:
    text = "# Tutor\n\n## My week\n\n- 30% time: Teach two classes\n- 50%: Mark papers\n- 20% of your time – visit schools\n"
    assert headed(text) == [("responsibilities", "My week")]
    assert headed("# Tutor\n\n## My week\n\n- 5 years of teaching\n- 2 languages\n")[0][0] == "requirements"


def test_a_sentence_on_guests_before_a_colon_is_no_label() -> None:
    text = "# Cook\n\nOur guests have included: the Mayor of Leeds and two poets.\n\nYou'll report directly to the head chef.\n"
    assert headed(text) == []
    assert posting(text).has["reporting"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Cook\n\nYou will have the opportunity to learn from two chefs.", "requirements"),
        ("# Cook\n\nApplications must be received by Monday.", "requirements"),
        ("# Cook\n\nIf you would like to cook with us, write to ann@example.org.", "responsibilities"),
        ("# Cook\n\nOur house is on a hill, but you will work remotely.", "responsibilities"),
        ("# Cook\n\nThis position is 25 hours a week.", "summary"),
        ("# Cook\n\nDishes that delight our guests.", "company"),
        ("# Cook\n\nYou are excited about our mission.", "company"),
        ("# Cook\n\nBread ensures that the team is fed.", "company"),
        ("# Cook\n\nThe noise in the work environment is loud.", "company"),
        ("# Cook\n\nElm House is an equal opportunity employer.", "company"),
        ("# Cook\n\nWE ARE HIRING: SOUS CHEF", "company"),
        ("# Cook\n\nSupervise activities such as crafts.", "reporting"),
        ("# Cook\n\nSalt where desirable, to the desired degree of heat.", "preferred"),
        ("# Cook\n\nWe would also welcome applications from candidates interested in part-time work.", "equal_opportunity"),
        ("# Cook\n\nDepartment: Health and Wellness\nSalary: £13 an hour\n", "benefits"),
        ("# Cook\n\nWe are looking for a cook to help us find more cooks.", "responsibilities"),
        ("# Cook\n\nMeet the crew you'd be working with.", "responsibilities"),
    ],
)
def test_words_in_passing_do_not_count(text: str, kind: str) -> None:
    assert not posting(text).has[kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Cook\n\nYou will have a licence to drive.", "requirements"),
        ("# Cook\n\nYou must be able to lift a pan.", "requirements"),
        ("# Cook\n\nYou would cook for two wards.", "responsibilities"),
        ("# Cook\n\nOur mission is good bread for all.", "company"),
        ("# Cook\n\nSupervise a team of six.", "reporting"),
        ("# Cook\n\nA diploma is desirable.", "preferred"),
        ("# Cook\n\n## Requirements\n\n- A year in a kitchen, preferably in a hotel", "preferred"),
        ("# Cook\n\nWe welcome applications from people of all backgrounds.", "equal_opportunity"),
        ("# Cook\n\nDates: Closing date 3 March, interviews to be held on 9 March\nSalary: £13 an hour\n", "process"),
        ("# Cook\n\n## About our kitchen\n\nElm House is a hotel.\n\nThe post holder reports to the head chef.", "reporting"),
    ],
)
def test_words_that_mean_it_count(text: str, kind: str) -> None:
    assert posting(text).has[kind]


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("---\ntitle: Cook\nlever_link: https://jobs.lever.co/elm/17\n---\nYou cook.", "https://jobs.lever.co/elm/17"),
        ("---\ntitle: Cook\npage: https://forms.gle/aB3\n---\nYou cook.", "https://forms.gle/aB3"),
        ("# Cook\n\nYou cook.\n\n### Want to join our kitchen? [Contact us](/contact)", "/contact"),
        ("# Cook\n\nInformal enquiries may be made to Ann Elm (ann@example.org).", "ann@example.org"),
        ("# Cook\n\nFor more information please e mail ann@example.org", "ann@example.org"),
    ],
)
def test_ways_in(text: str, destination: str) -> None:
    found = posting(text).application
    assert found is not None
    assert found.destination == destination
    assert posting(text).has["application"]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Cook\npage: https://example.org/forms\n---\nYou cook.",
        "# Cook\n\n## How to apply\n\nPlease submit a full CV with a covering letter.",
        "# Cook\n\n## How to apply [¶](#how-to-apply)\n\nSoon.",
        "# Cook\n\nFor more information on adjustments see our policy; ann@example.org wrote it.",
    ],
)
def test_no_way_in(text: str) -> None:
    assert not posting(text).has["application"]


def test_the_place_to_go_may_stand_before_the_instruction() -> None:
    assert posting("# Cook\n\n## To apply\n\nUsing the linked form, introduce yourself and upload your resume.").has["application"]


@pytest.mark.parametrize(
    ("text", "pays"),
    [
        ("Pay: $26-$30 per hour – 32 hours", [(26, 30)]),
        ("Pay: €14 per hour - 39 hours", [(14, 14)]),
        ("Pay: mid-$50s", []),
        ("Pay: low $60,000s", [(60000, 60000)]),
        ("Flats to rent nearby cost 500 euros per month.", []),
        ("Apartments can be found for 500 euros per month.", []),
        ("Pay: £21,000 - £22,000 - £23,000", [(21000, 23000)]),
    ],
)
def test_pay_of_notices(text: str, pays: list[tuple[int, int]]) -> None:
    assert [(p.min, p.max) for p in posting(f"# Cook\n\n{text}\n").pay] == pays


def test_rows_of_a_table_copied_as_text() -> None:
    rows = [
        "Job title / Ward Cook",
        "Closing date / 3 June",
        "Interview date(s) / 9 June",
        "Location of post / Leeds",
        "Requirements / Skills",
    ]
    found = headed("\n".join(rows) + "\n\nYou cook for two wards.\n", "cook.txt")
    assert found[:3] == [("application", "Closing date"), ("process", "Interview date(s)"), ("location", "Location of post")]
    assert "Requirements" not in [h for _, h in found]
    assert headed("Ward Cook\n\nYou cook for two wards.\n\nHours / days as you like\n", "cook.txt") == []


def test_an_address_below_a_line_that_bids_to_apply_is_no_rest_of_its_sentence() -> None:
    text = "<h1>Cook</h1><h2>Reports to</h2><p>Head cook</p><p>Please apply on our website:<br>https://example.org/jobs/17</p>"
    assert headed(text, "cook.html")[-1] == ("application", "Please apply on our website:")
    views = "<h1>Cook</h1><p>You can find pictures of the kitchen here:<br>https://example.org/pictures</p>"
    assert headed(views, "cook.html") == []


def test_a_lead_with_the_name_of_the_job_opens_its_duties() -> None:
    text = "# Curator\n\nIn the herbarium, the Curator will also:\n\n- Paper\n- Glue\n"
    assert headed(text) == [("responsibilities", "In the herbarium, the Curator will also:")]
    assert classify("The Curator will receive:").kinds != ("responsibilities",)


def test_a_line_that_asks_nothing() -> None:
    text = "# Cook\n\n## Education\n\n- By our policy, this job has no formal educational requirements\n"
    assert not posting(text).has["requirements"]
    assert posting(text + "- A driving licence\n").has["requirements"]


@pytest.mark.parametrize("name", ["# Nurse\n\n{}", "Nurse\n\n{}"])
def test_a_conjunction_between_lists_is_no_heading(name: str) -> None:
    text = name.format("Requirements:\n\n- A diploma\n\nOR\n\n- Two years on a ward\n")
    assert [h for _, h in headed(text, "nurse.md" if name[0] == "#" else "nurse.txt")] == ["Requirements:"]
    bold = "# Nurse\n\n## Requirements\n\n- A diploma\n\n**OR**\n\n- Two years on a ward\n"
    assert headed(bold) == [("requirements", "Requirements")]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Pay matrix- (Rs. 44900-142400)", "Pay matrix"),
        ("Age limit— 35 years", "Age limit"),
        (
            "THE POSITION – The county seeks a cook for its two kitchens, who feeds the guests of the day centre and of the night shelter.",
            "THE POSITION",
        ),
    ],
)
def test_dashes_behind_labels(line: str, label: str) -> None:
    assert label in [h for _, h in headed(f"Cook\n\n{line}\nLocation: Leeds\n", "cook.txt")]


@pytest.mark.parametrize("line", ["Part- and full-time work is open to all.", "Pre- and after-school care for two groups."])
def test_dashes_inside_words(line: str) -> None:
    assert [h for _, h in headed(f"Cook\n\n{line}\nLocation: Leeds\n", "cook.txt")] == ["Location"]


def test_one_goal_over_a_text_is_the_purpose() -> None:
    assert headed("# Cook\n\n## Goal\n\nCooks and serves meals to pupils.\n") == [("summary", "Goal")]
    assert headed("# Cook\n\n## Goals\n\n- Fewer leftovers\n- Happy pupils\n")[0][0] != "summary"


def test_a_heading_for_duties_with_the_name_of_a_job_in_it_is_no_title() -> None:
    title = posting("School Cook\n\nGOAL\nCooks and serves meals.\n\nREPRESENTATIVE DUTIES\n- Cook\n- Serve\n", "cook.txt").title
    assert title is not None
    assert title.text == "School Cook"


def test_both_rates_of_a_range_may_name_their_period() -> None:
    assert [p.at.text for p in posting("# Cook\n\nPay: $19.50/hour - $27.25/hour\n").pay] == ["$19.50/hour - $27.25/hour"]


@pytest.mark.parametrize(
    ("items", "kinds"),
    [
        ("- support pupils in small groups\n- prepare materials\n- hold a first-aid certificate", ("responsibilities", "requirements")),
        ("- lead phonics\n- plan lessons\n- run the choir", ("responsibilities",)),
        ("support pupils at lunch\nprepare the hall\nhave a first-aid certificate", ("responsibilities", "requirements")),
        ("- be a qualified teacher\n- have taught Year 6\n- demonstrate warmth\n- work well with others", ("requirements",)),
    ],
)
def test_what_the_one_who_is_sought_will_do_and_will_have(items: str, kinds: tuple[str, ...]) -> None:
    text = f"Teaching Assistant\n\nWe are a school of 90 pupils.\n\nThe successful candidate will:\n{items}\n\nClosing date: 6 March 2026\n"
    found = next(s for s in posting(text, "post.txt").sections if s.heading is not None and "candidate" in s.heading.text)
    assert found.kinds == kinds


@pytest.mark.parametrize(
    ("line", "sums"),
    [
        ("Harbour Bistro, Cape Town · R18 000 – R22 000 per month · Permanent", [(18000, 22000, "ZAR")]),
        ("You earn R9 500 per month.", [(9500, 9500, "ZAR")]),
        ("You ride the R12000 series of trains.", []),
    ],
)
def test_rands_in_a_line_without_a_label(line: str, sums: list[tuple[float, float, str]]) -> None:
    found = posting(f"# Sous Chef\n\n{line}\n\n## Duties\n\n- Run the hot section\n").pay
    assert [(p.min, p.max, p.currency) for p in found] == sums


def test_a_message_to_a_telephone_is_a_way_to_apply() -> None:
    found = posting("# Sous Chef\n\nYou run the hot section.\n\nInterested? WhatsApp Thandi on 082 555 0142.\n").application
    assert found is not None
    assert found.destination == "082 555 0142"


@pytest.mark.parametrize("line", ["Apply at https://jobs.example.com/cook", "Grade 7 (£31,200 – £35,800), full time"])
def test_neither_an_address_nor_half_a_range_is_a_label(line: str) -> None:
    assert headed(f"# Cook\n\nYou cook.\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Use the form at https://jobs.example.com/12 by 9 February 2027.", "2027-02-09"),
        ("Fill in the form by 9 February 2027.", "2027-02-09"),
        ("You form a team by 9 February 2027.", None),
    ],
)
def test_a_form_may_have_its_day(line: str, day: str | None) -> None:
    found = posting(f"# Cook\n\nYou cook.\n\n{line}\n").deadline
    assert (found.date if found is not None else None) == day


def test_the_main_heading_is_the_title_below_a_smaller_one() -> None:
    page = "<h2>Careers at Brightmere</h2><h1>Senior Data Analyst</h1><ul><li>Berlin</li><li>€65,000–€78,000 p.a.</li></ul>"
    found = posting(f"<html><body>{page}<h3>Your mission</h3><ul><li>Own the report</li></ul></body></html>", "post.html").sections
    kinds = [(s.kind, s.heading.text if s.heading else "") for s in found]
    assert kinds == [("company", "Careers at Brightmere"), ("other", ""), ("responsibilities", "Your mission")]


def test_a_typical_shift_is_made_of_duties() -> None:
    assert classify("A typical shift").kinds == ("responsibilities",)
    assert classify("Shift").kinds != ("responsibilities",)


def test_a_clean_record_is_no_experience() -> None:
    found = posting("# Driver\n\n## Requirements\n\n- A clean driving record for three years\n- A track record of five years in haulage\n")
    assert [e.min for e in found.experience] == [5]


def test_people_of_every_faith_are_hired() -> None:
    assert posting("# Cook\n\nThe Copper Jug hires people of every faith, age and gender.\n").has["equal_opportunity"]
