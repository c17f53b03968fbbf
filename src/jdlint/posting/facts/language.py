"""The language of a text, by the share of its function words: a small table tells the European languages apart."""

from __future__ import annotations

from collections import Counter

from jdlint.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.posting.posting import Posting

_WORDS = 300  # so many words from the start tell
_FEW = 12
_LEAD = 1.4  # another language than English must lead it by this much
_SHARE = 0.12

# The most frequent function words of each language; a word of several languages counts for each.
_TABLE = {
    "en": "the and of to in a is for with you we your our are will be on as this that an or have at from by work who their it not"
    " all can",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie"
    " nach wird bei einer um am sind noch wie einem über einen so zum wir uns unser unsere du dein deine ihr ihre oder sowie",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec nous vous votre vos"
    " notre nos ou aux être cette ses son d'une l'équipe",
    "es": "de la que el en y a los se del las un por con una su para es al lo como más o sus le ha me si sin sobre este nuestro"
    " nuestra tu nosotros eres somos experiencia trabajo equipo",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou nos você nossa nosso"
    " são experiência trabalho equipe",
    "it": "di e il la che in a per un del è con non una i della le si da dei nel al come più alla o gli sono anche nostro nostra"
    " tuo lavoro delle ed dell'azienda",
    "nl": "de en van het een in is dat op te voor met zijn die niet aan er om ook als dan maar bij of uit jij je wij ons onze ben"
    " hebt naar worden jouw wat binnen",
    "sv": "och i att en det som på är av för med den till inte om ett har de du vi vår våra dig din kan ska eller från hos arbeta"
    " vara",
    "da": "og i at en det som på er af for med den til ikke om et har de du vi vores dig din kan skal eller fra hos arbejde være"
    " blive",
    "no": "og i å en det som på er av for med den til ikke om et har de du vi vår våre deg din kan skal eller fra hos arbeide være"
    " bli",
    "fi": "ja on ei se että oli hän mutta ovat kun sekä tai kanssa myös jos olet olemme meidän sinulla työ sinun joka voi mukaan"
    " meillä",
    "pl": "i w na z do się nie to że jest o za od po jak dla przez oraz są lub nasz nasze pracy twoje który przy będzie jako",
    "cs": "a v na se je že s z do o pro jako by i ale jsou nebo při od tak práce naše jsme vás máte",
    "ro": "și în de la cu a pe pentru care un o este din nu sau mai ca prin sunt vei noastre",
    "hu": "a az és hogy nem is egy van meg de ha csak vagy mint lesz munka számára",
}  # fmt: skip
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _code, _list in _TABLE.items():
    for _word in _list.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _code)


def language_of(words: list[str]) -> str:
    """The ISO 639-1 code of folded words; "en" where they are too few or tell nothing."""
    counts = dict.fromkeys(_TABLE, 0)
    for word, count in Counter(words).items():
        for code in _BY_WORD.get(word, ()):
            counts[code] += count
    best = max(counts, key=lambda code: counts[code])
    if len(words) < _FEW or counts[best] < _SHARE * len(words) or counts[best] < _LEAD * counts["en"]:
        return "en"
    return best


def find_language(posting: Posting) -> str:
    """The language of the body's first words, headings and fields included where the body is short."""
    found: list[str] = []
    for block in (*(b for b in posting.texts if b.kind != "field"), *(b for b in posting.texts if b.kind == "field")):
        found.extend(posting.tokens(block))
        if len(found) >= _WORDS:
            break
    return language_of(found[:_WORDS])
