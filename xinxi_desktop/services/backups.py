"""Daily copies of the office file: made and checked, rotated, listed, put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.domain.backups import SPACE, Copy, backup_name, parse_name, to_drop
from xinxi_desktop.domain.times import now, today
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.office import SUFFIX, Office, open_office
from xinxi_desktop.store import backups as store
from xinxi_desktop.store.transaction import Transaction

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy on disk; ``path`` is the file."""

    path: Path
    copy: Copy


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy."""

    submissions: int
    articles: int
    issues: int
    sign_offs: int
    last_at: str

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"来稿 {self.submissions} 件，稿件 {self.articles} 篇，期 {self.issues} 期，"
            f"签批 {self.sign_offs} 次"
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What a daily backup came to: the copies written, and a sentence for a place that failed."""

    paths: tuple[Path, ...]
    trouble: str = ""


def backup_folder(path: Path) -> Path:
    """The first place of backups: a folder beside the office file."""
    return path.with_name(f"{path.stem}.备份")


def places(path: Path, second: str = "") -> list[Path]:
    """Where the backups of an office file are: beside it, and the second place if there is one."""
    first = backup_folder(path)
    return [first, Path(second)] if second and Path(second) != first else [first]


def back_up_today(office: Office, second: str, progress: Progress) -> Made:
    """Write a checked copy beside the file and into the second place, and rotate both.

    A second place that can't be written is told in ``trouble``; the first copy stands then.
    """
    first, *rest = places(office.path, second)
    _make_folder(first)
    name = backup_name(office.path.stem, now()) + SUFFIX
    store.copy_checked(office.file, first / name, progress)
    _rotate(office.path, first)
    made, trouble = [first / name], ""
    for place in rest:
        try:
            _make_folder(place)
            store.copy_file(first / name, place / name)
            made.append(place / name)
            _rotate(office.path, place)
        except WorldError as error:
            trouble = f"第二处备份没有做成（{place}）。第一处的已经备份好。{error.sentence}"
    return Made(tuple(made), trouble)


def copy_elsewhere(office: Office, folder: Path, progress: Progress) -> Path:
    """Write a checked copy into any folder, once; it is not rotated."""
    target = folder / (backup_name(office.path.stem, now()) + SUFFIX)
    store.copy_checked(office.file, target, progress)
    return target


def last_backup(path: Path, second: str = "") -> str:
    """Give the moment of the newest copy of an office file; empty if there is none."""
    found = backups(path, second)
    return found[0].copy.at if found else ""


def is_due(path: Path, second: str = "") -> bool:
    """Tell whether today has no copy yet."""
    return last_backup(path, second)[:10] != today()


def backups(path: Path, second: str = "") -> list[Backup]:
    """List the copies of an office file in all its places, newest first."""
    found = [
        Backup(each, copy) for place in places(path, second) for each, copy in _copies(path, place)
    ]
    return sorted(found, key=lambda backup: backup.copy.at, reverse=True)


def contents(path: Path) -> Contents:
    """Look into a copy; WorldError if it can't be read."""
    row = store.contents(path)
    names = ("submissions", "articles", "issues", "sign_offs")
    counts = {name: int(row[name]) for name in names}
    return Contents(**counts, last_at=str(row["last_at"] or ""))


def lost_by_restore(office: Office, backup: Path) -> list[str]:
    """Say what putting back a copy would take away: “初选 12 次”; empty if nothing.

    UserError if the copy is of another office file.
    """
    row = store.contents(backup)
    if row["office_uuid"] != office.file.setting("office_uuid"):
        raise UserError(
            "other_office",
            f"“{backup.name}”是另一个单位的工作文件，不能恢复到这里。没有改动。请选本单位的备份。",
        )
    last = int(row["last_act"] or 0)
    marks = store.act_marks(backup)
    if store.act_mark(office.file, last) != marks.get(last, ""):
        # After an earlier restore the two went apart: all since their parting counts.
        last = _parting(office, marks)
    return [f"{each['name']} {each['times']} 次" for each in store.acts_after(office.file, last)]


def restore(path: Path, backup: Path) -> Path:
    """Put a copy back as the office file and record it; gives where the present file is kept.

    WorldError if somebody holds the file, the copy is damaged or the place can't be written:
    then everything stays as it is.
    """
    if not backup.is_file():
        raise UserError(
            "no_backup", f"找不到备份“{backup}”。没有改动。请用“xinxi backups”看有哪些。"
        )
    if path.exists() and backup.samefile(path):
        raise UserError("restore_itself", "这就是工作文件自己，不是备份。没有改动。请选一份备份。")
    folder = backup_folder(path)
    _make_folder(folder)
    aside = folder / (backup_name(path.stem, now(), before_restore=True) + SUFFIX)
    store.put_back(path, backup, aside)
    office = open_office(path)
    try:
        _record(office, backup)
    finally:
        office.close()
    return aside


def find_backup(path: Path, word: str, second: str = "") -> Path:
    """Find a copy by its path, its file name, or its number in the list (1 is the newest)."""
    if Path(word).is_file():
        return Path(word)
    every = backups(path, second)
    if word.isdigit() and 0 < int(word) <= len(every):
        return every[int(word) - 1].path
    for each in every:
        if word in (each.path.name, each.copy.name):
            return each.path
    raise UserError(
        "no_backup",
        f"没有“{word}”这一份备份。没有改动。请用“xinxi backups”看有哪些，写它的序号或文件名。",
    )


def _record(office: Office, backup: Path) -> None:
    def work(_tx: Transaction) -> tuple[str, tuple[int, ...]]:
        return f"已从备份“{backup.name}”恢复", ()

    office.do("从备份恢复", work, final=True)


def _parting(office: Office, marks: dict[int, str]) -> int:
    """Find the newest act that the file and the copy have in common, by halving."""
    low, high = 0, max(marks)
    while low < high:
        middle = (low + high + 1) // 2
        same = marks.get(middle, "") == store.act_mark(office.file, middle)
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def _copies(path: Path, place: Path) -> list[tuple[Path, Copy]]:
    found = []
    try:
        files = [each for each in place.iterdir() if each.suffix == SUFFIX]
        for each in files:
            copy = parse_name(path.stem, each.stem, each.stat().st_size)
            if copy is not None:
                found.append((each, copy))
    except OSError:
        # A stick that is not plugged in has no copies to show.
        return []
    return found


def _rotate(path: Path, place: Path) -> None:
    copies = {copy: each for each, copy in _copies(path, place)}
    for copy in to_drop(list(copies), today(), SPACE * path.stat().st_size):
        copies[copy].unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldError(
            "backup_failed",
            f"备份没有写成：{folder} 建不起来。工作文件没有改动，原有的备份也没有改动。请换一个位置。",
        ) from error
