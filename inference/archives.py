"""ZIP archives, read in memory and never unpacked to disk (APPNOTE.TXT 6.3).

The directory is read here and not by the standard library, which believes it: its size, the number of
members, their places and their lengths are compared with the file first. A member is inflated up to a limit
and must have the length and the checksum that the directory states. Names are only names: nothing is ever
opened or written by them.
"""

from __future__ import annotations

import bz2
import io
import lzma
import os
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, BinaryIO

from inference.errors import (
    BeyondLimits,
    DamagedArchive,
    EncryptedArchive,
    FileTooLarge,
    UnsupportedArchive,
    WrongPassword,
)
from inference.files import open_regular
from inference.texts import phrase

MAX_MEMBERS = 50_000
MAX_DIRECTORY_BYTES = 32 * 1024**2
# What one member may become.
MAX_MEMBER_BYTES = 200 * 1024**2
# An archive is never read as a whole, so it may be as large as a disc.
MAX_ARCHIVE_BYTES = 64 * 1024**3

_ENCRYPTED, _STRONG, _UTF8, _MASKED = 0x0001, 0x0040, 0x0800, 0x2000
_STORED, _DEFLATED, _BZIP2, _LZMA, _AES = 0, 8, 12, 14, 99
_METHODS = {9: "Deflate64", 93: "zstd", 95: "xz", 98: "PPMd"}
_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END64_LOCATOR, _END64 = b"PK\x06\x07", b"PK\x06\x06"
_MAX_32 = 0xFFFFFFFF
_PIECE = 256 * 1024
_MAX_DICTIONARY = 64 * 1024**2
# Decryption holds the member twice, and in the old way takes a second for a few megabytes.
_MAX_ENCRYPTED_BYTES = 100 * 1024**2


@dataclass(frozen=True)
class Member:
    """A file in a ZIP, as its directory has it. ``entry`` are the bytes that say so."""

    name: str
    method: int
    flags: int
    crc: int
    compressed: int
    size: int
    offset: int
    entry: bytes = field(repr=False)

    @property
    def is_encrypted(self) -> bool:
        return bool(self.flags & _ENCRYPTED)

    @property
    def is_link(self) -> bool:
        """A symbolic link, by the mode that Unix programs leave in the external attributes."""
        return stat.S_ISLNK(int.from_bytes(self.entry[40:42], "little"))


def list_members(path: str) -> tuple[Member, ...]:
    """The members of a ZIP in the order of its directory; of two of one name, the later one.

    Raises FileNotReadable, NotARegularFile, DamagedArchive, UnsupportedArchive or BeyondLimits.
    """
    return tuple(_directory(path).values())


def read_member(path: str, name: str, shown: str, password: str | None) -> io.BytesIO:
    """The content of one member. ``shown`` is its name in errors.

    Raises those of :func:`list_members`, and EncryptedArchive, WrongPassword or FileTooLarge.
    """
    member = _directory(path).get(name)
    if member is None:
        raise DamagedArchive(shown, "it has no such member any more")
    if member.flags & (_STRONG | _MASKED):
        raise UnsupportedArchive(shown, "it is encrypted in a rare way")
    if member.method not in (_STORED, _DEFLATED, _BZIP2, _LZMA, _AES):
        raise UnsupportedArchive(
            shown, phrase("compressed as {method}", method=_METHODS.get(member.method, str(member.method)))
        )
    if member.size > MAX_MEMBER_BYTES:
        raise FileTooLarge(shown, member.size / 1024**2, MAX_MEMBER_BYTES / 1024**2)
    if member.is_encrypted and password is None:
        raise EncryptedArchive(shown)
    with open_regular(path, MAX_ARCHIVE_BYTES) as stream:
        start = _content_start(stream, member, shown)
        if member.is_encrypted:
            return _decrypted(stream, member, start, shown, (password or "").encode())
        stream.seek(start)
        return _unpacked(stream, member, shown)


# ---- the directory -------------------------------------------------------------------------------


def _directory(path: str) -> dict[str, Member]:
    """By name. The last one is kept: opening each of 20,000 members must not read it 20,000 times."""
    with open_regular(path, MAX_ARCHIVE_BYTES) as stream:
        size = stream.seek(0, io.SEEK_END)
        changed = os.fstat(stream.fileno()).st_mtime_ns
    return _parsed(path, size, changed)


@lru_cache(maxsize=1)
def _parsed(path: str, size: int, changed: int) -> dict[str, Member]:
    with open_regular(path, MAX_ARCHIVE_BYTES) as stream:
        entries, shift = _entries(stream, size, path)
    members, position = [], 0
    while entries[position : position + 4] == _ENTRY:
        member, position = _member(entries, position, shift, path)
        members.append(member)
        if len(members) > MAX_MEMBERS:
            raise BeyondLimits(path, "members", MAX_MEMBERS)
    _check_places(members, size, path)
    return {member.name: member for member in members}


def _entries(stream: BinaryIO, size: int, path: str) -> tuple[bytes, int]:
    """The bytes of the directory, and by how much what stands before the archive moves all offsets."""
    tail_length = min(size, 65_557 + 20)
    stream.seek(size - tail_length)
    tail = stream.read(tail_length)
    end = tail.rfind(_END)
    if end < 0 or end + 22 > len(tail):
        raise DamagedArchive(path, "its end is missing")
    disk, first_disk, here, count, length, offset = struct.unpack_from("<4H2L", tail, end + 4)
    place = size - tail_length + end
    if tail[end - 20 : end - 16] == _END64_LOCATOR and end >= 20:
        disk, first_disk, here, count, length, offset, place = _zip64(stream, tail[end - 20 : end], path)
    if disk or first_disk or here != count:
        raise UnsupportedArchive(path, "it is one part of several")
    if length > MAX_DIRECTORY_BYTES:
        raise BeyondLimits(path, "bytes of directory", MAX_DIRECTORY_BYTES)
    if count > MAX_MEMBERS:
        raise BeyondLimits(path, "members", MAX_MEMBERS)
    start = place - length
    if start < 0 or start < offset:
        raise DamagedArchive(path, "its directory does not lie in it")
    stream.seek(start)
    return stream.read(length), start - offset


def _zip64(stream: BinaryIO, locator: bytes, path: str) -> tuple[int, ...]:
    """Fields of the ZIP64 end record, and its place (4.3.14)."""
    (place,) = struct.unpack_from("<Q", locator, 8)
    stream.seek(place)
    record = stream.read(56)
    if record[:4] != _END64 or len(record) < 56:
        raise DamagedArchive(path, "its end is damaged")
    return (*struct.unpack_from("<2L4Q", record, 16), place)


def _member(entries: bytes, position: int, shift: int, path: str) -> tuple[Member, int]:
    """One entry of the directory (4.3.12), and the place of the next."""
    if position + 46 > len(entries):
        raise DamagedArchive(path, "its directory ends too early")
    flags, method, _, _, crc, compressed, size, names, extras, comments = struct.unpack_from(
        "<4H3L3H", entries, position + 8
    )
    (offset,) = struct.unpack_from("<L", entries, position + 42)
    end = position + 46 + names + extras + comments
    if end > len(entries):
        raise DamagedArchive(path, "its directory ends too early")
    raw = entries[position + 46 : position + 46 + names]
    extra = entries[position + 46 + names : position + 46 + names + extras]
    size, compressed, offset = _wide(extra, [size, compressed, offset], path)
    name = raw.decode("utf-8", "replace") if flags & _UTF8 else raw.decode("cp437")
    return Member(name, method, flags, crc, compressed, size, offset + shift, entries[position:end]), end


def _wide(extra: bytes, values: list[int], path: str) -> list[int]:
    """Sizes and offset, from the ZIP64 extra field where they do not fit 32 bits (4.5.3)."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind == 1:
            body, at = extra[position + 4 : position + 4 + length], 0
            for index, value in enumerate(values):
                if value == _MAX_32:
                    if at + 8 > len(body):
                        raise DamagedArchive(path, "its directory contradicts itself")
                    (values[index],) = struct.unpack_from("<Q", body, at)
                    at += 8
        position += 4 + length
    return values


def _check_places(members: list[Member], size: int, path: str) -> None:
    """Members lie behind each other. Those that share their bytes make petabytes of kilobytes."""
    reached = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset < reached:
            raise DamagedArchive(path, "its members overlap")
        # A local header has 30 bytes and the name; how long its extra field is, it says itself.
        reached = member.offset + 30 + member.compressed
        if reached > size:
            raise DamagedArchive(path, "a member reaches beyond its end")


# ---- one member ----------------------------------------------------------------------------------


def _content_start(stream: BinaryIO, member: Member, shown: str) -> int:
    stream.seek(member.offset)
    local = stream.read(30)
    if local[:4] != _LOCAL or len(local) < 30:
        raise DamagedArchive(shown, "the member does not begin where the directory says")
    names, extras = struct.unpack_from("<2H", local, 26)
    return member.offset + 30 + int(names) + int(extras)


def _unpacked(stream: BinaryIO, member: Member, shown: str) -> io.BytesIO:
    """Unpack from where the stream stands; one byte more than the directory promises is too much."""
    try:
        return _checked(_pieces(stream, member, shown), member, shown)
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
        raise DamagedArchive(shown, "the member cannot be decompressed") from error


def _checked(pieces: Iterable[bytes], member: Member, shown: str) -> io.BytesIO:
    content, crc = io.BytesIO(), 0
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
        content.write(piece)
        if content.tell() > member.size:
            break
    # Of AES (AE-2) the directory has no checksum: it has an authentication code of its own.
    unsummed = member.method == _AES and member.crc == 0
    if content.tell() != member.size or not (unsummed or crc == member.crc):
        raise DamagedArchive(shown, "the member is not what the directory says")
    content.seek(0)
    return content


def _pieces(stream: BinaryIO, member: Member, shown: str) -> Iterator[bytes]:
    """The content in pieces of a bounded size, whatever they were compressed from."""
    left = member.compressed

    def compressed() -> bytes:
        nonlocal left
        data = stream.read(min(left, _PIECE))
        left -= len(data)
        return data

    if member.method == _STORED:
        while data := compressed():
            yield data
    elif member.method == _DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        while not inflater.eof and (data := inflater.unconsumed_tail or compressed()):
            yield inflater.decompress(data, _PIECE)
        yield inflater.flush()
    else:
        if member.method == _LZMA:
            head = stream.read(9)
            left -= 9
            other: Any = _lzma(head, shown)
        else:
            other = bz2.BZ2Decompressor()
        while not other.eof:
            data = compressed() if other.needs_input else b""
            if other.needs_input and not data:
                break
            yield other.decompress(data, _PIECE)


def _lzma(head: bytes, shown: str) -> lzma.LZMADecompressor:
    """Version, length of the properties, and the five properties of LZMA (APPNOTE 5.8)."""
    if len(head) < 9 or head[2:4] != b"\x05\x00":
        raise DamagedArchive(shown, "the member cannot be decompressed")
    packed, dictionary = struct.unpack_from("<BL", head, 4)
    if dictionary > _MAX_DICTIONARY:
        raise UnsupportedArchive(shown, "compressed with a very large dictionary")
    filters = [
        {
            "id": lzma.FILTER_LZMA1,
            "lc": packed % 9,
            "lp": packed // 9 % 5,
            "pb": packed // 45,
            "dict_size": max(dictionary, 4096),
        }
    ]
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)


def _decrypted(stream: BinaryIO, member: Member, start: int, shown: str, password: bytes) -> io.BytesIO:
    """A member encrypted by AES or in the old way, through pyzipper.

    It is given an archive of this member alone, so that it neither reads the whole directory for each nor
    meets anything that was not checked.
    """
    import pyzipper

    if member.compressed > _MAX_ENCRYPTED_BYTES:
        megabytes = member.compressed / 1024**2
        raise FileTooLarge(shown, megabytes, _MAX_ENCRYPTED_BYTES / 1024**2)
    method = _aes_method(member.entry) if member.method == _AES else member.method
    if method not in (_STORED, _DEFLATED):
        raise UnsupportedArchive(shown, "encrypted and compressed in a rare way")
    stream.seek(member.offset)
    body = stream.read(start - member.offset + member.compressed)
    entry = member.entry[:42] + b"\0\0\0\0" + member.entry[46:]
    end = struct.pack("<4s4H2LH", _END, 0, 0, 1, 1, len(entry), len(body), 0)
    alone = io.BytesIO(body + entry + end)
    del body
    try:
        archive = pyzipper.AESZipFile(alone)
        with archive, archive.open(archive.infolist()[0], pwd=password) as file:
            return _checked(iter(lambda: file.read(_PIECE), b""), member, shown)
    except RuntimeError as error:
        raise WrongPassword(shown) from error
    except (DamagedArchive, pyzipper.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        # The old encryption tells a wrong password in 255 of 256 cases; in the last, all is noise.
        if member.method != _AES:
            raise WrongPassword(shown) from error
        raise DamagedArchive(shown, "the member cannot be decrypted") from error


def _aes_method(entry: bytes) -> int:
    """How the content was compressed before it was encrypted: the last field of extra 9901."""
    names, extras = struct.unpack_from("<2H", entry, 28)
    position, end = 46 + names, 46 + names + extras
    while position + 4 <= end:
        kind, length = struct.unpack_from("<2H", entry, position)
        if kind == 0x9901 and length >= 7:
            return int.from_bytes(entry[position + 9 : position + 11], "little")
        position += 4 + length
    return _STORED - 1
