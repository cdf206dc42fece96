"""演练: a sandbox copy of the office file for training, marked for ever.

The mark is a setting of the copy that no act changes; every page that leaves the copy bears it.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from xinxi_desktop.domain.times import today
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import REHEARSAL, SUFFIX, Office, built_aside, open_office
from xinxi_desktop.store.backups import copy_checked
from xinxi_desktop.store.transaction import Transaction, new_uuid
from xinxi_desktop.store.values import put_setting

WORD = "演练"
_NOTE = "练习用，不是正式文件"


def rehearse(office: Office, target: Path) -> Path:
    """Make a rehearsal copy at ``target`` (a new file, or a folder to put it in)."""
    path = target / f"{office.path.stem}-{WORD}{SUFFIX}" if target.is_dir() else target
    if path.suffix != SUFFIX:
        raise UserError(
            "wrong_suffix", f"演练副本的名字要以“{SUFFIX}”结尾。没有建立。请改名后再试。"
        )
    if path.exists():
        raise UserError(
            "target_exists",
            f"“{path.name}”已经存在。没有建立演练副本，原有的文件没有改动。请换一个名字或位置。",
        )
    # Without its mark the copy could be mistaken for the real file: it gets its name last.
    with built_aside(path) as part:
        copy_checked(office.file, part)
        with closing(open_office(part)) as copy:
            copy.do(f"开始{WORD}", _mark, final=True)
    return path


def rehearsal_words(office: Office) -> str:
    """Say over the window that this is no real file; empty for the real one."""
    if not office.rehearsal:
        return ""
    day = office.file.setting(REHEARSAL)
    return f"{WORD}：这是 {day} 复制出来练习用的文件，做什么都不影响正式的工作文件，印出的每一页都有“{WORD}”字样。"


def page_mark(office: Office, watermark: str) -> str:
    """Give the watermark of a page of this office: a rehearsal's own word comes first."""
    if not office.rehearsal:
        return watermark
    return "\u3000".join([WORD, watermark or _NOTE])


def _mark(tx: Transaction) -> tuple[str, tuple[int, ...]]:
    put_setting(tx, REHEARSAL, today())
    tx.update("setting", "office_uuid", {"value": new_uuid()})
    return f"已建立{WORD}副本", ()
