"""What an issue bears around its articles: head, 附注, imprint, from its row and publication's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.bulletin import Imprint, Masthead
from xinxi_desktop.domain.masthead import (
    MastheadTemplate,
    issue_number,
    template_from,
    template_values,
)
from xinxi_desktop.domain.times import chinese_date
from xinxi_desktop.domain.vocabulary import Direction, Secrecy, Urgency

Row = dict[str, Any]


def masthead_of(
    row: Row, publication: Row, office_name: str, signer: str, *, letter: bool = False
) -> Masthead:
    """Write the head of an issue; ``signer`` counts for an upward form only.

    A letter bears its 份号 at the left, whatever the template asks.
    """
    level = Secrecy(row["secrecy"])
    urgency = Urgency(row["urgency"])
    numbered = secrecy.is_state_secret(level) or publication["copy_numbers"] != "none"
    marks = [
        secrecy.mark(level, row["secrecy_term"]),
        urgency.label if urgency is not Urgency.ORDINARY else "",
    ]
    upward = publication["direction"] == Direction.UPWARD.value
    subtitle = publication["subtitle"]
    template = template_from(publication["masthead"])
    if letter:
        template = replace(template, number_left=True)
    return Masthead(
        # “云澜信息·每日快报” is the name in lists; on paper the second half is the subtitle.
        name=str(publication["name"]).removesuffix(f"·{subtitle}")
        if subtitle
        else publication["name"],
        subtitle=subtitle,
        number=_number(row, template),
        office=(publication["office"] or office_name) if template.show_office else "",
        date=chinese_date(row["date"]) if row["date"] and template.show_date else "",
        marks=(
            # The line is kept for the 份号, printed copy by copy or by a numbering machine.
            *(("",) if template.number_left and numbered else ()),
            *(mark for mark in marks if mark),
        ),
        notice="" if secrecy.is_state_secret(level) else publication["notice"],
        signer=signer if upward else "",
        template=template,
    )


def _number(row: Row, template: MastheadTemplate) -> str:
    prefix = "增刊" if row["supplement"] else ""
    year = row["year"] if row["number"] else None
    return prefix + issue_number(template, year, row["number"], row["running"])


def head_values(publication: Row, office_name: str) -> list[object]:
    """Give what a publication's head, its notes and imprint bear in every issue."""
    return [
        publication["name"],
        publication["subtitle"],
        publication["office"] or office_name,
        publication["notice"],
        publication["contact"],
        publication["direction"],
        template_values(template_from(publication["masthead"])),
    ]


def annotation_of(publication: Row) -> str:
    """Write the 附注 under the text of an upward form."""
    contact = str(publication["contact"]).strip("（）()")
    upward = publication["direction"] == Direction.UPWARD.value
    return f"（{contact}）" if contact and upward else ""


def imprint_of(row: Row, publication: Row, office_name: str, printed_on: str = "") -> Imprint:
    """Write the imprint of an issue; ``printed_on`` is the day of 印发 before it is recorded."""
    addressed = (("报", row["report_to"]), ("送", row["send_to"]), ("发", row["issue_to"]))
    day = printed_on or row["printed_on"] or row["date"]
    return Imprint(
        lines=(
            *(f"{word}：{text}" for word, text in addressed if text),
            *((f"本期增发：{row['extra_to']}",) if row["extra_to"] else ()),
        ),
        printer=publication["office"] or office_name,
        date=f"{chinese_date(day)}印发" if day else "",
        copies=f"共印{row['copies']}份" if row["copies"] else "",
    )
