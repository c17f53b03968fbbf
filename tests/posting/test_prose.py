"""What single sentences tell without a heading or a set phrase: forms of each, and lookalikes."""

from __future__ import annotations

import pytest

from jdlint.posting.prose import demands, introduces_role, ranks, steps_in, tells_duties, wishes

TITLE = frozenset(("physics", "technician"))


@pytest.mark.parametrize(
    "text",
    [
        # modals with a verb of work
        "The barkeeper must stock the wells, change kegs and run glassware.",
        "Technicians might be tasked with cleaning the benches.",
        "The post holder will help patients with washing.",
        "They may also be asked to present at our monthly meeting.",
        "The clerical officer will be expected to deal with post.",
        "You would run the exercise groups.",
        "You'll laminate croissants at dawn.",
        "The illustrator will create twelve drawings.",
        "The technician should check the gas taps.",
        # the title or "you" as the subject
        "The technician sets up experiments.",
        "Physics technicians repair equipment and keep it safe.",
        "Every day you repair about eight bikes.",
        "You develop our payment services.",
        "You keep shelves full, answer the phone and help beginners.",
        "You'll spend two years with our gardeners.",
        # lists of what is done
        "Greet tables, take orders, carry plates, clear and reset.",
        "Vacuum and mop two floors of offices, empty bins.",
        "BAR BACK: Runs food, buses tables",
        "What's involved: keeping the books, paying bills, presenting accounts.",
        "The job: mixing, shaping and baking from ten at night until six.",
        "To nurse people at home; and to teach and to support their families.",
        "Writes grants, manages donors; tracks gifts.",
    ],
)
def test_duties(text: str) -> None:
    assert tells_duties(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "The technician must hold a valid licence.",
        "You must have a car.",
        "Technicians must complete a background check.",
        "Applicants must submit a form.",
        "The technician must be able to read drawings.",
        "You'll need a degree.",
        "You will love the view.",
        "You'll get a pension.",
        "If you bake bread, write to us.",
        "We design, build and test boats.",
        "Please send a letter, complete the form and apply.",
        "The customer will order bread.",
        "You have worked with ovens.",
        "Knowledge of design, planning and bread.",
        "Harbour Radio makes, edits and broadcasts programmes.",
        "Our shop bakes bread.",
        "To join us, send a letter and bring a loaf.",
        "To learn more, visit the shop.",
        "You are friendly and bring a van.",
        "You know flour, communicate well and write clearly.",
    ],
)
def test_no_duties(text: str) -> None:
    assert not tells_duties(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "The Physics Technician is primarily responsible for the labs.",
        "The technician sets up experiments.",
        "We are after a treasurer.",
        "The Governors wish to appoint a teacher.",
        "The kitchen needs another pair of hands.",
        "The Board invites applications for the above post.",
        "This internship will take you to three labs.",
        "I need help.",
        "Your mission will be to rebuild the oven.",
        "Cleaner wanted.",
    ],
)
def test_the_role_is_introduced(text: str) -> None:
    assert introduces_role(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "This job is open to applicants in Canada.",
        "This position is located in Ely.",
        "The role is remote.",
        "This post will be filled in May.",
        "Elm House cares for forty people.",
        "Send us a letter.",
        "The post is part time.",
    ],
)
def test_the_role_is_not_introduced(text: str) -> None:
    assert not introduces_role(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "Must hold a valid licence.",
        "Must be 21.",
        "Need to be able to stand the heat.",
        "Applicants need a good degree.",
        "GDC registration is a must.",
        "We would like someone handy and tidy.",
        "You have worked in a workshop before.",
        "You speak Dutch and some English.",
        "You love people more than wool.",
        "You're calm and awake.",
        "Weekend availability required.",
        "Our ideal candidate is honest.",
        "This job is perfect for someone with patience.",
        "Friendly people with weekend availability.",
        "We're after a treasurer who enjoys numbers.",
    ],
)
def test_demands(text: str) -> None:
    assert demands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Elm House cares for forty people.",
        "Bake bread each morning.",
        "The successful candidate will be responsible for the ovens.",
        "Elm House is looking for an experienced, knowledgeable baker.",
        "The shop opens at six.",
        "You're responsible for the ovens.",
        "You are invited to visit us.",
        "Teacher required for September.",
        "We are looking for a kind and patient carer.",
        "This post is perfect for a tidy person with a passion for bread.",
        "We seek a colleague who is eager to share what they know.",
    ],
)
def test_no_demands(text: str) -> None:
    assert not demands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ideally you would be comfortable with rye.",
        "It would help if you've used a till.",
        "Bookkeeping experience would be lovely.",
        "A science A level would be an advantage.",
        "Knowledge of R is welcome.",
        "Experience helpful.",
        "A van would be really handy.",
        "A course in pastry could make your letter, too, but it helps if you bake at home.",
    ],
)
def test_wishes(text: str) -> None:
    assert wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "You are welcome to visit.",
        "A licence is required.",
        "We would be happy to hear from you.",
        "Be helpful to guests.",
        "Our preferred supplier of rye.",
    ],
)
def test_no_wishes(text: str) -> None:
    assert not wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Responsible for managing the 30+ employees of the yard.",
        "Leads a team of nine porters.",
        "You supervise three cooks.",
        "Serves at the will of the Mayor.",
        "Works under the close supervision of the office manager.",
        "Under the guidance of the head nurse, you plan the week.",
        "Plan the rota and manage up to 12 staff.",
        "Works under the overall authority of the harbour master.",
        "Direct supervision by the head of the kitchen.",
    ],
)
def test_ranks(text: str) -> None:
    assert ranks(text)


@pytest.mark.parametrize(
    "text", ["Manage 3 budgets.", "Lead the way.", "Six people work here.", "Manage the will of a client.", "Direct guests to their table."]
)
def test_no_ranks(text: str) -> None:
    assert not ranks(text)


@pytest.mark.parametrize(
    "text",
    [
        "The process includes an editing test and two interviews of 60 minutes.",
        "A call of 20 minutes with Lea, a paid trial morning, then an offer.",
        "A written exam is followed by an interview in March.",
        "First a phone call, then a panel interview.",
        "Shortlisted people give a 10-minute presentation to a panel.",
        "Portfolio chat, 45 min\nSmall task, paid\nOffer",
    ],
)
def test_steps(text: str) -> None:
    assert steps_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "We judge these abilities as the selection goes on.",
        "Call 555 0100 for an interview.",
        "General process information.",
        "Interviews will be held.",
        "We make an offer and take up references.",
    ],
)
def test_no_steps(text: str) -> None:
    assert not steps_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for a Head Baker who will be central to opening our second shop.",
        "We need someone who will run the night kitchen.",
        "We want a Ward Clerk who will own the rota.",
        "Elm House is seeking a Pastry Cook to design and/or improve cakes.",
        "We are looking for a Shop Assistant to stack shelves and serve people.",
    ],
)
def test_a_clause_about_the_work_is_no_demand(text: str) -> None:
    assert not demands(text)


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for a Head Baker who has opened shops before.",
        "We need someone who loves rye.",
        "We want a Ward Clerk who will have two years in a hospital.",
        "Elm House is seeking a Pastry Cook with a diploma.",
    ],
)
def test_a_clause_about_the_person_is_a_demand(text: str) -> None:
    assert demands(text)


@pytest.mark.parametrize("text", ["Elm House is seeking a Pastry Cook to design and/or improve cakes.", "We need a porter to clean wards."])
def test_what_somebody_is_sought_for_is_a_duty(text: str) -> None:
    assert tells_duties(text)


@pytest.mark.parametrize("text", ["We are seeking a cook to join our team.", "We need a nurse to have a degree."])
def test_joining_is_no_duty(text: str) -> None:
    assert not tells_duties(text)


def test_a_particular_interest_is_a_wish() -> None:
    assert wishes("As we bake at night, we are particularly interested in candidates with a van.")
    assert not wishes("We are interested in bread.")


@pytest.mark.parametrize("text", ["We'd love to see some work with bees.", "The ideal candidate would also have a van."])
def test_what_we_would_like_to_see_is_a_wish(text: str) -> None:
    assert wishes(text)
