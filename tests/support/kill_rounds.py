"""Kills the program at work over and over, opens the file again, and looks for what is missing.

``python tests/support/kill_rounds.py 100`` kills it a hundred times; the seed of a round decides
what it does and when it dies.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import office_maker as make
from kill_child import PHASES, token

from xinxi_desktop.services.articles import create_article, draft
from xinxi_desktop.services.backups import back_up_today
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.printing import write_file
from xinxi_desktop.services.safekeeping import verify
from xinxi_desktop.services.samples import sample_files

KEPT_WITHIN = 3.0
"""What was typed so many seconds ago is in the file (architecture.md 13)."""

LONGEST_LIFE = 6.0
SUPPORT = Path(__file__).parent
Said = dict[str, Any]


@dataclass
class Round:
    """What came of one killing: what it had acknowledged, and what was wrong afterwards."""

    seed: int
    phase: str
    said: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def prepare(folder: Path) -> Path:
    """Make the office that each round gets a copy of, and the files that it imports."""
    for name in ("words", "in", "out", "stick", "new"):
        (folder / name).mkdir(parents=True)
    office = make.new_office(folder)
    for _ in range(3):
        make.sent_issue(office, "每日快报", 1)
    create_article(office, [make.report(office)])
    office.close()
    for path in sample_files(folder / "words", with_trap=False):
        if path.suffix != ".docx":
            path.unlink()
    return office.path


def kill_once(template: Path, folder: Path, phase: str, seed: int) -> Round:
    """Let the program work in a copy of the office, kill it, and look."""
    shutil.copytree(template.parent, folder)
    path = folder / template.name
    said = _killed(path, phase, seed)
    result = Round(seed, phase, Counter(each["kind"] for each in said))
    if not any(each["kind"] == "ready" for each in said):
        result.faults.append("it did not begin")
    result.left = sorted(str(each.relative_to(folder)) for each in _strays(folder))
    result.faults += _look(path, said)
    shutil.rmtree(folder)
    return result


def _killed(path: Path, phase: str, seed: int) -> list[Said]:
    chance = random.Random(seed)
    places = {name: str(path.parent / "home") for name in ("HOME", "XDG_CONFIG_HOME", "TMPDIR")}
    (path.parent / "home").mkdir()
    environment = os.environ | places | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(SUPPORT), str(SUPPORT.parents[1])]),
    }  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, str(SUPPORT / "kill_child.py"), str(path), phase, str(seed)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    lines: list[str] = []
    reading = Thread(target=_read, args=(child, lines))
    reading.start()
    patience = time.monotonic() + 60
    while not any('"ready"' in line for line in lines[:9]) and time.monotonic() < patience:
        if child.poll() is not None:
            break
        time.sleep(0.02)
    time.sleep(chance.uniform(0.0, LONGEST_LIFE))
    died = {"kind": "killed", "at": time.monotonic()}
    child.kill()
    child.wait()
    reading.join()
    return [*(json.loads(line) for line in lines if line.endswith("\n")), died]


def _read(child: subprocess.Popen[str], lines: list[str]) -> None:
    assert child.stdout is not None
    with child.stdout as stream:
        for line in stream:
            if line.startswith("{"):
                lines.append(line)


def _strays(folder: Path) -> Iterator[Path]:
    """Files that the program was writing when it died, and that no person is meant to see."""
    words = (".tmp", ".part", "未完成", "-journal", ".xinxi-")
    for path in folder.rglob("*"):
        beside = path.name.endswith(("office.xinxi-wal", "office.xinxi-shm"))
        if path.is_file() and not beside and any(word in path.name for word in words):
            yield path


def _look(path: Path, said: list[Said]) -> Iterator[str]:
    office = open_office(path)
    try:
        yield from (f"verify: {each}" for each in verify(office) if not each.ok)
        yield from _typing(office, said)
        for each in said:
            yield from _missing(office, each)
        yield from _files(path.parent, said)
        _start_over(office, path.parent)
    finally:
        office.close()
    yield from (f"left: {each.relative_to(path.parent)}" for each in _strays(path.parent))


def _start_over(office: Office, folder: Path) -> None:
    """Do what the next day does, two hours later: then nothing half done may be left."""
    for each in _strays(folder):
        os.utime(each, times=(time.time() - 7200,) * 2)
    back_up_today(office, str(folder / "stick"), lambda _done, _total: None)
    write_file(folder / "out" / "明天.txt", b"1")
    made = make.new_office(folder / "new", "明天.xinxi")
    made.close()


def _typing(office: Office, said: list[Said]) -> Iterator[str]:
    """What was typed some seconds before the end stands in the draft."""
    died = said[-1]["at"]
    due = [each for each in said if each["kind"] == "typed" and each["at"] <= died - KEPT_WITHIN]
    if due:
        kept = draft(office, due[-1]["article"])
        text = "" if kept is None else "".join(block.text for block in kept[1].blocks)
        if token(due[-1]["number"]) not in text:
            last = max((each["number"] for each in due if token(each["number"]) in text), default=0)
            yield f"typing: {due[-1]['number']} was due, {last} is kept"


def _missing(office: Office, each: Said) -> Iterator[str]:
    file = office.file
    if each["kind"] == "import" and each["status"] == "registered":
        if not file.value("SELECT 1 FROM submission WHERE sha256 = ?", each["sha256"]):
            yield f"import: {each}"
    elif each["kind"] == "issue" and not file.value("SELECT 1 FROM issue WHERE id = ?", each["id"]):
        yield f"issue: {each}"
    elif each["kind"] == "sign":
        signed = file.value(
            "SELECT count(*) FROM sign_off WHERE subject IN"
            " (SELECT id FROM clean_proof WHERE issue = ?)", each["issue"],
        )  # fmt: skip
        if signed < each["signed"]:
            yield f"sign: {each}"
    elif each["kind"] in ("office", "rehearsal") and not Path(each["path"]).exists():
        yield f"file: {each}"


def _files(folder: Path, said: list[Said]) -> Iterator[str]:
    """No half file under any name that a person would open."""
    for path in (folder / "out").iterdir():
        if path not in set(_strays(folder)) and not _whole(path):
            yield f"half file: {path.name}"
    last = {each["name"]: each for each in said if each["kind"] in ("writing", "export")}
    for name, each in last.items():
        target = folder / "out" / name
        if (
            each["kind"] == "export"
            and hashlib.sha256(target.read_bytes()).hexdigest() != each["sha256"]
        ):
            yield f"export: {name}"
    # Of older ones some make room; the last of each place stays.
    backups = {Path(each["path"]).parent: each for each in said if each["kind"] == "backup"}
    yield from (f"backup: {e['path']}" for e in backups.values() if not Path(e["path"]).exists())
    for path in folder.rglob("*.xinxi"):
        if path.name != "office.xinxi" and path not in set(_strays(folder)):
            yield from (f"{path.name}: {fault}" for fault in _half_office(path))


def _whole(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None


def _half_office(path: Path) -> Iterator[str]:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            if file.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                yield "damaged"
            if not file.execute("SELECT count(*) FROM publication").fetchone()[0]:
                yield "without publications"
            marked = file.execute("SELECT 1 FROM setting WHERE key = 'rehearsal'").fetchone()
            if path.name.startswith("演练") and not marked:
                yield "a copy for training without its mark"
    except sqlite3.Error as error:
        yield str(error)


def run_rounds(folder: Path, rounds: int, seed: int = 0, workers: int = 2) -> Iterator[Round]:
    """Kill so many times, every phase in turn."""
    template = prepare(folder / "template")
    phases = list(PHASES)
    kill = partial(kill_once, template)
    with ThreadPoolExecutor(workers) as pool:
        waiting = [
            pool.submit(kill, folder / f"round{n}", phases[n % len(phases)], seed + n)
            for n in range(rounds)
        ]
        for each in waiting:
            yield each.result()


def main(rounds: int, seed: int) -> int:
    """Print each round that went wrong, then the sum per phase; 1 if anything went wrong."""
    begun, done = time.monotonic(), []
    with TemporaryDirectory(prefix="xinxi-kill-") as folder:
        for each in run_rounds(Path(folder), rounds, seed):
            done.append(each)
            for fault in each.faults:
                print(f"seed {each.seed} {each.phase}: {fault}", flush=True)
    for phase in PHASES:
        mine = [each for each in done if each.phase == phase]
        bad = sum(bool(each.faults) for each in mine)
        told = sum((each.said for each in mine), Counter[str]())
        cleared = sum(len(each.left) for each in mine)
        counts = "、".join(
            f"{kind} {told[kind]}" for kind in sorted(told.keys() - {"ready", "killed"})
        )
        print(f"{phase}: {len(mine)} killed, {bad} bad, {cleared} files cleared away; {counts}")
    wrong = sum(bool(each.faults) for each in done)
    print(f"{len(done)} killed in {time.monotonic() - begun:.0f} s, {wrong} bad")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
