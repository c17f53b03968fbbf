"""Realistic postings of own text, of any number and length: what the other benchmarks measure with.

    python benchmarks/generate.py FOLDER [--count 200] [--words 600] [--seed 0]

Every posting is put together at random from sentences of one trade and of all trades, as Markdown, HTML or plain text in turn.
The same seed makes the same postings.
"""

from __future__ import annotations

import argparse
import html
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FORMS = ("md", "html", "txt")


@dataclass(frozen=True)
class Trade:
    """What postings of one trade say; a text in braces is filled in."""

    titles: tuple[str, ...]
    duties: tuple[str, ...]
    demands: tuple[str, ...]
    pay: tuple[str, ...]


TRADES = (
    Trade(
        ("Staff Nurse, Cardiology", "Ward Nurse (nights)", "Senior Staff Nurse", "Community Nurse - {city}"),
        (
            "Assess patients on arrival and write the care plan with them and their family.",
            "Give medicines on the {n} beds of the ward and record them in the electronic chart.",
            "Hand over to the next shift at 7:30, with a walk past every bed.",
            "Teach two student nurses a term how to take bloods and read an ECG.",
            "Call the doctor on duty when a patient's early-warning score rises.",
            "Other duties as assigned by the ward manager.",
        ),
        (
            "Registration with the nursing council, or a date by which you will have it.",
            "At least {n} years of experience on an acute ward.",
            "You can lift and turn patients with a hoist; we train you on ours.",
            "A Bachelor's degree in nursing or equivalent experience.",
        ),
        ("£31,049 to £37,796 a year (Band 5), with night and weekend pay on top.", "$38.50–$46.20 an hour, paid every two weeks."),
    ),
    Trade(
        ("Line Cook", "Chef de Partie", "Kitchen Porter (part-time)", "Rockstar Pastry Chef"),
        (
            "Run the grill on Friday and Saturday, about {n}0 covers a night.",
            "Prepare sauces and stocks before noon and label them with the day.",
            "Check deliveries against the order and send back what is not fresh.",
            "Clean your station, the fryers and the floor before you leave.",
            "Help with stock-taking on the last Sunday of the month.",
        ),
        (
            "Two seasons in a busy kitchen, or a finished apprenticeship.",
            "A food hygiene certificate (level 2); we pay for it if you have none.",
            "You must be a native English speaker with a can-do attitude.",
            "You can stand for a shift of {n} hours.",
        ),
        ("€15.80 an hour plus an equal share of the tips.", "Competitive salary, depending on experience."),
    ),
    Trade(
        ("Backend Developer", "Senior Software Engineer (Remote)", "Data Engineer II", "Full-Stack Ninja"),
        (
            "Build the services behind booking and billing in Python and Go.",
            "Review your colleagues' changes within a working day.",
            "Be on call for one week in {n}, with a day off after it.",
            "Move the {n} reports that still run at night to a stream.",
            "Write down why we chose what we chose, so that the next person can choose again.",
            "Responsible for the maintenance of legacy systems.",
        ),
        (
            "{n}+ years of professional experience with Python, SQL and Kubernetes.",
            "You have run a database in production and have restored a backup.",
            "BSc in Computer Science required.",
            "Nice to have: Terraform, Kafka, and an eye for a good API.",
        ),
        ("$95,000 – $120,000 per year, by level; we tell you the level after the first talk.", "Up to £70k + bonus."),
    ),
    Trade(
        ("Primary School Teacher, Year {n}", "Mathematics Teacher (fixed term)", "Teaching Assistant"),
        (
            "Teach a class of {n}2 pupils all subjects but music and sport.",
            "Plan lessons with the other teacher of the year on Monday afternoons.",
            "Talk to parents at two evenings a term and whenever they ask.",
            "Keep reading records and share them with the head of English.",
            "Look after the school garden with the pupils' council.",
        ),
        (
            "Qualified teacher status, or a place on the last year of training.",
            "Experience with mixed-age groups is welcome.",
            "Young and energetic, with strong communication skills.",
            "An enhanced DBS check, which the school pays for.",
        ),
        ("Main pay range M1–M6, £31,650 to £43,607.", "Salary: AUD 78,000 pro rata (0.6 FTE)."),
    ),
    Trade(
        ("Delivery Driver", "Warehouse Operative", "Forklift Driver - {city}", "HGV Class 1 Driver"),
        (
            "Load the van by 6:15 and drive a round of about {n}0 stops.",
            "Carry parcels of up to 25 kg to the door, with a trolley where there are stairs.",
            "Scan what you deliver and call the office when nobody is at home.",
            "Check tyres, lights and oil before the first round.",
        ),
        (
            "A valid driver's licence, held for {n} years.",
            "You are able to lift 25 kg.",
            "No experience needed: we ride with you for the first two weeks.",
            "He must know the streets of {city} like the back of his hand.",
        ),
        ("£12.60 per hour, overtime at time and a half.", "₹3.2–4.1 lakh a year with a fuel allowance."),
    ),
)
OPENINGS = (
    "We run {n} sites in and around {city} and are looking for somebody who stays.",
    "Fenwick & Daughters has made things that last since 19{n}2; about {n}0 people work here.",
    "You will join a team of {n} that reports to the head of operations, Maria Osei.",
    "This job is new: the work has grown, and four of us can no longer do it alone.",
    "We are a fast-paced, dynamic company that works hard and plays hard.",
    "Our office is five minutes' walk from the station; the bus stops at the door.",
)
PLACES = (
    "The work is in {city}, five days a week.",
    "Hybrid: two days a week in our {city} office, the others wherever you like in the country.",
    "Fully remote within Canada, between 9:00 and 17:00 Toronto time.",
    "Location: {city}. Full-time, permanent, 37.5 hours a week.",
    "Part-time, {n}0 hours a fortnight, on a contract of twelve months.",
)
BENEFITS = (
    "28 days of holiday plus public holidays.",
    "A pension to which we add {n}% of your pay.",
    "Private health insurance from the first day.",
    "Sixteen weeks of paid parental leave, whoever you are.",
    "A yearly budget of 1,200 for courses and books.",
    "Free fruit, a foosball table and beer on Fridays.",
)
PROCESS = (
    "Send your CV and a few lines to jobs@fenwick.example by 15 January 2027.",
    "Apply through the form at https://fenwick.example/jobs/{n}{n}; it takes ten minutes.",
    "We answer within ten days, talk for half an hour by phone, and meet once for a trial morning.",
    "Questions? Call Maria Osei on +44 20 7946 0{n}58.",
    "Please send 3 references with your application.",
)
FAIRNESS = (
    "We welcome people of every age, origin, religion, gender and orientation, with and without disabilities.",
    "Tell us what you need for the interview, such as a ramp or more time, and we arrange it.",
    "Fenwick & Daughters is an equal opportunity employer.",
)
FILLERS = (
    "The team meets on {day} at ten, for a quarter of an hour, standing.",
    "In your first month you learn the work beside {name}, who has done it for {n} years.",
    "After half a year you run your own part of it, and we look together at what went well.",
    "We buy the tools that you need; ask {name} and they are there on {day}.",
    "Last year {n} of our people changed teams, and nobody had to leave to do so.",
    "It gets loud before the holidays, and quiet in {month}.",
    "Our customers are schools, clinics and {n} small shops between {city} and the coast.",
    "Most of us cycle; there is a shower and a place to lock up.",
    "In {month} we moved to the new building, which has daylight on every floor.",
    "You need not know our software; {name} shows you in a day.",
)
CITIES = ("Leeds", "Toronto", "Cork", "Melbourne", "Austin", "Pune", "Utrecht", "Bristol")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MONTHS = ("January", "March", "May", "August", "October")
NAMES = ("Priya", "Tom", "Aoife", "Daniel", "Wanjiru", "Lena")
HEADINGS = (
    ("About us", "Who we are", "The company"),
    ("What you will do", "Responsibilities", "Your tasks", "The work"),
    ("What you bring", "Requirements", "Your profile"),
    ("Pay", "Salary", "What we pay"),
    ("Benefits", "What we offer"),
    ("Where and when", "Location"),
    ("How to apply", "Apply"),
    ("Equal opportunity", "Everyone is welcome"),
    ("More about the job", "Good to know"),
)


@dataclass(frozen=True)
class Part:
    """A heading with sentences below it."""

    heading: str
    lines: tuple[str, ...]
    bulleted: bool


class Writer:
    """Writes one posting."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # nothing secret

    def posting(self, words: int, form: str) -> str:
        """A posting of about so many words."""
        trade = self._random.choice(TRADES)
        title = self._fill(self._random.choice(trade.titles))
        parts = list(self._parts(trade, words - len(title.split())))
        return {"md": _markdown, "html": _html, "txt": _plain}[form](title, parts)

    def _parts(self, trade: Trade, words: int) -> Iterator[Part]:
        sources = (
            (OPENINGS, 2, False), (trade.duties, 5, True), (trade.demands, 3, True), (trade.pay, 1, False), (BENEFITS, 4, True),
            (PLACES, 1, False), (PROCESS, 2, False), (FAIRNESS, 1, False),
        )  # fmt: skip
        parts = [self._part(HEADINGS[i], *source) for i, source in enumerate(sources)]
        written = sum(len(line.split()) for part in parts for line in part.lines)
        fillers: list[str] = []
        while written < words:
            line = self._fill(self._random.choice((*FILLERS, *FILLERS, *trade.duties, *OPENINGS)))
            fillers.append(line)
            written += len(line.split())
        yield from parts[:-1]
        size = 8  # sentences of a part
        for i in range(0, len(fillers), size):
            yield Part(self._random.choice(HEADINGS[8]), tuple(fillers[i : i + size]), self._random.random() < 0.4)  # noqa: PLR2004
        yield parts[-1]

    def _part(self, headings: tuple[str, ...], lines: tuple[str, ...], count: int, bulleted: bool) -> Part:
        chosen = self._random.sample(lines, min(count, len(lines)))
        return Part(self._random.choice(headings), tuple(self._fill(line) for line in chosen), bulleted)

    def _fill(self, text: str) -> str:
        pick = self._random.choice
        n = self._random.randint(2, 9)
        return text.format(n=n, city=pick(CITIES), day=pick(DAYS), month=pick(MONTHS), name=pick(NAMES))


def _paragraphs(lines: tuple[str, ...]) -> list[str]:
    return [" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]


def _markdown(title: str, parts: list[Part]) -> str:
    texts = [f"# {title}"]
    for part in parts:
        texts.append(f"## {part.heading}")
        texts += ["\n".join(f"- {line}" for line in part.lines)] if part.bulleted else _paragraphs(part.lines)
    return "\n\n".join(texts) + "\n"


def _plain(title: str, parts: list[Part]) -> str:
    texts = [title]
    for part in parts:
        body = "\n".join(f"* {line}" for line in part.lines) if part.bulleted else "\n\n".join(_paragraphs(part.lines))
        texts.append(f"{part.heading.upper()}\n\n{body}")
    return "\n\n".join(texts) + "\n"


def _html(title: str, parts: list[Part]) -> str:
    rows = [f"<!DOCTYPE html>\n<html lang=en><head><title>{html.escape(title)}</title></head><body>", f"<h1>{html.escape(title)}</h1>"]
    for part in parts:
        rows.append(f"<h2>{html.escape(part.heading)}</h2>")
        if part.bulleted:
            rows.append("<ul>\n" + "\n".join(f"  <li>{html.escape(line)}</li>" for line in part.lines) + "\n</ul>")
        else:
            rows += [f"<p>{html.escape(text)}</p>" for text in _paragraphs(part.lines)]
    return "\n".join([*rows, "</body></html>"]) + "\n"


def postings(count: int, words: int = 600, seed: int = 0, forms: tuple[str, ...] = FORMS) -> Iterator[tuple[str, str]]:
    """File names and texts; each form in turn."""
    for number in range(count):
        form = forms[number % len(forms)]
        yield f"{number:06}.{form}", Writer(seed * 1_000_003 + number).posting(words, form)


def main() -> None:
    """Write postings into a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, text in postings(options.count, options.words, options.seed):
        (options.folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
