"""What many forms say alike: the office, the issue, a recipient, a day."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain import secrecy
from xinxi_desktop.domain.distribution import number_words
from xinxi_desktop.domain.forms import Values
from xinxi_desktop.domain.times import chinese_date, today
from xinxi_desktop.domain.vocabulary import Secrecy, Urgency
from xinxi_desktop.services.issues import issue_label, issue_name
from xinxi_desktop.services.office import Office, own_name, person_words
from xinxi_desktop.store import people

Row = dict[str, Any]
ADDRESSED = (("报", "report_to"), ("送", "send_to"), ("发", "issue_to"))


def office_values(office: Office) -> Values:
    """Give what every form says of the office."""
    return {"本单位": office.name, "制表日期": chinese_date(today())}


def issue_values(office: Office, row: Row) -> Values:
    """Give what every form about an issue says of it."""
    editor = people.person(office.file, row["editor"])
    return {
        **office_values(office),
        "期名": issue_name(row),
        "刊名": row["publication_name"],
        "期号": issue_label(row),
        "报头日期": chinese_date(row["date"]) if row["date"] else "",
        "印发日期": chinese_date(row["printed_on"]) if row["printed_on"] else "",
        "密级": mark_words(row),
        "国家秘密": secrecy.is_state_secret(Secrecy(row["secrecy"])),
        "缓急": Urgency(row["urgency"]).label,
        "份数": row["copies"] or 0,
        "页数": row["pages"] or "",
        **{word: row[key] for word, key in ADDRESSED},
        "增发": row["extra_to"],
        "编辑": _name(editor["name"], editor["post"]) if editor else "",
    }


def recipient_line(place: int, share: Row) -> Values:
    """Give what lists say of one recipient."""
    return {
        "序号": place,
        "对象": share["name"],
        "方式": share["way"],
        "份数": share["copies"],
        "份号": number_words(share["first_number"], share["last_number"]),
    }


def mark_words(row: Row) -> str:
    """Write 密级 and term, or what stands in their place: 内部, 公开."""
    level = Secrecy(row["secrecy"])
    return secrecy.mark(level, row["secrecy_term"]) or level.label


def day_words(text: str) -> str:
    """Write 2026-11-23 as 11月23日, for columns whose year is known."""
    return chinese_date(text).partition("年")[2]


def _name(name: str, post: str) -> str:
    return own_name(name, post) or person_words(name, post)
