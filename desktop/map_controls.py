"""Where it looked: the map on or off, which one, its strength and colours, and how far to trust it."""

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
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop import maps, theme
from desktop.document import Document
from desktop.messages import class_name
from desktop.qimage import to_qimage
from desktop.verdict_words import percent

if TYPE_CHECKING:
    from inference import Occlusion, Saliency


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
    """Listens to the document and changes its overlay; ``hide_parts`` asks for a second opinion."""

    def __init__(
        self, document: Document, show: QAction, hide_parts: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._shown = QCheckBox(self.tr("Show map"))
        self._shown.setToolTip(show.toolTip())
        self._map = QComboBox()
        # The longest name must not make the panel wider than it is shown.
        self._map.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._map.setMinimumContentsLength(6)
        self._map.setAccessibleName(self.tr("Which map"))
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(5, 100)
        self._opacity.setAccessibleName(self.tr("Strength of the map"))
        self._hide = QPushButton()
        self._hide.setToolTip(hide_parts.toolTip())
        self._hide.clicked.connect(hide_parts.trigger)
        self._weak, self._strong = QLabel(), QLabel()
        self._meaning, self._remark = QLabel(), QLabel()
        for control in (self._map, self._opacity):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)
        for label in (self._weak, self._strong, self._meaning, self._remark):
            label.setFont(theme.small(self.font()))
            label.setProperty("role", "quiet")
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._meaning, self._remark):
            label.setWordWrap(True)
        self._lay_out()
        self._shown.toggled.connect(self._toggled)
        self._map.activated.connect(self._chosen)
        self._opacity.valueChanged.connect(self._opacity_moved)
        document.current_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        document.overlay_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.addWidget(self._shown, 0, 0)
        grid.addWidget(self._opacity, 0, 1)
        grid.addWidget(self._map, 1, 0, 1, 2)
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
        layout.addWidget(self._meaning)
        layout.addWidget(self._remark)
        layout.addWidget(self._hide, alignment=Qt.AlignmentFlag.AlignLeft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A wheel that scrolls the panel must not change what it passes over.
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def refresh(self) -> None:
        """Say what the document says."""
        entry, saliency, overlay = self._document.current, self._document.saliency, self._document.overlay
        if entry is None or saliency is None:
            # Hidden with the section around it; even so, nothing of a former film is left.
            self._map.clear()
            for label in (self._meaning, self._remark):
                label.setText("")
            return
        with QSignalBlocker(self._shown), QSignalBlocker(self._map), QSignalBlocker(self._opacity):
            self._shown.setChecked(overlay.shown)
            self._opacity.setValue(round(100 * overlay.opacity))
            self._map.clear()
            for known in entry.saliencies:
                self._map.addItem(maps.map_name(known.finding), known.finding)
            if entry.occlusion is not None:
                self._map.addItem(maps.map_name(maps.HIDING, entry.occlusion), maps.HIDING)
            self._map.setCurrentIndex(self._map.findData(saliency.finding))
        metrics = self._map.fontMetrics()
        names = [self._map.itemText(row) for row in range(self._map.count())]
        widest = max(metrics.horizontalAdvance(name) for name in names) + 4 * theme.GRID
        self._map.view().setMinimumWidth(widest)
        self._map.setToolTip(self._map.currentText())
        self._hide.setText(self.tr("Stop hiding") if entry.hiding else self.tr("Hide and look"))
        hiding = saliency.finding == maps.HIDING
        self._hide.setVisible(not hiding)
        self._tell_scale(saliency, hiding)
        if hiding and entry.occlusion is not None:
            self._tell_hiding(entry.occlusion)
        else:
            self._tell_evidence(saliency, entry.hiding)

    def _tell_scale(self, saliency: Saliency, hiding: bool) -> None:
        if hiding:
            self._weak.setText(self.tr("no change"))
            strong = self.tr("falls by {points:.0f} points").format(points=100 * saliency.scale)
            self._strong.setText(strong)
            self._strong.setToolTip(self.tr("Or more, in percent of probability"))
        else:
            self._weak.setText(self.tr("no evidence"))
            self._strong.setText(self.tr("strong evidence"))
            figure = self.tr("From {scale:.2g} logits on")
            self._strong.setToolTip(figure.format(scale=saliency.scale))

    def _tell_evidence(self, saliency: Saliency, hiding: bool) -> None:
        self._meaning.setText(maps.tr(maps.MAPS[saliency.finding].meaning))
        evidence = self._document.evidence
        outside = evidence.outside_lungs if evidence is not None else None
        remark, warns = "", False
        if float(saliency.class_map.max()) <= 0:
            remark = self.tr("Nothing on this film speaks for it: the map is empty.")
        elif outside is not None:
            warns = outside > maps.MOST_OUTSIDE
            template = self.tr("{share} of this evidence lies outside the lungs.")
            if warns:
                template = self.tr(
                    "▲ {share} of this evidence lies outside the lungs: trust neither this map nor its "
                    "number."
                )
            remark = template.format(share=percent(outside))
        if hiding:
            remark = "\n".join(filter(None, [remark, self.tr("Hiding one part after the other …")]))
        self._tell_remark(remark, warns)

    def _tell_hiding(self, occlusion: Occlusion) -> None:
        template = self.tr(
            "How far the probability of {finding} falls when a part of the film is hidden: a second "
            "opinion on the map. At most it falls by {points:.1f} points."
        )
        # Of a number that no single part carries, the map is empty: that must not look like a failure.
        points = 100 * max(float(occlusion.drops.max()), 0.0)
        self._meaning.setText(template.format(finding=class_name(occlusion.finding), points=points))
        self._tell_remark(maps.agreement(occlusion), maps.disagrees(occlusion))

    def _tell_remark(self, text: str, warns: bool) -> None:
        self._remark.setProperty("role", "warning" if warns else "quiet")
        self._remark.style().polish(self._remark)
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        self._document.set_overlay(shown=shown)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self._document.set_overlay(map=self._map.itemData(index))

    @Slot(int)
    def _opacity_moved(self, value: int) -> None:
        self._document.set_overlay(opacity=value / 100)
