"""The objects of ``--json``: identifiers for closed lists, texts for shares, integers for counts."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.cli.console import shown
from xinxi_desktop.domain.advice import Advice
from xinxi_desktop.domain.counting import CountRow
from xinxi_desktop.services import articles, intake, issues
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.safekeeping import Verdict
from xinxi_desktop.services.search import Found

Row = dict[str, Any]


def outcome(found: Outcome) -> Row:
    """Show what became of one file at 收稿."""
    return {
        "path": shown(found.path),
        "status": found.status.value,
        "number": found.number,
        "title": found.title or None,
        "units": [_unit(*unit) for unit in found.units],
        "format": found.format or None,
        "characters": found.characters,
        "reason_code": found.code or None,
        "reason": found.reason or None,
    }


def submission(office: Office, row: Row) -> Row:
    """Show a submission; who wrote a protected one stands nowhere (practice.md §1.6)."""
    fields = (
        "received_at", "kind", "form", "topic", "tone", "urgency", "secrecy", "disposition",
        "state", "characters", "sha256",
    )  # fmt: skip
    writers = [] if row["protected"] else [name for name in row["writers"].split("、") if name]
    units = intake.contributions(office, row["id"])
    return {
        "id": row["id"],
        "year": row["year"],
        "number": row["number"],
        "title": row["title"],
        "units": [_unit(unit["name"], unit["role"], unit["share"]) for unit in units],
        "writers": writers,
        **{name: row[name] for name in fields},
    }


def revision(row: Row) -> Row:
    """Show a revision without its text."""
    kept = ("number", "title", "cause", "at", "sha256")
    return {**{name: row[name] for name in kept}, "person": row["person_name"]}


def article(office: Office, row: Row) -> Row:
    """Show an article with the submissions it was made from."""
    fields = ("kind", "form", "tone", "urgency", "secrecy", "characters")
    sources = articles.sources(office, row["id"])
    return {
        "id": row["id"],
        "title": row["title"],
        "state": row["state"],
        **{name: row[name] for name in fields},
        "units": articles.unit_names(office, row["id"]),
        "submissions": [f"{source['year']}:{source['number']}" for source in sources],
        "editor": row["editor_name"],
        "changed_at": row["changed_at"],
        "reason": row["return_reason"] or None,
    }


def issue(office: Office, row: Row) -> Row:
    """Show an issue with its items in order; number and date are null before 定版."""
    items = [
        {
            "article": item["article"],
            "title": item["title"],
            "units": articles.unit_names(office, item["article"]),
        }
        for item in issues.items(office, row["id"])
    ]
    return {
        "id": row["id"],
        "publication": row["publication_name"],
        "year": row["year"],
        "number": row["number"],
        "running": row["running"],
        "supplement": bool(row["supplement"]),
        "date": row["date"],
        "state": row["state"],
        "pages": row["pages"],
        "items": items,
    }


def unit(row: Row) -> Row:
    """Show a unit."""
    return {
        "id": row["id"],
        "name": row["name"],
        "aliases": [name for name in (row["aliases"] or "").split("、") if name],
        "class": row["class"],
        "position": row["position"],
        "frequency": row["frequency"],
        "phone": row["phone"],
        "to_confirm": bool(row["to_confirm"]),
    }


def act(row: Row) -> Row:
    """Show a recorded act; ``name`` says what was done."""
    return {
        "id": row["id"],
        "at": row["at"],
        "person": row["person_name"],
        "name": row["name"],
        "undone": bool(row["undone"]),
    }


def step(row: Row) -> Row:
    """Show a step that may be undone: one act, or a batch of ``acts``."""
    return {
        "id": row["id"],
        "at": row["at"],
        "person": row["person_name"],
        "name": row["name"],
        "acts": row["acts"],
        "touched": row["touched"],
        "final": bool(row["final"]),
        "undone": row["undone_by"] is not None,
    }


def count(row: CountRow) -> Row:
    """Show a line of the statistics; nobody is ranked until ranking is switched on."""
    return {
        "row": "total" if row.unit_id is None else "unit",
        "unit": row.unit,
        "submitted": row.submitted,
        "adopted_items": row.adopted_items,
        "adopted_places": row.adopted_places,
        "rate": None if row.rate is None else str(row.rate),
        "publications": dict(row.publications),
        "rank": None,
    }


def found(hit: Found) -> Row:
    """Show something found."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "number": hit.number,
        "title": hit.title,
        "date": hit.date,
        "snippet": hit.snippet,
    }


def verdict(row: Verdict) -> Row:
    """Show what was checked."""
    return {"subject": row.subject, "id": row.id, "ok": row.ok, "reason": row.reason or None}


def advice(each: Advice) -> Row:
    """Show one piece of 版面建议 with its remedies; items count from 1, spacings are twips."""
    return {
        "trouble": each.trouble.value,
        "item": each.item + 1,
        "page": each.page,
        "lines": each.lines,
        "block": each.block,
        "words": each.words,
        "remedies": [
            {
                "words": remedy.words,
                "cures": [
                    {"item": item + 1, "block": c.block, "spacing": c.spacing, "lines": c.lines}
                    for item, c in remedy.cures
                ],
            }
            for remedy in each.remedies
        ],
        "cut": None
        if each.cut is None
        else {"block": each.cut.block, "characters": each.cut.characters},
    }


def _unit(name: str, role: str, share: str) -> Row:
    return {"name": name, "role": role, "share": share}
