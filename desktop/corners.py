"""What stands in the four corners of the film: patient, study, series, and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop import motion, settings, theme
from desktop.annotations import Annotations
from desktop.document import Document
from desktop.entry import Entry, printable
from desktop.grouping import Part, patient_part
from desktop.image_view import ImageView
from desktop.letters import edge_letters, says_nothing
from desktop.list_words import filter_words
from desktop.long_words import in_lines
from desktop.maps import map_name, threshold_text
from desktop.marks import mark_of
from desktop.numbers import date
from desktop.outlined import draw_outlined
from desktop.value_text import value_text
from desktop.voi_names import voi_text

if TYPE_CHECKING:
    from inference import Header

# No corner may reach the middle of the film. A narrow film gives a date the room that it needs.
WIDEST_SHARE, MOST_SHARE = 0.32, 0.44
ROOM_FOR = "0000-00-00 000"
# How long another patient's name stands out. It does not move: some people cannot bear what blinks.
HIGHLIGHT_MS = 1000
# Where nothing may flash, what comes and goes within a second would: there it stays for a while.
STILL_HIGHLIGHT_MS = 5000
# Room for the outline.
MARGIN = 3


class CornerText(QLabel):
    """A few lines of plain text, legible on black and on white, invisible to the mouse.

    It paints itself; that it is a label tells screen readers that it is text.
    """

    def __init__(self, corner: Qt.Corner, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._corner, self._area = corner, parent
        self._lines: list[str] = []
        self._whole = self._loud = ""
        self._picture = QPixmap()
        self._highlighted = False
        self.setFont(theme.small(self.font()))

    @property
    def highlighted(self) -> bool:
        """Whether it stands out."""
        return self._highlighted

    def highlight(self, on: bool) -> None:
        """Make it stand out, or not any more."""
        if on != self._highlighted:
            self._highlighted, self._picture = on, QPixmap()
            self.update()

    @property
    def lines(self) -> list[str]:
        """What it says."""
        return self._lines

    @property
    def drawn_lines(self) -> list[str]:
        """As there is room for it."""
        return [drawn for line in self._lines for drawn in self._fitted(line)]

    def _fitted(self, line: str) -> list[str]:
        """Who it is and how it is shown goes on below; the rest is shortened in its middle."""
        metrics, room = QFontMetrics(self.font()), self._widest() - 2 * MARGIN
        if line in (self._whole, self._loud):
            return [line]
        left = self._corner in (Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner)
        lines = in_lines(line, metrics.horizontalAdvance, room) if left else [line]
        if self._corner == Qt.Corner.BottomLeftCorner:
            return lines
        return [metrics.elidedText(one, Qt.TextElideMode.ElideMiddle, room) for one in lines]

    def set_lines(self, lines: list[str], whole: str = "", loud: str = "") -> None:
        """Say something else; empty lines are left out.

        ``whole`` is one that is never shortened, ``loud`` another that nobody may overlook.
        """
        lines = [printable(line) for line in lines if line]
        if lines != self._lines:
            self._lines, self._whole, self._loud, self._picture = lines, whole, loud, QPixmap()
            self.setAccessibleName("\n".join(lines))
            self.place()
            self.update()

    def place(self) -> None:
        """Into its corner of the parent."""
        area, metrics, lines = self._area.size(), QFontMetrics(self.font()), self.drawn_lines
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        size = QSize(widest + 2 * MARGIN + 1, metrics.lineSpacing() * len(lines) + 2 * MARGIN)
        right = self._corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
        low = self._corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
        x = area.width() - theme.GRID - size.width() if right else theme.GRID
        y = area.height() - theme.GRID - size.height() if low else theme.GRID
        self._picture = QPixmap()
        self.setGeometry(QRect(x, y, size.width(), size.height()))

    def _widest(self) -> int:
        width, needed = self._area.width(), QFontMetrics(self.font()).horizontalAdvance(ROOM_FOR)
        return int(max(width * WIDEST_SHARE, min(width * MOST_SHARE, needed + 2 * MARGIN)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            self._picture = self._drawn()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = QPixmap()

    def event(self, event: QEvent) -> bool:
        # Before the paint that follows them.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._picture = QPixmap()
            self.place()
        return super().event(event)

    def _drawn(self) -> QPixmap:
        """The lines with a dark edge; kept, because the film below is repainted far more often."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self.font())
        right = self._corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        room = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self._highlighted:
            painter.fillRect(self.rect(), QColor(theme.ON_FILM.accent))
            painter.setPen(QColor(theme.FILM_BACKGROUND))
            painter.drawText(room, side, "\n".join(self.drawn_lines))
            painter.end()
            return picture
        # What stands on a plate has no edge: it would look out above and below.
        outlined = ["" if line == self._loud else line for line in self.drawn_lines]
        draw_outlined(painter, room, side, "\n".join(outlined))
        if self._loud in self._lines:
            self._draw_loud(painter, room)
        painter.end()
        return picture

    def _draw_loud(self, painter: QPainter, room: QRect) -> None:
        """Once more, dark on the colour of warnings; in its capitals it is said without colour too."""
        metrics = painter.fontMetrics()
        width, spacing = metrics.horizontalAdvance(self._loud), metrics.lineSpacing()
        top = room.top() + spacing * self.drawn_lines.index(self._loud)
        plate = QRect(room.left(), top, width, spacing).adjusted(-MARGIN, 0, MARGIN, 0)
        painter.fillRect(plate, QColor(theme.ON_FILM.warning))
        painter.setPen(QColor(theme.FILM_BACKGROUND))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._loud)


class Corners(QObject):
    """The four texts; listens to the document and to the view they lie on."""

    def __init__(self, document: Document, view: ImageView) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        self._pixel = (-1, -1)
        self.patient = CornerText(Qt.Corner.TopLeftCorner, view)
        self.study = CornerText(Qt.Corner.TopRightCorner, view)
        self.display = CornerText(Qt.Corner.BottomLeftCorner, view)
        self.series = CornerText(Qt.Corner.BottomRightCorner, view)
        self.disclaimed = False
        self._names_patient = settings.PATIENT_ON_FILM.load()
        settings.changes.changed.connect(self._setting_changed)
        # Whose film was shown last.
        self._patient: Part | None = None
        self._highlight = QTimer(self, singleShot=True)
        self._highlight.timeout.connect(self._calm)
        document.cleared.connect(self._forget_patient)
        document.current_changed.connect(self.refresh)
        document.film_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        document.overlay_changed.connect(self.refresh)
        document.display_changed.connect(self._refresh_display)
        document.turned.connect(self._refresh_display)
        document.annotations_changed.connect(self.refresh)
        for signal in (document.arrangement.reset, document.arrangement.told):
            signal.connect(self._filtered)
        view.zoomed.connect(self._refresh_display)
        view.hovered.connect(self._hovered)
        view.resized.connect(self._place)
        view.keep_free(lambda: self.places)

    @property
    def places(self) -> list[QRect]:
        """Where something stands."""
        texts = (self.patient, self.study, self.display, self.series)
        return [text.geometry() for text in texts if text.lines]

    def disclaim(self, disclaimed: bool) -> None:
        """Say on the film itself what this program is not: in full screen nothing else does."""
        self.disclaimed = disclaimed
        self.refresh()

    def refresh(self) -> None:
        """Say again what belongs to the current film; while there is none, only the disclaimer."""
        film, entry = self._document.film, self._document.current
        if film is None or entry is None:
            for text in (self.patient, self.study, self.display):
                text.set_lines([])
            self.patient.highlight(False)
            self.series.set_lines([self._filter_line(), self._disclaimer()], whole=self._disclaimer())
            return
        header = film.radiograph.header
        some, every = self._some, self._every
        self._notice_patient(patient_part(header))
        # Another patient than before is told in any case.
        told = 3 if every else 2 if some or self.patient.highlighted else 0
        lines = _patient_lines(header, entry)[:told] if self._names_patient else []
        if self.patient.highlighted and not lines:
            lines = [self.tr("Another patient")]
        self.patient.set_lines(lines)
        self.study.set_lines((self._study_lines(header) if every else []) + self._map_lines())
        series = [*_series_lines(header), self._orientation_line(header)] if every else []
        last = [self._filter_line(), self._disclaimer()]
        self.series.set_lines([*series, *last], whole=self._disclaimer())
        self._refresh_display()

    @Slot(str)
    def _setting_changed(self, key: str) -> None:
        if key == settings.PATIENT_ON_FILM.key:
            self._names_patient = settings.PATIENT_ON_FILM.load()
            self.refresh()

    def _notice_patient(self, patient: Part) -> None:
        """Another patient than on the film before must not go unnoticed."""
        if self._patient not in (None, patient):
            self.patient.highlight(True)
            self._highlight.start(STILL_HIGHLIGHT_MS if motion.is_reduced() else HIGHLIGHT_MS)
        self._patient = patient

    @Slot()
    def _calm(self) -> None:
        self.patient.highlight(False)
        self.refresh()

    @Slot()
    def _forget_patient(self) -> None:
        self._patient = None

    @property
    def _some(self) -> bool:
        return self._document.annotations is not Annotations.NONE

    @property
    def _every(self) -> bool:
        return self._document.annotations is Annotations.ALL

    def _orientation_line(self, header: Header) -> str:
        """Why there are no letters at the edges."""
        if says_nothing(header.patient_orientation):
            return self.tr("No orientation in the file")
        letters = edge_letters(header.patient_orientation, self._document.orientation)
        return self.tr("No valid orientation in the file") if letters is None else ""

    def _disclaimer(self) -> str:
        return self.tr("Research use, not a medical device") if self.disclaimed else ""

    def _filter_line(self) -> str:
        """That films are left out in paging, where neither list nor bottom line tell it."""
        arrangement = self._document.arrangement
        if not (self.disclaimed and arrangement.is_filtered):
            return ""
        return filter_words(len(arrangement.shown), arrangement.total)

    @Slot()
    def _filtered(self) -> None:
        # Said with every result; only full screen shows it.
        if self.disclaimed:
            self.refresh()

    def _study_lines(self, header: Header) -> list[str]:
        return [
            date(header.study_date),
            header.study_description,
            header.institution_name,
            header.accession_number,
        ]

    def _map_lines(self) -> list[str]:
        """Whose map it is, for as long as one lies on the film; a map without its name can be misread."""
        saliency = self._document.saliency
        if not self._document.overlay.shown or saliency is None:
            return []
        name = map_name(saliency.finding, self._document.current.occlusion)  # type: ignore[union-attr]
        least = self._document.overlay.threshold
        return [
            self.tr("Map: {name}").format(name=name),
            threshold_text(saliency, least) if least else "",
            f"{saliency.model.name} {saliency.model.version}" if self._some else "",
        ]

    @Slot()
    def _refresh_display(self) -> None:
        film, voi = self._document.film, self._document.voi
        if film is None or voi is None:
            return
        radiograph = film.radiograph
        value = value_text(radiograph, *self._pixel)
        mark = mark_of(self._document.orientation)
        lossy = radiograph.header.lossy_image_compression or radiograph.file_format == "JPEG"
        self.display.set_lines(
            [
                # Somebody who measures by keys has no other way to know where.
                value if self._every or self._view.key_hand.cross is not None else "",
                mark,
                self.tr("Inverted") if self._document.inverse != radiograph.inverse else "",
                self.tr("Shuttered") if self._document.shuttered else "",
                voi_text(voi) if self._some else "",
                self.tr("Zoom {percent:.0f} %").format(percent=100 * self._view.zoom)
                if self._every
                else "",
                self.tr("Lossy compressed") if lossy else "",
            ],
            whole=value,
            loud=mark,
        )
        self._view.text_moved()

    @Slot(int, int)
    def _hovered(self, row: int, column: int) -> None:
        self._pixel = (row, column)
        self._refresh_display()

    @Slot()
    def _place(self) -> None:
        for text in (self.patient, self.study, self.display, self.series):
            text.place()


def _patient_lines(header: Header, entry: Entry) -> list[str]:
    if not (header.patient_name or header.patient_id):
        return [entry.file_name]
    birth = " ".join(part for part in (date(header.patient_birth_date), header.patient_sex) if part)
    return [header.patient_name, header.patient_id, birth or header.patient_age]


def _series_lines(header: Header) -> list[str]:
    views = " ".join(p for p in (header.modality, header.body_part_examined, header.view_position) if p)
    sides = {
        "L": QCoreApplication.translate("corners", "Left", "side of the patient"),
        "R": QCoreApplication.translate("corners", "Right", "side of the patient"),
    }
    laterality = sides.get(header.image_laterality, header.image_laterality)
    return [header.series_description, views, laterality]
