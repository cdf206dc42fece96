"""Lists count as Word counts them."""

from word_parts import part

from xinxi_desktop.importers.numbering import Numbering
from xinxi_desktop.importers.ooxml import parse


def level(index: int, text: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, nums: str = "", more: str = "") -> Numbering:
    xml = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}',
    )
    return Numbering(parse(xml.encode()))


TWO = level(0, "%1、", "chineseCounting") + level(1, "%1.%2")


def test_lower_level_starts_anew_under_each_upper_one() -> None:
    lists = numbering(TWO)

    assert [lists.text("1", index) for index in (0, 1, 1, 0, 1)] == [
        "一、",
        "一.1",
        "一.2",
        "二、",
        "二.1",
    ]


def test_legal_level_shows_decimals_only() -> None:
    lists = numbering(level(0, "%1、", "chineseCounting") + level(1, "%1.%2", more="<w:isLgl/>"))
    lists.text("1", 0)

    assert lists.text("1", 1) == "1.1"


def test_level_that_never_restarts_counts_on() -> None:
    lists = numbering(level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))

    assert [lists.text("1", index) for index in (0, 1, 0, 1)][-1] == "2)"


def test_list_may_start_at_another_number() -> None:
    assert numbering(level(0, "%1.", start=5)).text("1", 0) == "5."


def test_level_without_a_predecessor_counts_it_as_started() -> None:
    assert numbering(TWO).text("1", 1) == "一.1"


def test_two_lists_of_one_kind_count_together() -> None:
    lists = numbering(TWO, '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>')

    assert [lists.text("1", 0), lists.text("2", 0)] == ["一、", "二、"]


def test_overridden_start_begins_anew_once() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(TWO, again)

    assert [lists.text(n, 0) for n in ("1", "1", "2", "2")] == ["一、", "二、", "一、", "二、"]


def test_overridden_level_looks_its_own_way() -> None:
    own = level(0, "第%1条", "chineseCounting")
    lists = numbering(
        TWO,
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{own}'
        "</w:lvlOverride></w:num>",
    )

    assert lists.text("2", 0) == "第一条"


def test_list_may_be_kept_in_a_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="s"/>{level(0, "%1)")}'
        "</w:abstractNum>"
    )
    lists = numbering(TWO, '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>', linked)

    assert lists.text("9", 0) == "1)"


def test_style_finds_its_level() -> None:
    lists = numbering(level(0, "%1.") + level(1, "%2)", more='<w:pStyle w:val="h2"/>'))

    assert (lists.level_of_style("1", "h2"), lists.level_of_style("1", "h3")) == (1, 0)


def test_unknown_list_has_no_number() -> None:
    assert numbering(TWO).text("7", 0) == ""
    assert numbering(TWO).text("1", 12) == ""
