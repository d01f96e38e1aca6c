"""Files that are odd and valid, and files that look valid and are not: what is read is read right."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from bombs import BOMBS
from mutator import in_fragments
from pydicom import Dataset, dcmread, uid
from pydicom.encaps import encapsulate

from inference import InferenceError, Radiograph, load_radiograph
from inference.dicom import glance_at_dicom
from phantom import compress, dicom, dicom_bytes, thorax_u8, thorax_u16

EIGHT, TWELVE = thorax_u8(61, 53), thorax_u16(61, 53)
SIGNED = (TWELVE.astype(np.int32) - 2048).astype(np.int16)
RUN = np.stack([EIGHT, EIGHT[::-1], EIGHT // 2])


def read(tmp_path: Path, content: bytes | Dataset, frame: int = 0) -> Radiograph:
    data = content if isinstance(content, bytes) else dicom_bytes(content)
    (tmp_path / "film").write_bytes(data)
    return load_radiograph(tmp_path / "film", frame)


def code(tmp_path: Path, content: bytes | Dataset, frame: int = 0) -> str:
    with pytest.raises(InferenceError) as caught:
        read(tmp_path, content, frame)
    return caught.value.code


def element(group: int, number: int, vr: bytes, value: bytes) -> bytes:
    """An explicit little endian element with a 16-bit length."""
    return struct.pack("<HH2sH", group, number, vr, len(value)) + value


def before_pixels(content: bytes, extra: bytes) -> bytes:
    place = content.index(b"\xe0\x7f\x10\x00")
    return content[:place] + extra + content[place:]


# ---- the file and its beginning ------------------------------------------------------------------


def bare(ds: Dataset, implicit: bool, little: bool) -> bytes:
    buffer = io.BytesIO()
    Dataset(ds).save_as(buffer, implicit_vr=implicit, little_endian=little)
    return buffer.getvalue()


@pytest.mark.parametrize(("implicit", "little"), [(True, True), (False, True), (False, False)])
def test_a_data_set_without_preamble_and_meta_information(
    tmp_path: Path, implicit: bool, little: bool
) -> None:
    pixels = TWELVE if little else TWELVE.byteswap()
    content = bare(dicom(TWELVE, bits=12, PixelData=pixels.tobytes()), implicit, little)
    assert content[:2] in (b"\x08\0", b"\0\x08")
    assert np.array_equal(read(tmp_path, content).pixels, TWELVE)


def test_meta_information_whose_length_is_wrong(tmp_path: Path) -> None:
    content = bytearray(dicom_bytes(dicom(EIGHT)))
    for length in (0, 4, 100_000, 0xFFFFFFFF):
        struct.pack_into("<L", content, 140, length)
        assert np.array_equal(read(tmp_path, bytes(content)).pixels, EIGHT)


def test_a_preamble_that_is_the_head_of_a_tiff(tmp_path: Path) -> None:
    content = b"II*\0" + dicom_bytes(dicom(EIGHT))[4:]
    assert read(tmp_path, content).file_format.startswith("DICOM")


@pytest.mark.parametrize(("stated", "actual"), [(False, True), (True, False)])
def test_a_transfer_syntax_that_is_wrong_about_the_vr(tmp_path: Path, stated: bool, actual: bool) -> None:
    syntaxes = {True: "1.2.840.10008.1.2\0", False: "1.2.840.10008.1.2.1\0"}
    meta = element(2, 0x10, b"UI", syntaxes[stated].encode())
    content = bytes(128) + b"DICM" + meta + bare(dicom(EIGHT), actual, True)
    assert np.array_equal(read(tmp_path, content).pixels, EIGHT)


def test_what_stands_behind_the_pixels_is_not_looked_at(tmp_path: Path) -> None:
    content = dicom_bytes(dicom(EIGHT))
    padding = struct.pack("<HH2sHL", 0xFFFC, 0xFFFC, b"OB", 0, 64) + bytes(64)
    for tail in (padding, padding[:-9], b"\xff" * 100):
        assert np.array_equal(read(tmp_path, content + tail).pixels, EIGHT)


@pytest.mark.parametrize(
    ("syntax", "name"),
    [
        ("1.2.840.10008.1.2.4.110", "JPEG XL"),
        ("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000"),
        ("1.2.840.10008.1.2.4.102", "MPEG-4"),
        ("1.2.840.10008.1.2.4.55", "Full Progression"),
        ("1.2.840.113619.5.2", "GE, private"),
        ("1.2.3.4.5", "1.2.3.4.5"),
    ],
)
def test_a_transfer_syntax_that_is_not_read_is_named(tmp_path: Path, syntax: str, name: str) -> None:
    content = dicom_bytes(compress(dicom(EIGHT), uid.JPEG2000MC, b"\0" * 64))
    old = element(2, 0x10, b"UI", b"1.2.840.10008.1.2.4.93")
    new = element(2, 0x10, b"UI", syntax.encode() + b"\0" * (len(syntax) % 2))
    with pytest.raises(InferenceError) as caught:
        read(tmp_path, content.replace(old, new))
    assert caught.value.code == "unsupported_transfer_syntax"
    assert name in caught.value.message()


# ---- numbers of the header -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"BitsAllocated": 1, "BitsStored": 1, "HighBit": 0}, "unsupported_pixels"),
        ({"BitsAllocated": 12}, "unsupported_pixels"),
        ({"BitsAllocated": 32, "BitsStored": 32, "HighBit": 31}, "unsupported_pixels"),
        ({"BitsAllocated": 0}, "unsupported_pixels"),
        ({"BitsStored": 0}, "unsupported_pixels"),
        ({"BitsStored": 17}, "unsupported_pixels"),
        ({"SamplesPerPixel": 2}, "unsupported_pixels"),
        ({"PhotometricInterpretation": "RGB"}, "damaged_file"),
        ({"PhotometricInterpretation": "CMYK"}, "damaged_file"),
        ({"PixelRepresentation": 7}, "damaged_file"),
        ({"Rows": None}, "no_pixel_data"),
        ({"Columns": 0}, "damaged_file"),
        ({"NumberOfFrames": 2}, "damaged_file"),
        ({"NumberOfFrames": 100_000}, "beyond_limits"),
        ({"RescaleSlope": "nan"}, "damaged_file"),
    ],
)
def test_numbers_that_make_no_picture(tmp_path: Path, attributes: dict[str, Any], expected: str) -> None:
    assert code(tmp_path, dicom(TWELVE, bits=12, **attributes)) == expected


def test_rows_of_several_values_are_refused(tmp_path: Path) -> None:
    content = dicom_bytes(dicom(EIGHT))
    one = element(0x28, 0x10, b"US", struct.pack("<H", 61))
    two = element(0x28, 0x10, b"US", struct.pack("<HH", 61, 61))
    assert code(tmp_path, content.replace(one, two)) == "damaged_file"


def test_floating_point_pixels_are_named(tmp_path: Path) -> None:
    ds = dicom(EIGHT, PixelData=None, BitsAllocated=32, BitsStored=32, HighBit=31)
    ds.FloatPixelData = np.zeros(61 * 53, "<f4").tobytes()
    assert code(tmp_path, ds) == "unsupported_pixels"


def test_an_attribute_that_cannot_be_read_and_is_not_needed_is_left_out(tmp_path: Path) -> None:
    three_bytes = element(0x18, 0x9073, b"FD", b"abc")
    radiograph = read(tmp_path, before_pixels(dicom_bytes(dicom(EIGHT)), three_bytes))
    assert radiograph.warnings == ("AcquisitionDuration cannot be read and was left out.",)
    window = element(0x28, 0x1052, b"FD", b"abc")
    assert code(tmp_path, before_pixels(dicom_bytes(dicom(EIGHT)), window)) == "damaged_file"


@pytest.mark.parametrize("tag", [(0x28, 0x3000), (0x28, 0x3010), (0x5200, 0x9229), (0x5200, 0x9230)])
def test_a_sequence_that_is_called_a_text_ends_in_no_surprise(tmp_path: Path, tag: tuple[int, int]) -> None:
    content = before_pixels(dicom_bytes(dicom(EIGHT)), element(*tag, b"LO", b"text"))
    if tag[0] == 0x28:
        assert code(tmp_path, content) == "damaged_file"
    else:
        assert np.array_equal(read(tmp_path, content).pixels, EIGHT)


@pytest.mark.parametrize("vr", [b"SQ", b"LO", b"OB"])
def test_functional_groups_that_hold_something_else(tmp_path: Path, vr: bytes) -> None:
    def long(group: int, number: int, kind: bytes, value: bytes) -> bytes:
        return struct.pack("<HH2sHL", group, number, kind, 0, len(value)) + value

    def item(value: bytes) -> bytes:
        return struct.pack("<HHL", 0xFFFE, 0xE000, len(value)) + value

    short = element(0x28, 0x9145, vr, b"textual")
    inner = short if vr == b"LO" else long(0x28, 0x9145, vr, b"textual!")
    content = before_pixels(dicom_bytes(dicom(EIGHT)), long(0x5200, 0x9229, b"SQ", item(inner)))
    assert code(tmp_path, content) == "damaged_file"


def test_an_unknown_character_set_costs_no_picture(tmp_path: Path) -> None:
    for name in (b"ISO 2022 IR 999\0", b"\xff\xfe\xfd\xfc", b"KLINGON\\ISO_IR 6"):
        content = dicom_bytes(dicom(EIGHT, SpecificCharacterSet="ISO_IR 192", PatientName="Müller^A"))
        old = element(8, 5, b"CS", b"ISO_IR 192")
        assert np.array_equal(
            read(tmp_path, content.replace(old, element(8, 5, b"CS", name))).pixels, EIGHT
        )


def test_texts_are_short_and_plain(tmp_path: Path) -> None:
    name = "A\x00B\u202eC\x1b[31m" + "D" * 5_000
    ds = dicom(EIGHT, StudyDescription=name, SpecificCharacterSet="ISO_IR 192")
    text = read(tmp_path, ds).header.study_description
    assert len(text) <= 256
    assert text.isprintable()


def test_private_and_large_elements_are_passed_over(tmp_path: Path) -> None:
    ds = dicom(TWELVE, bits=12)
    block = ds.private_block(0x0009, "SOMEBODY", create=True)
    block.add_new(1, "OB", b"\xff" * 300_000)
    inner = Dataset()
    inner.PatientID = "X"
    block.add_new(2, "SQ", [inner, inner])
    ds.add_new(0x60003000, "OW", bytes(200_000))
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)


def test_a_sequence_that_does_not_end_is_refused(tmp_path: Path) -> None:
    content = dicom_bytes(dicom(EIGHT))
    opened = struct.pack("<HH2sHL", 0x0008, 0x1140, b"SQ", 0, 0xFFFFFFFF)
    item = b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    assert code(tmp_path, before_pixels(content, opened + item)) == "damaged_file"
    long_item = b"\xfe\xff\x00\xe0\x00\xff\xff\x7f"
    assert code(tmp_path, before_pixels(content, opened + long_item)) == "damaged_file"


# ---- bits ----------------------------------------------------------------------------------------


def test_values_that_are_moved_up_are_moved_down_again(tmp_path: Path) -> None:
    ds = dicom(TWELVE << 4, bits=12, HighBit=15)
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)
    signed = dicom(SIGNED << 4, bits=12, HighBit=15, PixelRepresentation=1)
    assert np.array_equal(read(tmp_path, signed).pixels, SIGNED)


def test_a_high_bit_that_no_value_reaches_says_nothing(tmp_path: Path) -> None:
    assert np.array_equal(read(tmp_path, dicom(TWELVE, bits=16, HighBit=11)).pixels, TWELVE)
    assert code(tmp_path, dicom(SIGNED, bits=16, HighBit=11, PixelRepresentation=1)) == (
        "unsupported_pixels"
    )


def test_a_high_bit_is_of_no_matter_to_a_codec(tmp_path: Path) -> None:
    stream = imagecodecs.ljpeg_encode(TWELVE, bitspersample=12)
    ds = compress(dicom(TWELVE, bits=12, HighBit=15), uid.JPEGLosslessSV1, stream)
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)


def test_a_stream_of_more_or_fewer_bits_than_the_header_says(tmp_path: Path) -> None:
    sixteen = imagecodecs.ljpeg_encode(TWELVE, bitspersample=16)
    ds = compress(dicom(TWELVE, bits=12), uid.JPEGLosslessSV1, sixteen)
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)
    twelve = imagecodecs.ljpeg_encode(TWELVE, bitspersample=12)
    ds = compress(dicom(TWELVE, bits=16), uid.JPEGLosslessSV1, twelve)
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)


@pytest.mark.parametrize("vr", ["OB", "OW"])
@pytest.mark.parametrize("columns", [53, 54])
def test_eight_bits_in_words_of_either_byte_order(tmp_path: Path, vr: str, columns: int) -> None:
    frames = np.stack([thorax_u8(61, columns), thorax_u8(61, columns)[::-1]])
    data = frames.tobytes() + b"\0" * (frames.size % 2)
    if vr == "OW":
        data = np.frombuffer(data, "<u2").byteswap().tobytes()
    ds = dicom(frames, PixelData=data)
    ds["PixelData"].VR = vr
    ds.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    content = dicom_bytes(ds)
    if vr == "OW":  # the writer swaps nothing in values of bytes
        assert data in content
    for index in (0, 1):
        assert np.array_equal(read(tmp_path, content, index).pixels, frames[index])


def test_padding_behind_the_pixels(tmp_path: Path) -> None:
    assert np.array_equal(read(tmp_path, dicom(EIGHT)).pixels, EIGHT)  # 61 x 53 is odd
    zeros = dicom(TWELVE, bits=12, PixelData=TWELVE.tobytes() + bytes(512))
    assert "512 bytes of zeros" in read(tmp_path, zeros).warnings[0]
    rows = dicom(TWELVE, bits=12, PixelData=TWELVE.tobytes() + TWELVE[:2].tobytes())
    assert code(tmp_path, rows) == "damaged_file"


# ---- colours -------------------------------------------------------------------------------------

RGB = np.stack([EIGHT, 255 - EIGHT, EIGHT // 2], axis=2)


def test_colours_plane_by_plane(tmp_path: Path) -> None:
    planes = np.ascontiguousarray(np.moveaxis(RGB, 2, 0)).tobytes()
    ds = dicom(RGB, PixelData=planes + b"\0" * (len(planes) % 2), PlanarConfiguration=1)
    assert np.array_equal(read(tmp_path, ds).pixels, RGB)


def test_grey_as_luminance_and_colour_differences(tmp_path: Path) -> None:
    neutral = np.full_like(EIGHT, 128)
    full = dicom(np.stack([EIGHT, neutral, neutral], axis=2), PhotometricInterpretation="YBR_FULL")
    assert np.array_equal(read(tmp_path, full).pixels, EIGHT)
    even = thorax_u8(60, 52)
    halved = np.empty((60, 26, 4), np.uint8)
    halved[..., 0], halved[..., 1], halved[..., 2:] = even[:, 0::2], even[:, 1::2], 128
    ds = dicom(np.stack([even] * 3, axis=2), PhotometricInterpretation="YBR_FULL_422")
    ds.PixelData = halved.tobytes()
    assert np.array_equal(read(tmp_path, ds).pixels, even)


def test_a_palette_and_a_palette_that_is_none(tmp_path: Path) -> None:
    ds = dicom(EIGHT, PhotometricInterpretation="PALETTE COLOR")
    assert code(tmp_path, ds) == "damaged_file"
    for number, colour in enumerate(("Red", "Green", "Blue")):
        setattr(ds, f"{colour}PaletteColorLookupTableDescriptor", [256, 0, 16])
        entries = np.arange(256, dtype="<u2") * (257 - 40 * number)
        setattr(ds, f"{colour}PaletteColorLookupTableData", entries.tobytes())
    pixels = read(tmp_path, ds).pixels
    assert np.array_equal(pixels[..., 0], EIGHT)
    assert np.array_equal(pixels[..., 2], ((np.arange(256) * 177) >> 8).astype(np.uint8)[EIGHT])


@pytest.mark.parametrize("syntax", [uid.JPEGLSLossless, uid.JPEG2000Lossless, uid.RLELossless])
def test_compressed_colours(tmp_path: Path, syntax: str) -> None:
    ds = dicom(RGB)
    if syntax == uid.RLELossless:
        ds.compress(syntax)
    elif syntax == uid.JPEGLSLossless:
        compress(ds, syntax, imagecodecs.jpegls_encode(RGB))
    else:
        ds.PhotometricInterpretation = "YBR_RCT"
        compress(ds, syntax, imagecodecs.jpeg2k_encode(RGB, level=0, reversible=True, codecformat="j2k"))
    assert np.array_equal(read(tmp_path, ds).pixels, RGB)


# ---- fragments -----------------------------------------------------------------------------------

STREAMS = [imagecodecs.jpegls_encode(frame) for frame in RUN]


@pytest.mark.parametrize("offsets", [True, False])
def test_frames_over_several_fragments(tmp_path: Path, offsets: bool) -> None:
    ds = in_fragments(dicom(RUN), STREAMS, offsets)
    for index, frame in enumerate(RUN):
        assert np.array_equal(read(tmp_path, ds, index).pixels, frame)


def test_one_frame_over_several_fragments(tmp_path: Path) -> None:
    ds = in_fragments(dicom(EIGHT), STREAMS[:1])
    assert np.array_equal(read(tmp_path, ds).pixels, EIGHT)


@pytest.mark.parametrize(
    "offsets", [[0, 4, 8], [0, 10**6, 2 * 10**6], [8, 100, 200], [0, 0, 0], [0], [0] * 9]
)
def test_offsets_that_lie_give_the_right_frame_or_none(tmp_path: Path, offsets: list[int]) -> None:
    table = struct.pack(f"<{len(offsets)}L", *offsets)
    for ds, readable in ((dicom(RUN), True), (in_fragments(dicom(RUN), STREAMS), False)):
        if readable:  # a fragment a frame: nothing needs the table
            compress(ds, uid.JPEGLSLossless, *STREAMS)
        content = bytearray(dicom_bytes(ds))
        place = content.index(b"\xfe\xff\x00\xe0", content.index(b"\xe0\x7f\x10\x00"))
        length = int.from_bytes(content[place + 4 : place + 8], "little")
        content[place + 4 : place + 8 + length] = struct.pack("<L", len(table)) + table
        if readable:
            assert np.array_equal(read(tmp_path, bytes(content), 1).pixels, RUN[1])
        else:
            assert code(tmp_path, bytes(content), 1) == "damaged_file"


def test_an_extended_offset_table(tmp_path: Path) -> None:
    ds = in_fragments(dicom(RUN), STREAMS, offsets=False)
    places = [sum(len(s) + len(s) % 2 + 24 for s in STREAMS[:index]) for index in range(3)]
    whole = dicom_bytes(in_fragments(dicom(RUN), STREAMS))
    table = whole[whole.index(b"\xfe\xff\x00\xe0") + 8 :][:12]
    places = list(struct.unpack("<3L", table))
    ds.ExtendedOffsetTable = struct.pack("<3Q", *places)
    ds.ExtendedOffsetTableLengths = struct.pack("<3Q", *(len(s) for s in STREAMS))
    assert np.array_equal(read(tmp_path, ds, 2).pixels, RUN[2])
    ds.ExtendedOffsetTable = struct.pack("<3Q", 0, 2**63, 2**64 - 1)
    assert code(tmp_path, ds, 2) == "damaged_file"


def test_fewer_or_more_fragments_than_frames(tmp_path: Path) -> None:
    assert code(tmp_path, compress(dicom(RUN), uid.JPEGLSLossless, *STREAMS[:2])) == "damaged_file"
    assert code(tmp_path, compress(dicom(RUN), uid.JPEGLSLossless, *STREAMS, b"\0\0")) in ("damaged_file",)


def test_a_syntax_that_is_wrong_about_the_encapsulation(tmp_path: Path) -> None:
    ds = dicom(EIGHT, PixelData=encapsulate(STREAMS[:1]))
    ds["PixelData"].is_undefined_length = True
    ds.file_meta.TransferSyntaxUID = uid.JPEGLSLossless
    content = dicom_bytes(ds).replace(b"1.2.840.10008.1.2.4.80", b"1.2.840.10008.1.2.1\0\0\0")
    assert code(tmp_path, content) == "damaged_file"
    native = dicom_bytes(dicom(EIGHT)).replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.5\0")
    assert code(tmp_path, native) == "damaged_file"


def test_a_stream_of_another_kind_than_the_syntax_names_is_read_for_what_it_is(tmp_path: Path) -> None:
    lossless = imagecodecs.ljpeg_encode(TWELVE, bitspersample=12)
    ds = compress(dicom(TWELVE, bits=12), uid.JPEGExtended12Bit, lossless)
    assert np.array_equal(read(tmp_path, ds).pixels, TWELVE)


def test_rle_segments_with_padding_and_with_lies(tmp_path: Path) -> None:
    ds = dicom(TWELVE, bits=12)
    ds.compress(uid.RLELossless)
    content = dicom_bytes(ds)
    header = content.index(b"\x02\0\0\0\x40\0\0\0")
    assert np.array_equal(read(tmp_path, content).pixels, TWELVE)
    for place, value in ((0, 3), (0, 0), (0, 16), (4, 0), (4, 10**6), (8, 64), (8, 0xFFFFFFFF)):
        changed = bytearray(content)
        struct.pack_into("<L", changed, header + place, value)
        assert code(tmp_path, bytes(changed)) == "damaged_file"


# ---- what pydicom brings -------------------------------------------------------------------------


def read_or_refused(path: Path) -> tuple[Radiograph | None, str]:
    try:
        return load_radiograph(path), ""
    except InferenceError as error:
        return None, error.code


def test_every_file_that_pydicom_brings_is_read_right_or_refused_by_name() -> None:
    import pydicom.data

    folder = Path(pydicom.data.__file__).parent
    read_well = 0
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix in (".py", ".pyc", ".json", ".txt", ".md"):
            continue
        radiograph, refused = read_or_refused(path)
        assert refused != "reader_failed", path.name
        if radiograph is None:
            continue
        read_well += 1
        ds = dcmread(path, force=True)
        if radiograph.is_colour or "MONO" not in ds.PhotometricInterpretation:
            continue
        try:
            expected = ds.pixel_array
        except Exception:  # pydicom needs plugins that are not here
            continue
        frames = expected if expected.ndim == 3 else expected[None]
        assert np.array_equal(radiograph.pixels, frames[0]), path.name
    assert read_well > 50


def test_a_glance_reads_the_header_under_the_same_limits_and_no_pixel() -> None:
    content = dicom_bytes(dicom(RUN))
    whole = content[: content.index(b"\xe0\x7f\x10\x00") + 12] + bytes(RUN.nbytes + 1)
    header, frames = glance_at_dicom(io.BytesIO(whole), "film")
    assert (header.patient_id, frames) == ("PHANTOM-1", 3)
    for bomb in ("million elements", "deep nesting", "deflated data set"):
        make, codes = BOMBS[bomb]
        with pytest.raises(InferenceError) as caught:
            glance_at_dicom(io.BytesIO(make()), "film")
        assert caught.value.code in codes
