"""Degrees asked for, and all other degrees."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.facts.degrees import find_degree_spans
from jdlint.posting.model import Reading
from jdlint.posting.posting import Posting
from jdlint.readers import read

# text, required, an equivalent will do
ASKED = [
    ("A good degree in a science", True, False),
    ("A three-year tertiary qualification in accounting", True, False),
    ("A diploma at a community college", True, False),
    ("B.Ed. (Bachelor of Education) from a recognised college", True, False),
    ("Bachelor's degree in nursing", True, False),
    ("BSc or MSc in physics", True, False),
    ("BS/BA in a related field", True, False),
    ("B.Tech / MSc IT / MCA", True, False),
    ("B.E. in civil engineering", True, False),
    ("Degree in Computer Science or equivalent practical experience", True, True),
    ("PhD preferred", False, False),
    ("Master’s degree in HR, or additional relevant training, is a plus.", False, True),
    ("Nursing degree required", True, False),
    ("Associate's degree from an accredited college", True, False),
    ("Associates Degree preferred", False, False),
    ("Educated to degree level", True, False),
    ("A Bachelor s degree from a college", True, False),
    ("Diploma in childcare", True, False),
    ("Requires a Bachelor’s + 8 yrs, a Master’s + 6 years or a PhD", True, False),
    ("JD from an accredited law school", True, False),
    ("An MBA is desirable", False, False),
    ("University degree", True, False),
    ("A university degree or comparable experience", True, True),
    ("Degree or apprenticeship in engineering", True, True),
    ("BA in history; relevant work experience may be substituted.", True, True),
    ("Bachelor of Science in Nursing", True, False),
    ("A Master of Social Work is an asset.", False, False),
    ("Doctorate in chemistry", True, False),
    ("College degree, or five years in lieu of a degree", True, True),
    ("Undergraduate degree in maths. Equivalent work experience will be considered.", True, True),
    ("You hold a bachelors degree.", True, False),
    ("Bachelor's degree (or equivalent)", True, True),
    ("A law degree", True, False),
    ("MS in statistics or related experience", True, True),
    ("Ideally you have a degree in design.", False, False),
    ("BSN required", True, False),
    ("2:1 degree in economics", True, False),
    ("High school degree required", True, False),
    ("High school diploma or GED", True, True),
    ("HS diploma required", True, False),
    ("Two years of shop work, or a degree in social work", True, True),
    ("3 years of experience and a Bachelor's or Master's degree", True, False),
    ("Bachelor's degree preferred but not required", False, False),
    ("You are a graduate in computer science.", True, False),
]

NONE = [
    "We rely to a good degree on volunteers.",
    "You teach on our postgraduate (MSc) programmes.",
    "You supervise PhD students.",
    "Lessons are part of the DVM curriculum.",
    "A plumber at the journeyman and master level",
    "Ana M. Roe, DVM, PhD, DACT",
    "No degree required",
    "You don't need a degree.",
    "A degree is not required.",
    "We hire regardless of degree.",
    "A high degree of autonomy",
    "Some degree of risk",
    "A large degree of freedom",
    "360-degree feedback",
    "Turn it by 90 degrees",
    "The oven reaches 250 degrees Celsius.",
    "Five degrees of freedom",
    "Scrum master",
    "She masters the tools of the trade.",
    "Masters of their craft bake here.",
    "The bachelor pad market",
    "Help in MS Office",
    "Work in Boston, MA",
    "The BA writes user stories.",
    "We offer tuition help towards your degree.",
    "Tuition reimbursement for a bachelor's degree",
    "Relatives within the 3rd degree",
    "An accredited degree granting college",
    "To what degree can you help?",
    "Run our degree apprenticeship programme.",
    "Do you have a bachelor's degree?",
    "Be kind; tell me more.",
    "Master data management",
    "The master bedroom",
    "Keep the master branch green.",
]


@pytest.mark.parametrize(("text", "required", "equivalent"), ASKED)
def test_reads_a_degree(text: str, required: bool, equivalent: bool) -> None:
    (degree,) = find_degree_spans(text)
    assert (degree.required, degree.equivalent_ok) == (required, equivalent)


@pytest.mark.parametrize("text", NONE)
def test_other_degrees_are_none(text: str) -> None:
    assert find_degree_spans(text) == []


def test_what_is_required_and_what_is_preferred_are_two_statements() -> None:
    found = find_degree_spans("Bachelor's degree required; Master's degree preferred")
    assert [d.required for d in found] == [True, False]


def test_among_wishes_a_degree_is_wished_for() -> None:
    assert [d.required for d in find_degree_spans("Degree in a life science", wished=True)] == [False]
    assert [d.required for d in find_degree_spans("A degree in a life science is required", wished=True)] == [True]


def _posting(text: str) -> Posting:
    return Posting(read(text.encode(), "job.md"), Reading(as_of=date(2026, 1, 15)))


def test_the_section_says_whether_it_is_a_demand() -> None:
    posting = _posting(
        "# Nurse\n\n## Requirements\n\n- BSN\n\n## Nice to have\n\n- Master's degree in nursing\n\n## Benefits\n\n- A degree, paid by us\n"
    )
    assert [(d.at.text, d.required) for d in posting.degrees] == [("BSN", True), ("Master's degree", False)]


def test_a_line_of_its_own_lets_experience_stand_in() -> None:
    demand = "# Clerk\n\n## Requirements\n\n- Bachelor's degree in law\n- Clear handwriting\n"
    assert [d.equivalent_ok for d in _posting(demand).degrees] == [False]
    remedy = demand + "- Candidates may substitute four years of work for the required education.\n"
    assert [d.equivalent_ok for d in _posting(remedy).degrees] == [True]


def test_the_answers_of_a_questionnaire_are_none() -> None:
    answers = "\n".join(f"- {d} degree" for d in ("Associate", "Bachelor's", "Master's"))
    assert _posting(f"# Clerk\n\n## Questions\n\nWhat is your highest level of education?\n\n{answers}\n").degrees == ()


def test_reads_fields() -> None:
    (degree,) = _posting("---\ntitle: Nurse\neducation: Bachelor's degree or equivalent experience\n---\nYou nurse.\n").degrees
    assert (degree.required, degree.equivalent_ok) == (True, True)


@pytest.mark.parametrize(
    ("text", "words"), [("A law degree", "law degree"), ("Your degree", "degree"), ("BSc or MSc in physics", "BSc or MSc")]
)
def test_the_range_covers_the_kind_and_all_alternatives(text: str, words: str) -> None:
    (degree,) = find_degree_spans(text)
    assert text[degree.start : degree.end] == words


@pytest.mark.parametrize(
    ("text", "equivalent"),
    [
        ("A degree in law is required. Further education may be substituted for up to two years of experience.", False),
        ("A degree in law. Completed degrees above the minimum may be substituted for work experience, year for year.", False),
        ("A degree in law. Education may be substituted for experience, and vice versa.", True),
        ("A degree in law. Relevant experience may be substituted for the degree.", True),
    ],
)
def test_education_in_place_of_years_is_no_equivalent_of_a_degree(text: str, equivalent: bool) -> None:
    assert [span.equivalent_ok for span in find_degree_spans(text)][:1] == [equivalent]


def test_a_degree_beside_the_benefits_and_the_degrees_of_colleagues() -> None:
    def asked(text: str) -> list[str]:
        found = Posting(read(f"# Teacher\n\n{text}".encode(), "post.md"), Reading(as_of=date(2026, 1, 15))).degrees
        return [d.at.text for d in found]

    assert asked("We need a teacher and have an excellent benefit package. An Associate Degree in Early Years is preferred.")
    assert asked("## Benefits\n\n- A paid Associate Degree in Early Years") == []
    assert asked("You work with technicians and PhD researchers.") == []
