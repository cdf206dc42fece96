"""Bulletins for the tests of typesetting and export; all words are invented."""

from __future__ import annotations

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem, Imprint, Masthead
from xinxi_desktop.domain.document import Document, Table, document_from_lines

STORE = (
    "今年以来，望川县针对果农“错峰难、贮藏难、议价难”问题，建成“共享冷库”18座，总库容2.6万吨，"
    "覆盖11个乡镇、136个村，果品损耗率由18%下降至7%，降低11个百分点。农户通过手机预约入库，"
    "按“斤·天”计费，每斤每天收费0.004元，较社会冷库便宜三成以上。截至10月底，累计服务果农4327户，"
    "帮助增收3160万元——户均增收7303元。"
)
RULES = (
    "（一）统一调度管理。开发“望川冷链”小程序（APP同步上线），实时显示各库点剩余库容、温度、湿度，"
    "果农足不出户即可预约；设置5G温控探头612个，库温偏差超过±0.5℃自动报警，"
    "全年无一例因停电、设备故障造成的坏果事件……"
)
TABLE = Table(
    "t", (("县区", "座数", "库容"), ("望川县", "18", "2.6万吨"), ("栖山县", "7", "0.9万吨"))
)
IMPRINT = Imprint(
    (
        "报：市委书记、副书记、常委，秘书长。",
        "送：市人大常委会、市政府、市政协办公室，市纪委监委机关，市委各部门。",
        "发：各县（市、区）委办公室，市直各单位办公室。",
    ),
    "云澜市委办公室信息科",
    "2026年11月22日",
    "共印46份",
)
MASTHEAD = Masthead(
    "云澜信息·每日快报",
    "第12期（总第340期）",
    "云澜市委办公室信息科",
    "2026年11月22日",
    marks=("秘密★1年",),
    notice="编号：000012",
)


def document(*lines: str) -> Document:
    """Blocks from lines, headings recognised."""
    return document_from_lines(lines)


def article(*lines: str, title: str = "小果农错峰销售难题的破解") -> Bulletin:
    """One article on the official page: no masthead, no imprint."""
    return Bulletin((BulletinItem(1, title, document(*lines)),))


def bulletin(items: int = 2, *, lines: int = 6, contents: bool = True) -> Bulletin:
    """A whole bulletin; ``lines`` paragraphs of some seven lines each in every item."""
    body = document("一、主要做法", *([STORE, RULES] * lines)[:lines], "二、存在问题", STORE)
    return Bulletin(
        tuple(
            BulletinItem(
                number, f"望川县破解小果农错峰销售难题的第{number}次调研", body,
                column="经验交流", editor_note="做法务实，供学习借鉴。" if number == 1 else "",
                credit="望川县委办公室",
            )
            for number in range(1, items + 1)
        ),
        MASTHEAD,
        IMPRINT,
        contents,
    )  # fmt: skip
