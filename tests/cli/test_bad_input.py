"""Every way in which input can be bad: a reason code of its own, a sentence, the rest goes on."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rights
from cli_calls import BODY, Xinxi
from word_parts import added, package, paragraph

from xinxi_desktop.cli.commands import xinxi as program
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.importers.refusals import SENTENCES
from xinxi_desktop.importers.sniff import OLE_HEAD

WORD = package(paragraph("关于某事的情况") + paragraph(BODY))


def ole(stream: str) -> bytes:
    return OLE_HEAD + bytes(504) + stream.encode("utf-16-le") + bytes(2000)


def entity() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return package("", xml=f'<?xml version="1.0"?>{declared}<document>&e;</document>')


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)


FILES: dict[str, tuple[str, bytes | Callable[[Path], None]]] = {
    "empty_file": ("a.txt", b""),
    "empty_docx": ("a.docx", b""),
    "old_doc": ("a.docx", ole("WordDocument")),
    "password_protected": ("a.docx", ole("EncryptedPackage")),
    "truncated_zip": ("a.docx", WORD[: len(WORD) * 2 // 3]),
    "zip_bomb": ("a.docx", added(WORD, "word/media/a.bin", bytes(32 * 1024 * 1024))),
    "external_entity": ("a.docx", entity()),
    "too_large": ("a.txt", sparse),
    "no_text": ("a.docx", package(paragraph(""))),
    "wrong_encoding": ("a.txt", bytes(range(128, 256)) * 9),
    "vanished": ("a.txt", lambda path: path.symlink_to("nowhere")),
    "title_too_long": ("a.txt", ("标" * 3000 + f"\n{BODY}").encode()),
    "ambiguous_unit": ("a.txt", f"某地情况\n{BODY}\n报送单位：信息中心".encode()),
    "state_secret": ("a.txt", f"秘密★1年\n样例\n{BODY}".encode()),
    "unsupported_format": ("a.pdf", b"%PDF-1.7\n"),
}


@pytest.fixture
def met(xinxi: Xinxi, office: Path, tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Import a bad file between two good ones; give what was said of it."""
    (tmp_path / "u.csv").write_text(
        "单位,简称\n市信息中心,信息中心\n省信息中心,信息中心\n", encoding="utf-8"
    )
    xinxi("units", office, "import", "u.csv")

    def meet(code: str) -> dict[str, str]:
        name, content = FILES[code]
        folder = tmp_path / "in"
        folder.mkdir()
        for good in ("0.txt", "z.txt"):
            (folder / good).write_text(f"{good}情况\n{good}{BODY}", encoding="utf-8")
        if callable(content):
            content(folder / name)
        else:
            (folder / name).write_bytes(content)
        said = xinxi("import", office, "in", "--json")
        first, bad, last = said.rows
        assert (said.code, first["status"], last["status"]) == (1, "registered", "registered")
        return dict(bad)

    return meet


@pytest.mark.parametrize("code", FILES)
def test_a_bad_file_has_its_own_code_and_stops_nothing(
    met: Callable[[str], dict[str, str]], code: str
) -> None:
    row = met(code)
    assert (row["status"], row["reason_code"]) == ("refused", code)
    # What happened, what is kept, what to do; and full-width marks only.
    assert len(re.findall("。", row["reason"])) >= 3
    assert FILES[code][0] in row["reason"] or code == "state_secret"


def failure(*words: object) -> XinxiError:
    with pytest.raises(XinxiError) as raised:
        program.main([str(word) for word in words], standalone_mode=False)
    return raised.value


def newer(office: Path) -> XinxiError:
    connection = sqlite3.connect(office)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    return failure("undo", office)


def no_office_file(office: Path) -> XinxiError:
    office.write_bytes(b"x" * 5000)
    return failure("undo", office)


def locked(office: Path) -> XinxiError:
    hold = (
        "import sys; from pathlib import Path; from xinxi_desktop.services.office import *;"
        "o = open_office(Path(sys.argv[1])); print(flush=True); sys.stdin.read(); o.close()"
    )
    command = [sys.executable, "-c", hold, str(office)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        return failure("undo", office)


def signed_by_someone_who_may_not(office: Path) -> XinxiError:
    issue = sent(office)
    return failure("sign", office, issue, "--person", "校对")


def number_twice(office: Path) -> XinxiError:
    for _round in range(2):
        issue = sent(office)
        for post in ("编辑", "科长", "分管副主任"):
            done("sign", office, issue, "--person", post)
        connection = sqlite3.connect(office)
        connection.execute("UPDATE counter SET last = 0 WHERE series LIKE 'issue:%'")
        connection.commit()
        connection.close()
        if _round == 0:
            done("finalise", office, issue, "--person", "校对")
            done("print-out", office, issue)
    return failure("finalise", office, issue, "--person", "校对")


def sent(office: Path) -> str:
    """Bring a new issue to its signers; give its id."""
    from xinxi_desktop.services import articles, issues, reviewing
    from xinxi_desktop.services.office import find_person, open_office

    opened = open_office(office)
    article = articles.create_article(opened, [1]).id
    reviewing.review_article(opened, article, person=find_person(opened, "科长"))
    issue = issues.create_issue(opened, issues.find_publication(opened, "每日快报"), [article]).id
    opened.close()
    done("proof", office, issue)
    return str(issue)


def done(*words: object) -> None:
    program.main([str(word) for word in words], standalone_mode=False)


FAILURES: dict[str, tuple[Callable[[Path], XinxiError], int]] = {
    "file_newer": (newer, 3),
    "not_an_office_file": (no_office_file, 3),
    "file_locked": (locked, 3),
    "not_entitled": (signed_by_someone_who_may_not, 1),
    "number_twice": (number_twice, 1),
}


@pytest.mark.parametrize("code", FAILURES)
def test_a_refused_act_has_its_own_code(office: Path, code: str) -> None:
    meet, exit_code = FAILURES[code]
    error = meet(office)
    assert (error.code, error.exit_code) == (code, exit_code)
    assert len(re.findall("。", error.sentence)) >= 2


RIGHTS = ("no_permission", "file_read_only")


def test_no_two_causes_share_a_code_or_a_sentence() -> None:
    codes = [*FILES, *FAILURES, *RIGHTS]
    assert len(set(codes)) == len(codes)
    assert len(set(SENTENCES.values())) == len(SENTENCES)


WITHOUT_RIGHTS = """
import sys
sys.path.append(sys.argv[2])
from pathlib import Path
from rights import obey_permissions
from xinxi_desktop.cli import main
from xinxi_desktop.cli.commands import xinxi
from xinxi_desktop.errors import XinxiError
obey_permissions()
main(["import", sys.argv[1], "closed.txt", "--json"])
Path("office.xinxi").chmod(0o444)
Path(".").chmod(0o555)
try:
    xinxi.main(["undo", sys.argv[1]], standalone_mode=False)
except XinxiError as error:
    print(error.code)
Path(".").chmod(0o755)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="rights are kept otherwise here")
def test_missing_rights_have_codes_of_their_own(office: Path, tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "closed.txt").chmod(0)
    support = str(Path(rights.__file__).parent)
    command = [sys.executable, "-c", WITHOUT_RIGHTS, "office.xinxi", support]
    child = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert f'"reason_code": "{RIGHTS[0]}"' in child.stdout, child.stderr
    assert child.stdout.endswith(f"{RIGHTS[1]}\n"), child.stderr


def test_rare_characters_go_all_the_way(xinxi: Xinxi, office: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(f"𬭎䶮㛃三地情况\n{BODY}", encoding="utf-8")
    (row,) = xinxi("import", office, "r.txt", "--json").rows
    (hit,) = xinxi("search", office, "𬭎䶮", "--json").rows
    assert (row["title"], hit["title"]) == ("𬭎䶮㛃三地情况", "𬭎䶮㛃三地情况")


def test_a_file_that_goes_away_meanwhile_is_said(
    xinxi: Xinxi, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "w.txt").write_text(f"某地情况\n{BODY}", encoding="utf-8")
    said = xinxi("import", office, "gone.txt", "w.txt", "--json")
    assert [row["reason_code"] for row in said.rows] == ["vanished", None]
