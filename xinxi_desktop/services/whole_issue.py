"""The whole-issue check before 送签, on an issue in the file."""

from __future__ import annotations

from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import Secrecy
from xinxi_desktop.domain.whole_issue import (
    Finding,
    IssueFacts,
    Passed,
    check_whole_issue,
    passed_from_json,
)
from xinxi_desktop.domain.whole_issue.findings import ItemFacts
from xinxi_desktop.services.bulletins import Printed, lay_out
from xinxi_desktop.services.credits import at_odds, unconfirmed
from xinxi_desktop.services.issues import Row, issue, issue_label
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.recipients import copies_in_all
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import distribution as distribution_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store import units as unit_store
from xinxi_desktop.store.reading import Reader


def check_issue(
    office: Office, issue_id: int, printed: Printed | None = None
) -> tuple[Finding, ...]:
    """Give everything a careful reader would stop at, errors first; nothing is changed.

    ``printed`` is the issue as laid out now, if the caller has it already.
    """
    row = issue(office, issue_id)
    return check_whole_issue(_facts(office, row, printed or lay_out(office, issue_id)))


def passed(office: Office, issue_id: int) -> Passed:
    """Give what was found, and let through with a reason, when the issue was last sent."""
    return passed_from_json(issue(office, issue_id)["passed_findings"])


def _facts(office: Office, row: Row, printed: Printed) -> IssueFacts:
    reader = office.file
    publication = store.publication(reader, row["publication"])
    listed = distribution_store.shares(reader, row["id"])
    listed = listed or distribution_store.recipients(reader, row["publication"])
    return IssueFacts(
        bulletin=printed.bulletin,
        layout=printed.layout,
        items=tuple(_item(reader, item, row) for item in store.items(reader, row["id"])),
        secrecy=Secrecy(row["secrecy"]),
        secrecy_term=row["secrecy_term"],
        columns=tuple(filter(None, str(publication["columns"]).split("、"))),
        addressed=any(row[name].strip() for name in ("report_to", "send_to", "issue_to")),
        copies=row["copies"],
        recipient_copies=copies_in_all(listed),
        skipped=_skipped(reader, row),
        credit_wanted=bool(publication["credit"]),
        unit_names={
            name: units[0]
            for name, units in unit_store.names_of_units(reader).items()
            if len(units) == 1
        },
        substitutes=_substitutes(printed.fonts),
    )


def _item(reader: Reader, item: Row, row: Row) -> ItemFacts:
    sources = article_store.sources(reader, item["article"])
    before = [
        each
        for each in store.printed_with(reader, [source["id"] for source in sources], row["id"])
        if each["publication"] == row["publication"]
    ]
    return ItemFacts(
        article=item["article"],
        secrecy=Secrecy(item["secrecy"]),
        secrecy_term=item["secrecy_term"],
        submissions=tuple(f"{source['year']}-{source['number']}" for source in sources),
        printed_in=tuple(f"《{each['publication_name']}》{issue_label(each)}" for each in before),
        tone_guessed=bool(unconfirmed(item, sources)),
        tone_at_odds=at_odds(item, sources),
    )


def _skipped(reader: Reader, row: Row) -> tuple[int, ...]:
    """Give the numbers of the issue's year that no issue bears, after the first in this file."""
    year = row["year"] or int(today()[:4])
    given = store.given_numbers(reader, row["publication"], year, bool(row["supplement"]))
    numbers = {each["number"] for each in given}
    return tuple(sorted(set(range(min(numbers), max(numbers))) - numbers)) if numbers else ()


def _substitutes(fonts: FontSet) -> tuple[tuple[str, str], ...]:
    """Name the shipped faces that stand in for official ones, with the reason if there is one."""
    faces = ((role, fonts.primary(role)) for role in FontRole)
    return tuple(
        (f"{role.label}{_reason(fonts, role)}", face.family) for role, face in faces if face.shipped
    )


def _reason(fonts: FontSet, role: FontRole) -> str:
    """Say why an installed official font is not used."""
    return "（本机的“{}”{}）".format(*fonts.refused[role]) if role in fonts.refused else ""
