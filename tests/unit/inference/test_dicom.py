"""DICOM files that the tests write themselves, in every transfer syntax that is read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from pydicom import Dataset, uid

from inference import InferenceError, LookupTable, Radiograph, Window, load_radiograph
from phantom import compress, dicom, dicom_bytes, thorax_u8, thorax_u16, write_dicom

ROWS, COLUMNS = 120, 101


def load(tmp_path: Path, ds: Dataset, frame: int = 0) -> Radiograph:
    return load_radiograph(write_dicom(tmp_path / "film", ds), frame)


def refusal(tmp_path: Path, ds: Dataset) -> InferenceError:
    with pytest.raises(InferenceError) as caught:
        load(tmp_path, ds)
    assert "film" in caught.value.path
    return caught.value


def film(bits: int) -> np.ndarray:
    return thorax_u8(ROWS, COLUMNS) if bits == 8 else thorax_u16(ROWS, COLUMNS, bits)


LOSSLESS: dict[str, Any] = {
    uid.JPEGLosslessSV1: lambda p, bits: imagecodecs.ljpeg_encode(p, bitspersample=bits),
    uid.JPEGLSLossless: lambda p, bits: imagecodecs.jpegls_encode(p),
    uid.JPEG2000Lossless: lambda p, bits: imagecodecs.jpeg2k_encode(
        p, level=0, reversible=True, codecformat="j2k", bitspersample=bits
    ),
}


@pytest.mark.parametrize("bits", [8, 10, 12, 15, 16])
@pytest.mark.parametrize("syntax", LOSSLESS, ids=lambda syntax: syntax.keyword)
def test_lossless_syntaxes_give_back_every_value(tmp_path: Path, syntax: str, bits: int) -> None:
    pixels = film(bits)
    ds = compress(dicom(pixels, bits=bits), syntax, LOSSLESS[syntax](pixels, bits))
    assert np.array_equal(load(tmp_path, ds).pixels, pixels)


@pytest.mark.parametrize("bits", [8, 12, 16])
def test_rle_gives_back_every_value(tmp_path: Path, bits: int) -> None:
    ds = dicom(film(bits), bits=bits)
    ds.compress(uid.RLELossless)
    assert np.array_equal(load(tmp_path, ds).pixels, film(bits))


def test_lossy_jpeg_of_8_and_12_bits(tmp_path: Path) -> None:
    eight, twelve = film(8), film(12)
    baseline = compress(dicom(eight), uid.JPEGBaseline8Bit, imagecodecs.jpeg8_encode(eight, level=98))
    assert np.abs(load(tmp_path, baseline).pixels.astype(int) - eight).max() <= 8
    encoded = imagecodecs.jpeg8_encode(twelve, level=98, bitspersample=12)
    extended = compress(dicom(twelve, bits=12), uid.JPEGExtended12Bit, encoded)
    assert np.abs(load(tmp_path, extended).pixels.astype(int) - twelve).max() <= 16


def test_native_files_in_each_byte_order_with_and_without_preamble(tmp_path: Path) -> None:
    pixels = film(12)
    explicit = dicom(pixels, bits=12)
    deflated = dicom(pixels, bits=12)
    deflated.file_meta.TransferSyntaxUID = uid.DeflatedExplicitVRLittleEndian
    big = dicom(pixels, bits=12, PixelData=pixels.byteswap().tobytes())
    big.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    contents = [dicom_bytes(ds) for ds in (explicit, deflated, big)]
    contents.append(dicom_bytes(explicit, preamble=False))
    for content in contents:
        (tmp_path / "film").write_bytes(content)
        assert np.array_equal(load_radiograph(tmp_path / "film").pixels, pixels)


@pytest.mark.parametrize("compressed", [False, True])
def test_signed_values_keep_their_sign_in_fewer_bits_than_stored(tmp_path: Path, compressed: bool) -> None:
    signed = (film(12).astype(np.int32) - 1500).clip(-2048, 2047).astype(np.int16)
    # Old overlay bits above the 12 that count must not show.
    ds = dicom(signed & 0x0FFF, bits=12, PixelRepresentation=1)
    if compressed:
        ds.compress(uid.RLELossless)
    loaded = load(tmp_path, ds).pixels
    assert loaded.dtype == np.int16
    assert np.array_equal(loaded, signed)


def test_each_frame_of_a_multiframe_file(tmp_path: Path) -> None:
    frames = np.stack([film(12), film(12)[::-1], film(12) // 2])
    for index, frame in enumerate(frames):
        radiograph = load(tmp_path, dicom(frames, bits=12), index)
        assert radiograph.number_of_frames == 3
        assert np.array_equal(radiograph.pixels, frame)
    with pytest.raises(InferenceError) as caught:
        load(tmp_path, dicom(frames, bits=12), 3)
    assert caught.value.code == "frame_out_of_range"


def ramp(**attributes: Any) -> Dataset:
    """Stored values 0, 1, 2 ... in a 16 x 16 film."""
    return dicom(np.arange(256, dtype=np.uint16).reshape(16, 16), bits=12, **attributes)


def shown(tmp_path: Path, ds: Dataset) -> list[int]:
    return load(tmp_path, ds).render().ravel().astype(int).tolist()


def test_rescale_then_first_window(tmp_path: Path) -> None:
    ds = ramp(
        RescaleSlope=2,
        RescaleIntercept=-100,
        WindowCenter=[100.5, 0],
        WindowWidth=[201, 50],
        WindowCenterWidthExplanation=["SOFT", "HARD"],
    )
    radiograph = load(tmp_path, ds)
    assert [voi.explanation for voi in radiograph.voi] == ["SOFT", "HARD"]
    # c - 0.5 = 100, w - 1 = 200: modality 0 is black, 100 is half, 200 is white.
    display = radiograph.render().ravel()
    assert (display[50], display[100], display[150], display[10]) == (0, 128, 255, 0)
    assert radiograph.modality_value(0, 5) == -90.0


def test_without_a_window_the_whole_range_is_shown_and_padding_is_no_part_of_it(
    tmp_path: Path,
) -> None:
    assert shown(tmp_path, ramp())[:2] + shown(tmp_path, ramp())[-1:] == [0, 1, 255]
    padded = load(tmp_path, ramp(PixelPaddingValue=0, PixelPaddingRangeLimit=99))
    assert padded.value_range == (100.0, 255.0)
    assert padded.render().ravel()[[0, 100, 255]].tolist() == [0, 0, 255]


def test_the_automatic_window_spans_the_first_to_the_last_percentile_of_the_image(tmp_path: Path) -> None:
    ds = ramp(PixelPaddingValue=0, PixelPaddingRangeLimit=55, RescaleSlope=2)
    window = load(tmp_path, ds).automatic_window
    # 200 modality values, 112, 114 .. 510: the first percentile lies 1.99 steps from the lower end.
    low, high = window.center - window.width / 2, window.center + window.width / 2
    assert (low, high) == pytest.approx((115.98, 506.02), abs=0.01)


def test_monochrome1_and_inverse_invert_once(tmp_path: Path) -> None:
    upright = shown(tmp_path, ramp())
    inverted = [255 - value for value in upright]
    for photometric, shape in [
        ("MONOCHROME1", None),
        ("MONOCHROME1", "INVERSE"),
        ("MONOCHROME2", "INVERSE"),
    ]:
        ds = ramp(PhotometricInterpretation=photometric, PresentationLUTShape=shape)
        assert shown(tmp_path, ds) == inverted
    assert shown(tmp_path, ramp(PresentationLUTShape="IDENTITY")) == upright
    # What no standard knows says nothing.
    ds = ramp(PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="LIN OD")
    assert shown(tmp_path, ds) == inverted


def test_a_presentation_lut_shape_has_the_last_word_and_a_contradiction_is_said(tmp_path: Path) -> None:
    ds = ramp(PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="IDENTITY")
    radiograph = load(tmp_path, ds)
    assert not radiograph.inverse
    assert "MONOCHROME1 contradicts" in radiograph.warnings[0]


def table(entries: list[int], first: int, bits: int, name: str) -> Dataset:
    item = Dataset()
    item.LUTDescriptor = [len(entries), first, bits]
    item.LUTData = np.array(entries, dtype="<u2").tobytes()
    item.LUTExplanation = name
    return item


def test_modality_lut_and_voi_lut_sequences(tmp_path: Path) -> None:
    backwards = table(list(range(255, -1, -1)), 0, 16, "")
    steps = table([0] * 128 + [4095] * 128, 0, 12, "STEP")
    ds = ramp(ModalityLUTSequence=[backwards], VOILUTSequence=[steps], RescaleSlope=7)
    radiograph = load(tmp_path, ds)
    assert isinstance(radiograph.voi[0], LookupTable)
    assert radiograph.voi[0].explanation == "STEP"
    assert radiograph.render().ravel().tolist() == [255] * 128 + [0] * 128


def test_windows_come_before_voi_luts(tmp_path: Path) -> None:
    steps = table([0, 4095], 0, 12, "STEP")
    radiograph = load(tmp_path, ramp(VOILUTSequence=[steps], WindowCenter=128, WindowWidth=256))
    assert [type(voi) for voi in radiograph.voi] == [Window, LookupTable]


@pytest.mark.parametrize("function", ["LINEAR_EXACT", "SIGMOID"])
def test_window_functions_are_read(tmp_path: Path, function: str) -> None:
    radiograph = load(tmp_path, ramp(WindowCenter=100.5, WindowWidth=0.5, VOILUTFunction=function))
    assert radiograph.voi == (Window(100.5, 0.5, function),)  # type: ignore[arg-type]


def test_an_invalid_window_or_empty_table_is_as_if_absent_and_said(tmp_path: Path) -> None:
    empty = Dataset()
    empty.LUTDescriptor = [0, 0, 16]
    ds = ramp(WindowCenter=[10, 20], WindowWidth=[0, 100], VOILUTSequence=[empty])
    radiograph = load(tmp_path, ds)
    assert radiograph.voi == (Window(20, 100),)
    assert len(radiograph.warnings) == 2


def test_a_slope_that_is_no_number_is_refused(tmp_path: Path) -> None:
    ds = ramp()
    ds.add_new(0x00281053, "DS", "1")
    content = dicom_bytes(ds).replace(b"\x28\x00\x53\x10DS\x02\x001 ", b"\x28\x00\x53\x10DS\x02\x00xx")
    (tmp_path / "film").write_bytes(content)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "film")
    assert caught.value.code == "damaged_file"


def test_the_header_in_plain_words(tmp_path: Path) -> None:
    ds = ramp(
        PatientName="Müller^Anna Maria^^Dr",
        SpecificCharacterSet="ISO_IR 192",
        PatientOrientation=["L", "F"],
        LossyImageCompression="01",
        PixelSpacing=[0.2, 0.2],
        PixelSpacingCalibrationType="FIDUCIAL",
    )
    radiograph = load(tmp_path, ds)
    assert radiograph.header.patient_name == "Müller, Dr Anna Maria"
    assert radiograph.header.view_position == "PA"
    assert radiograph.header.patient_orientation == ("L", "F")
    assert radiograph.header.lossy_image_compression
    assert radiograph.spacing is not None
    assert (radiograph.spacing.row, radiograph.spacing.kind) == (0.2, "calibrated")


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ({}, "detector"),
        ({"PixelSpacing": [25, 25]}, "detector"),
        ({"PixelSpacing": [20, 20]}, "unspecified"),
        ({"PixelSpacing": [20, 20], "PixelSpacingCalibrationType": "GEOMETRY"}, "corrected"),
        ({"ImagerPixelSpacing": None}, None),
    ],
)
def test_spacing_says_what_it_measures(
    tmp_path: Path, attributes: dict[str, Any], kind: str | None
) -> None:
    spacing = load(tmp_path, ramp(**attributes)).spacing
    assert (spacing and spacing.kind) == kind


@pytest.mark.parametrize(
    ("attributes", "aspect"),
    [
        ({"ImagerPixelSpacing": [0.4, 0.2]}, 2.0),
        ({"ImagerPixelSpacing": None, "PixelAspectRatio": ["1", "2"]}, 0.5),
        ({"ImagerPixelSpacing": None, "PixelAspectRatio": ["0", "2"]}, 1.0),
    ],
)
def test_pixels_that_are_not_square_say_so(
    tmp_path: Path, attributes: dict[str, Any], aspect: float
) -> None:
    assert load(tmp_path, ramp(**attributes)).pixel_aspect == pytest.approx(aspect)


def test_colour_stays_colour_and_grey_in_three_channels_becomes_grey(tmp_path: Path) -> None:
    rgb = np.stack([film(8), film(8) // 2, film(8) // 3], axis=2)
    assert np.array_equal(load(tmp_path, dicom(rgb)).pixels, rgb)
    grey = np.stack([film(8)] * 3, axis=2)
    assert np.array_equal(load(tmp_path, dicom(grey)).pixels, film(8))


# ---- what must not pass --------------------------------------------------------------------------


def test_a_stream_of_another_size_than_announced(tmp_path: Path) -> None:
    for syntax, encode in LOSSLESS.items():
        ds = compress(dicom(film(8)), syntax, encode(film(8)[:60], 8))
        assert refusal(tmp_path, ds).code == "damaged_file"


def test_a_stream_that_disagrees_on_the_sign(tmp_path: Path) -> None:
    encoded = LOSSLESS[uid.JPEG2000Lossless](film(12), 12)
    ds = compress(dicom(film(12), bits=12, PixelRepresentation=1), uid.JPEG2000Lossless, encoded)
    assert "sign" in refusal(tmp_path, ds).message()


@pytest.mark.parametrize("syntax", [*LOSSLESS, uid.JPEGBaseline8Bit])
def test_a_stream_cut_short(tmp_path: Path, syntax: str) -> None:
    encode = LOSSLESS.get(syntax, lambda p, bits: imagecodecs.jpeg8_encode(p))
    encoded = encode(film(8), 8)
    for keep in (len(encoded) // 3, len(encoded) - 40):
        ds = compress(dicom(film(8)), syntax, encoded[:keep])
        assert refusal(tmp_path, ds).code == "damaged_file"


def test_too_little_or_too_much_pixel_data(tmp_path: Path) -> None:
    pixels = film(12).tobytes()
    for data in (pixels[:-200], pixels * 2):
        assert refusal(tmp_path, dicom(film(12), bits=12, PixelData=data)).code == "damaged_file"


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"PixelData": None}, "no_pixel_data"),
        ({"Rows": 0}, "damaged_file"),
        ({"Rows": None, "Columns": None}, "no_pixel_data"),
        ({"Rows": 65535, "Columns": 65535}, "too_many_pixels"),
        ({"BitsAllocated": 32}, "unsupported_pixels"),
        ({"HighBit": 15, "BitsStored": 12}, "unsupported_pixels"),
        ({"SamplesPerPixel": 3}, "damaged_file"),
    ],
)
def test_attributes_that_give_no_faithful_picture(
    tmp_path: Path, attributes: dict[str, Any], code: str
) -> None:
    assert refusal(tmp_path, dicom(film(12), **attributes)).code == code


def test_an_unknown_transfer_syntax_is_named(tmp_path: Path) -> None:
    ds = compress(dicom(film(8)), uid.MPEG2MPML, b"\x00" * 100)
    error = refusal(tmp_path, ds)
    assert error.code == "unsupported_transfer_syntax"
    assert "MPEG2" in error.message()


def test_a_deflated_bomb_stops_early(tmp_path: Path) -> None:
    ds = dicom(film(8))
    ds.file_meta.TransferSyntaxUID = uid.DeflatedExplicitVRLittleEndian
    ds.add_new(0x00091001, "OB", b"\0" * (600 * 1024**2))
    buffer = io.BytesIO()
    ds.save_as(buffer, enforce_file_format=True)
    del ds
    (tmp_path / "film").write_bytes(buffer.getvalue())
    assert len(buffer.getvalue()) < 2 * 1024**2
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "film")
    assert caught.value.code == "file_too_large"


def test_compressed_values_of_more_bits_than_stored_are_refused_and_not_wrapped(tmp_path: Path) -> None:
    twelve = film(12)
    for syntax, encode in LOSSLESS.items():
        ds = compress(dicom(twelve, bits=10), syntax, encode(twelve, 12))
        assert "more than 10 bits" in refusal(tmp_path, ds).message()


def test_signed_values_may_be_written_in_full_or_in_the_stored_bits(tmp_path: Path) -> None:
    signed = (film(12).astype(np.int32) - 1500).clip(-2048, 2047).astype(np.int16)
    encoded = imagecodecs.jpegls_encode((signed & 0x0FFF).astype(np.uint16))
    ds = compress(dicom(signed, bits=12), uid.JPEGLSLossless, encoded)
    assert np.array_equal(load(tmp_path, ds).pixels, signed)


def test_a_codec_without_a_strict_decoder_is_not_read(tmp_path: Path) -> None:
    ds = compress(dicom(film(8)), uid.HTJ2KLossless, imagecodecs.htj2k_encode(film(8), level=0))
    assert refusal(tmp_path, ds).code == "unsupported_transfer_syntax"


def test_each_frame_of_a_compressed_run(tmp_path: Path) -> None:
    frames = np.stack([film(8), film(8)[::-1], film(8) // 2])
    ds = compress(dicom(frames), uid.JPEGLSLossless, *(imagecodecs.jpegls_encode(f) for f in frames))
    for index, frame in enumerate(frames):
        assert np.array_equal(load(tmp_path, ds, index).pixels, frame)
    for claimed, code in ((4, "damaged_file"), (2_000_000_000, "beyond_limits")):
        ds.NumberOfFrames = claimed
        assert refusal(tmp_path, ds).code == code


def test_a_negative_first_value_of_a_lut_is_read_whatever_its_representation(tmp_path: Path) -> None:
    # Modality values -100 .. 155; the table is black below 0 and white from 0 on.
    steps = table([0] * 100 + [4095] * 156, 65536 - 100, 12, "STEP")
    display = shown(tmp_path, ramp(RescaleIntercept=-100, RescaleSlope=1, VOILUTSequence=[steps]))
    assert display == [0] * 100 + [255] * 156


def test_lut_data_in_big_endian_files(tmp_path: Path) -> None:
    steps = table([0] * 128 + [4095] * 128, 0, 12, "STEP")
    steps.LUTData = np.array([0] * 128 + [4095] * 128, ">u2").tobytes()
    ds = ramp(VOILUTSequence=[steps])
    ds.PixelData = np.arange(256, dtype=">u2").tobytes()
    ds.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    assert shown(tmp_path, ds) == [0] * 128 + [255] * 128


def test_the_range_of_a_lut_that_rises_and_falls(tmp_path: Path) -> None:
    hill = table([*range(128), *range(127, -1, -1)], 0, 16, "")
    assert load(tmp_path, ramp(ModalityLUTSequence=[hill])).value_range == (0.0, 127.0)


def test_padding_written_as_unsigned_in_a_signed_film(tmp_path: Path) -> None:
    pixels = np.arange(-128, 128, dtype=np.int16).reshape(16, 16)
    pixels[0, 0] = -2000
    ds = dicom(pixels)
    ds.add_new(0x00280120, "US", 65536 - 2000)
    radiograph = load(tmp_path, ds)
    assert radiograph.padding == (-2000, -2000)
    assert radiograph.value_range == (-127.0, 127.0)


def test_a_slope_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, ramp(RescaleSlope="1e305")).code == "damaged_file"


def test_rgb_jpeg_without_a_mark_is_what_the_header_says(tmp_path: Path) -> None:
    rgb = np.stack([film(8), film(8) // 2, film(8) // 3], axis=2)
    encoded = imagecodecs.jpeg8_encode(rgb, level=98, colorspace="RGB", outcolorspace="RGB")
    marker = encoded.find(b"\xff\xee")
    if marker > 0:  # cut the Adobe mark out
        length = int.from_bytes(encoded[marker + 2 : marker + 4], "big")
        encoded = encoded[:marker] + encoded[marker + 2 + length :]
    for component, letter in enumerate(b"RGB", start=1):
        encoded = encoded.replace(bytes([letter, 0x11]), bytes([component, 0x11]))
    sos = encoded.index(b"\xff\xda")
    encoded = (
        encoded[: sos + 5] + bytes([1, encoded[sos + 6], 2, encoded[sos + 8], 3]) + encoded[sos + 10 :]
    )
    ds = compress(dicom(rgb), uid.JPEGBaseline8Bit, encoded)
    assert np.abs(load(tmp_path, ds).pixels.astype(int) - rgb).max() < 25


@pytest.mark.parametrize(
    ("attributes", "years"),
    [
        ({"PatientAge": "045Y"}, 45.0),
        ({"PatientAge": "018M"}, 1.5),
        ({"PatientAge": "010W"}, 10 / 52.18),
        ({"PatientAge": "003D"}, 3 / 365.25),
        ({"PatientAge": "45Y"}, 45.0),  # a digit short, but plain
        ({"PatientAge": "045Y", "PatientBirthDate": "20100101"}, 45.0),
        ({"PatientAge": None, "PatientBirthDate": "19700101", "StudyDate": "20200101"}, 50.0),
        ({"PatientAge": "", "PatientBirthDate": "20190701", "StudyDate": "20200101"}, 0.5),
        # A birthday counts whole: it decides who is an adult. A leap day's is the first of March.
        ({"PatientAge": None, "PatientBirthDate": "20030304", "StudyDate": "20210304"}, 18),
        ({"PatientAge": None, "PatientBirthDate": "20041231", "StudyDate": "20221231"}, 18),
        ({"PatientAge": None, "PatientBirthDate": "20040229", "StudyDate": "20220301"}, 18),
        ({"PatientAge": "unknown", "PatientBirthDate": "19700101", "StudyDate": "20200101"}, 50.0),
        ({"PatientAge": "000Y", "PatientBirthDate": "19700101", "StudyDate": "20200101"}, 50.0),
        ({"PatientAge": "999Y", "PatientBirthDate": None}, None),
        ({"PatientAge": "000Y", "PatientBirthDate": "20200101", "StudyDate": "20200101"}, None),
        ({"PatientAge": None, "PatientBirthDate": "19000101", "StudyDate": "20100101"}, None),
        ({"PatientAge": None, "PatientBirthDate": "20300101", "StudyDate": "20200101"}, None),
        ({"PatientAge": None, "PatientBirthDate": "1970", "StudyDate": "20200101"}, None),
        ({"PatientAge": None, "PatientBirthDate": "19709999", "StudyDate": "20200101"}, None),
        ({"PatientAge": None, "PatientBirthDate": "19700101", "StudyDate": None}, None),
        ({"PatientAge": None, "PatientBirthDate": None, "StudyDate": None}, None),
    ],
)
def test_the_age_is_the_file_s_or_follows_from_its_dates_or_is_not_known(
    tmp_path: Path, attributes: dict[str, Any], years: float | None
) -> None:
    found = load(tmp_path, dicom(thorax_u8(ROWS, COLUMNS), **attributes)).header.patient_age_years
    assert found == (None if years is None else pytest.approx(years, abs=0.01))
    if isinstance(years, int):
        assert found is not None
        assert found >= years
