"""A posting to fill in: what a candidate needs to know, with a slot in [brackets] for each thing that only the writer knows."""

from __future__ import annotations

from jdlint.start.countries import Country
from jdlint.text.record import dataclass

KINDS = {
    "full-time": "Full-time, [number of hours] a week, [state permanent or fixed-term]",
    "part-time": "Part-time, [number of hours] a week, [state permanent or fixed-term]",
    "fixed-term": "Full-time, [number of hours] a week, fixed-term until [end date]",
    "temporary": "Temporary, [number of hours] a week, until [end date]",
    "contract": "Contract of [number of months], [number of hours] a week",
    "internship": "Paid internship of [number of months], [number of hours] a week",
}
MODES = {"on-site": "On site", "hybrid": "Hybrid, [number of days] a week on site", "remote": "Remote, within {country}"}
_LEAD = "You will [describe in one sentence what the job is for]. You work with [describe the team: how many people, in which jobs]."
_MODE_SLOT = "[State on site, hybrid with the days on site, or remote]"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `ordered` where one item comes after the other."""

    texts: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs and lists."""

    heading: str
    parts: tuple[str | Items, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A posting: title, facts with their labels, a first paragraph, sections. Plain text; a layout turns it into a file."""

    title: str
    facts: tuple[tuple[str, str], ...]
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What the writer said: role, place, country, kind (a key of `KINDS`), mode (of `MODES`, or None), pay period (or None).

    `traits` tell what kind of work it is (`rules/lexicons/trades.yaml`).
    """

    role: str
    place: str
    country: Country
    kind: str = "full-time"
    mode: str | None = None
    period: str | None = None
    traits: frozenset[str] = frozenset()


def draft(job: Job) -> Draft:
    """The posting for a job."""
    pay = job.country.pay("[lowest amount]", "[highest amount]", job.period)
    facts = (
        ("Company", "[company name]"),
        ("Location", _location(job)),
        ("Work mode", _mode(job)),
        ("Contract", KINDS[job.kind]),
        ("Pay", pay),
        ("Reports to", "[job title]"),
        ("Apply by", "[closing date]"),
    )
    return Draft(job.role[:1].upper() + job.role[1:], facts, _LEAD, _sections(job))


def _mode(job: Job) -> str:
    return MODES[job.mode].format(country=job.country.name) if job.mode else _MODE_SLOT


def _location(job: Job) -> str:
    """The place with its country, which is not said twice."""
    known = {job.country.name.casefold(), *job.country.also, job.country.code}
    last = job.place.rpartition(",")[2].strip().casefold()
    return job.place if last in known - {job.country.code} else f"{job.place}, {job.country.name}"


def _sections(job: Job) -> tuple[Section, ...]:
    physical = Section("The physical side", ("[Describe what is lifted, carried or climbed, how often, and what helps with it].",))
    return (
        Section("About us", ("[Describe what you do, for whom, and how many of you there are].",)),
        Section("What you will do", _duties(job)),
        Section("What you need", (Items(tuple(_needs(job))),)),
        Section("Nice to have", (Items(("[Describe a skill that helps and can be learnt here]",)),)),
        *([physical] if "physical" in job.traits else []),
        Section("What success looks like", (Items(("After six months, [describe what has been reached, with a figure]",)),)),
        Section("What we offer", (_offer(job.country),)),
        Section("How to apply", (_way_in(job.country),)),
        Section("What happens next", _process(job)),
        Section("Equal opportunity", (_welcome(job.country),)),
    )


def _offer(country: Country) -> Items:
    moving = "Moving: [describe the help with relocation or a visa, or delete this line]"
    return Items((country.leave, *country.benefits, "Training: [describe what can be learnt, and in what time]", moving))


def _way_in(country: Country) -> str:
    return f"Send {country.resume} and [list what else you need to see] to [add an e-mail address or a link] by [closing date]."


def _welcome(country: Country) -> str:
    need = f"If you need an {country.change} at any step, write to [contact e-mail] and we will arrange it."
    return f"We welcome applications from people of every background, age and gender. {need}"


def _duties(job: Job) -> tuple[str | Items, ...]:
    tools = ("The tools are [list the languages, programs or machines, and say what each is for].",) if "technical" in job.traits else ()
    duties = (
        "[Describe the duty that takes most of the week: the verb first, then what it is for]",
        "[Describe the second duty]",
        "[Describe the third duty]",
        "[Describe the fourth duty]",
    )
    return (Items(duties), *tools)


def _needs(job: Job) -> list[str]:
    needs = [
        "[Describe a skill that the work can't do without, and what it is used for]",
        "[Describe the experience that is needed, and what counts as much]",
        "[Describe the qualification or registration that the work requires, or delete this line]",
    ]
    if "driving" in job.traits:
        needs.append("[Describe the driving licence that the work requires, or delete this line]")
    return needs


def _process(job: Job) -> tuple[str | Items, ...]:
    steps = ["[Describe the first step and how long it takes]", "[Describe the second step and how long it takes]"]
    if "vulnerable" in job.traits:
        steps.append("[Describe the background check that follows an offer, or delete this line]")
    return (Items((*steps, "An answer within [number of weeks]"), ordered=True), *(f"{line}." for line in job.country.process))
