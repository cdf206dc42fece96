"""Compiled from ui/first_run.ui by ui/build_forms.py; change that file."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QProgressBar,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_FirstRunDialog(object):
    def setupUi(self, FirstRunDialog):
        if not FirstRunDialog.objectName():
            FirstRunDialog.setObjectName(u"FirstRunDialog")
        self.column = QVBoxLayout(FirstRunDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(32, 32, 32, 24)
        self.heading = QLabel(FirstRunDialog)
        self.heading.setObjectName(u"heading")

        self.column.addWidget(self.heading)

        self.lead = QLabel(FirstRunDialog)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.column.addWidget(self.lead)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignRight|Qt.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.ExpandingFieldsGrow)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.office_label = QLabel(FirstRunDialog)
        self.office_label.setObjectName(u"office_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.office_label)

        self.office = QLineEdit(FirstRunDialog)
        self.office.setObjectName(u"office")
        self.office.setMaxLength(60)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.office)

        self.profile_label = QLabel(FirstRunDialog)
        self.profile_label.setObjectName(u"profile_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.profile_label)

        self.profile_row = QHBoxLayout()
        self.profile_row.setSpacing(8)
        self.profile_row.setObjectName(u"profile_row")
        self.profile = QComboBox(FirstRunDialog)
        self.profile.setObjectName(u"profile")
        self.profile.setMinimumSize(QSize(240, 0))

        self.profile_row.addWidget(self.profile)

        self.profile_fixed = QLabel(FirstRunDialog)
        self.profile_fixed.setObjectName(u"profile_fixed")

        self.profile_row.addWidget(self.profile_fixed)

        self.profile_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.profile_row.addItem(self.profile_gap)


        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.profile_row)

        self.machine_label = QLabel(FirstRunDialog)
        self.machine_label.setObjectName(u"machine_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.machine_label)

        self.machine_row = QHBoxLayout()
        self.machine_row.setSpacing(8)
        self.machine_row.setObjectName(u"machine_row")
        self.machine = QComboBox(FirstRunDialog)
        self.machine.setObjectName(u"machine")
        self.machine.setMinimumSize(QSize(240, 0))

        self.machine_row.addWidget(self.machine)

        self.machine_fixed = QLabel(FirstRunDialog)
        self.machine_fixed.setObjectName(u"machine_fixed")

        self.machine_row.addWidget(self.machine_fixed)

        self.machine_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.machine_row.addItem(self.machine_gap)


        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.machine_row)

        self.place_label = QLabel(FirstRunDialog)
        self.place_label.setObjectName(u"place_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.place_label)

        self.place_row = QHBoxLayout()
        self.place_row.setSpacing(8)
        self.place_row.setObjectName(u"place_row")
        self.place = QLineEdit(FirstRunDialog)
        self.place.setObjectName(u"place")

        self.place_row.addWidget(self.place)

        self.choose = QPushButton(FirstRunDialog)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.place_row.addWidget(self.choose)


        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.place_row)

        self.second_label = QLabel(FirstRunDialog)
        self.second_label.setObjectName(u"second_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.second_label)

        self.second_row = QHBoxLayout()
        self.second_row.setSpacing(8)
        self.second_row.setObjectName(u"second_row")
        self.second = QLineEdit(FirstRunDialog)
        self.second.setObjectName(u"second")

        self.second_row.addWidget(self.second)

        self.choose_second = QPushButton(FirstRunDialog)
        self.choose_second.setObjectName(u"choose_second")
        self.choose_second.setAutoDefault(False)

        self.second_row.addWidget(self.choose_second)


        self.form.setLayout(4, QFormLayout.ItemRole.FieldRole, self.second_row)


        self.column.addLayout(self.form)

        self.machine_note = QLabel(FirstRunDialog)
        self.machine_note.setObjectName(u"machine_note")
        self.machine_note.setWordWrap(True)

        self.column.addWidget(self.machine_note)

        self.problem = QLabel(FirstRunDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.stretch = QSpacerItem(8, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.stretch)

        self.progress = QProgressBar(FirstRunDialog)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)

        self.column.addWidget(self.progress)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.sample = QPushButton(FirstRunDialog)
        self.sample.setObjectName(u"sample")
        self.sample.setAutoDefault(False)

        self.buttons.addWidget(self.sample)

        self.open = QPushButton(FirstRunDialog)
        self.open.setObjectName(u"open")
        self.open.setAutoDefault(False)

        self.buttons.addWidget(self.open)

        self.gap = QSpacerItem(40, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.create = QPushButton(FirstRunDialog)
        self.create.setObjectName(u"create")
        self.create.setProperty(u"primary", True)

        self.buttons.addWidget(self.create)


        self.column.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.office_label.setBuddy(self.office)
        self.profile_label.setBuddy(self.profile)
        self.machine_label.setBuddy(self.machine)
        self.place_label.setBuddy(self.place)
        self.second_label.setBuddy(self.second)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.office, self.profile)
        QWidget.setTabOrder(self.profile, self.machine)
        QWidget.setTabOrder(self.machine, self.place)
        QWidget.setTabOrder(self.place, self.choose)
        QWidget.setTabOrder(self.choose, self.second)
        QWidget.setTabOrder(self.second, self.choose_second)
        QWidget.setTabOrder(self.choose_second, self.create)
        QWidget.setTabOrder(self.create, self.sample)
        QWidget.setTabOrder(self.sample, self.open)

        self.retranslateUi(FirstRunDialog)

        self.create.setDefault(True)


        QMetaObject.connectSlotsByName(FirstRunDialog)
    # setupUi

    def retranslateUi(self, FirstRunDialog):
        FirstRunDialog.setWindowTitle(QCoreApplication.translate("FirstRunDialog", u"\u4fe1\u606f\u79d1\u5de5\u4f5c\u53f0", None))
        self.heading.setText(QCoreApplication.translate("FirstRunDialog", u"\u5efa\u7acb\u672c\u529e\u7684\u5de5\u4f5c\u6587\u4ef6", None))
        self.heading.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"title", None))
        self.lead.setText(QCoreApplication.translate("FirstRunDialog", u"\u6765\u7a3f\u3001\u7a3f\u4ef6\u3001\u5404\u671f\u520a\u7269\u548c\u7edf\u8ba1\u90fd\u5b58\u5728\u8fd9\u4e00\u4e2a\u6587\u4ef6\u91cc\uff0c\u590d\u5236\u5b83\u5c31\u662f\u5907\u4efd\u3002", None))
        self.lead.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"secondary", None))
        self.office_label.setText(QCoreApplication.translate("FirstRunDialog", u"\u5355\u4f4d\u540d\u79f0(&N)", None))
        self.office.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"\u4f8b\u5982\uff1a\u4e91\u6f9c\u5e02\u59d4\u529e\u516c\u5ba4\u4fe1\u606f\u79d1", None))
        self.profile_label.setText(QCoreApplication.translate("FirstRunDialog", u"\u672c\u529e\u7c7b\u578b(&T)", None))
        self.profile_fixed.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"secondary", None))
        self.profile_fixed.setText(QCoreApplication.translate("FirstRunDialog", u"\u5efa\u7acb\u540e\u4e0d\u80fd\u6539", None))
        self.machine_label.setText(QCoreApplication.translate("FirstRunDialog", u"\u672c\u673a\u7c7b\u522b(&M)", None))
        self.machine_fixed.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"secondary", None))
        self.machine_fixed.setText(QCoreApplication.translate("FirstRunDialog", u"\u5efa\u7acb\u540e\u4e0d\u80fd\u6539", None))
        self.place_label.setText(QCoreApplication.translate("FirstRunDialog", u"\u6587\u4ef6\u653e\u5728(&P)", None))
        self.choose.setText(QCoreApplication.translate("FirstRunDialog", u"\u9009\u62e9\u2026", None))
        self.second_label.setText(QCoreApplication.translate("FirstRunDialog", u"\u5907\u4efd\u518d\u5b58\u5230(&B)", None))
        self.second.setPlaceholderText(QCoreApplication.translate("FirstRunDialog", u"U \u76d8\u6216\u53e6\u4e00\u5757\u76d8\u4e0a\u7684\u6587\u4ef6\u5939\uff0c\u53ef\u4ee5\u4ee5\u540e\u518d\u5b9a", None))
        self.choose_second.setText(QCoreApplication.translate("FirstRunDialog", u"\u9009\u62e9\u2026", None))
        self.machine_note.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"secondary", None))
        self.problem.setProperty(u"role", QCoreApplication.translate("FirstRunDialog", u"danger", None))
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("FirstRunDialog", u"\u5efa\u7acb\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.sample.setText(QCoreApplication.translate("FirstRunDialog", u"\u6253\u5f00\u793a\u8303\u5355\u4f4d(&S)", None))
        self.open.setText(QCoreApplication.translate("FirstRunDialog", u"\u6253\u5f00\u5df2\u6709\u6587\u4ef6(&O)\u2026", None))
        self.create.setText(QCoreApplication.translate("FirstRunDialog", u"\u5efa\u7acb", None))
    # retranslateUi

