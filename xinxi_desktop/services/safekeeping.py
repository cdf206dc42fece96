"""Verify what the file holds, and back it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.domain.document import sha256
from xinxi_desktop.domain.signatures import sign_off_hash
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.office import SUFFIX, Office
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store import keeping as store
from xinxi_desktop.store.backups import copy_checked


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked: subject, its id, whether it holds, and if not why."""

    subject: str
    id: str
    ok: bool
    reason: str = ""


def verify(office: Office) -> Iterator[Verdict]:
    """Check the file, every original, every stored bulletin, proof, sign-off and number."""
    found = office.file.integrity()
    yield Verdict("file", office.path.name, found == "ok", "" if found == "ok" else found)
    for digest in store.blob_hashes(office.file):
        yield _stored(office, "original", digest[:12], digest)
    for row in issue_store.every_issued_file(office.file):
        yield _stored(office, "issued_file", f"{row['issue']}:{row['format']}", row["sha256"])
    for row in store.printed_without_files(office.file):
        name = f"《{row['name']}》{row['year']}年第{row['number']}期"
        yield Verdict("issued_file", str(row["id"]), False, f"{name}已印发，但没有存下的文件。")
    yield from _revisions(office)
    yield from _proofs(office)
    yield from _signatures(office)
    yield from _counters(office)


def damage(office: Office) -> str:
    """Let SQLite check the whole file; a sentence if it is damaged, else empty."""
    found = office.file.integrity()
    if found == "ok":
        return ""
    return (
        f"工作文件有损坏（{found}）。请先不要继续登记：把现在的文件复制一份留存，再从最近的备份恢复，"
        "并用“xinxi verify”核对。"
    )


def back_up(office: Office, target: Path) -> Path:
    """Copy the office file to a file or into a folder; never over the file itself."""
    path = target / office.path.name if target.is_dir() else target
    if path.suffix != SUFFIX:
        raise UserError("wrong_suffix", f"备份的名字要以“{SUFFIX}”结尾。没有备份。请改名后再试。")
    if path.exists() and path.samefile(office.path):
        raise UserError("backup_onto_itself", "不能备份到工作文件自己。没有备份。请换一个位置。")
    copy_checked(office.file, path)
    return path


def _stored(office: Office, subject: str, key: str, digest: str) -> Verdict:
    try:
        office.file.blob(digest)
    except WorldError as error:
        return Verdict(subject, key, False, error.sentence)
    return Verdict(subject, key, True)


def _revisions(office: Office) -> Iterator[Verdict]:
    for row in store.revisions(office.file):
        good = sha256(row["title"] + "\n" + row["body"]) == row["sha256"]
        yield Verdict("revision", str(row["id"]), good, "" if good else "稿件正文与其校验值不符。")


def _proofs(office: Office) -> Iterator[Verdict]:
    for row in issue_store.every_proof(office.file):
        good = sha256(row["body"]) == row["sha256"] and (
            row["check_code"] == row["sha256"][:8].upper()
        )
        yield Verdict(
            "clean_proof", row["check_code"], good, "" if good else "清样与其校验码不符。"
        )


def _signatures(office: Office) -> Iterator[Verdict]:
    previous = ""
    proofs = {row["id"]: row["sha256"] for row in issue_store.every_proof(office.file)}
    for row in issue_store.every_sign_off(office.file):
        reason = ""
        if row["previous_sha256"] != previous or sign_off_hash(row) != row["sha256"]:
            reason = "签批记录或它前面的记录被改动过。"
        elif proofs.get(row["subject"]) != row["subject_sha256"]:
            reason = "签批所针对的清样被改动过。"
        previous = row["sha256"]
        yield Verdict("sign_off", str(row["id"]), not reason, reason)


def _counters(office: Office) -> Iterator[Verdict]:
    for row in store.counters_behind(office.file):
        yield Verdict("counter", f"{row['series']}:{row['year']}", False,
                      "编号器落后于已给出的编号，再编号会重复。")  # fmt: skip
