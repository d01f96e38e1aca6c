"""The transfer syntaxes that are read, and the names of those that are not (PS3.6 Annex A)."""

from __future__ import annotations

from inference.texts import printable

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
NATIVE = frozenset((IMPLICIT_LITTLE, "1.2.840.10008.1.2.1", EXPLICIT_BIG, DEFLATED))

# Baseline, Extended, Lossless (any predictor, first-order) and JPEG-LS (lossless, near-lossless).
JPEG = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 57, 70, 80, 81))
JPEG_2000 = frozenset(f"1.2.840.10008.1.2.4.{n}" for n in (90, 91))
RLE = "1.2.840.10008.1.2.5"

READABLE = frozenset((*NATIVE, *JPEG, *JPEG_2000, RLE))

# What pydicom's dictionary does not know.
_NAMES = {
    "1.2.840.10008.1.2.1.98": "Encapsulated Uncompressed",
    "1.2.840.10008.1.2.4.110": "JPEG XL Lossless",
    "1.2.840.10008.1.2.4.111": "JPEG XL JPEG Recompression",
    "1.2.840.10008.1.2.4.112": "JPEG XL",
    "1.2.840.10008.1.2.8.1": "Deflated Image Frame Compression",
    "1.2.840.113619.5.2": "Implicit VR with big endian pixels (GE, private)",
    "1.3.46.670589.33.1.4.1": "a private syntax of Philips",
}
# The longest of the standard has 88 characters.
MAX_NAME = 100


def syntax_name(uid: str) -> str:
    """The registered name of a transfer syntax, or the UID itself, as a short printable text."""
    from pydicom.uid import UID

    name = _NAMES.get(uid) or UID(uid).name
    return printable(name, MAX_NAME)
