"""Why a file was not taken: every reason code with its Chinese sentence, as data.

A sentence names the file, the cause, what is kept and the next step; ``{file}`` is the file's
name, ``{detail}`` what was found. The sentences about secrecy name no file: a title may itself
be secret (practice.md §3).
"""

from __future__ import annotations

from xinxi_desktop.errors import UserError

MAX_BYTES = 50 * 1024 * 1024
"""Largest file that is read at all; a raw report with pictures is far below it."""

SENTENCES: dict[str, str] = {
    "empty_file": (
        "“{file}”是空文件（0字节），没有可收的内容。未登记，原文件未改动。请向报送单位索要正文后重新导入。"
    ),
    "empty_docx": (
        "“{file}”是0字节的Word文件，多半是拷贝中断。未登记，原文件未改动。请重新拷贝或请报送单位重发。"
    ),
    "old_doc": (
        "“{file}”是旧版Word文档（.doc格式，扩展名不能说明格式）。未登记，原文件未改动。"
        "请用Word或WPS打开，另存为.docx后再导入。"
    ),
    "old_wps": (
        "“{file}”是WPS旧格式文字文档（.wps）。未登记，原文件未改动。请用WPS打开，另存为.docx后再导入。"
    ),
    "other_ole": (
        "“{file}”是{detail}，不是Word文稿。未登记，原文件未改动。请另存为.docx或.txt后再导入。"
    ),
    "password_protected": (
        "“{file}”设有打开密码，读不出内容。未登记，原文件未改动。请取消密码另存后再导入。"
    ),
    "truncated_zip": (
        "“{file}”不完整，后半部分缺失，多半是传输或拷贝中断。未登记，原文件未改动。请重新拷贝或请报送单位重发。"
    ),
    "damaged_docx": (
        "“{file}”已损坏，读不出正文（{detail}）。未登记，原文件未改动。"
        "请在Word或WPS中打开修复另存，或请报送单位重发。"
    ),
    "zip_bomb": (
        "“{file}”解压后异常庞大（{detail}），疑似恶意文件，已停止读取。未登记，原文件未改动。"
        "请核对来源，确需收稿请另存为.txt后再导入。"
    ),
    "external_entity": (
        "“{file}”内部带有外部引用声明（DTD/实体），正常文稿不会有，已停止读取。未登记，原文件未改动。"
        "请核对来源，用Word打开另存后再导入。"
    ),
    "too_large": (
        "“{file}”有{detail}，超过单个文件50MB的上限，没有读取。未登记，原文件未改动。"
        "请删去或压缩其中的图片、视频后再导入。"
    ),
    "no_text": (
        "“{file}”里没有文字（{detail}）。未登记，原文件未改动。如是扫描件或图片，请录入文字后再导入。"
    ),
    "wrong_encoding": (
        "“{file}”不是能识别的文本（{detail}）。未登记，原文件未改动。请用记事本打开，另存为UTF-8编码后再导入。"
    ),
    "vanished": (
        "“{file}”找不到了，可能已被移走、改名或U盘已拔出。未登记，没有改动。请确认文件位置后重新导入。"
    ),
    "no_permission": (
        "“{file}”没有读取权限，打不开。未登记，原文件未改动。请检查文件权限，或复制到本人文件夹后再导入。"
    ),
    "read_failed": (
        "“{file}”读取失败（{detail}），可能是磁盘或U盘有故障。未登记，原文件未改动。请换一个位置重新拷贝后再导入。"
    ),
    "not_a_file": (
        "“{file}”不是普通文件（{detail}），不能读取。未登记，没有改动。请选择.docx或.txt文件。"
    ),
    "unsupported_format": (
        "“{file}”实际是{detail}，目前只收.docx和.txt。未登记，原文件未改动。请另存为.docx或.txt后再导入。"
    ),
    "title_too_long": (
        "“{file}”的标题行长达{detail}字，没有断句，认不出标题（标题最多200字）。未登记，原文件未改动。"
        "请把标题单独列一行、缩短后再导入。"
    ),
    "state_secret": "该文件标有国家秘密标志,本机不得处理。未导入,未留副本。请按规定报告保密员。",
    "top_secret": (
        "该文件标有绝密标志，本程序在任何计算机上都不处理绝密件。未导入，未留副本。请按规定报告保密员。"
    ),
    "above_machine": (
        "该文件标有机密标志，高于本机（秘密级）可以处理的密级。未导入，未留副本。"
        "请按规定报告保密员，改在机密级计算机上处理。"
    ),
}
"""Reason code → sentence, for files that bring a report."""


def refusal(code: str, file: str = "", detail: str = "") -> UserError:
    """Make the error for a file that is not taken, with the sentence of its code."""
    return UserError(code, SENTENCES[code].format(file=file, detail=detail))


IGNORED: dict[str, str] = {
    "lock_file": "“{file}”是Word打开文件时的临时文件，已略过。",
    "system_file": "“{file}”是系统文件，已略过。",
    "hidden": "“{file}”是隐藏文件，已略过。",
    "folder_again": "文件夹“{file}”已经读过（链接回到了同一处），已略过。",
}
"""Code → sentence for paths that are left out, which is no failure."""

TABLE_SENTENCES: dict[str, str] = {
    "units_unreadable": (
        "“{file}”不是能读的单位表（.xlsx、.xls或.csv）。没有导入，原有单位未改动。请用Excel或WPS另存为.xlsx后再导入。"
    ),
    "units_no_heading": (
        "“{file}”的前20行里没有“单位”一栏。没有导入，原有单位未改动。"
        "请加上标题行：单位、简称、类别、建制顺序、报送频次、电话。"
    ),
    "units_empty": "“{file}”里没有单位。没有导入，原有单位未改动。请在标题行下填写单位后再导入。",
    "units_no_name": (
        "“{file}”第{row}行有内容，但没有填单位名称。没有导入，原有单位未改动。请补上单位名称后再导入。"
    ),
    "units_bad_order": (
        "“{file}”第{row}行的建制顺序“{detail}”不是整数。没有导入，原有单位未改动。请改成1、2、3这样的数字后再导入。"
    ),
    "units_bad_frequency": (
        "“{file}”第{row}行的报送频次“{detail}”不认识。没有导入，原有单位未改动。请填日、周或月后再导入。"
    ),
}
"""Reason code → sentence, for tables of units."""


def table_refusal(code: str, file: str, row: int = 0, detail: str = "") -> UserError:
    """Make the error for a unit table that is not taken; ``row`` counts from 1 as in Excel."""
    return UserError(code, TABLE_SENTENCES[code].format(file=file, row=row, detail=detail))
