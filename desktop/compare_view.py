"""The light box, and a second one beside it while films are compared.

The current film hangs on the left and the film it is compared with on the right, as OHIF's protocol for two
studies does it: the left one never moves when a prior comes or goes. Everything else of the window is
about the left one. Both views are equally large, so that linked zoom means the same in both.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.compare_words import (
    group_word,
    nothing_beside,
    relation_word,
    title_of,
    warning,
    with_its_day,
)
from desktop.comparison import Comparison
from desktop.corners import Corners
from desktop.document import Document
from desktop.entry import Entry
from desktop.film_edges import FilmEdges
from desktop.gestures import Tool
from desktop.image_view import ImageView
from desktop.linked_views import LinkedViews
from desktop.placeholder import Placeholder
from desktop.priors import Relation

HEAD_HEIGHT = 32
# A patient with more films of a kind is searched for instead.
MOST_IN_MENU = 30


class Pair(QWidget):
    """The view of the current film; while films are compared, a second one, and what speaks against it.

    ``shown`` is the light box that was used last: what the keys and menus do to a film is done there.
    Signals: ``shown_changed()``: it is the other one now.
    """

    shown_changed = Signal()

    def __init__(
        self, document: Document, view: ImageView, comparison: Comparison, link: QAction, choose: QAction
    ) -> None:
        super().__init__()
        self._document, self._comparison, self._choose = document, comparison, choose
        self.view, self.side_view = view, ImageView(comparison.side)
        self.side_view.setAccessibleName(self.tr("Film beside it"))
        self._shown = view
        self.edges = FilmEdges(comparison.side, self.side_view)
        self.corners = Corners(comparison.side, self.side_view)
        self.placeholder = Placeholder(comparison.side, self.side_view, lambda: nothing_beside(comparison))
        self.placeholder.add_button(choose, self.tr("Choose a film…"))
        self.links = LinkedViews((view, document), (self.side_view, comparison.side), self)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.chooser = QToolButton()
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chooser.setAccessibleName(self.tr("Film to compare with"))
        self.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self.chooser)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.chooser.setMenu(self._menu)
        # Its own mark would hang below the line; the text has one.
        self.chooser.setStyleSheet(
            "QToolButton { padding: 2px 4px; } QToolButton::menu-indicator { image: none; }"
        )
        self.link_button = QToolButton()
        self.link_button.setDefaultAction(link)
        link.toggled.connect(self._say_linked)
        self.link_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.link_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.banner = QLabel()
        self.banner.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.setWordWrap(True)
        self.banner.setFont(theme.bold(self.font()))
        self.banner.setStyleSheet(
            f"background: {theme.ON_FILM.warning}; color: {theme.FILM_BACKGROUND}; padding: 6px 12px;"
        )
        self._heads = (_head(self._title), _head(self.chooser, self.link_button))
        self._divider = QFrame()
        self._divider.setFixedWidth(1)
        self._divider.setStyleSheet(f"background: {theme.ON_FILM.separator}; border: none;")
        self._arrange()
        for one in (view, self.side_view):
            one.installEventFilter(self)
        document.current_changed.connect(self._back_to_the_current)
        comparison.changed.connect(self.refresh)
        self.refresh()

    def _arrange(self) -> None:
        self._side = QWidget()
        row = QHBoxLayout()
        if self.isRightToLeft():
            # The current film hangs on the left wherever lines begin; a layout turns round what it is told.
            row.setDirection(QHBoxLayout.Direction.RightToLeft)
        row.setSpacing(0)
        for pane, parts in (
            (QWidget(), (self._heads[0], self.view)),
            (self._side, (self._heads[1], self.side_view)),
        ):
            column = QVBoxLayout(pane)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(parts[0])
            column.addWidget(parts[1], 1)
            row.addWidget(pane, 1)
        row.insertWidget(1, self._divider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(row, 1)

    # Which of both

    @property
    def shown(self) -> ImageView:
        """The light box that was used last."""
        return self._shown

    @property
    def document(self) -> Document:
        """What is on it."""
        return self._document if self._shown is self.view else self._comparison.side

    def set_tool(self, tool: Tool) -> None:
        """On both; but a box is hidden from the model, which is asked about the current film alone."""
        self.view.set_tool(tool)
        self.side_view.set_tool(Tool.WINDOW if tool is Tool.BOX else tool)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in (self.view, self.side_view):
            self._use(self.view if watched is self.view else self.side_view)
        return super().eventFilter(watched, event)

    def _use(self, view: ImageView) -> None:
        if view is not self._shown:
            self._shown = view
            self._mark_heads()
            self.shown_changed.emit()

    @Slot()
    def _back_to_the_current(self) -> None:
        """Another film is current: what was being done to a prior is over."""
        if self.side_view.hasFocus():
            self.view.setFocus()
        self._use(self.view)

    # What it says

    @Slot()
    def refresh(self) -> None:
        """Say again what both films are, and what speaks against comparing them."""
        on, current, other = self._comparison.on, self._comparison.current, self._comparison.other
        if not on:
            self._back_to_the_current()
        for widget in (self._heads[0], self._divider, self._side):
            widget.setVisible(on)
        self._titles = (
            title_of(current, self.tr("Current")) if current else "",
            title_of(other, relation_word(self._comparison.relation), current)
            if other
            else self.tr("No film to compare with"),
        )
        self.side_view.setAccessibleDescription(self._titles[1])
        self.chooser.setAccessibleDescription(self._titles[1])
        self._elide()
        self._mark_heads()
        self._warn(warning(self._comparison) if on else "")
        self.placeholder.refresh()

    @property
    def titles(self) -> tuple[str, str]:
        """What stands over the current film, and over the other."""
        return self._titles

    def _warn(self, text: str) -> None:
        news = bool(text) and text != self.banner.text()
        self.banner.setText(text)
        self.banner.setVisible(bool(text))
        if news:
            QAccessible.updateAccessibility(QAccessibleEvent(self.banner, QAccessible.Event.Alert))

    @Slot(bool)
    def _say_linked(self, linked: bool) -> None:
        text = self.tr("Zoom linked") if linked else self.tr("Zoom not linked")
        self.link_button.defaultAction().setIconText(text)
        self._elide()

    def _elide(self) -> None:
        """Each title on one line; the whole of it is its tool tip."""
        # What the list calls it comes last, and can be spared first.
        half, end = self.width() // 2 - 3 * theme.GRID, Qt.TextElideMode.ElideRight
        rooms = (half, half - self.link_button.sizeHint().width() - 4 * theme.GRID)
        labels: tuple[QLabel | QToolButton, ...] = (self._title, self.chooser)
        for widget, title, room in zip(labels, self._titles, rooms, strict=True):
            # Measured as bold, which the one in use is.
            room, metrics = int(room / 1.08), widget.fontMetrics()
            short = metrics.elidedText(with_its_day(title, metrics.horizontalAdvance, room), end, room)
            # A name may have an ampersand, which a button takes for its key.
            widget.setText(f"{short.replace('&', '&&')}  ▾" if widget is self.chooser else short)
            widget.setToolTip(title)

    def _mark_heads(self) -> None:
        """The light box in use is told by a line and by bold letters: not by colour alone."""
        for head, view, title in zip(
            self._heads, (self.view, self.side_view), (self._title, self.chooser), strict=True
        ):
            used = view is self._shown
            palette = theme.current()
            line = f"2px solid {palette.accent}" if used else f"1px solid {palette.separator}"
            head.setStyleSheet(f"#head {{ border: none; border-bottom: {line}; }}")
            title.setFont(theme.bold(self.font()) if used else self.font())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_heads"):
            self._mark_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    # What else it could be

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        current, other = self._comparison.current, self._comparison.other
        groups = dict[Relation, list[Entry]]()
        for relation, entry in self._comparison.related:
            groups.setdefault(relation, []).append(entry)
        for relation, entries in groups.items():
            heading = self._menu.addAction(group_word(relation))
            heading.setEnabled(False)
            for entry in entries[:MOST_IN_MENU]:
                text = title_of(entry, "", current).replace("&", "&&")
                action = self._menu.addAction(text)
                action.setCheckable(True)
                action.setChecked(other is not None and entry.number == other.number)
                action.triggered.connect(lambda _, number=entry.number: self._comparison.choose(number))
            self._menu.addSeparator()
        self._menu.addAction(self._choose)


class Subject(QLabel):
    """Over the result, while films are compared: which of both it is about."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setObjectName("subject")
        comparison.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """The current film, by its place and day."""
        current = self._comparison.current
        if current is not None:
            text = self.tr(
                "◀ Of the current film, on the left: {film}. Nothing here is about the other one."
            )
            if self.isRightToLeft():
                # No bracket, which would be turned round by itself; it points at the film.
                text = text.replace("◀", "▶")
            self.setText(text.format(film=title_of(current, "")))
        self.setVisible(self._comparison.on)


def _head(*widgets: QWidget) -> QWidget:
    """What stands over a light box."""
    head = QFrame()
    head.setObjectName("head")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    head.setFixedHeight(HEAD_HEIGHT)
    layout = QHBoxLayout(head)
    layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
    layout.addWidget(widgets[0])
    layout.addStretch(1)
    for widget in widgets[1:]:
        layout.addWidget(widget)
    widgets[0].setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return head
