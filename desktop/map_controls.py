"""Where it looked: the map on or off, its class, opacity and colours, and what lies outside the lungs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.document import Document
from desktop.findings import percent
from desktop.messages import class_name
from desktop.qimage import to_qimage

if TYPE_CHECKING:
    from inference import Saliency


class ColourBar(QWidget):
    """The palette of the map, from no evidence to full strength."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.colours import overlay_colours

        # As on a black film: what fades out there fades out here.
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.drawImage(self.rect(), to_qimage(overlay_colours()[None]))


class MapControls(QWidget):
    """Listens to the document and changes its overlay."""

    def __init__(self, document: Document, show: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown = QCheckBox(self.tr("Show map"))
        self._shown.setToolTip(show.toolTip())
        self._finding = QComboBox()
        # The longest class must not make the panel wider than it is shown.
        self._finding.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._finding.setMinimumContentsLength(6)
        self._finding.setAccessibleName(self.tr("Class of the map"))
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(5, 100)
        self._opacity.setAccessibleName(self.tr("Opacity of the map"))
        self._weak, self._strong, self._note = QLabel(), QLabel(), QLabel()
        for control in (self._finding, self._opacity):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)
        for label in (self._weak, self._strong, self._note):
            label.setFont(theme.small(self.font()))
            label.setProperty("role", "quiet")
        self._note.setWordWrap(True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.addWidget(self._shown, 0, 0)
        grid.addWidget(self._finding, 0, 1)
        grid.addWidget(QLabel(self.tr("Opacity")), 1, 0)
        grid.addWidget(self._opacity, 1, 1)
        ends = QHBoxLayout()
        ends.addWidget(self._weak)
        ends.addStretch()
        ends.addWidget(self._strong)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(grid)
        layout.addWidget(ColourBar())
        layout.addLayout(ends)
        layout.addWidget(self._note)
        self._shown.toggled.connect(self._toggled)
        self._finding.activated.connect(self._chosen)
        self._opacity.valueChanged.connect(self._opacity_moved)
        document.current_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        document.overlay_changed.connect(self.refresh)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A wheel that scrolls the panel must not change what it passes over.
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def refresh(self) -> None:
        """Say what the document says."""
        saliency, overlay = self._document.saliency, self._document.overlay
        if saliency is None:
            return
        with QSignalBlocker(self._shown), QSignalBlocker(self._finding), QSignalBlocker(self._opacity):
            self._shown.setChecked(overlay.shown)
            self._opacity.setValue(round(100 * overlay.opacity))
            self._finding.clear()
            for name in sorted(s.finding for s in self._document.current.saliencies):  # type: ignore[union-attr]
                self._finding.addItem(class_name(name), name)
            self._finding.setCurrentIndex(self._finding.findData(saliency.finding))
        self._weak.setText(self.tr("no evidence"))
        self._strong.setText(self.tr("strong evidence"))
        figure = self.tr("From {scale:.2g} logits on")
        self._strong.setToolTip(figure.format(scale=saliency.scale))
        self._note.setText(self._remark(saliency))
        self._note.setVisible(bool(self._note.text()))

    def _remark(self, saliency: Saliency) -> str:
        finding = self._document.finding
        if float(saliency.class_map.max()) <= 0:
            template = self.tr("Nothing on this film speaks for {finding}: its map is empty.")
            return template.format(finding=class_name(saliency.finding))
        if finding is None or finding.outside_lungs is None:
            return ""
        template = self.tr("Of the evidence for {finding}, {share} lies outside the lungs.")
        return template.format(finding=class_name(finding.name), share=percent(finding.outside_lungs))

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        self._document.set_overlay(shown=shown)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self._document.set_overlay(finding=self._finding.itemData(index))

    @Slot(int)
    def _opacity_moved(self, value: int) -> None:
        self._document.set_overlay(opacity=value / 100)
