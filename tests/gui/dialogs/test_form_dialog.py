"""What every dialog with fields keeps to."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final import FinalDialog
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.widgets.field_form import Field

TITLE = "关于进一步做好基层治理数字化平台试点运行和群众诉求办理情况的报告以及下一步打算"


def make_dialog(desk: Desk, qtbot: QtBot, lead: str) -> FormDialog:
    fields = [Field("person", "核稿人", "choice", choices=[("1", "周敏")]), Field("note", "意见")]
    dialog = FormDialog(desk, "review", "核稿通过", "核稿通过", fields, lead=lead)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def cut(dialog: QWidget) -> list[QWidget]:
    """The widgets in a dialog that are lower than what they hold."""
    shown = [each for each in dialog.findChildren(QWidget) if each.isVisible()]
    return [each for each in shown if each.height() < lowest(each)]


def lowest(widget: QWidget) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


@pytest.mark.parametrize("size", [14, 20])
def test_a_long_title_in_the_lead_cuts_nothing(desk: Desk, qtbot: QtBot, size: int) -> None:
    desk.theme.set_font_size(size)
    # The size of one with a short title is remembered.
    make_dialog(desk, qtbot, "《短》由周敏编辑。").close()
    dialog = make_dialog(desk, qtbot, f"《{TITLE}》由周敏编辑，请另一个人核。" * 2)
    assert not cut(dialog)


def test_a_question_of_many_lines_is_shown_whole(desk: Desk, qtbot: QtBot) -> None:
    desk.theme.set_font_size(20)
    what = "\n".join(f"“{TITLE[:15]}” → “{TITLE[15:]}”" for _ in range(6))
    dialog = FinalDialog(Question("誊改", what, "誊改", lambda: None))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert not cut(dialog)


def test_a_dialog_made_narrower_grows_higher(desk: Desk, qtbot: QtBot) -> None:
    dialog = make_dialog(desk, qtbot, f"《{TITLE}》由周敏编辑，请另一个人核。" * 2)
    dialog.resize(900, dialog.minimumSizeHint().height())
    dialog.resize(dialog.minimumWidth(), dialog.minimumHeight())
    assert not cut(dialog)
