"""Who signs what."""

from __future__ import annotations

import json

import pytest

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.routing import ChainRule, IssueTraits, chain_for
from xinxi_desktop.domain.vocabulary import Direction, Post, Profile, Secrecy, Tone
from xinxi_desktop.errors import UserError

BASE = (Post.EDITOR, Post.SECTION_CHIEF, Post.DEPUTY_DIRECTOR)
HIGH = (*BASE, Post.SECRETARY_GENERAL)
RULES = [
    ChainRule(BASE),
    ChainRule(HIGH, tone=Tone.PROBLEM),
    ChainRule(HIGH, secrecy=Secrecy.SECRET),
    ChainRule(HIGH, direction=Direction.UPWARD),
    ChainRule((Post.EDITOR,), publication=9),
]


def traits(**changes: object) -> IssueTraits:
    fields: dict[str, object] = {
        "publication": 1,
        "tone": Tone.NEUTRAL,
        "secrecy": Secrecy.INTERNAL,
        "direction": Direction.OWN,
        "single_topic": False,
    }
    return IssueTraits(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_daily_bulletin_ends_with_the_deputy_director() -> None:
    assert chain_for(RULES, traits()) == BASE


def test_one_problem_item_does_not_lengthen_a_bulletin_of_many() -> None:
    assert chain_for(RULES, traits(tone=Tone.PROBLEM)) == BASE


def test_a_problem_report_alone_goes_to_the_secretary_general() -> None:
    assert chain_for(RULES, traits(tone=Tone.PROBLEM, single_topic=True)) == HIGH


def test_what_goes_upward_takes_the_upward_chain() -> None:
    assert chain_for(RULES, traits(direction=Direction.UPWARD)) == HIGH


def test_a_state_secret_takes_the_strictest_chain_even_of_a_publication_with_its_own() -> None:
    assert chain_for(RULES, traits(publication=9)) == (Post.EDITOR,)
    assert chain_for(RULES, traits(publication=9, secrecy=Secrecy.SECRET)) == HIGH


def test_no_chain_is_a_sentence() -> None:
    with pytest.raises(UserError, match="签批链"):
        chain_for([], traits())


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_has_posts_for_all_its_chains(profile: Profile) -> None:
    content = json.loads(asset("resources", "profiles.json").read_text("utf-8"))[profile.value]
    used = {post for chain in content["chains"] for post in chain["posts"]}
    assert used <= set(content["posts"])
    assert any(not {*chain} - {"posts"} for chain in content["chains"])
