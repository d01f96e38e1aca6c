"""PNG, JPEG and TIFF: true values, upright, and never half a picture."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
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
