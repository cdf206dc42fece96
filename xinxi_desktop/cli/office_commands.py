"""``new``, ``verify``, ``backup``: the office file itself."""

from __future__ import annotations

from pathlib import Path

import click

from xinxi_desktop.cli import shapes
from xinxi_desktop.cli.chinese import command
from xinxi_desktop.cli.console import put, put_json, put_table, say, shown
from xinxi_desktop.cli.parameters import PATH, Word, as_json, office_file, opened
from xinxi_desktop.domain.vocabulary import Machine, Profile
from xinxi_desktop.services.office import create_office
from xinxi_desktop.services.rehearsal import rehearse
from xinxi_desktop.services.safekeeping import Verdict, back_up
from xinxi_desktop.services.safekeeping import verify as verdicts
from xinxi_desktop.services.samples import create_sample

_DAMAGED = 3
_SUBJECTS = {
    "file": "工作文件", "original": "原件", "issued_file": "印发文件", "revision": "稿件正文",
    "clean_proof": "清样", "sign_off": "签批", "counter": "编号器",
}  # fmt: skip


@command("new")
@office_file
@click.option("--sample", is_flag=True, help="建一个虚构的示例办公室，有来稿和一年的往期。")
@click.option(
    "--profile", metavar="市委|县委|政府|政协", type=Word(Profile), default=Profile.CITY_PARTY,
    help="办公室类型，不写就是市委；示例办公室总是市委。",
)  # fmt: skip
@click.option(
    "--machine", metavar="非涉密|秘密级|机密级", type=Word(Machine), default=Machine.UNCLASSIFIED,
    help="本机类别，不写就是非涉密。",
)  # fmt: skip
def new(file: Path, sample: bool, profile: Profile, machine: Machine) -> None:
    """Make an office file."""
    if sample:
        create_sample(file, machine).close()
        what = "示例办公室"
    else:
        create_office(file, profile=profile, machine=machine).close()
        what = f"{profile.label}的工作文件"
    put(f"已建立{what}“{shown(file)}”，本机类别{machine.label}。")


@command("verify")
@office_file
@as_json
def verify(file: Path, json_: bool) -> int:
    """Check what the file holds; exit 3 if something does not hold."""
    found: list[Verdict] = []
    with opened(file, read_only=True) as office:
        for each in verdicts(office):
            found.append(each)
            if json_:
                put_json(shapes.verdict(each))
    wrong = [each for each in found if not each.ok]
    if not json_:
        _put_verdicts(found, wrong)
    if wrong:
        say(
            f"核对了 {len(found)} 处，有 {len(wrong)} 处不符。文件没有改动。请先复制一份，再从备份恢复。"
        )
        return _DAMAGED
    return 0


@command("backup")
@office_file
@click.argument("to", metavar="TO", type=PATH)
def backup(file: Path, to: Path) -> None:
    """Copy the office file."""
    with opened(file, read_only=True) as office:
        put(f"已备份到“{shown(back_up(office, to))}”。")


@command("rehearse")
@office_file
@click.argument("copy", metavar="COPY", type=PATH)
def rehearse_(file: Path, copy: Path) -> None:
    """Make a copy for training."""
    with opened(file, read_only=True) as office:
        put(f"已建立演练副本“{shown(rehearse(office, copy))}”，工作文件没有改动。")


def _put_verdicts(found: list[Verdict], wrong: list[Verdict]) -> None:
    rows = []
    for subject in dict.fromkeys(each.subject for each in found):
        total = sum(each.subject == subject for each in found)
        bad = sum(each.subject == subject for each in wrong)
        rows.append((_SUBJECTS[subject], total, bad))
    put_table(("核对内容", "处数", "不符"), rows)
    for each in wrong:
        put(f"不符：{_SUBJECTS[each.subject]} {each.id}：{each.reason}")
