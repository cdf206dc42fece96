"""样张: a page set in a publication's head or in a scheme while they are still being edited."""

from __future__ import annotations

from typing import Any

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem, Imprint, Masthead
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.masthead import MastheadTemplate, check_template, template_values
from xinxi_desktop.domain.page_scheme import PageScheme, check_scheme
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import Secrecy, Urgency
from xinxi_desktop.services.bulletins import Printed, office_fonts, scheme_of
from xinxi_desktop.services.frame import annotation_of, imprint_of, masthead_of
from xinxi_desktop.services.office import Office

Row = dict[str, Any]

_TITLE = "样张：这里是一篇稿件的标题"
_TEXT = (
    "这一页只用来看样子，不是真的稿件。正文从这里开始，字体、字号、行距和每行的字数，与印出来的完全一样。",
    "一、一级标题",
    "（一）二级标题。后面接着正文，像2026年、18.5%这样的数字和PDF这样的西文用西文字体，宽窄均匀。",
    "1.三级标题与正文同一字体",
    "一段里有“引号”、（括号）和破折号——排版时不让标点站到行首，也不把日期、数字和单位拆开。" * 3,
    "二、最后一段",
    "版记总在最后一页的下端；报、送、发和份数，以刊物登记的为准。",
)
_NUMBER, _RUNNING = 12, 340
_SIGNER = "签发人"
_HEAD = Masthead("情况反映", "第12期（总第340期）", "本办信息科", "2026年11月23日")
_LETTER_HEAD = Masthead("某某市委办公室", "〔2026〕12号", marks=("000012", "特急"))
_IMPRINT = Imprint(
    ("报：市委书记、副书记、常委，秘书长。", "送：市人大常委会、市政府、市政协办公室。"),
    "本办信息科", "2026年11月23日", "共印46份",
)  # fmt: skip


def head_specimen(office: Office, publication: Row, template: MastheadTemplate) -> Printed:
    """Set a page as an issue of the publication with this head; nothing is kept."""
    family = {**publication, "masthead": template_values(check_template(template))}
    row = {
        "secrecy": Secrecy.INTERNAL.value,
        "secrecy_term": "",
        "urgency": Urgency.ORDINARY.value,
        "supplement": 0,
        "year": int(today()[:4]),
        "number": _NUMBER,
        "running": _RUNNING,
        "date": today(),
        "printed_on": None,
        "extra_to": "",
        **{name: publication[name] for name in ("report_to", "send_to", "issue_to", "copies")},
    }
    scheme = scheme_of(office.file, publication)
    bulletin = Bulletin(
        (_item(),),
        masthead_of(row, family, office.name, _SIGNER, letter=scheme.letter),
        imprint_of(row, family, office.name),
        annotation=annotation_of(family),
    )
    return _set(bulletin, scheme)


def scheme_specimen(scheme: PageScheme) -> Printed:
    """Set a short bulletin in this scheme; UserError if it leaves no room."""
    head = _LETTER_HEAD if scheme.letter else _HEAD
    return _set(Bulletin((_item(),), head, _IMPRINT), check_scheme(scheme))


def _item() -> BulletinItem:
    return BulletinItem(0, _TITLE, document_from_lines(_TEXT))


def _set(bulletin: Bulletin, scheme: PageScheme) -> Printed:
    from xinxi_desktop.typesetting import compose

    fonts = office_fonts()
    return Printed(bulletin, scheme, fonts, compose(bulletin, fonts, scheme))
