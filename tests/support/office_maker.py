"""Makes small offices and reports for tests, by hand and without any imported file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.vocabulary import IssueState
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.intake import add_submission, contribute
from xinxi_desktop.services.issues import change_issue, create_issue, find_publication
from xinxi_desktop.services.office import Office, create_office, find_person
from xinxi_desktop.services.recipients import save_recipient
from xinxi_desktop.services.reviewing import review_article
from xinxi_desktop.services.rounds import finalise_issue, print_issue
from xinxi_desktop.services.signing import (
    chain,
    make_proof,
    send_for_signature,
    send_to_check,
    sign,
)
from xinxi_desktop.services.units import add_unit, save_unit
from xinxi_desktop.store.transaction import Act, Transaction, new_uuid

TEXT = "安渡区四个社区食堂十月起免费送餐。\n一、做法\n由社区志愿者送到楼下。\n二、成效\n老人满意率九成。"


def new_office(folder: Path, name: str = "office.xinxi") -> Office:
    """Make an empty 市委 office."""
    return create_office(folder / name)


def unit(office: Office, name: str, aliases: str = "") -> int:
    """Register a unit."""
    return save_unit(office, None, {"name": name, "aliases": aliases, "class": "县区"}).id


def new_unit(office: Office, name: str) -> int:
    """Register a unit as import does that finds it in a report: 待确认."""
    return office.file.write(Act("登记来稿"), lambda tx: add_unit(tx, name, to_confirm=True))


def report(
    office: Office,
    title: str = "社区食堂送餐上门",
    text: str = TEXT,
    units: tuple[int, ...] = (),
    received_at: str = "2026-11-23T09:00:00+08:00",
    **fields: str | int,
) -> int:
    """Register one report as if it had been received."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        body = document_from_lines(text.split("\n"))
        year = int(received_at[:4])
        row = {
            "uuid": new_uuid(),
            "year": year,
            "number": tx.next_number("submission", year),
            "title": title,
            "received_at": received_at,
            "kind": "dynamic",
            "form": "single",
            "tone": "neutral",
            "urgency": "ordinary",
            "secrecy": "internal",
            "characters": body.characters(),
            "sha256": tx.put_blob((title + text).encode()),
            "file_name": f"{title}.txt",
            "format": "txt",
            **fields,
        }
        key = add_submission(tx, row, body)
        contribute(tx, key, units, "")
        return f"已登记来稿 {year}-{row['number']}", (key,)

    return office.do("登记来稿", work).id


def article(office: Office, title: str = "社区食堂送餐上门", **fields: str | int) -> int:
    """Make a reviewed article from a fresh report."""
    key = create_article(office, [report(office, title, title + "。" + TEXT, **fields)]).id  # type: ignore[arg-type]
    review_article(office, key, person=find_person(office, "科长"))
    return key


def issue(office: Office, publication: str = "每日快报", count: int = 2) -> int:
    """Make an issue of reviewed articles, 拟编."""
    articles = [article(office, f"第{n}条情况") for n in range(count)]
    return create_issue(office, find_publication(office, publication), articles).id


def proven_issue(office: Office) -> int:
    """Make an issue with a clean proof that goes to nobody: the whole-issue check objects."""
    key = issue(office)
    change_issue(office, key, {"report_to": "", "send_to": "", "issue_to": ""})
    send_to_check(office, key)
    make_proof(office, key)
    return key


def sent_issue(office: Office, publication: str = "每日快报", count: int = 2) -> int:
    """Make an issue that lies with its signers."""
    key = issue(office, publication, count)
    send_to_check(office, key)
    make_proof(office, key)
    send_for_signature(office, key)
    return key


def on_press(office: Office, key: int) -> None:
    """Let an issue be at the printer's, whatever it lacks: there are copies of it by now."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("issue", key, {"state": IssueState.PRINTING.value})
        return "", ()

    office.do("付印", work)


def signed_issue(office: Office, publication: str = "每日快报", on: str = "2026-11-23") -> int:
    """Make an issue signed by its whole chain."""
    key = sent_issue(office, publication, 1 if publication != "每日快报" else 2)
    for post in chain(office, key):
        sign(office, key, person=find_person(office, post.label), on=on)
    return key


def printed_issue(
    office: Office,
    recipients: Sequence[tuple[str, str, int]] = (),
    publication: str = "每日快报",
    on: str = "2026-11-23",
) -> int:
    """Make an issue that was 印发 to recipients: name, way and copies of each."""
    family = find_publication(office, publication)
    for name, way, copies in recipients:
        save_recipient(office, family, None, {"name": name, "way": way, "copies": copies})
    key = signed_issue(office, publication)
    list(finalise_issue(office, key, person=find_person(office, "校对")))
    list(print_issue(office, key, on=on))
    return key
