"""The office file: one file, one writer, nothing half done."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import office_maker as make
import pytest

from xinxi_desktop.assets import asset
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.office import Office, create_office, open_office
from xinxi_desktop.store import schema
from xinxi_desktop.store.backups import copy_checked
from xinxi_desktop.store.lock import FileLock
from xinxi_desktop.store.transaction import Act, Transaction

CHILD = """
import sys
from collections.abc import Iterator
from pathlib import Path
sys.path[:0] = {path!r}
import office_maker as make
from xinxi_desktop.services.office import open_office
office = open_office(Path({file!r}))
{work}
"""


def child(file: Path, work: str) -> subprocess.Popen[str]:
    """Run ``work`` on an opened office in another process."""
    code = CHILD.format(path=sys.path, file=str(file), work=work)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make.new_office(tmp_path)
    yield made
    made.close()


def test_the_schema_snapshot_is_what_the_migrations_make(office: Office) -> None:
    assert schema.snapshot(office.file.connection()) == asset("db", "schema.sql").read_text("utf-8")


def test_a_closed_file_stands_alone(office: Office) -> None:
    make.report(office)
    office.close()
    assert [path.name for path in office.path.parent.iterdir()] == ["office.xinxi"]


def test_a_closed_file_can_be_read_in_a_read_only_place(office: Office) -> None:
    make.report(office)
    office.close()
    copy = open_office(office.path, read_only=True)
    assert copy.file.value("SELECT count(*) FROM submission") == 1
    copy.close()


def test_an_act_that_fails_leaves_nothing(office: Office) -> None:
    def work(tx: Transaction) -> None:
        tx.insert("setting", {"key": "half", "value": "done"})
        raise UserError("stop", "停")

    with pytest.raises(UserError):
        office.file.write(Act("试"), work)
    assert office.file.setting("half") == ""
    assert office.file.value("SELECT count(*) FROM act WHERE name = '试'") == 0


def test_a_second_writer_is_told_who_holds_the_file(office: Office) -> None:
    with pytest.raises(WorldError, match=r"正由编辑（计算机 [^，]*）使用") as refused:
        open_office(office.path)
    assert refused.value.code == "file_locked"


def test_a_holder_without_a_name_is_told_by_the_process(office: Office) -> None:
    office.file.name_holder("")
    with pytest.raises(WorldError, match=f"正由另一个窗口（.*进程 {os.getpid()}）"):
        open_office(office.path)


def test_a_held_file_can_still_be_read(office: Office) -> None:
    make.report(office)
    reader = open_office(office.path, read_only=True)
    assert reader.file.value("SELECT count(*) FROM submission") == 1
    with pytest.raises(WorldError, match="只读打开"):
        make.report(reader)
    reader.close()


def test_a_newer_file_is_refused_and_untouched(office: Office) -> None:
    office.close()
    connection = sqlite3.connect(office.path)
    connection.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    connection.close()
    before = office.path.read_bytes()
    with pytest.raises(WorldError, match="更新版本"):
        open_office(office.path)
    assert office.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello" * 500, b"SQLite format 3\0" + b"x" * 4000])
def test_what_is_not_an_office_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xinxi"
    path.write_bytes(content)
    with pytest.raises(WorldError) as refused:
        open_office(path)
    assert refused.value.code == "not_an_office_file"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xinxi"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    with pytest.raises(WorldError) as refused:
        open_office(path)
    assert refused.value.code == "not_an_office_file"


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="找不到"):
        open_office(tmp_path / "x.xinxi")


def test_an_office_is_never_made_over_a_file(office: Office) -> None:
    with pytest.raises(UserError, match="已经有了"):
        create_office(office.path)


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="不能在"):
        create_office(tmp_path / "nowhere" / "x.xinxi")


def test_a_full_disk_is_a_sentence_and_loses_nothing(office: Office) -> None:
    make.report(office)
    connection = office.file._writer.submit(office.file.connection).result()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(WorldError, match="磁盘空间不够"):
        make.report(office, "很长的来稿", "字" * 300_000)
    assert office.file.value("SELECT count(*) FROM submission") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_lock_file_removed_while_another_opens_it_keeps_a_third_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xinxi"
    first = FileLock(path, "")

    class Second(FileLock):
        def _open(self) -> IO[str]:
            stream = super()._open()
            first.release()
            return stream

    second = Second(path, "")
    with pytest.raises(WorldError, match="正由"):
        FileLock(path, "")
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not known there")
def test_a_killed_process_loses_no_committed_act(office: Office) -> None:
    office.close()
    running = child(
        office.path, "make.report(office)\nprint('done', flush=True)\nimport time; time.sleep(60)"
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "done\n"
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    again = open_office(office.path)
    assert again.file.value("SELECT count(*) FROM submission") == 1
    again.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another uid")
def test_a_file_without_permission_is_a_sentence(office: Office) -> None:
    office.close()
    for folder in (office.path.parent, *office.path.parent.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    office.path.chmod(0o444)
    code = (
        f"import sys, os; sys.path[:0] = {sys.path!r}\nfrom pathlib import Path\n"
        "from xinxi_desktop.services.office import open_office\n"
        "from xinxi_desktop.errors import WorldError\nos.setuid(65534)\n"
        f"try: open_office(Path({str(office.path)!r}))\n"
        "except WorldError as error: print(error.code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "file_read_only\n"


def test_the_lock_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "x.xinxi"
    FileLock(path, "编辑").release()
    again = FileLock(path, "编辑")
    again.release()
    assert not again.path.exists()


def test_a_backup_opens_as_an_office(office: Office, tmp_path: Path) -> None:
    make.report(office)
    copy_checked(office.file, tmp_path / "copy.xinxi")
    copy = open_office(tmp_path / "copy.xinxi")
    assert copy.file.value("SELECT count(*) FROM submission") == 1
    copy.close()
    office.close()


def test_a_backup_that_fails_keeps_the_old_one(office: Office, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="备份没有写成"):
        copy_checked(office.file, tmp_path / "nowhere" / "copy.xinxi")
    office.close()


def test_an_interrupted_statement_is_no_migration() -> None:
    with pytest.raises(ValueError, match="middle of a statement"):
        list(schema.statements("CREATE TABLE t (a);\nCREATE TABLE"))


def test_a_copy_is_made_before_migrating(office: Office) -> None:
    make.report(office)
    office.close()
    connection = sqlite3.connect(office.path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    migrated = open_office(office.path)
    assert migrated.file.value("PRAGMA user_version") == schema.newest()
    assert (office.path.parent / "office.升级前0000.xinxi").stat().st_size > 0
    migrated.close()


def test_an_old_file_is_read_only_after_it_was_migrated(office: Office) -> None:
    office.close()
    connection = sqlite3.connect(office.path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(WorldError, match="旧版"):
        open_office(office.path, read_only=True)


def test_all_writes_run_on_one_thread(office: Office) -> None:
    import threading

    names = {
        office.file.write(Act("试"), lambda tx: threading.current_thread().name) for _ in range(3)
    }
    assert len(names) == 1
    assert names != {threading.current_thread().name}


FILE_LIMIT = """
import resource, signal
from xinxi_desktop.errors import WorldError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    make.report(office, '长', '字' * 400_000)
except WorldError as error:
    print(error.code, office.file.value('SELECT count(*) FROM submission'))
office.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits there")
def test_a_disk_that_takes_no_more_is_a_sentence_and_loses_nothing(office: Office) -> None:
    make.report(office)
    office.close()
    running = child(office.path, FILE_LIMIT)
    said, _ = running.communicate(timeout=60)
    assert said == "disk_io 1\n"
