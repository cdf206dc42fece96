"""The office's own page schemes: kept, used by publications, guarded while an issue is signed."""

from __future__ import annotations

import json
from dataclasses import replace

import office_maker as make
import pytest

from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import registers
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.issues import issue, publications
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.paper import CopySet, Order, lay_out_stack
from xinxi_desktop.services.schemes import drop_scheme, save_scheme, scheme_called, schemes
from xinxi_desktop.store.issues import issued_files

WIDE = replace(STANDARD, name="宽边", inner_mm=40.0)


def use(office: Office, publication: int, scheme: str) -> None:
    row = next(row for row in publications(office) if row["id"] == publication)
    registers.save_publication(office, publication, {"name": row["name"], "scheme": scheme})


def test_an_own_scheme_is_listed_after_those_that_come_ready(office: Office) -> None:
    save_scheme(office, WIDE)

    assert schemes(office)[-1] == WIDE
    assert scheme_called(office, "宽边") == WIDE


def test_pages_are_set_in_the_publication_s_own_scheme(office: Office) -> None:
    key = make.issue(office)
    save_scheme(office, WIDE)
    use(office, issue(office, key)["publication"], "宽边")
    printed = lay_out(office, key)

    assert printed.scheme == WIDE
    assert min(run.x for run in printed.layout.pages[0].runs) > 40 / 25.4 * 72 - 1


def test_renaming_a_scheme_takes_its_publications_along(office: Office) -> None:
    key = issue(office, make.issue(office))["publication"]
    save_scheme(office, WIDE)
    use(office, key, "宽边")
    save_scheme(office, replace(WIDE, name="更宽"), before="宽边")

    assert next(row for row in publications(office) if row["id"] == key)["scheme"] == "更宽"


def test_a_scheme_in_use_is_not_dropped(office: Office) -> None:
    key = issue(office, make.issue(office))["publication"]
    save_scheme(office, WIDE)
    use(office, key, "宽边")
    with pytest.raises(UserError, match="正用版式“宽边”。没有删除"):
        drop_scheme(office, "宽边")


def test_a_scheme_is_not_changed_under_a_signed_issue(office: Office) -> None:
    save_scheme(office, WIDE)
    publication = publications(office)[0]["id"]
    use(office, publication, "宽边")
    make.signed_issue(office)
    with pytest.raises(UserError, match="已送签还没印发"):
        save_scheme(office, replace(WIDE, inner_mm=45.0), before="宽边")


@pytest.mark.parametrize("name", ["标准22×28", "没有的"])
def test_a_scheme_that_comes_ready_is_neither_changed_nor_dropped(
    office: Office, name: str
) -> None:
    with pytest.raises(UserError, match="没有改动"):
        drop_scheme(office, name)
    with pytest.raises(UserError, match="没有改动"):
        save_scheme(office, WIDE, before=name)


def test_two_schemes_do_not_share_a_name(office: Office) -> None:
    with pytest.raises(UserError, match="已有版式"):
        save_scheme(office, replace(WIDE, name="28磅行距"))


def test_a_letter_bears_each_copy_s_number_at_the_left_under_its_rule(office: Office) -> None:
    key = make.issue(office)
    publication = issue(office, key)["publication"]
    use(office, publication, "信函式")
    row = next(row for row in publications(office) if row["id"] == publication)
    registers.save_publication(
        office, publication, {"name": row["name"], "copy_numbers": "printed"}
    )
    stack = lay_out_stack(office, key, Order(PrintKind.PROOF, (CopySet(1, 7),)))
    number = next(run for run in stack.copies[0].pages[0].runs if "000007" in run.text)

    assert number.x == pytest.approx(28 / 25.4 * 72, abs=0.2)
    assert len(stack.copies[0].pages) == len(lay_out(office, key).layout.pages)


def test_a_printed_issue_keeps_every_value_of_its_scheme(office: Office) -> None:
    key = issue(office, make.issue(office))["publication"]
    save_scheme(office, WIDE)
    use(office, key, "宽边")
    printed = make.printed_issue(office)
    stored = json.loads(issued_files(office.file, printed)[0]["scheme"])

    assert (stored["name"], stored["inner_mm"]) == ("宽边", 40.0)
