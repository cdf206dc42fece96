"""Make and edit 稿件, and keep their revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.document import Block, Document, from_json, sha256, to_json
from xinxi_desktop.domain.filters import ArticleFilter
from xinxi_desktop.domain.states import ARTICLE_MOVES, ISSUE_MOVES, SUBMISSION_MOVES, move
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    Form,
    IssueState,
    Kind,
    Secrecy,
    SubmissionState,
    Tone,
    Urgency,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.anchors import carry_comments
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.trash import check_in_use
from xinxi_desktop.store import articles as store
from xinxi_desktop.store import submissions as submission_store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Transaction, new_uuid

Row = dict[str, Any]
_NO_SUBMISSION = "没有选来稿，没有成稿。请先选一条或几条来稿。"
_STRICTEST_TONE = (Tone.PROBLEM, Tone.NEUTRAL, Tone.GOOD)


def article_ids(office: Office, chosen: ArticleFilter, limit: int | None = None) -> list[int]:
    """Give the ids that a filter lets through, in its order; at most ``limit`` of them."""
    return store.article_ids(office.file, chosen, limit)


def article_rows(office: Office, ids: Sequence[int]) -> list[Row]:
    """Give rows for the list, in the order of the ids."""
    return store.article_rows(office.file, ids)


def article(office: Office, article_id: int) -> Row:
    """Give one article's row with its current ``title`` and ``document``; UserError if unknown."""
    row = _known(office, article_id)
    return {**row, "document": from_json(store.revision(office.file, row["revision"])["body"])}


def sources(office: Office, article_id: int) -> list[Row]:
    """List the submissions an article was made from."""
    return store.sources(office.file, article_id)


def unit_names(office: Office, article_id: int, on: str = "") -> list[str]:
    """Name the units that contributed to an article, main one first, as called on a day."""
    day = on or today()
    units = store.contributing_units(office.file, article_id)
    return [unit_store.name_of(office.file, unit, day) for unit in units]


def revisions(office: Office, article_id: int) -> list[Row]:
    """List the revisions with who and when, newest first."""
    return store.revisions(office.file, article_id)


def why_fixed(office: Office, article_id: int) -> str:
    """Say why an article's text can't be edited now; empty if it can."""
    try:
        row = editable(office.file, article_id)
        move(ARTICLE_MOVES, "edit", ArticleState(row["state"]), THIS)
    except UserError as error:
        # It is said over a text that nobody tried to change yet.
        return error.sentence.replace("没有改动。", "")
    return ""


def fixing_issue(office: Office, article_id: int) -> int:
    """Give the newest issue that an article stands in, 0 for none: there one may do more."""
    rows = store.issues_of(office.file, article_id)
    return int(rows[-1]["id"]) if rows else 0


def queue_counts(office: Office) -> dict[str, int]:
    """Count articles per state."""
    return store.queue_counts(office.file)


def create_article(
    office: Office,
    submissions: Sequence[int],
    *,
    title: str = "",
    body: Document | None = None,
    person: int | None = None,
) -> Changes:
    """Make an article from one submission, or 综合 from several; contributors come along."""
    if not submissions:
        raise UserError("no_submission", _NO_SUBMISSION)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        key = _make(tx, submissions, person or office.person, title.strip(), body)
        return "已成稿 1 篇", (key,)

    return office.do("成稿", work, person=person)


def create_articles(
    office: Office, submissions: Sequence[int], *, person: int | None = None
) -> Changes:
    """Make one article from each submission, all or none, in one step of undo."""
    if not submissions:
        raise UserError("no_submission", _NO_SUBMISSION)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        editor = person or office.person
        keys = tuple(_make(tx, [each], editor) for each in dict.fromkeys(submissions))
        return f"已成稿 {len(keys)} 篇", keys

    return office.do("成稿", work, person=person)


def _make(
    tx: Transaction,
    submissions: Sequence[int],
    editor: int,
    title: str = "",
    body: Document | None = None,
) -> int:
    rows = [tx.get("submission", key) for key in dict.fromkeys(submissions)]
    for row in rows:
        check_in_use(row)
    text = body or joined([from_json(submission_store.body_of(tx, r["id"])) for r in rows])
    fields = {
        "uuid": new_uuid(),
        "title": title or rows[0]["title"],
        "state": ArticleState.DRAFT.value,
        "characters": text.characters(),
        "editor": editor,
        "created_at": tx.at,
        "changed_at": tx.at,
        **marks_of(rows),
    }
    key = tx.insert("article", fields)
    for position, row in enumerate(rows, 1):
        source = {"article": key, "submission": row["id"], "position": position}
        tx.insert("article_source", source)
        state = move(SUBMISSION_MOVES, "draft", SubmissionState(row["state"]), _name_of(row))
        tx.update("submission", row["id"], {"state": state.value})
    add_revision(tx, key, fields["title"], text, "成稿", editor)
    return key


def save_draft(office: Office, article_id: int, title: str, body: Document) -> None:
    """Keep the text being typed in the one draft row; a revision is made on explicit save."""

    def work(tx: Transaction) -> None:
        row = {"title": title, "body": to_json(body), "saved_at": tx.at}
        if store.draft(tx, article_id):
            tx.update("article_draft", article_id, row)
        else:
            tx.insert("article_draft", {"article": article_id, **row})

    office.file.write(None, work)


def draft(office: Office, article_id: int) -> tuple[str, Document] | None:
    """Give the title and text left unsaved, if they differ from the current revision."""
    row = store.draft(office.file, article_id)
    return (row["title"], from_json(row["body"])) if row else None


def unsaved(office: Office) -> list[int]:
    """Give the articles with text that was typed and not saved, the last one first."""
    return store.unsaved(office.file)


def drop_draft(office: Office, article_id: int) -> None:
    """Throw the unsaved text away."""

    def work(tx: Transaction) -> None:
        if store.draft(tx, article_id):
            tx.delete("article_draft", article_id)

    office.file.write(None, work)


def save_revision(
    office: Office,
    article_id: int,
    title: str,
    body: Document,
    *,
    cause: str = "保存",
    person: int | None = None,
) -> Changes:
    """Save the text as a new revision; a reviewed text that changes must be reviewed again."""
    if not title.strip():
        raise UserError("no_title", "标题是空的，没有保存，您输入的内容还在。请填上标题。")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = editable(tx, article_id)
        if store.draft(tx, article_id):
            tx.delete("article_draft", article_id)
        if not _differs(tx, row, title.strip(), body):
            return "内容没有变化，没有存新的一稿", (article_id,)
        carry_comments(tx, article_id, store.revision(tx, row["revision"])["body"], body)
        before = ArticleState(row["state"])
        state = move(ARTICLE_MOVES, "edit", before, THIS)
        add_revision(tx, article_id, title.strip(), body, cause, person or office.person)
        tx.update("article", article_id, {"state": state.value})
        back = "" if state.value == row["state"] else f"，由“{before.label}”退回草稿，要再送核"
        return f"已保存这一稿{back}", (article_id,)

    return office.do("修改稿件", work, person=person)


def change_article(office: Office, article_id: int, fields: Row) -> Changes:
    """Change kind, form, tone, urgency, secrecy, secrecy_term, protected or credit."""
    checked = {
        name: list_.parse(str(fields[name])).value
        for name, list_ in _LISTS.items()
        if name in fields
    }
    checked.update(
        {name: fields[name] for name in ("secrecy_term", "credit", "protected") if name in fields}
    )

    if "secrecy" in checked:
        secrecy.check_ceiling(Secrecy(str(checked["secrecy"])), office.machine)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row, made_from = editable(tx, article_id), store.sources(tx, article_id)
        floor = secrecy.highest(Secrecy(each["secrecy"]) for each in made_from)
        wanted = Secrecy(str(checked.get("secrecy", row["secrecy"])))
        if secrecy.highest((floor, wanted)) is not wanted:
            raise UserError(
                "mark_too_low",
                f"来稿中最高密级是“{floor.label}”，稿件不能标得更低。没有改动。",
            )
        tx.update("article", article_id, {**checked, "changed_at": tx.at})
        _confirm_tone(tx, made_from, str(checked.get("tone", "")))
        return "已更改稿件的登记", (article_id,)

    return office.do("更改稿件登记", work)


def _confirm_tone(tx: Transaction, made_from: Sequence[Row], tone: str) -> None:
    """Who gives an article the tone that was guessed for its reports has looked at it."""
    for each in made_from:
        guessed = each["guessed"].split(",")
        if each["tone"] == tone and "tone" in guessed:
            rest = ",".join(name for name in guessed if name != "tone")
            tx.update("submission", each["id"], {"guessed": rest})


def joined(bodies: Sequence[Document]) -> Document:
    """Put several bodies one after another, with fresh block ids."""
    blocks: list[Block] = [block for body in bodies for block in body.blocks]
    return Document(tuple(replace(each, id=f"b{n}") for n, each in enumerate(blocks, 1)))


def marks_of(rows: Sequence[Row]) -> Row:
    """Give the marks an article or issue inherits: the strictest of its parts."""
    tones = [Tone(row["tone"]) for row in rows]
    urgencies = [Urgency(row["urgency"]) for row in rows]
    secret = [(Secrecy(row["secrecy"]), row["secrecy_term"]) for row in rows]
    return {
        "kind": rows[0]["kind"],
        "form": (Form.MERGED if len(rows) > 1 else Form(rows[0]["form"])).value,
        "tone": min(tones, key=_STRICTEST_TONE.index).value,
        "urgency": max(urgencies, key=list(Urgency).index).value,
        "secrecy": secrecy.highest(level for level, _ in secret).value,
        "secrecy_term": secrecy.longest_term(secret),
        "protected": int(any(row["protected"] for row in rows)),
    }


_LISTS = {"kind": Kind, "form": Form, "tone": Tone, "urgency": Urgency, "secrecy": Secrecy}


def add_revision(
    tx: Transaction, article_id: int, title: str, body: Document, cause: str, person: int
) -> int:
    """Add a revision inside a running act and give its id; 誊改 does so too."""
    number = len(store.revisions(tx, article_id)) + 1
    row = revision_row(article_id, number, title, body, cause, person, tx.at)
    key = tx.insert("article_revision", row)
    tx.update(
        "article",
        article_id,
        {
            "title": title,
            "revision": key,
            "characters": body.characters(),
            "changed_at": tx.at,
        },
    )
    return key


def revision_row(
    article_id: int, number: int, title: str, body: Document, cause: str, person: int, at: str
) -> Row:
    """Make the row of a revision, with the hash of its title and text."""
    text = to_json(body)
    return {
        "article": article_id,
        "number": number,
        "title": title,
        "body": text,
        "sha256": sha256(title + "\n" + text),
        "cause": cause,
        "person": person,
        "at": at,
    }


def editable(reader: Reader, article_id: int) -> Row:
    """Give the article unless an issue beyond editing holds it (architecture.md 9)."""
    row = store.find(reader, article_id)
    if row is None:
        raise unknown_article(article_id)
    for issue in store.issues_of(reader, article_id):
        state = IssueState(issue["state"])
        if state is not IssueState.PRINTED and state not in ISSUE_MOVES["arrange"]:
            raise UserError(
                "in_a_proof",
                f"{THIS}所在的一期已是“{state.label}”，正文不能直接改。没有改动。"
                "领导在清样上的改动请用“誊改”；其他改动请先退改或复审该期。",
            )
    return row


def _differs(tx: Transaction, row: Row, title: str, body: Document) -> bool:
    current = store.revision(tx, row["revision"])
    return bool(current["sha256"] != sha256(title + "\n" + to_json(body)))


def _known(office: Office, article_id: int) -> Row:
    rows = store.article_rows(office.file, [article_id])
    if not rows:
        raise unknown_article(article_id)
    return rows[0]


def unknown_article(article_id: int) -> UserError:
    """Make the error for an article id that nobody has."""
    return UserError(
        "unknown_article", f"没有编号为 {article_id} 的稿件。没有改动。请先看稿件列表。"
    )


THIS = "这篇稿件"
"""How a notice names the one article that is acted on: notices never show titles."""


def called(row: Row, of: int = 1) -> str:
    """Name an article in a sentence; one ``of`` several by the number that the search knows."""
    return THIS if of == 1 else f"{row['id']} 号稿件"


def _name_of(row: Row) -> str:
    return f"来稿 {row['year']}-{row['number']}"
