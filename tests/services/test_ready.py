"""Publications that come ready."""

from __future__ import annotations

import json

import pytest

from xinxi_desktop.domain.vocabulary import Profile
from xinxi_desktop.services import registers
from xinxi_desktop.services.office import Office, issuing_office
from xinxi_desktop.services.ready import add_ready_publication, ready_publications


def test_every_family_of_the_other_offices_can_be_added_to_a_city_office(office: Office) -> None:
    names = {each.name for each in ready_publications(office)}

    assert {"社情民意信息", "社情民意专报", "社情民意转报", "社情民意转送", "社情民意上报"} <= names


def test_the_own_publications_are_not_offered_again(office: Office) -> None:
    assert not any(each.profile is Profile.CITY_PARTY for each in ready_publications(office))


def test_an_added_family_brings_its_head_and_its_chain(office: Office) -> None:
    key = add_ready_publication(office, "《社情民意专报》").id

    chain = next(row for row in registers.chains(office) if row["publication"] == key)
    assert json.loads(chain["posts"])[-1] == "vice_chair"
    assert next(row for row in registers.publications(office) if row["id"] == key)["copies"] == 15


@pytest.mark.parametrize(
    ("name", "profile", "printed"),
    [
        ("清河市委办公室信息科", Profile.CITY_PARTY, "中共清河市委办公室"),
        ("中共某县委办公室", Profile.COUNTY_PARTY, "中共某县委办公室"),
        ("清河市政府办公室信息科", Profile.GOVERNMENT, "清河市政府办公室"),
        ("信息科", Profile.CITY_PARTY, "信息科"),
    ],
)
def test_the_head_bears_the_office_not_its_section(
    name: str, profile: Profile, printed: str
) -> None:
    assert issuing_office(name, profile) == printed
