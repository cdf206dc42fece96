"""Create, open and close an office file; the ``Office`` that every other service takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.times import now
from xinxi_desktop.domain.vocabulary import Machine, Post, Profile
from xinxi_desktop.errors import UserError
from xinxi_desktop.store import acts as act_store
from xinxi_desktop.store import office_file, people
from xinxi_desktop.store.leftovers import UNFINISHED, clear_family
from xinxi_desktop.store.office_file import OfficeFile
from xinxi_desktop.store.transaction import Act, Transaction, new_uuid

SUFFIX = ".xinxi"
REHEARSAL = "rehearsal"
"""The setting that marks a copy for training, holding the day it was made; no act takes it away."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act did: its number, the records touched by kind, and a sentence for the bar."""

    act: int
    sentence: str
    ids: tuple[int, ...] = ()
    final: bool = False

    @property
    def id(self) -> int:
        """Give the one record that was made or changed."""
        return self.ids[0]


@dataclass(slots=True, weakref_slot=True)
class Office:
    """An open office file and the person who works in it."""

    file: OfficeFile
    person: int

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @property
    def name(self) -> str:
        """The office's name."""
        return self.file.setting("office_name")

    @property
    def rehearsal(self) -> bool:
        """Whether this is a copy for training (演练)."""
        return bool(self.file.setting(REHEARSAL))

    @property
    def title(self) -> str:
        """The name for the title bar and the heads of lists; a rehearsal says so."""
        return self.marked(self.name)

    def marked(self, words: str) -> str:
        """Put 演练 before the words in a rehearsal."""
        return f"【演练】{words}" if self.rehearsal else words

    @property
    def read_only(self) -> bool:
        """Whether this window may only read."""
        return not self.file.writable

    @property
    def machine(self) -> Machine:
        """What this computer may hold."""
        return Machine(self.file.setting("machine"))

    @property
    def profile(self) -> Profile:
        """The kind of office."""
        return Profile(self.file.setting("profile"))

    def do(
        self,
        name: str,
        work: Callable[[Transaction], tuple[str, tuple[int, ...]]],
        *,
        person: int | None = None,
        group: str = "",
        final: bool = False,
    ) -> Changes:
        """Run one recorded act; ``work`` gives the sentence and the ids it touched."""
        act = Act(name, person or self.person, group=group, final=final)

        def run(tx: Transaction) -> Changes:
            sentence, ids = work(tx)
            tx.summarise(sentence)
            return Changes(tx.act_id, sentence, ids, final)

        return self.file.write(act, run)

    def clock_warning(self) -> str:
        """Say so if the computer's clock is behind the last recorded act; else empty."""
        last = act_store.last_at(self.file)
        if last <= now():
            return ""
        return (
            f"计算机时钟（现在 {now()[:16].replace('T', ' ')}）比最后一次操作"
            f"（{last[:16].replace('T', ' ')}）还早。已有内容不受影响，先后以登记次序为准。请校准时钟。"
        )

    def breaker(self) -> Callable[[], None]:
        """Give what breaks off, from another thread, what this thread is reading."""
        return self.file.connection().interrupt

    def stop_reading(self) -> None:
        """Break off long reading in other threads; acts go on to their end."""
        self.file.stop_reading()

    def close(self) -> None:
        """Close the file; nothing is left unsaved."""
        self.file.close()


def create_office(
    path: Path,
    name: str = "",
    profile: Profile = Profile.CITY_PARTY,
    machine: Machine = Machine.UNCLASSIFIED,
    *,
    description: dict[str, Any] | None = None,
) -> Office:
    """Make an office file with what its profile brings, and open it.

    ``description`` replaces the profile's posts, publications and chains (the sample office).
    UserError if the name lacks the suffix or is taken; WorldError if the place can't be written.
    """
    if not path.name.endswith((SUFFIX, UNFINISHED)):
        raise UserError(
            "wrong_suffix",
            f"工作文件的名字要以“{SUFFIX}”结尾，“{path.name}”不是。没有建立任何文件。请改名后再试。",
        )
    settings = {
        "office_name": name or f"{profile.label}办公室信息科",
        "profile": profile.value,
        "machine": machine.value,
        "office_uuid": new_uuid(),
        "created_at": now(),
    }
    content = description or profile_content(profile)
    act = Act("建立工作文件", final=True)
    return _office(
        office_file.create(
            path,
            settings,
            act,
            partial(_fill, content, issuing_office(settings["office_name"], profile)),
        )
    )


def issuing_office(name: str, profile: Profile) -> str:
    """Name the 编印单位 of an office as it stands on paper: “中共云澜市委办公室”.

    The section's own word falls away, and a party committee's office is 中共's.
    """
    short = name.removesuffix("信息科") or name
    party = profile in (Profile.CITY_PARTY, Profile.COUNTY_PARTY)
    return f"中共{short}" if party and "委办公室" in short and "中共" not in short else short


@contextmanager
def built_aside(path: Path) -> Iterator[Path]:
    """Give a name under which to build an office file; ``path`` is it when it is whole.

    UserError if there is such a file. What is built must be closed at the end; if that fails,
    is cancelled or killed, nothing is ever called ``path``.
    """
    office_file.check_free(path)
    part = path.with_name(path.name.removesuffix(SUFFIX) + UNFINISHED)
    clear_family(part)
    try:
        yield part
        part.replace(path)
    finally:
        clear_family(part)


def open_office(path: Path, *, read_only: bool = False) -> Office:
    """Open an office file as its first editor; WorldError says why it can't be opened."""
    return _office(office_file.open_file(path, writable=not read_only))


def profile_content(profile: Profile) -> dict[str, Any]:
    """Read what a profile brings: posts, publications, chains."""
    every = json.loads(asset("resources", "profiles.json").read_text(encoding="utf-8"))
    return dict(every[profile.value])


def own_name(name: str, post: str) -> str:
    """Give a person's name, empty where a profile has named the person by the post."""
    return "" if name == Post(post).label else name


def person_words(name: str, post: str) -> str:
    """Name a person with the post once: “王某（科长）”, or “科长”."""
    label = Post(post).label
    return f"{name}（{label}）" if own_name(name, post) else label


def find_person(office: Office, word: str) -> int:
    """Find the person called ``word`` by name or post; UserError names who there is."""
    found = people.persons_called(office.file, word)
    if len(found) == 1:
        return int(found[0]["id"])
    every = "、".join(person_words(row["name"], row["post"]) for row in people.persons(office.file))
    why = f"叫“{word}”的有 {len(found)} 人" if found else f"没有“{word}”这个人"
    raise UserError("unknown_person", f"{why}。没有改动。请用这些姓名或岗位之一：{every}。")


def _office(file: OfficeFile) -> Office:
    editor = people.first_editor(file)
    if editor:
        file.name_holder(editor["name"])
    return Office(file, int(editor["id"]) if editor else 0)


def _fill(content: dict[str, Any], office_name: str, tx: Transaction) -> None:
    persons = content.get("persons") or [
        {"name": Post(post).label, "post": post} for post in content["posts"]
    ]
    for position, row in enumerate(persons, 1):
        tx.insert("person", {"uuid": new_uuid(), "position": position, **row})
    known: dict[str, int] = {}
    for position, row in enumerate(content["publications"], 1):
        known[row["name"]] = insert_publication(tx, row, position, office_name)
    for rule in content["chains"]:
        insert_chain(tx, rule, known.get(rule.get("publication", "")))


def insert_publication(
    tx: Transaction, row: dict[str, Any], position: int, office_name: str
) -> int:
    """Register a publication with its recipients, described as in ``profiles.json``; its id."""
    from xinxi_desktop.domain.document import canonical
    from xinxi_desktop.domain.masthead import template_from, template_values
    from xinxi_desktop.domain.page_scheme import STANDARD

    fields = {key: row[key] for key in _PUBLICATION_FIELDS if key in row}
    fields["columns"] = "、".join(row.get("columns", ()))
    fields["masthead"] = canonical(template_values(template_from(row.get("masthead", {}))))
    fields.setdefault("scheme", STANDARD.name)
    key = tx.insert(
        "publication",
        {"uuid": new_uuid(), "position": position, "office": office_name, **fields},
    )
    for place, each in enumerate(row.get("recipients", ()), 1):
        tx.insert("recipient", {"publication": key, "position": place, **each})
    return key


def insert_chain(tx: Transaction, rule: dict[str, Any], publication: int | None) -> int:
    """Register a signing chain described as in ``profiles.json``; its id."""
    conditions = {name: rule.get(name) for name in ("tone", "secrecy", "direction")}
    posts = json.dumps(rule["posts"])
    return tx.insert("chain", {"publication": publication, **conditions, "posts": posts})


_PUBLICATION_FIELDS = (
    "name", "subtitle", "direction", "single_topic", "report_to", "send_to", "issue_to", "copies",
    "contents", "credit", "notice", "office", "copy_numbers", "scheme", "contact",
)  # fmt: skip
