"""One file in: what is kept of it, and every reason for which it is not taken."""

import hashlib
import os
import random
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from word_parts import added, package, paragraph, part, run, written, zipped

from xinxi_desktop.domain.vocabulary import Machine, Secrecy, Urgency
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.package import MAX_MEMBERS
from xinxi_desktop.importers.reader import RawReport, read_file
from xinxi_desktop.importers.refusals import MAX_BYTES, SENTENCES
from xinxi_desktop.importers.sniff import OLE_HEAD

OPEN = Machine.UNCLASSIFIED
TEXT = "关于某事的情况\n一段正文。\n".encode()
WORD = package(paragraph("关于某事的情况") + paragraph("一段正文。"))
STATE_SECRET = "该文件标有国家秘密标志,本机不得处理。未导入,未留副本。请按规定报告保密员。"


def ole(*streams: str) -> bytes:
    return OLE_HEAD + bytes(504) + b"".join(name.encode("utf-16-le") for name in streams)


def bomb() -> bytes:
    return added(WORD, "word/media/image1.bin", bytes(20 * 1024 * 1024))


def crowd() -> bytes:
    return zipped({"word/document.xml": "", **{f"word/{n}": "" for n in range(MAX_MEMBERS)}})


def with_entity() -> bytes:
    return added(WORD, "customXml/item1.xml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><x/>')


def broken_member() -> bytes:
    stored = WORD.index(b"word/document.xml") + len("word/document.xml") + 8
    return (
        WORD[:stored]
        + bytes(byte ^ 0xFF for byte in WORD[stored : stored + 8])
        + (WORD[stored + 8 :])
    )


BAD_FILES: list[tuple[str, str, Callable[[], bytes]]] = [
    ("empty_file", "空.txt", bytes),
    ("empty_docx", "空.docx", bytes),
    ("old_doc", "旧.doc", lambda: ole("Root Entry", "WordDocument")),
    ("old_doc", "改名.docx", lambda: ole("Root Entry", "WordDocument")),
    ("old_wps", "旧.wps", lambda: ole("Root Entry", "WordDocument")),
    ("other_ole", "表.docx", lambda: ole("Root Entry", "Workbook")),
    ("password_protected", "密码.docx", lambda: ole("EncryptionInfo", "EncryptedPackage")),
    ("truncated_zip", "半截.docx", lambda: WORD[: len(WORD) // 2]),
    ("truncated_zip", "三字节.docx", lambda: WORD[:3]),
    ("damaged_docx", "坏.docx", broken_member),
    ("damaged_docx", "乱码.docx", lambda: bytes(range(128, 256)) * 8),
    ("damaged_docx", "缺正文.docx", lambda: zipped({"word/x.xml": "<x/>"})),
    ("damaged_docx", "坏标记.docx", lambda: package("<w:p>")),
    ("zip_bomb", "炸弹.docx", bomb),
    ("zip_bomb", "部件多.docx", crowd),
    ("external_entity", "实体.docx", with_entity),
    ("external_entity", "正文实体.docx", lambda: package("", xml="<!DOCTYPE x []><x/>")),
    ("no_text", "空白.txt", lambda: b" \r\n\xe3\x80\x80\n"),
    ("no_text", "空正文.docx", lambda: package("<w:p/>")),
    ("wrong_encoding", "二进制.txt", lambda: random.Random(7).randbytes(3000)),
    ("wrong_encoding", "空字符.txt", lambda: b"a\x00b"),
    ("unsupported_format", "稿.pdf", lambda: b"%PDF-1.7\n"),
    ("unsupported_format", "改名的.docx", lambda: b"{\\rtf1 abc}"),
    ("unsupported_format", "表.xlsx", lambda: zipped({"xl/workbook.xml": "<x/>"})),
    ("unsupported_format", "压缩包.docx", lambda: zipped({"a.txt": "x"})),
    ("unsupported_format", "网页.doc", lambda: b"<html><body>x</body></html>"),
    ("unsupported_format", "数据.json", lambda: b"{}"),
    ("title_too_long", "长题.txt", lambda: ("长" * 3000 + "\n正文。\n").encode()),
    ("title_too_long", "长题.docx", lambda: package(paragraph("长" * 3000) + paragraph("正文。"))),
    ("state_secret", "秘密件.docx", lambda: package(paragraph("秘密★1年"))),
]


def refused(path: Path, machine: Machine = OPEN) -> UserError:
    with pytest.raises(UserError) as caught:
        read_file(path, machine=machine)
    return caught.value


@pytest.mark.parametrize(("code", "name", "make"), BAD_FILES, ids=[b[0] + b[1] for b in BAD_FILES])
def test_bad_file_is_refused_for_its_own_reason(
    tmp_path: Path, code: str, name: str, make: Callable[[], bytes]
) -> None:
    assert refused(written(tmp_path, name, make())).code == code


def test_refusal_names_the_file_and_that_nothing_was_changed(tmp_path: Path) -> None:
    sentence = refused(written(tmp_path, "半截.docx", WORD[:200])).sentence

    assert "半截.docx" in sentence
    assert "未登记，原文件未改动" in sentence


def test_every_reason_is_distinct_and_reached_by_a_test() -> None:
    reached = {code for code, _, _ in BAD_FILES} | {
        "too_large", "vanished", "no_permission", "read_failed", "not_a_file", "top_secret",
        "above_machine",
    }  # fmt: skip

    assert reached == SENTENCES.keys()
    assert len(set(SENTENCES.values())) == len(SENTENCES)


def test_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)

    assert refused(path).code == "too_large"
    assert "200MB" in refused(path).sentence


def test_file_of_the_largest_size_is_still_read(tmp_path: Path) -> None:
    path = written(tmp_path, "满.txt", b" " * MAX_BYTES)

    assert refused(path).code == "no_text"


def test_vanished_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "没有.docx").code == "vanished"


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")

    assert refused(tmp_path / "管道.txt").code == "not_a_file"


def test_unreadable_path_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / ("长" * 300 + ".txt")).code == "read_failed"


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.reader import read_file
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
try:
    read_file(Path(sys.argv[1]), machine=Machine.UNCLASSIFIED)
except UserError as error:
    print(error.code)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are kept otherwise here")
def test_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "他人的.txt", TEXT)
    path.chmod(0)
    command = [sys.executable, "-c", READ_AS_NOBODY, str(path)]
    child = subprocess.run(command, capture_output=True, text=True, check=False)

    assert child.stdout.strip() == "no_permission", child.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
@pytest.mark.parametrize(
    "raw, name",
    [("望川.txt".encode("gb18030"), "望川.txt"), (b"\xff\xfe.txt", "\ufffd\ufffd.txt")],
)
def test_name_of_other_encoding_becomes_text(tmp_path: Path, raw: bytes, name: str) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))
    path.write_bytes(TEXT)

    assert read_file(path, machine=OPEN).file_name == name


def test_report_keeps_bytes_and_their_hash(tmp_path: Path) -> None:
    report = read_file(written(tmp_path, "稿.docx", WORD), machine=OPEN)

    assert report.bytes_ == WORD
    assert report.sha256 == hashlib.sha256(WORD).hexdigest()
    assert (report.file_name, report.format) == ("稿.docx", "docx")


def test_text_file_is_read_into_paragraphs(tmp_path: Path) -> None:
    report = read_file(written(tmp_path, "稿.txt", TEXT), machine=OPEN)

    assert report.document.plain_text() == "关于某事的情况\n一段正文。"
    assert (report.format, report.notes) == ("txt", ())


def test_word_file_under_a_wrong_name_is_read_and_says_so(tmp_path: Path) -> None:
    report = read_file(written(tmp_path, "稿.doc", WORD), machine=OPEN)

    assert report.format == "docx"
    assert report.notes == ("扩展名是.doc，实际是Word文档（.docx），已按实际格式读入",)


def test_plain_text_named_docx_is_read_as_text(tmp_path: Path) -> None:
    assert read_file(written(tmp_path, "稿.docx", TEXT), machine=OPEN).format == "txt"


def test_chinese_after_a_dot_is_no_extension(tmp_path: Path) -> None:
    assert read_file(written(tmp_path, "3.市人社局", TEXT), machine=OPEN).format == "txt"


MARKED = {
    "正文": package(paragraph("秘 密 ★ １ 年") + paragraph("正文。")),
    "页眉": package(paragraph("正文。"), header1=part("hdr", paragraph("机密★"))),
    "页脚": package(paragraph("正文。"), footer1=part("ftr", paragraph("绝密"))),
    "文本框": package(
        paragraph("正文。") * 20
        + "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
        + paragraph("秘")
        + paragraph("密")
        + paragraph("★")
        + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    ),
    "水印": package(
        paragraph("正文。"),
        header1=part("hdr", '<w:p><w:r><w:pict><v:textpath string="机密"/></w:pict></w:r></w:p>'),
    ),
    "隐藏": package(f"<w:p>{run('秘密★', '<w:vanish/>')}{run('正文。')}</w:p>"),
    "删除": package(f"<w:p><w:del>{run('秘密★5年')}</w:del>{run('正文。')}</w:p>"),
    "表格": package(
        f"<w:tbl><w:tr><w:tc>{paragraph('密级')}</w:tc><w:tc>{paragraph('机密')}</w:tc></w:tr></w:tbl>"
        + paragraph("正文。")
    ),
    "属性": added(
        package(paragraph("正文。")),
        "docProps/core.xml",
        "<x><category>秘密</category></x>".encode(),
    ),
    "文本": "机密\n标题\n正文。".encode(),
}


@pytest.mark.parametrize("place", MARKED)
def test_marked_file_is_stopped_wherever_the_mark_stands(tmp_path: Path, place: str) -> None:
    error = refused(written(tmp_path, "标题很长", MARKED[place]))

    assert (error.code, error.sentence) == ("state_secret", STATE_SECRET)


@pytest.mark.parametrize("name", ["【秘密】情况.docx", "机密★10年 情况.txt", "情况（绝密）.docx"])
def test_mark_in_the_name_stops_the_file_unread(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name).code == "state_secret"


@pytest.mark.parametrize(
    "text",
    [
        "商业秘密保护情况\n企业商业秘密★行动。",
        "国家秘密载体管理工作\n保守国家秘密是每个公民的义务。",
        "工作秘密管理办法\n涉及工作秘密和绝密级文件的处理流程另行规定。",
        "保密宣传\n标注秘密等级的文件不得外传，机密不可泄露。",
    ],
)
def test_words_about_secrets_are_no_mark(tmp_path: Path, text: str) -> None:
    report = read_file(written(tmp_path, "保守国家秘密.txt", text.encode()), machine=OPEN)

    assert not report.mark.is_state_secret


def test_secret_machine_takes_secret_with_its_term(tmp_path: Path) -> None:
    path = written(tmp_path, "件.txt", "秘密★1年\n标题\n正文。".encode())
    mark = read_file(path, machine=Machine.SECRET).mark

    assert (mark.secrecy, mark.term) == (Secrecy.SECRET, "1年")


def test_secret_machine_refuses_confidential(tmp_path: Path) -> None:
    path = written(tmp_path, "件.txt", "机密★20年\n正文。".encode())

    assert refused(path, Machine.SECRET).code == "above_machine"
    assert read_file(path, machine=Machine.CONFIDENTIAL).mark.secrecy is Secrecy.CONFIDENTIAL


@pytest.mark.parametrize("machine", [Machine.SECRET, Machine.CONFIDENTIAL])
def test_top_secret_is_refused_on_classified_machines_too(tmp_path: Path, machine: Machine) -> None:
    path = written(tmp_path, "件.txt", "绝密★30年\n正文。".encode())

    assert refused(path, machine).code == "top_secret"


def test_sentences_about_secrecy_tell_no_title() -> None:
    assert all(
        "{" not in SENTENCES[code] for code in ("state_secret", "top_secret", "above_machine")
    )


def test_urgency_in_the_header_is_passed_on(tmp_path: Path) -> None:
    data = package(paragraph("正文。"), header1=part("hdr", paragraph("特 急")))
    report = read_file(written(tmp_path, "件.docx", data), machine=OPEN)

    assert report.hints.urgency is Urgency.MOST_URGENT


def attempt(path: Path) -> RawReport | UserError:
    try:
        return read_file(path, machine=OPEN)
    except UserError as error:
        return error


@pytest.mark.parametrize("seed", range(60))
def test_random_bytes_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    heads = (b"", b"PK\x03\x04", OLE_HEAD, b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml ")
    data = chance.choice(heads) + chance.randbytes(chance.randrange(1, 400))
    suffix = chance.choice((".docx", ".txt", ".doc", ""))

    assert isinstance(attempt(written(tmp_path, f"随机{suffix}", data)), RawReport | UserError)


RICH = package(
    paragraph("标题") + f"<w:tbl><w:tr><w:tc>{paragraph('格')}</w:tc></w:tr></w:tbl>",
    header1=part("hdr", paragraph("页眉")),
    comments=part("comments", f"<w:comment>{paragraph('批')}</w:comment>"),
)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_word_file_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(RICH)
    for _ in range(chance.randrange(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = bytes(data[: chance.randrange(1, len(data) + 1)]) if seed % 3 == 0 else bytes(data)

    assert isinstance(attempt(written(tmp_path, "损坏.docx", cut)), RawReport | UserError)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_xml_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    body = paragraph("正文", '<w:jc w:val="x"/>')
    xml = bytearray(part("document", f"<w:body>{body}</w:body>").encode())
    for _ in range(chance.randrange(1, 6)):
        xml[chance.randrange(len(xml))] = chance.choice(b'<>/"=w&;0')
    data = package("", xml=xml.decode("utf-8", "replace"))

    assert isinstance(attempt(written(tmp_path, "损坏.docx", data)), RawReport | UserError)


def test_lying_sizes_are_refused(tmp_path: Path) -> None:
    body = part("document", f"<w:body>{paragraph('字' * 5000)}</w:body>").encode()
    data = bytearray(package("", xml=body.decode()))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<I", data, entry + 24, 10)

    assert refused(written(tmp_path, "谎报.docx", bytes(data))).code == "damaged_docx"
