# ruff: noqa: E501  # one case a line
"""The language of a text by its function words."""

from __future__ import annotations

import pytest

from jdlint.posting.facts.language import language_of
from jdlint.text.words import words

TEXTS = [
    ("en", "You will run the grill and look after the kitchen with our team. We are open from five until ten and you have two days off in a row."),
    ("de", "Du leitest die Küche und bist für den Einkauf der Waren verantwortlich. Wir sind ein kleines Team und suchen eine Person, die mit uns arbeitet."),
    ("fr", "Vous dirigez la cuisine et vous êtes responsable des achats avec une équipe de six personnes. Nous cherchons une personne pour le soir et les week-ends."),
    ("es", "Te encargas de la cocina y de las compras con un equipo de seis personas. Buscamos una persona para las tardes y los fines de semana en el centro."),
    ("pt", "Você cuida da cozinha e das compras com uma equipe de seis pessoas. Procuramos uma pessoa para as noites e os fins de semana no centro da cidade."),
    ("it", "Ti occupi della cucina e degli acquisti con una squadra di sei persone. Cerchiamo una persona per le sere e i fine settimana nel centro della città."),
    ("nl", "Je leidt de keuken en je bent verantwoordelijk voor de inkoop met een team van zes mensen. Wij zoeken iemand voor de avonden en het weekend in de stad."),
    ("sv", "Du leder köket och ansvarar för inköp med ett team av sex personer. Vi söker en person som kan arbeta på kvällar och helger och som är van vid att laga mat."),
    ("pl", "Prowadzisz kuchnię i odpowiadasz za zakupy z zespołem. Szukamy osoby do pracy na wieczory i weekendy, która jest dobra w gotowaniu oraz nie boi się pracy."),
    ("fi", "Johdat keittiötä ja vastaat ostoista tiimin kanssa. Etsimme henkilöä, joka voi tehdä työtä iltaisin ja viikonloppuisin sekä on tottunut siihen, että päivät ovat erilaisia."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_the_language_is_told(code: str, text: str) -> None:
    assert language_of([w.norm for w in words(text)]) == code


@pytest.mark.parametrize(
    "text", ["", "Küchenhilfe", "Chef de partie", "Python, SQL, Docker, Kubernetes, AWS, Terraform, Ansible, Jenkins, Git, Linux, Bash, Go"]
)
def test_too_little_to_tell_is_english(text: str) -> None:
    assert language_of([w.norm for w in words(text)]) == "en"


def test_english_with_foreign_names_stays_english() -> None:
    text = "You will work with the Casa de la Cultura and the Museo del Prado in our office, and you are the person for all of it."
    assert language_of([w.norm for w in words(text)]) == "en"
