"""Compiled from ui/crash.ui by ui/build_forms.py; change that file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_CrashDialog(object):
    def setupUi(self, CrashDialog):
        if not CrashDialog.objectName():
            CrashDialog.setObjectName(u"CrashDialog")
        self.column = QVBoxLayout(CrashDialog)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.heading = QLabel(CrashDialog)
        self.heading.setObjectName(u"heading")

        self.column.addWidget(self.heading)

        self.sentence = QLabel(CrashDialog)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setWordWrap(True)

        self.column.addWidget(self.sentence)

        self.report = QPlainTextEdit(CrashDialog)
        self.report.setObjectName(u"report")
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setProperty(u"field", True)

        self.column.addWidget(self.report)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(40, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.copy = QPushButton(CrashDialog)
        self.copy.setObjectName(u"copy")

        self.buttons.addWidget(self.copy)

        self.carry_on = QPushButton(CrashDialog)
        self.carry_on.setObjectName(u"carry_on")

        self.buttons.addWidget(self.carry_on)


        self.column.addLayout(self.buttons)


        self.retranslateUi(CrashDialog)

        self.carry_on.setDefault(True)


        QMetaObject.connectSlotsByName(CrashDialog)
    # setupUi

    def retranslateUi(self, CrashDialog):
        CrashDialog.setWindowTitle(QCoreApplication.translate("CrashDialog", u"\u7a0b\u5e8f\u51fa\u9519", None))
        self.heading.setText(QCoreApplication.translate("CrashDialog", u"\u521a\u624d\u8fd9\u4e00\u6b65\u6ca1\u6709\u505a\u6210\uff0c\u662f\u7a0b\u5e8f\u7684\u9519", None))
        self.heading.setProperty(u"role", QCoreApplication.translate("CrashDialog", u"heading", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("CrashDialog", u"\u51fa\u9519\u62a5\u544a", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("CrashDialog", u"\u590d\u5236\u62a5\u544a(&C)", None))
        self.carry_on.setText(QCoreApplication.translate("CrashDialog", u"\u7ee7\u7eed\u4f7f\u7528", None))
    # retranslateUi

