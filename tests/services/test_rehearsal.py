"""演练: a copy for training that says so everywhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import PaperForm
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import forms, printing
from xinxi_desktop.services.backups import lost_by_restore
from xinxi_desktop.services.bulletins import lay_out
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.rehearsal import page_mark, rehearsal_words, rehearse
from xinxi_desktop.services.safekeeping import back_up


def test_a_rehearsal_says_so_and_the_real_file_stays_as_it_is(
    office: Office, tmp_path: Path
) -> None:
    copy = open_office(rehearse(office, tmp_path / "练.xinxi"))
    assert (copy.rehearsal, office.rehearsal, rehearsal_words(office)) == (True, False, "")
    assert copy.title.startswith("【演练】")
    assert copy.file.setting("office_uuid") != office.file.setting("office_uuid")
    copy.close()


def test_every_page_and_file_of_a_rehearsal_bears_its_word(office: Office, tmp_path: Path) -> None:
    key = make.printed_issue(office)
    copy = open_office(rehearse(office, tmp_path))
    printed = lay_out(copy, key)
    word = printing.export_issue(copy, key, printing.DOCX)
    assert all(page.watermark and page.watermark.text == "演练" for page in printed.layout.pages)
    assert "演练" in words_of(word)
    assert "演练" in words_of(forms.fill_form(copy, PaperForm.SIGN_SHEET, key))
    copy.close()


def test_a_proof_of_a_rehearsal_says_both(office: Office, tmp_path: Path) -> None:
    copy = open_office(rehearse(office, tmp_path / "练.xinxi"))
    assert page_mark(copy, "清样") == "演练\u3000清样"
    copy.close()


def test_a_copy_of_a_rehearsal_is_a_rehearsal(office: Office, tmp_path: Path) -> None:
    copy = open_office(rehearse(office, tmp_path / "练.xinxi"))
    again = open_office(back_up(copy, tmp_path / "又.xinxi"))
    assert again.rehearsal
    copy.close()
    again.close()


def test_a_rehearsal_is_never_written_over_a_file(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="已经存在"):
        rehearse(office, office.path)
    assert not office.rehearsal


def words_of(data: bytes) -> str:
    """All XML of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.endswith(".xml")]
        return "".join(package.read(name).decode() for name in parts)


def test_a_rehearsal_is_never_put_back_as_the_real_file(office: Office, tmp_path: Path) -> None:
    path = rehearse(office, tmp_path / "练.xinxi")
    with pytest.raises(UserError, match="不能恢复到这里"):
        lost_by_restore(office, path)
