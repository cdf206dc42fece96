"""Lines are joined only where a text is clearly wrapped."""

from xinxi_desktop.importers.wrapping import join_wrapped

TEXT = (
    "各县区各部门要把信息工作摆上重要位置主要领导亲自过问分管领导具体负责确保每条信息真实准确" * 8
)


def wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_lines_of_one_width_become_one_paragraph() -> None:
    assert join_wrapped(wrapped(TEXT, 30)) == [TEXT]


def test_paragraphs_of_their_own_stay_apart() -> None:
    lines = ["第一段很短。", "第二段比第一段要长一些，但也不满一行。", "第三段。"]

    assert join_wrapped(lines) is lines


def test_long_unwrapped_paragraphs_stay_apart() -> None:
    lines = [TEXT, TEXT, TEXT, TEXT, TEXT]

    assert join_wrapped(lines) is lines


def test_indent_begins_a_paragraph() -> None:
    first, second = "\u3000\u3000" + TEXT[:148], "\u3000\u3000" + TEXT[:100] + "。"

    assert join_wrapped(wrapped(first, 30) + wrapped(second, 30)) == [first, second]


def test_blank_line_ends_a_paragraph() -> None:
    lines = [*wrapped(TEXT[:120], 30), "", *wrapped(TEXT[:115], 30)]

    assert join_wrapped(lines) == [TEXT[:120], "", TEXT[:115]]


def test_heading_is_not_joined_to_the_line_above() -> None:
    lines = [*wrapped(TEXT[:180], 30), "一、主要做法", *wrapped(TEXT[:160], 30)]

    assert join_wrapped(lines)[1] == "一、主要做法"


def test_full_line_that_ends_a_sentence_ends_a_paragraph_without_indents() -> None:
    first = TEXT[:149] + "。"

    assert join_wrapped(wrapped(first, 30) + wrapped(TEXT[:170], 30))[0] == first


def test_latin_words_keep_a_blank_between_them() -> None:
    line = "The office reported one hundred and twenty items this"

    assert join_wrapped([line] * 6)[0].startswith(f"{line} The")
