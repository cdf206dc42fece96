"""Search over bigrams (architecture.md 17)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.services.acts import undo_last
from xinxi_desktop.services.articles import create_article, save_revision
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.search import search
from xinxi_desktop.store.search import bigrams, match


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make.new_office(tmp_path)
    make.report(made, "政务信息报送情况", "安渡区的信息报送及时，𬭎某负责，5G覆盖，ＡＢ两区。")
    yield made
    made.close()


@pytest.mark.parametrize(
    "words", ["信", "信息", "信息报", "的", "𬭎", "5G", "ab", "信息 安渡", "某负"]
)
def test_a_word_of_any_length_is_found(office: Office, words: str) -> None:
    assert [hit.title for hit in search(office, words)] == ["政务信息报送情况"]


@pytest.mark.parametrize("words", ["息信", "信报", "信息 白湾", "，", "", '"', "某及"])
def test_what_is_not_there_is_not_found(office: Office, words: str) -> None:
    assert search(office, words) == []


def test_a_submission_is_found_by_its_number(office: Office) -> None:
    assert [hit.number for hit in search(office, "2026:1")] == ["2026-1"]


def test_old_words_of_a_changed_text_are_forgotten(office: Office) -> None:
    key = create_article(office, [1]).id
    save_revision(office, key, "新题", document_from_lines(["换成别的话。"]))
    assert [hit.kind for hit in search(office, "安渡")] == ["submission"]
    assert [hit.kind for hit in search(office, "别的话")] == ["article"]


def test_an_undo_takes_its_words_out_of_the_index(office: Office) -> None:
    make.report(office, "昙花", "昙花一现。")
    undo_last(office)
    assert search(office, "昙花") == []


def test_a_unit_is_found_by_a_new_alias_and_not_by_a_dropped_one(office: Office) -> None:
    from xinxi_desktop.services.units import save_unit

    key = make.unit(office, "栖山县委办公室", "栖山")
    save_unit(office, key, {"aliases": "栖县"})
    assert [hit.kind for hit in search(office, "栖县")] == ["unit"]
    assert search(office, "栖山") != []
    save_unit(office, key, {"name": "临江委办", "aliases": ""})
    assert search(office, "栖县") == []


def test_each_character_begins_one_token() -> None:
    assert bigrams("信息报，A") == "信息 息报 报 a"


def test_newer_characters_are_spelt_out_for_the_tokenizer() -> None:
    assert bigrams("𬭎") == "x2cb4ex"


def test_several_words_must_all_be_there() -> None:
    assert match("信息 的") == '"信息" AND "的"*'


def test_an_issue_is_found_by_what_stands_in_it(office: Office) -> None:
    key = make.issue(office)
    kinds = [hit.kind for hit in search(office, "第0条情况")]
    assert kinds == ["article", "issue", "submission"]
    assert [hit.id for hit in search(office, "第0条情况") if hit.kind == "issue"] == [key]
