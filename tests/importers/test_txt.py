"""Text files of any common encoding, and what is no text."""

import pytest

from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.txt import decode, read_txt

STORY = "关于推进信息报送工作的情况\n望川县今年报送信息一百二十条，采用四十条。"


@pytest.mark.parametrize(
    ("codec", "bom", "label"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("gb18030", b"", "GB18030"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
    ],
)
def test_encoding_is_found(codec: str, bom: bytes, label: str) -> None:
    assert decode(bom + STORY.encode(codec), "稿.txt") == (STORY, label)


@pytest.mark.parametrize("text", ["信息", "𬭎䶮㛃", "县委", "一、"])
def test_short_gb18030_is_not_taken_for_something_else(text: str) -> None:
    assert decode(text.encode("gb18030"), "稿.txt")[0] == text


def test_traditional_big5_is_named_and_refused() -> None:
    text = "關於推動資訊報送工作的情況，這個縣今年報送的資訊有一百二十條，採用了四十條。"

    with pytest.raises(UserError) as caught:
        decode(text.encode("big5"), "稿.txt")
    assert "Big5" in caught.value.sentence


def test_traditional_text_in_utf8_is_read() -> None:
    text = "關於推動資訊報送工作的情況，這個縣今年報送的資訊有一百二十條。"

    assert decode(text.encode(), "稿.txt")[0] == text


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"ab\x01\x02\x03\x04", "\ue000\ue001".encode()])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        decode(data, "稿.txt")
    assert caught.value.code == "wrong_encoding"


def test_conversion_is_said() -> None:
    assert read_txt(STORY.encode("gb18030"), "稿.txt").notes == ("文本编码为GB18030，已转换",)


def test_lost_characters_are_counted() -> None:
    assert read_txt("丢了\ufffd\ufffd字".encode(), "稿.txt").notes == (
        "原文件中有2个字已丢失（显示为\ufffd），请核对",
    )


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\f", "\u2028", "\v"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert read_txt(f"甲{end}乙".encode(), "稿.txt").document.plain_text() == "甲\n乙"


def test_indents_and_odd_blanks_are_taken_off() -> None:
    text = "\u3000\u3000正文\u00a0有\u200b空\ufeff格\t。\x1a"

    assert read_txt(text.encode(), "稿.txt").document.plain_text() == "正文 有空格 。"


def test_wrapped_text_is_joined_and_said() -> None:
    body = "今年以来望川县围绕中心工作主动报送信息全年共报送一百二十条采用四十条居全市第一位" * 6
    lines = ["\u3000\u3000" + body[:28], *[body[at : at + 30] for at in range(28, 240, 30)]]
    text = read_txt("\n".join(lines).encode(), "稿.txt")

    assert len(text.document.blocks) == 1
    assert text.notes == ("每行都有硬回车，已按段落合并",)
