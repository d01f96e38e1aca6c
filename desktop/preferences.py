"""Preferences: the rows of :mod:`desktop.settings` as controls, and what is kept.

A change counts at once, so there is nothing to confirm and Esc closes.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import fitting, settings, theme
from desktop.forgetting import RestoreDefaults
from desktop.kept_view import KeptView
from desktop.remembering import Remembering
from desktop.settings import Setting

WIDTH = 560


def tr(text: str) -> str:
    """A text of the rows in the user's language."""
    return QCoreApplication.translate("settings", text)


class Row(QObject):
    """The control of one setting: a box to tick, or a choice. It follows when somebody else changes it."""

    def __init__(self, setting: Setting[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self.control: QCheckBox | QComboBox
        if setting.choices:
            self.control = QComboBox()
            for value, text in setting.choices:
                self.control.addItem(tr(text), value)
            self.control.activated.connect(self._save)
            # A wheel that scrolls the dialog must not change what it passes over.
            self.control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.control.installEventFilter(self)
        else:
            self.control = QCheckBox(tr(setting.title))
            self.control.clicked.connect(self._save)
        self.control.setObjectName(setting.key)
        self.control.setAccessibleName(tr(setting.title))
        # Where a box is named by its choice, its description has to say what is chosen.
        said = [tr(text) for text in (setting.title, setting.hint) if text]
        self.control.setAccessibleDescription(". ".join(said))
        self.refresh(setting.key)
        settings.changes.changed.connect(self.refresh)

    @Slot(str)
    def refresh(self, key: str) -> None:
        """Show the value that is remembered."""
        if key != self._setting.key:
            return
        with QSignalBlocker(self.control):
            if isinstance(self.control, QComboBox):
                self.control.setCurrentIndex(self.control.findData(self._setting.load()))
            else:
                self.control.setChecked(self._setting.load())

    @Slot()
    def _save(self) -> None:
        control = self.control
        self._setting.save(control.currentData() if isinstance(control, QComboBox) else control.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Preferences(QDialog):
    """All rows, group by group; a new setting is one row more in :mod:`desktop.settings`."""

    def __init__(self, remembering: Remembering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.kept = KeptView(remembering)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(*[3 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        for group in settings.GROUPS:
            layout.addWidget(_heading(tr(group)))
            layout.addLayout(self._rows_of(group))
            layout.addSpacing(theme.GRID)
        layout.addWidget(_heading(self.tr("What is kept on this computer")))
        layout.addWidget(self.kept)
        layout.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self._area = area
        self._defaults = QPushButton(self.tr("Restore defaults…"))
        self._defaults.setAutoDefault(False)
        self._defaults.clicked.connect(self._restore)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 2 * theme.GRID)
        foot.addWidget(self._defaults)
        foot.addStretch()
        foot.addWidget(close)
        self._foot = foot
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area)
        whole.addLayout(foot)
        settings.changes.changed.connect(self._changed)
        self._changed()
        self._fit()

    @property
    def defaults_button(self) -> QPushButton:
        """Enabled while some row is not as at the first start."""
        return self._defaults

    def control(self, setting: Setting[Any]) -> QWidget | None:
        """What shows, and changes, a setting."""
        return self.findChild(QWidget, setting.key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As large as its rows; a small screen scrolls them."""
        body, foot = self._area.widget(), self._foot.sizeHint().height()
        # The theme frames the area. And a scroll bar, once there, keeps itself: a row that wraps beside it
        # makes the rows too high without it. So there is room for them beside one.
        self._area.ensurePolished()
        frame = 2 * self._area.frameWidth()
        wanted = body.sizeHint().expandedTo(body.minimumSizeHint())
        wanted.setWidth(max(theme.scaled(WIDTH), body.minimumSizeHint().width()) + 2 * theme.GRID)
        width = wanted.width() - frame - self._area.verticalScrollBar().sizeHint().width()
        rows = body.heightForWidth(width) if body.hasHeightForWidth() else wanted.height()
        wanted.setHeight(rows + frame + foot)
        fitting.fit(self, wanted)

    def _rows_of(self, group: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.setColumnStretch(1, 1)
        # As wide in every group.
        titles = [tr(setting.title) for setting in settings.ROWS if setting.choices]
        grid.setColumnMinimumWidth(0, max(map(self.fontMetrics().horizontalAdvance, titles)))
        for setting in settings.ROWS:
            if setting.group != group:
                continue
            control, row = Row(setting, self).control, grid.rowCount()
            if isinstance(control, QComboBox):
                title = QLabel(tr(setting.title))
                title.setBuddy(control)
                grid.addWidget(title, row, 0)
                grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(control, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            if setting.hint:
                hint = QLabel(tr(setting.hint))
                hint.setProperty("role", "quiet")
                hint.setFont(theme.small(self.font()))
                hint.setWordWrap(True)
                if isinstance(control, QComboBox):
                    grid.addWidget(hint, row + 1, 1)
                else:
                    # Beneath the text, not beneath the box.
                    box = theme.scaled(11) + 2 * theme.GRID - 4
                    hint.setContentsMargins(*((0, 0, box, 0) if self.isRightToLeft() else (box, 0, 0, 0)))
                    grid.addWidget(hint, row + 1, 0, 1, 2)
            grid.setRowMinimumHeight(row + 2, theme.GRID // 2)
        return grid

    @Slot()
    def _changed(self) -> None:
        self._defaults.setEnabled(any(row.load() != row.default for row in settings.ROWS))
        self.kept.refresh()

    def _restore(self) -> None:
        changed = [row for row in settings.ROWS if row.load() != row.default]
        box = RestoreDefaults([tr(row.title) for row in changed], self)
        box.yes.clicked.connect(lambda: [row.forget() for row in changed])
        box.open()


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setFont(theme.bold(heading.font()))
    return heading
