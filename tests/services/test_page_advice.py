"""版面建议 and title breaks on an issue in the file: tried, kept, taken back, covered by the proof."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.advice import Remedy, Trouble
from xinxi_desktop.domain.cures import TITLE, Cure, text_mark
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import page_advice as service
from xinxi_desktop.services.articles import save_revision
from xinxi_desktop.services.bulletins import lay_out, proof_body
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office

SHORT = "信" * (26 + 28 * 3 + 2) + "。"
"""Two characters and a mark stand on the last line."""


@pytest.fixture
def key(office: Office) -> int:
    """An issue whose first text ends with two characters on a line of their own."""
    key = make.issue(office)
    first = items(office, key)[0]
    body = document_from_lines([SHORT, "信" * 40 + "。"])
    save_revision(office, first["article"], first["title"], body)
    return key


def remedy(office: Office, key: int) -> Remedy:
    """What is offered for the short last line."""
    told = service.page_advice(office, key).advice
    return next(each for each in told if each.trouble is Trouble.SHORT).remedies[0]


def lines(office: Office, key: int) -> int:
    layout = lay_out(office, key).layout
    return sum(line.item == 0 and line.kind == "paragraph" for line in layout.lines)


def test_a_remedy_tried_is_seen_and_not_kept(office: Office, key: int) -> None:
    printed = lay_out(office, key)
    tried = service.try_remedy(printed, remedy(office, key))

    assert len(tried.layout.lines) == len(printed.layout.lines) - 1
    assert service.kept_cures(lay_out(office, key)) == ()


def test_an_adopted_remedy_stands_on_the_page(office: Office, key: int) -> None:
    before = lines(office, key)
    service.adopt_remedy(office, key, remedy(office, key))

    assert lines(office, key) == before - 1
    assert "收紧" in service.kept_cures(lay_out(office, key))[0].words


def test_a_cure_taken_back_leaves_the_page_as_it_was(office: Office, key: int) -> None:
    before = lines(office, key)
    service.adopt_remedy(office, key, remedy(office, key))
    service.drop_cures(office, key, service.kept_cures(lay_out(office, key)))

    assert lines(office, key) == before


def test_a_cure_rests_when_its_text_was_changed(office: Office, key: int) -> None:
    service.adopt_remedy(office, key, remedy(office, key))
    first = items(office, key)[0]
    save_revision(office, first["article"], first["title"], document_from_lines(["改了。" + SHORT]))

    assert service.kept_cures(lay_out(office, key))[0].rests


def test_a_cure_is_covered_by_the_proof(office: Office, key: int) -> None:
    before = proof_body(office.file, key, office.name)
    service.adopt_remedy(office, key, remedy(office, key))

    assert proof_body(office.file, key, office.name) != before


def test_no_cure_is_kept_once_the_proof_is_out(office: Office) -> None:
    key = make.sent_issue(office)
    cure = Cure(TITLE, text_mark(items(office, key)[0]["title"]), lines=-1)

    with pytest.raises(UserError):
        service.adopt_remedy(office, key, Remedy(((0, cure),), ""))


def test_a_cure_beyond_the_limits_is_refused(office: Office, key: int) -> None:
    with pytest.raises(UserError, match="限度"):
        service.adopt_remedy(office, key, Remedy(((0, Cure("b1", "", spacing=-40)),), ""))


def test_a_title_is_broken_by_hand_until_it_is_changed(office: Office, key: int) -> None:
    first = items(office, key)[0]
    service.break_title(office, first["id"], [3])
    assert lay_out(office, key).bulletin.items[0].title_breaks == (3,)

    save_revision(office, first["article"], "另一个标题", document_from_lines([SHORT]))
    assert lay_out(office, key).bulletin.items[0].title_breaks == ()


def test_breaks_that_are_not_in_the_title_are_refused(office: Office, key: int) -> None:
    with pytest.raises(UserError, match="重新选"):
        service.break_title(office, items(office, key)[0]["id"], [99])


def test_the_program_s_own_breaks_come_first_among_the_choices(office: Office, key: int) -> None:
    choices = service.title_choices(lay_out(office, key), 0)

    assert (choices[0].name, choices[0].breaks) == ("自动", ())
    assert "".join(choices[-1].lines) == lay_out(office, key).bulletin.items[0].title
