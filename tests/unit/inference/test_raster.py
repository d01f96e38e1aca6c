"""PNG, JPEG and TIFF: true values, upright, and never half a picture."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutator import png_chunk
from mutator import save as save_bytes
from PIL import Image

from inference import InferenceError, load_radiograph
from phantom import thorax_u8, thorax_u16, write_image

GREY = thorax_u8(160, 131)


def save(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def test_8_bit_grey_is_shown_as_it_is(tmp_path: Path) -> None:
    radiograph = load_radiograph(write_image(tmp_path / "a.png", GREY))
    assert radiograph.pixels.dtype == np.uint8
    assert np.array_equal(radiograph.render(), GREY)


@pytest.mark.parametrize(("bits", "top"), [(16, 65535), (12, 4095), (14, 16383)], ids=["16", "12", "14"])
def test_16_bit_png_is_shown_over_the_depth_it_uses(tmp_path: Path, bits: int, top: int) -> None:
    pixels = thorax_u16(160, 131, bits)
    radiograph = load_radiograph(write_image(tmp_path / "a.png", pixels))
    assert np.array_equal(radiograph.pixels, pixels)
    assert np.array_equal(radiograph.render(), np.floor(pixels / top * 255 + 0.5).astype(np.uint8))


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "LA"])
def test_other_kinds_of_png_become_grey(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(GREY)
    expected = np.array(image.convert("1").convert("L")) if mode == "1" else GREY
    radiograph = load_radiograph(save(tmp_path / "a.png", image.convert(mode)))
    assert not radiograph.is_colour
    assert np.array_equal(radiograph.pixels, expected)


def test_transparency_is_laid_over_black(tmp_path: Path) -> None:
    image = Image.fromarray(GREY).convert("LA")
    image.putalpha(
        Image.fromarray(np.where(np.arange(131) < 50, 0, 255).astype(np.uint8)[None].repeat(160, 0))
    )
    pixels = load_radiograph(save(tmp_path / "a.png", image)).pixels
    assert (pixels[:, :50] == 0).all()
    assert np.array_equal(pixels[:, 50:], GREY[:, 50:])


def test_interlaced_png(tmp_path: Path) -> None:
    # Pillow cannot write Adam7: 8 x 8 grey, each pass a row set of its own, made by hand.
    import struct
    import zlib

    pixels = np.arange(64, dtype=np.uint8).reshape(8, 8) * 4
    passes = [
        (0, 8, 0, 8),
        (0, 8, 4, 8),
        (4, 8, 0, 4),
        (0, 4, 2, 4),
        (2, 4, 0, 2),
        (0, 2, 1, 2),
        (1, 2, 0, 1),
    ]
    rows = b"".join(
        b"\0" + pixels[y, x0::dx].tobytes() for y0, dy, x0, dx in passes for y in range(y0, 8, dy)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 1)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
    (tmp_path / "a.png").write_bytes(content + chunk(b"IEND", b""))
    assert np.array_equal(load_radiograph(tmp_path / "a.png").pixels, pixels)


def test_a_coloured_picture_stays_coloured(tmp_path: Path) -> None:
    rgb = np.stack([GREY, GREY // 2, GREY // 3], axis=2)
    radiograph = load_radiograph(write_image(tmp_path / "a.png", rgb))
    assert np.array_equal(radiograph.pixels, rgb)


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_obeyed(tmp_path: Path, orientation: int, suffix: str) -> None:
    # The picture stored so that its orientation tag turns it upright (EXIF 2.32, 4.6.4).
    upright = np.zeros((64, 96), np.uint8)
    upright[:16, :32] = 255
    turned = [
        upright, upright[:, ::-1], upright[::-1, ::-1], upright[::-1],
        upright.T, upright.T[::-1], upright[::-1, ::-1].T, upright.T[:, ::-1],
    ][orientation - 1]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save(tmp_path / f"a{suffix}", Image.fromarray(turned.copy()), quality=95, exif=exif)
    shown = load_radiograph(path).pixels
    assert shown.shape == (64, 96)
    assert np.abs(shown.astype(int) - upright).mean() < 3


def test_tiff_of_8_and_16_bits_white_is_zero_and_pages(tmp_path: Path) -> None:
    deep = thorax_u16(64, 50, 16)
    assert np.array_equal(
        load_radiograph(save(tmp_path / "a", Image.fromarray(deep), format="TIFF")).pixels, deep
    )
    pages = [Image.fromarray(GREY), Image.fromarray(GREY[::-1].copy())]
    path = save(tmp_path / "b", pages[0], format="TIFF", save_all=True, append_images=pages[1:])
    second = load_radiograph(path, 1)
    assert second.number_of_frames == 2
    assert np.array_equal(second.pixels, GREY[::-1])
    white = save(tmp_path / "c", Image.fromarray(deep), format="TIFF", tiffinfo={262: 0})
    assert np.array_equal(load_radiograph(white).render(), 255 - load_radiograph(tmp_path / "a").render())


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_picture_cut_anywhere_is_refused_whole(tmp_path: Path, suffix: str) -> None:
    content = write_image(tmp_path / f"a{suffix}", GREY).read_bytes()
    for keep in range(16, len(content) - 16, 499):
        (tmp_path / "cut").write_bytes(content[:keep])
        with pytest.raises(InferenceError) as caught:
            load_radiograph(tmp_path / "cut")
        assert caught.value.code == "damaged_file"


def test_a_jpeg_that_claims_more_rows_than_it_holds(tmp_path: Path) -> None:
    content = bytearray(write_image(tmp_path / "a.jpg", GREY).read_bytes())
    start = content.index(b"\xff\xc0")
    content[start + 5 : start + 7] = (480).to_bytes(2, "big")
    (tmp_path / "tall.jpg").write_bytes(content)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "tall.jpg")
    assert caught.value.code == "damaged_file"


def test_too_many_pixels_are_refused_before_decoding(tmp_path: Path) -> None:
    content = bytearray(write_image(tmp_path / "a.jpg", GREY).read_bytes())
    start = content.index(b"\xff\xc0")
    content[start + 5 : start + 9] = b"\xff\xff\xff\xff"
    (tmp_path / "bomb").write_bytes(content)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "bomb")
    assert caught.value.code == "too_many_pixels"


def test_printing_colours_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.fromarray(GREY).convert("CMYK").save(buffer, "JPEG")
    (tmp_path / "a.jpg").write_bytes(buffer.getvalue())
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "a.jpg")
    assert caught.value.code == "unsupported_pixels"


def test_a_png_that_holds_half_its_rows_is_refused(tmp_path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + row.tobytes() for row in GREY[:80])
    header = struct.pack(">IIBBBBB", 131, 160, 8, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
    (tmp_path / "half.png").write_bytes(content + chunk(b"IEND", b""))
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "half.png")
    assert caught.value.code == "damaged_file"


@pytest.mark.parametrize("frame", [-1, 1])
def test_a_picture_has_one_frame(tmp_path: Path, frame: int) -> None:
    with pytest.raises(InferenceError) as caught:
        load_radiograph(write_image(tmp_path / "a.png", GREY), frame)
    assert caught.value.code == "frame_out_of_range"


def test_16_bit_colours_become_8_bit(tmp_path: Path) -> None:
    deep = thorax_u16(64, 50, 16)
    rgb = np.stack([deep, deep // 2, deep // 3], axis=2)
    pixels = load_radiograph(write_image(tmp_path / "a.png", rgb)).pixels
    assert np.array_equal(pixels, (rgb >> 8).astype(np.uint8))


# ---- odd and valid -------------------------------------------------------------------------------


def opened(tmp_path: Path, content: bytes, frame: int = 0) -> np.ndarray:
    (tmp_path / "film").write_bytes(content)
    return load_radiograph(tmp_path / "film", frame).pixels


def refusal(tmp_path: Path, content: bytes) -> str:
    with pytest.raises(InferenceError) as caught:
        opened(tmp_path, content)
    return caught.value.code


def png_of(depth: int, colour: int, rows: bytes, *chunks: tuple[bytes, bytes], size: int = 8) -> bytes:
    header = (b"IHDR", struct.pack(">IIBBBBB", size, size, depth, colour, 0, 0, 0))
    parts = [header, *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, data) for kind, data in parts)


@pytest.mark.parametrize("depth", [1, 2, 4])
def test_png_of_few_bits(tmp_path: Path, depth: int) -> None:
    values = np.arange(64, dtype=np.uint8).reshape(8, 8) % (1 << depth)
    bits = np.unpackbits(values[..., None], axis=2)[..., 8 - depth :].reshape(8, -1)
    rows = b"".join(b"\0" + np.packbits(row).tobytes() for row in bits)
    assert np.array_equal(opened(tmp_path, png_of(depth, 0, rows)), values * (255 // ((1 << depth) - 1)))


def test_png_with_one_transparent_grey_and_with_a_transparent_palette(tmp_path: Path) -> None:
    ramp = np.arange(64, dtype=np.uint8).reshape(8, 8) * 4
    rows = b"".join(b"\0" + row.tobytes() for row in ramp)
    grey = opened(tmp_path, png_of(8, 0, rows, (b"tRNS", b"\0\x08")))
    assert np.array_equal(grey, np.where(ramp == 8, 0, ramp))
    palette = bytes(value for value in range(256) for _ in range(3))
    coloured = png_of(8, 3, rows, (b"PLTE", palette), (b"tRNS", b"\xff" * 8 + b"\0" * 248))
    assert np.array_equal(opened(tmp_path, coloured), np.where(ramp < 8, ramp, 0))


def test_of_an_animated_png_the_first_picture(tmp_path: Path) -> None:
    frames = [Image.fromarray(GREY), Image.fromarray(GREY[::-1].copy())]
    frames[0].save(tmp_path / "a.png", save_all=True, append_images=frames[1:], duration=100)
    content = (tmp_path / "a.png").read_bytes()
    assert b"acTL" in content
    assert np.array_equal(opened(tmp_path, content), GREY)
    assert load_radiograph(tmp_path / "a.png").number_of_frames == 1


def test_png_with_a_flipped_bit_or_too_many_rows_is_refused(tmp_path: Path) -> None:
    rows = b"".join(b"\0" + row.tobytes() for row in np.zeros((9, 8), np.uint8))
    assert refusal(tmp_path, png_of(8, 0, rows)) == "damaged_file"
    content = bytearray(save_bytes(GREY, "PNG"))
    for place in (20, len(content) // 2, len(content) - 20, len(content) - 1):
        flipped = bytes([*content[:place], content[place] ^ 4, *content[place + 1 :]])
        assert refusal(tmp_path, flipped) in ("damaged_file", "unsupported_pixels", "too_many_pixels")


def test_what_a_telephone_appends_to_a_jpeg_is_no_part_of_it(tmp_path: Path) -> None:
    content = save_bytes(GREY, "JPEG")
    picture = opened(tmp_path, content)
    for tail in (b"garbage", content, bytes(5_000)):
        assert np.array_equal(opened(tmp_path, content + tail), picture)


def test_jpeg_of_12_bits_and_lossless_jpeg(tmp_path: Path) -> None:
    deep = thorax_u16(64, 50, 12)
    lossy = imagecodecs.jpeg8_encode(deep, level=98, bitspersample=12)
    assert np.abs(opened(tmp_path, lossy).astype(int) - deep).max() <= 16
    lossless = imagecodecs.ljpeg_encode(deep, bitspersample=12)
    assert np.array_equal(opened(tmp_path, lossless), deep)
    assert refusal(tmp_path, imagecodecs.jpegls_encode(deep)) == "unsupported_pixels"


@pytest.mark.parametrize("exif", [b"", b"II*\0", b"II*\0\xff\xff\xff\x7f", b"MM\0*" + b"\xff" * 60])
def test_damaged_exif_turns_nothing(tmp_path: Path, exif: bytes) -> None:
    content = save_bytes(GREY, "JPEG")
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif
    assert np.array_equal(opened(tmp_path, content[:2] + segment + content[2:]), opened(tmp_path, content))


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"])
@pytest.mark.parametrize("kind", ["grey", "deep", "colour", "opacity", "bilevel", "palette"])
def test_tiff_of_each_kind(tmp_path: Path, kind: str, compression: str) -> None:
    rgb = np.stack([GREY, GREY // 2, GREY // 3], axis=2)
    image = {
        "grey": Image.fromarray(GREY),
        "deep": Image.fromarray(thorax_u16(64, 50, 16)),
        "colour": Image.fromarray(rgb),
        "opacity": Image.fromarray(np.dstack([rgb, np.full_like(GREY, 255)])),
        "bilevel": Image.fromarray(GREY).convert("1"),
        "palette": Image.fromarray(rgb).quantize(64),
    }[kind]
    expected = np.array(image.convert("RGB" if kind in ("palette", "opacity") else None))
    if kind == "bilevel":
        expected = expected.astype(np.uint8) * 255
    image.save(tmp_path / "a", format="TIFF", compression=compression)
    assert np.array_equal(load_radiograph(tmp_path / "a").pixels, expected)


def test_tiff_with_predicted_values_and_tiles_and_big_endian(tmp_path: Path) -> None:
    deep = thorax_u16(64, 50, 16)
    for options in ({"tiffinfo": {317: 2}}, {"tiffinfo": {278: 7}}):
        Image.fromarray(deep).save(tmp_path / "a", format="TIFF", compression="tiff_lzw", **options)
        assert np.array_equal(load_radiograph(tmp_path / "a").pixels, deep)
    tiles = np.zeros((64, 64), ">u2")
    tiles[:, :50] = deep
    parts = [tiles[y : y + 32, x : x + 32].tobytes() for y in (0, 32) for x in (0, 32)]
    body = b"".join(parts)
    arrays = struct.pack(">8L", *(8 + 2048 * n for n in range(4)), *[2048] * 4)
    fields = [(256, 3, 50), (257, 3, 64), (258, 3, 16), (259, 3, 1), (262, 3, 1), (322, 3, 32),
              (323, 3, 32), (324, 4, 8 + len(body)), (325, 4, 8 + len(body) + 16)]  # fmt: skip
    entries = b"".join(
        struct.pack(">HHL", tag, kind, 4 if tag > 323 else 1)
        + (struct.pack(">L", value) if kind == 4 else struct.pack(">HH", value, 0))
        for tag, kind, value in fields
    )
    directory = struct.pack(">H", len(fields)) + entries + bytes(4)
    content = b"MM\0*" + struct.pack(">L", 8 + len(body) + 32) + body + arrays + directory
    assert np.array_equal(opened(tmp_path, content), deep)
    assert refusal(tmp_path, content[: len(content) - 60]) == "damaged_file"


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_a_tiff_that_announces_fewer_or_more_rows_than_it_holds(tmp_path: Path, compression: str) -> None:
    options = {"compression": compression, "tiffinfo": {278: 160}}
    Image.fromarray(GREY).save(tmp_path / "a", format="TIFF", **options)
    content = (tmp_path / "a").read_bytes()
    fields = [struct.pack("<HHLL", 257, kind, 1, 160) for kind in (3, 4)]
    (field,) = [field for field in fields if field in content]
    for rows in (100, 150, 200):
        lie = content.replace(field, field[:8] + struct.pack("<L", rows))
        assert refusal(tmp_path, lie) == "damaged_file"


@pytest.mark.parametrize(
    ("image", "options"),
    [
        (Image.fromarray(GREY).convert("F"), {}),
        (Image.fromarray(GREY).convert("CMYK"), {}),
        (Image.fromarray(GREY), {"compression": "jpeg"}),
        (Image.fromarray(GREY).convert("1"), {"compression": "group4"}),
        (Image.fromarray(GREY).convert("YCbCr"), {}),
        (Image.fromarray(GREY.astype(np.int32) * 1000), {}),
    ],
)
def test_tiff_that_is_not_read_is_named(
    tmp_path: Path, image: Image.Image, options: dict[str, str]
) -> None:
    image.save(tmp_path / "a", format="TIFF", **options)
    assert refusal(tmp_path, (tmp_path / "a").read_bytes()) == "unsupported_pixels"


HEADS = [b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from(HEADS), data=st.binary(max_size=200))
def test_bytes_of_any_kind_end_in_a_named_error(tmp_path: Path, head: bytes, data: bytes) -> None:
    assert refusal(tmp_path, head + data) != "reader_failed"
