"""Qt's own texts in Chinese: buttons, menus of fields, the file dialog."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

IN_QT = ("qt", "qtbase")
"""Qt's own files of Chinese words; the build ships them (build.spec)."""

_NOT_IN_QT = {
    "&Look in:": "查找范围：",
    "Files of &type:": "文件类型：",
    "&File name:": "文件名：",
    "Directory:": "文件夹：",
    "Folder": "文件夹",
    "File Folder": "文件夹",
    "Drive": "磁盘",
    "File": "文件",
    "%1 File": "%1 文件",
    "Alias": "替身",
    "Shortcut": "快捷方式",
    "Unknown": "未知",
    '<b>The name "%1" can not be used.</b><p>Try using another name, with fewer characters or no '
    "punctuations marks.": "<b>名称“%1”不能用。</b><p>没有改名。请换一个短一些、不带标点的名称。",
}
"""Words that Qt's own Chinese files lack, or have only in an older form."""

_RATHER = {"&Undo": "撤销(&U)"}
"""Words for which the program says another one than Qt's files do."""


class OwnWords(QTranslator):
    """Gives a few words; the installed files give all others."""

    def __init__(self, words: Mapping[str, str], parent: QCoreApplication) -> None:
        """Give ``words``, the English one to its Chinese."""
        super().__init__(parent)
        self._words = words

    def translate(
        self, _context: str, source: str, _note: str | None = None, _count: int = -1
    ) -> str | None:
        """The Chinese for a text of Qt's, None if it isn't ours."""
        return self._words.get(source)

    def isEmpty(self) -> bool:  # noqa: N802 - the name is Qt's
        """An empty translator would not be asked."""
        return False


def translators(app: QCoreApplication) -> list[QTranslator]:
    """What makes Qt speak Chinese, to be installed in this order: the last one is asked first."""
    found: list[QTranslator] = [OwnWords(_NOT_IN_QT, app)]
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name in IN_QT:
        translator = QTranslator(app)
        # By the name of the file: a QLocale asks for what the system prefers, en among it.
        if translator.load(f"{name}_zh_CN", folder):
            found.append(translator)
    return [*found, OwnWords(_RATHER, app)]
