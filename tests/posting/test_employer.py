"""Sentences that say who the employer is or what it does, and lookalikes."""

from __future__ import annotations

import pytest

from jdlint.posting.employer import describes_employer


@pytest.mark.parametrize(
    "text",
    [
        # a name and what it is
        "Elm House is a care home in Leeds.",
        "The Elm House Trust (EHT) is one of the oldest charities in the north.",
        "Elm House bakes and sells bread. Elm & Co. is the bakery of the town.",
        "Elm House is a family-run bakery.",
        "The Elm House Trust strives to keep old orchards alive.",
        "Rivermill Dental is a mixed practice with five surgeries.",
        "Harbour Radio is part of the Northern Voices group.",
        # a name, an aside, and somebody sought
        "Elm House, a small bakery in Leeds, is looking for a baker.",
        "Elm House, one of the oldest bakeries in Leeds is now looking for a baker.",
        "Quay Print Services, formerly Harbour Mail Ltd, delivers letters and parcels.",
        "The Open Bread Archive (OBA), a project under the Grain Trust that aims to keep old recipes, is seeking an editor.",
        "Join Harbour Radio, a community station on the coast.",
        "At Larkspur Home, a charity for older people, nobody eats alone.",
        # a name and what it does
        "Elm House cares for forty people.",
        "The Larkspur Archives comprise four reading rooms.",
        "Our museum holds a collection of clocks.",
        "Together they form one of the largest collections of moss.",
        "It is one of the oldest theatres in Wales.",
        "Oak Lane Kitchen cooks for three schools.",
        "Sundara Weaving exports cloth to twenty countries.",
        "The Rural Roads Division advises the council on bridges.",
        "The Mapping Institute, which was set up in 2014, studies how maps are made.",
        "Moss Street Society looks after eighty plots.",
        "Tenants United Rochester organizes renters.",
        # we
        "We make sourdough.",
        "We train volunteers in 200 museums.",
        "Since 2011, we have supplied cafes with bread.",
        "We are the town's last bakery with a wood oven and we're part of the market.",
        "Hi! We're Kiosk Labs.",
        "As a union, we organise bakers in the whole north.",
        "I run Fernwood, a company of one.",
        # our bakery, the board
        "Our hotel overlooks the harbour and has been in the same family since 1952.",
        "Our family bakery has fed the town since 1920.",
        "The Board is the statutory authority for education in the region.",
        "The kitchen at Blue Heron serves lunch and dinner.",
        "Seasonal food from our scratch kitchen on the pier.",
        "The Salt Museum tells the story of the mines.",
        "The group studies how glaciers slide.",
        "The Harbour Digital Service is focused on plain forms.",
        "We're turning old mills into homes.",
        "Six people who write the software behind 900 ovens.",
        "It is our responsibility to keep the register.",
        "We have two locations: one by the river and one in the old mill.",
        "Everything we do at Elm House starts with bread.",
        "Our teams are turning old mills into homes.",
    ],
)
def test_a_sentence_about_the_employer(text: str) -> None:
    assert describes_employer(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is a part-time job.",
        "The Ward Manager is a nurse.",
        "The Community Organiser is a member of the team.",
        "Travel is a must.",
        "Experience is a plus.",
        "Plans and supports the week's work.",
        "bread is a food",
        "We are looking for a baker.",
        "We are seeking an experienced baker.",
        "We offer a pension.",
        "We need somebody who bakes.",
        "We review applications each Friday.",
        "We interview in March.",
        "We help you with the move.",
        "Elm House is looking for a baker.",
        "Elm House invites applications.",
        "The bakery is looking for a baker.",
        "The position is open until filled.",
        "The shop is closed on Mondays, and so is the position.",
        "You will support the Tenants Network, a network of volunteers.",
        "Work with our community of bakers.",
        "Interviews are held in Leeds.",
        "Customer Service skills are needed.",
        "Our ideal candidate bakes.",
        "Three people report to you.",
        "The shop is small.",
        "We're hiring in the north.",
        "We are accepting letters until May.",
        "The Director of Baking plans the week.",
        "Elm House is an Equal Opportunity Employer.",
        "Elm House is an EEO/AA employer.",
        "WE ARE HIRING: WARD CLERK",
        "We have two posts to fill.",
    ],
)
def test_a_sentence_about_something_else(text: str) -> None:
    assert not describes_employer(text)


def test_an_office_is_an_employer_where_it_is_not_the_job() -> None:
    office = "The Supervisor of Markets administers all stalls in the county."
    assert describes_employer(office, frozenset(("market", "clerk")))
    assert not describes_employer(office, frozenset(("supervisor", "markets")))
    led = "Headed by an elected board, the Office of the Harbour Master is responsible for all moorings."
    assert describes_employer(led)
    assert not describes_employer("The Office of Markets Assistant Director is responsible for all stalls.")
    assert not describes_employer(led.replace("Office of", "Head of"))
    assert not describes_employer(office)


def test_the_title_names_no_employer() -> None:
    assert describes_employer("Night Bakery operates the ovens.")
    assert not describes_employer("Night Bakery operates the ovens.", frozenset(("night", "bakery")))


def test_what_the_title_is_part_of_may_be_the_employer() -> None:
    named = frozenset(("harbour", "fellows", "supervisor"))
    assert describes_employer("Harbour Fellows is a training programme that sends cooks to sea.", named)
    assert not describes_employer("Harbour Fellows is a role for people who love the sea.", named)
    assert not describes_employer("Charge Sister is a key team member.", frozenset(("charge", "sister")))


def test_long_lists_of_names_are_read_fast() -> None:
    assert not describes_employer("Leeds " * 5000)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our clients include two zoos and a circus.",
        "Our new members range from bakers to bankers.",
        "Elm Health has been appointed by the county to run the clinic.",
    ],
)
def test_whom_it_serves_and_who_chose_it(sentence: str) -> None:
    assert describes_employer(sentence)


def test_a_manager_who_has_been_appointed_is_no_employer() -> None:
    assert not describes_employer("The Manager has been appointed by the board.")


@pytest.mark.parametrize(
    "sentence",
    [
        "We support hybrid working as the project allows.",
        "As with any team member, we value curiosity.",
        "The project is for one year.",
        "The Box Office Clerk is a part-time, unpaid position.",
    ],
)
def test_terms_of_work_say_nothing_of_the_employer(sentence: str) -> None:
    assert not describes_employer(sentence)
