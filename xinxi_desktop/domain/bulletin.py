"""What stands on a bulletin, before typesetting: masthead, items, imprint.

Services assemble a ``Bulletin`` from an issue; typesetting sets it; the exporters write it.
"""

from __future__ import annotations

from dataclasses import dataclass

from xinxi_desktop.domain.cures import Cures
from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.masthead import USUAL, MastheadTemplate


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page (domain.md §7); empty strings are not set.

    ``marks`` are the lines top left (份号, 密级★期限, 紧急程度) and ``notice`` the line top
    right (“内部资料 注意保存” or “编号:000012”); ``number`` is “第12期(总第340期)”,
    ``signer`` the name after “签发人:” of an upward form.
    """

    name: str
    number: str = ""
    office: str = ""
    date: str = ""
    marks: tuple[str, ...] = ()
    notice: str = ""
    signer: str = ""
    subtitle: str = ""
    template: MastheadTemplate = USUAL


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """One article as printed: optional column and 按语 before, 供稿单位 after the text.

    ``title_breaks`` and ``cures`` were chosen by hand for this issue.
    """

    article_id: int
    title: str
    body: Document
    column: str = ""
    editor_note: str = ""
    credit: str = ""
    title_breaks: tuple[int, ...] = ()
    cures: Cures = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page: 报/送/发 lines, printer and date, copies."""

    lines: tuple[str, ...] = ()
    printer: str = ""
    date: str = ""
    copies: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A whole issue (or, without masthead and imprint, one article on the official page)."""

    items: tuple[BulletinItem, ...]
    masthead: Masthead | None = None
    imprint: Imprint | None = None
    contents: bool = False
    watermark: str = ""
    annotation: str = ""
    """附注 under the text of an upward form: “（联系人：×××，电话：×××）”."""
