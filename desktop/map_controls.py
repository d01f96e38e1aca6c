"""Where it looked: the map on or off, which one, its strength and colours, and how far to trust it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import maps, theme
from desktop.colour_bar import ColourBar
from desktop.document import Document
from desktop.messages import class_name
from desktop.numbers import filled, number
from desktop.verdict_words import percent
from desktop.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from inference import Occlusion, Saliency


# In percent of full strength: what is that strong is always drawn.
HIGHEST_THRESHOLD = 95


class MapControls(QWidget):
    """Listens to the document and changes its overlay; ``hide_parts`` asks for a second opinion."""

    def __init__(
        self,
        document: Document,
        show: QAction,
        hide_parts: QAction,
        hide_box: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._shown = QCheckBox(self.tr("Show map"))
        self._shown.setToolTip(show.toolTip())
        self._map = QComboBox()
        # What it offers: as long as that is the same, another choice is all there is to do.
        self._offered: list[tuple[str, str]] = []
        # The longest name must not make the panel wider than it is shown.
        self._map.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._map.setMinimumContentsLength(6)
        self._map.setAccessibleName(self.tr("Which map"))
        # On Linux a screen reader takes what is chosen for the name.
        self._map.setAccessibleDescription(self.tr("Which map"))
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(5, 100)
        self._opacity.setAccessibleName(self.tr("Strength of the map"))
        self._threshold = QSlider(Qt.Orientation.Horizontal)
        self._threshold.setRange(0, HIGHEST_THRESHOLD)
        self._threshold.setAccessibleName(self.tr("Weakest evidence that is drawn"))
        self._from, self._drawn = QLabel(self.tr("Draw from")), QLabel()
        self._contours = QCheckBox(self.tr("Contours"))
        self._contours.setToolTip(
            self.tr(
                "Lines at a quarter, a half and three quarters of full strength, the stronger the wider"
            )
        )
        self._bar = ColourBar()
        self._hide = QPushButton()
        self._hide.setToolTip(hide_parts.toolTip())
        self._hide.clicked.connect(hide_parts.trigger)
        self._box = QToolButton()
        self._box.setDefaultAction(hide_box)
        self._box.setObjectName("framed")
        self._weak, self._strong = QLabel(), QLabel()
        self._meaning, self._remark = QLabel(), QLabel()
        for control in (self._map, self._opacity, self._threshold):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)
        for label in (self._from, self._drawn, self._weak, self._strong, self._meaning, self._remark):
            label.setFont(theme.small(self.font()))
            label.setProperty("role", "quiet")
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._from, self._weak, self._strong, self._meaning, self._remark):
            label.setWordWrap(True)
        for slider in (self._opacity, self._threshold):
            # Beside a long word it gets shorter, rather than the panel wider or the word broken.
            slider.setMinimumWidth(5 * theme.GRID)
            slider.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._shown.toggled.connect(self._toggled)
        self._map.activated.connect(self._chosen)
        self._opacity.valueChanged.connect(self._opacity_moved)
        self._threshold.valueChanged.connect(self._threshold_moved)
        self._contours.toggled.connect(self._contours_toggled)
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
        self._keep_room()
        self._drawn.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        least = QHBoxLayout()
        least.addWidget(self._from)
        least.addWidget(self._threshold, 1)
        least.addWidget(self._drawn)
        grid.addLayout(least, 2, 0, 1, 2)
        ends = QHBoxLayout()
        ends.addWidget(self._weak, 1, Qt.AlignmentFlag.AlignTop)
        ends.addWidget(self._strong, 1, Qt.AlignmentFlag.AlignTop)
        self._strong.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(grid)
        layout.addWidget(self._bar)
        layout.addLayout(ends)
        layout.addWidget(self._contours)
        layout.addWidget(self._meaning)
        layout.addWidget(self._remark)
        layout.addLayout(WrappingRow(self._hide, self._box, spacing=theme.GRID))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
            self._widen_choices()

    def _keep_room(self) -> None:
        """As wide as the longest text, so that the slider keeps its place under the hand."""
        self._drawn.setMinimumWidth(self._drawn.fontMetrics().horizontalAdvance("≥ 0.00 "))

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
            self._offer([], "")
            for label in (self._meaning, self._remark):
                label.setText("")
            return
        controls = (self._shown, self._map, self._opacity, self._threshold, self._contours)
        with ExitStack() as quiet:
            for control in controls:
                quiet.enter_context(QSignalBlocker(control))
            self._shown.setChecked(overlay.shown)
            self._opacity.setValue(round(100 * overlay.opacity))
            self._threshold.setValue(round(100 * overlay.threshold))
            self._contours.setChecked(overlay.contours)
        offered = [(maps.map_name(known.finding), known.finding) for known in entry.saliencies]
        if entry.occlusion is not None:
            offered.append((maps.map_name(maps.HIDING, entry.occlusion), maps.HIDING))
        hiding = maps.is_of_hiding(saliency)
        self._offer(offered, maps.HIDING if hiding else saliency.finding)
        self._hide.setText(self.tr("Stop hiding") if entry.hiding else self.tr("Hide and look"))
        self._hide.setVisible(not hiding)
        self._tell_scale(saliency, hiding)
        if hiding and entry.occlusion is not None:
            self._tell_hiding(entry.occlusion)
        else:
            self._tell_evidence(saliency, entry.hiding)

    def _offer(self, offered: list[tuple[str, str]], chosen: str) -> None:
        """Maps by their names and keys, and which of them is on view."""
        with QSignalBlocker(self._map):
            if offered != self._offered:
                self._offered = offered
                self._map.clear()
                for name, key in offered:
                    self._map.addItem(name, key)
                self._widen_choices()
            self._map.setCurrentIndex(self._map.findData(chosen))
        _tip(self._map, self._map.currentText())

    def _widen_choices(self) -> None:
        """The list of maps, once open, is as wide as the longest of them."""
        advance = self._map.fontMetrics().horizontalAdvance
        widest = max((advance(name) for name, _ in self._offered), default=0)
        self._map.view().setMinimumWidth(widest + 4 * theme.GRID)

    def _tell_scale(self, saliency: Saliency, hiding: bool) -> None:
        overlay = self._document.overlay
        # Falls in percent points, evidence in the model's own unit, which no sentence names.
        full = 100 * saliency.scale if hiding else saliency.scale
        cold = maps.is_against_disease(saliency)
        self._bar.set_scale(full, overlay.threshold, overlay.contours, cold)
        _tip(self._bar, self._scale_told(hiding))
        self._bar.setAccessibleName(f"{self._scale_told(hiding)}: {', '.join(self._bar.marks)}")
        self._drawn.setText(
            f"≥ {number(full * overlay.threshold, '.2g')}" if overlay.threshold else self.tr("all")
        )
        if hiding:
            self._weak.setText(self.tr("no change"))
            strong = filled(self.tr("falls by {points:.0f} points"), points=100 * saliency.scale)
            self._strong.setText(strong)
            _tip(self._strong, self.tr("Or more, in percent of probability"))
        else:
            self._weak.setText(self.tr("no evidence"))
            self._strong.setText(self.tr("strong evidence"))
            figure = self.tr("From {scale:.2g} logits on")
            _tip(self._strong, filled(figure, scale=saliency.scale))

    def _scale_told(self, hiding: bool) -> str:
        if hiding:
            return self.tr("Fall of the probability, in percent points")
        return self.tr("Evidence in logits; the same colours for the same evidence on every film")

    def _tell_evidence(self, saliency: Saliency, hiding: bool) -> None:
        self._meaning.setText(maps.tr(maps.MAPS[saliency.finding].meaning))
        evidence = self._document.evidence
        outside = evidence.outside_lungs if evidence is not None else None
        remark, warns = "", False
        nothing = float(saliency.class_map.max()) <= 0
        if nothing:
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
        if not nothing and maps.is_empty(saliency, self._document.overlay.threshold):
            empty = self.tr("No evidence above the threshold: the map is empty.")
            remark = "\n".join(filter(None, [empty, remark]))
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
        self._meaning.setText(filled(template, finding=class_name(occlusion.finding), points=points))
        remark, threshold = maps.agreement(occlusion), self._document.overlay.threshold
        if threshold and points < 100 * maps.FULL_FALL * threshold:
            remark = "\n".join([self.tr("No fall above the threshold: the map is empty."), remark])
        self._tell_remark(remark, maps.disagrees(occlusion))

    def _tell_remark(self, text: str, warns: bool) -> None:
        theme.set_role(self._remark, "warning" if warns else "quiet")
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

    @Slot(int)
    def _threshold_moved(self, value: int) -> None:
        self._document.set_overlay(threshold=value / 100)

    @Slot(bool)
    def _contours_toggled(self, drawn: bool) -> None:
        self._document.set_overlay(contours=drawn)


def _tip(widget: QWidget, text: str) -> None:
    """Set anew only where it is another: Qt tells every style and screen reader."""
    if widget.toolTip() != text:
        widget.setToolTip(text)
