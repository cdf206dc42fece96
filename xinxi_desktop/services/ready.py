"""Publications that come ready for every kind of office, to be added to this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.vocabulary import Post, Profile
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import (
    Changes,
    Office,
    insert_chain,
    insert_publication,
    issuing_office,
    profile_content,
)
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import people
from xinxi_desktop.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReadyPublication:
    """A publication as an office of ``profile`` prints it, with the chains that are its own."""

    profile: Profile
    row: dict[str, Any]
    chains: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """The name it comes with."""
        return str(self.row["name"])


def ready_publications(office: Office) -> list[ReadyPublication]:
    """List the publications of all profiles that this office has not, its own profile first."""
    taken = {row["name"] for row in issue_store.publications(office.file, active_only=False)}
    found: dict[str, ReadyPublication] = {}
    for profile in sorted(Profile, key=lambda each: each is not office.profile):
        content = profile_content(profile)
        for row in content["publications"]:
            if row["name"] not in taken and row["name"] not in found:
                own = [rule for rule in content["chains"] if rule.get("publication") == row["name"]]
                found[row["name"]] = ReadyPublication(profile, row, tuple(own))
    return list(found.values())


def add_ready_publication(office: Office, name: str) -> Changes:
    """Add the ready publication called ``name`` with its signing chains; can be undone.

    UserError names what there is if no ready publication is called so. The sentence names posts
    of its chains that nobody holds here.
    """
    every = {each.name: each for each in ready_publications(office)}
    ready = every.get(name.strip("《》"))
    if ready is None:
        names = "、".join(every) or "（都已经有了）"
        raise UserError(
            "no_ready_publication", f"现成的刊物里没有《{name}》。没有改动。可以添加的有：{names}。"
        )

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        known = issue_store.publications(tx, active_only=False)
        key = insert_publication(
            tx, ready.row, len(known) + 1, issuing_office(office.name, office.profile)
        )
        for rule in ready.chains:
            insert_chain(tx, rule, key)
        return f"已添加《{ready.name}》" + _unheld(tx, ready), (key,)

    return office.do("添加现成刊物", work)


def _unheld(tx: Transaction, ready: ReadyPublication) -> str:
    held = {row["post"] for row in people.persons(tx)}
    wanted = dict.fromkeys(post for rule in ready.chains for post in rule["posts"])
    missing = [Post(post).label for post in wanted if post not in held]
    return f"。它的签批链里{'、'.join(missing)}还没有人，请在“人员”里登记" if missing else ""
