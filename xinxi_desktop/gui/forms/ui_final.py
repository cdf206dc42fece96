"""Compiled from ui/final.ui by ui/build_forms.py; change that file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_FinalDialog(object):
    def setupUi(self, FinalDialog):
        if not FinalDialog.objectName():
            FinalDialog.setObjectName(u"FinalDialog")
        self.column = QVBoxLayout(FinalDialog)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.heading = QLabel(FinalDialog)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.column.addWidget(self.heading)

        self.what = QLabel(FinalDialog)
        self.what.setObjectName(u"what")
        self.what.setWordWrap(True)

        self.column.addWidget(self.what)

        self.warning = QLabel(FinalDialog)
        self.warning.setObjectName(u"warning")

        self.column.addWidget(self.warning)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(40, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.not_yet = QPushButton(FinalDialog)
        self.not_yet.setObjectName(u"not_yet")

        self.buttons.addWidget(self.not_yet)

        self.go = QPushButton(FinalDialog)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"primary", True)

        self.buttons.addWidget(self.go)


        self.column.addLayout(self.buttons)


        self.retranslateUi(FinalDialog)

        QMetaObject.connectSlotsByName(FinalDialog)
    # setupUi

    def retranslateUi(self, FinalDialog):
        self.heading.setProperty(u"role", QCoreApplication.translate("FinalDialog", u"heading", None))
        self.warning.setText(QCoreApplication.translate("FinalDialog", u"\u4ee5\u4e0a\u5185\u5bb9\u4e0d\u80fd\u64a4\u9500\u3002", None))
        self.warning.setProperty(u"role", QCoreApplication.translate("FinalDialog", u"warn", None))
        self.not_yet.setText(QCoreApplication.translate("FinalDialog", u"\u53d6\u6d88", None))
        pass
    # retranslateUi

