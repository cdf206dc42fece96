"""The first minute: a few questions, or the sample office, or a file that is there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QWidget

from xinxi_desktop.domain.vocabulary import Machine, Profile, Vocabulary
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.gui.forms.ui_first_run import Ui_FirstRunDialog
from xinxi_desktop.gui.jobs import Control, Jobs
from xinxi_desktop.gui.widgets.basics import label, mark_wrong
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.gui.widgets.whole_height import WholeHeight
from xinxi_desktop.services.office import SUFFIX, Office

SAMPLE_NAME = "示范单位"
_FILTER = f"工作文件 (*{SUFFIX})"
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))
_NOTES = {
    Machine.UNCLASSIFIED: "标有“秘密”“机密”“绝密”的文件不能进入本机：不导入，不留副本。",
    Machine.SECRET: "可以处理到秘密级；标有“机密”“绝密”的文件不导入，不留副本。",
    Machine.CONFIDENTIAL: "可以处理到机密级；标有“绝密”的文件不导入，不留副本。",
}


@dataclass(frozen=True)
class NewOffice:
    """What the person asked for."""

    path: Path
    name: str
    profile: Profile
    machine: Machine
    second: str = ""
    """Where the second copy of every backup goes."""


Create = Callable[[NewOffice, Control], Office]
Open = Callable[[Path], Office]


class FirstRunDialog(QDialog):
    """Makes or opens an office file.

    Signals:
        opened: the open Office.
    """

    opened = Signal(object)

    def __init__(
        self,
        create: Create,
        open_file: Open,
        jobs: Jobs,
        sample: Callable[[Path, Control], Office] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``create`` and ``sample`` run as jobs; without ``sample`` its button is not there."""
        super().__init__(parent)
        self.form = Ui_FirstRunDialog()
        self.form.setupUi(self)
        self._create, self._open, self._jobs, self._sample = create, open_file, jobs, sample
        self.form.sample.setVisible(sample is not None)
        self._place_typed = self._name_missing = False
        _fill(self.form.profile, Profile)
        _fill(self.form.machine, Machine)
        self._connect()
        self._propose_place()
        self._say_machine()
        self.form.problem.hide()
        self.form.progress.hide()
        self._doing = label("", "secondary")
        self.form.column.insertWidget(self.form.column.indexOf(self.form.progress), self._doing)
        self._doing.hide()
        self.form.office.setFocus()
        WholeHeight(self)
        self.resize(QSize(640, 440))

    def say(self, sentence: str) -> None:
        """Show what is in the way, inside the dialog."""
        self._name_missing = False
        self.form.problem.setText(sentence)
        self.form.problem.setVisible(bool(sentence))

    def asked(self) -> NewOffice:
        """What the fields say."""
        form = self.form
        return NewOffice(
            Path(form.place.text().strip()).expanduser(),
            form.office.text().strip(),
            Profile(form.profile.currentData()),
            Machine(form.machine.currentData()),
            form.second.text().strip(),
        )

    def make(self) -> None:
        """Make the office that the fields describe."""
        asked = self.asked()
        if not asked.name:
            self.say("请填写单位名称。")
            self._name_missing = True
            mark_wrong(self.form.office, True)
            self.form.office.setFocus()
        else:
            self._run(partial(self._create, asked))

    def make_sample(self) -> None:
        """Open the sample office, made anew unless it is there."""
        path = sample_place()
        if path.exists():
            self.open_path(str(path))
        elif self._sample is not None:
            self._run(partial(self._sample, path))

    def open_path(self, path: str) -> None:
        """Open a file that is there already."""
        try:
            office = self._open(Path(path))
        except XinxiError as error:
            self.say(error.sentence)
        else:
            self._finish(office)

    def _connect(self) -> None:
        form = self.form
        form.create.clicked.connect(self.make)
        form.sample.clicked.connect(self.make_sample)
        form.open.clicked.connect(self._choose_file)
        form.choose.clicked.connect(self._choose_place)
        form.choose_second.clicked.connect(self._choose_second)
        form.office.textChanged.connect(self._propose_place)
        form.place.textEdited.connect(self._keep_place)
        form.machine.currentIndexChanged.connect(self._say_machine)

    def _run(self, work: Callable[[Control], Office]) -> None:
        self.say("")
        self._set_busy(True)
        job = self._jobs.run(work, self._finish, self._fail)
        job.progressed.connect(self._show_progress)

    def _finish(self, office: Office) -> None:
        self._set_busy(False)
        self.opened.emit(office)
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, XinxiError):
            raise error
        self.say(error.sentence)

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self.form.progress.setRange(0, total)
        self.form.progress.setValue(done)
        self._doing.setText(f"正在准备：{text}（第 {done + 1} 步，共 {total} 步）" if text else "")

    def _set_busy(self, busy: bool) -> None:
        form = self.form
        form.progress.setRange(0, 0)
        form.progress.setVisible(busy)
        self._doing.setText("正在建立工作文件，请稍候。")
        self._doing.setVisible(busy)
        for widget in (form.create, form.sample, form.open, form.choose, form.choose_second):
            widget.setEnabled(not busy)

    def _propose_place(self) -> None:
        mark_wrong(self.form.office, False)
        if self._name_missing:
            self.say("")
        if not self._place_typed:
            name = self.form.office.text().strip().translate(_FORBIDDEN) or "信息科"
            self.form.place.setText(str(_documents() / f"{name}{SUFFIX}"))

    def _keep_place(self) -> None:
        self._place_typed = True

    def _say_machine(self) -> None:
        self.form.machine_note.setText(_NOTES[self.asked().machine])

    def _choose_place(self) -> None:
        dialog = file_dialog(self, "工作文件放在哪里", self.form.place.text(), _FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self._take_place)
        dialog.open()

    def _choose_second(self) -> None:
        dialog = file_dialog(self, "备份再存到哪个文件夹", self.form.second.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.form.second.setText)
        dialog.open()

    def _take_place(self, path: str) -> None:
        self._place_typed = True
        self.form.place.setText(path)

    def _choose_file(self) -> None:
        dialog = file_dialog(self, "打开工作文件", str(_documents()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()


def _fill(box: QComboBox, choices: type[Vocabulary]) -> None:
    for choice in choices:
        box.addItem(choice.label, choice.value)


def sample_place() -> Path:
    """Where the sample office lies, or will lie once somebody has asked for it."""
    return _documents() / f"{SAMPLE_NAME}{SUFFIX}"


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()
