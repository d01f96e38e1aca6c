"""The journal: which result and which impression belong to which file, kept from one start to the next.

One SQLite file on this computer. A file is known by its SHA-256 alone, and a model by its own: no name, no
path, nothing of the header, and no picture.

``results`` says what came out, for whoever reads the file with another program; ``verdicts`` is what this
one takes up again (:func:`inference.write_record`). It came later: a journal from before has none, gets the
table when it is opened, and an older program that opens it afterwards does not see it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desktop.impressions import ANSWERS, Impression

if TYPE_CHECKING:
    from inference import ModelIdentity, Prediction, Radiograph

# As long as somebody waits for a film when another program holds the file.
PATIENCE_S = 0.3
_TABLES = """
create table if not exists results (
    file_sha256 text, frame integer, model_sha256 text,
    outcome text not null, probabilities text, at text not null,
    primary key (file_sha256, frame, model_sha256));
create table if not exists verdicts (
    file_sha256 text, frame integer, model_sha256 text, computation text,
    record text not null, at text not null,
    primary key (file_sha256, frame, model_sha256, computation));
create table if not exists impressions (
    file_sha256 text, frame integer, model_sha256 text,
    answer text not null, at text not null,
    primary key (file_sha256, frame, model_sha256));
create table if not exists amendments (
    file_sha256 text, frame integer, model_sha256 text,
    answer text not null, at text not null, after_model integer not null,
    primary key (file_sha256, frame, model_sha256, at));
"""
# What a journal of an earlier version lacks: table, column, type.
_LATER_COLUMNS = (("impressions", "after_model", "integer not null default 0"),)


@dataclass(frozen=True)
class JournalKey:
    """One frame of one file, and the model that was asked; files by their SHA-256."""

    file_sha256: str
    frame: int
    model_sha256: str

    @property
    def values(self) -> tuple[str, int, str]:
        """In the order of the tables' first columns."""
        return self.file_sha256, self.frame, self.model_sha256


@dataclass(frozen=True)
class Kept:
    """A verdict as :func:`inference.write_record` wrote it, and of when (with its time zone)."""

    record: str
    at: datetime


def location() -> Path:
    """Where the journal lies; it need not exist."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(base) / "journal.sqlite"


def key_of(radiograph: Radiograph, model: ModelIdentity) -> JournalKey:
    """Under which what a model says of a film is kept."""
    return JournalKey(radiograph.sha256, radiograph.frame, model.sha256)


class Journal(QObject):
    """Used in the worker. What cannot be kept is not: after the first trouble it is left alone.

    Signals:
        ``broken(reason)``: once, when it cannot be read or written.
    """

    broken = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = location()
        self._connection: sqlite3.Connection | None = None
        self._is_broken = False

    def note_result(self, key: JournalKey, computation: str, prediction: Prediction) -> None:
        """Keep what the model said, ``computation`` being the classifier's; the last time counts."""
        from inference import write_record

        probabilities = prediction.probabilities
        if probabilities is not None and prediction.none_of_these is not None:
            probabilities = {**probabilities, "none_of_these": prediction.none_of_these}
        said = None if probabilities is None else json.dumps(probabilities)
        now = datetime.now(UTC).isoformat()
        row = (*key.values, prediction.outcome.value, said, now)
        self._run("insert or replace into results values (?, ?, ?, ?, ?, ?)", row)
        kept = (*key.values, computation, write_record(prediction), now)
        self._run("insert or replace into verdicts values (?, ?, ?, ?, ?, ?)", kept)

    def result(self, key: JournalKey, computation: str) -> Kept | None:
        """What the model said of this film last, computed in the same way."""
        columns = "file_sha256 = ? and frame = ? and model_sha256 = ? and computation = ?"
        found = self._run(f"select record, at from verdicts where {columns}", (*key.values, computation))
        with suppress(ValueError, TypeError):
            ((record, at),) = found
            return Kept(record, datetime.fromisoformat(at))
        return None

    def note_impression(self, key: JournalKey, impression: Impression) -> None:
        """Keep what the reader said; the first time counts."""
        self._run("insert or ignore into impressions values (?, ?, ?, ?, ?, ?)", _row(key, impression))

    def note_amendment(self, key: JournalKey, impression: Impression) -> None:
        """Keep what the reader said in place of that, beside it."""
        self._run("insert or ignore into amendments values (?, ?, ?, ?, ?, ?)", _row(key, impression))

    def impressions(self, key: JournalKey) -> tuple[Impression, ...]:
        """What the reader said of this film and this model once, and what they amended it to."""
        kept = [self._impressions_in(table, key) for table in ("impressions", "amendments")]
        # Without a first one there is nothing to amend.
        return (*kept[0], *kept[1]) if kept[0] else ()

    def _impressions_in(self, table: str, key: JournalKey) -> list[Impression]:
        where = "file_sha256 = ? and frame = ? and model_sha256 = ?"
        rows = self._run(
            f"select answer, at, after_model from {table} where {where} order by at", key.values
        )
        found = []
        for answer, at, after_model in rows:
            with suppress(ValueError, TypeError):
                if answer in ANSWERS:
                    found.append(Impression(answer, datetime.fromisoformat(at), bool(after_model)))
        return found

    def counts(self) -> tuple[int, int]:
        """How many results and how many impressions there are."""
        if not self._path.exists():
            return 0, 0
        both = "select (select count(*) from results), (select count(*) from impressions)"
        found = self._run(both, ())
        return (int(found[0][0]), int(found[0][1])) if found else (0, 0)

    def empty(self) -> None:
        """Remove the file, whatever state it is in; the next row begins another. Raises OSError."""
        self.close()
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self._is_broken = False

    def close(self) -> None:
        """Let go of the file, in any thread, when no other uses the journal."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        if self._is_broken:
            return []
        try:
            if self._connection is None:
                self._connection = _opened(self._path)
            with self._connection:
                return self._connection.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            # Tried again with every film, it would cost every film the wait.
            self._is_broken = True
            self.close()
            self.broken.emit(str(error))
            return []


def _row(key: JournalKey, impression: Impression) -> tuple[object, ...]:
    at = impression.at.astimezone(UTC).isoformat()
    return (*key.values, impression.answer, at, int(impression.after_model))


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # For this user's eyes alone, also where others have an account.
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=PATIENCE_S, check_same_thread=False)
    try:
        # A power cut may cost the last rows, and never the file.
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        connection.executescript(_TABLES)
        for table, column, kind in _LATER_COLUMNS:
            known = [row[1] for row in connection.execute(f"pragma table_info({table})")]
            if column not in known:
                connection.execute(f"alter table {table} add column {column} {kind}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
