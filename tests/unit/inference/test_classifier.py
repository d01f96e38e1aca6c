"""Through the door with a model that can be computed by hand, and with the bundled one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inference import Classifier, InferenceError, Outcome, Radiograph, Window, load_radiograph
from inference.crop import map_to_image
from inference.preprocessing import preprocess
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image
from tiny_model import BIASES, SPEC, WEIGHTS, write_tiny_model, write_tiny_segmenter

FILM = Radiograph("film", thorax_u8(448, 448), voi=(Window(127.5, 255, "LINEAR_EXACT"),))


@pytest.fixture(scope="module")
def tiny(tiny_model: Path) -> Classifier:
    return Classifier(tiny_model)


@pytest.fixture(scope="module")
def bundled() -> Classifier:
    return Classifier()


def test_the_tensor_is_area_averaged_and_normalised(tiny: Classifier) -> None:
    tensor = preprocess(FILM, tiny.spec)
    assert tensor.shape == (1, 1, 224, 224)
    assert tensor.dtype == np.float32
    blocks = FILM.pixels.astype(float).reshape(224, 2, 224, 2).mean(axis=(1, 3))
    by_hand = (np.round(blocks) / 255 - SPEC.mean) / SPEC.std
    # Halves may round either way: one grey level.
    assert np.abs(tensor[0, 0] - by_hand).max() <= 1.01 / 255 / SPEC.std


def test_probabilities_are_the_softmax_of_logits_over_temperature(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM)
    mean = float(preprocess(FILM, tiny.spec).mean())
    logits = (WEIGHTS * mean + BIASES) / SPEC.temperature
    by_hand = np.exp(logits) / np.exp(logits).sum()
    assert prediction.outcome is Outcome.CLASSIFIED
    assert prediction.probabilities == pytest.approx(
        dict(zip(SPEC.classes, by_hand, strict=True)), abs=1e-5
    )
    order = [finding.probability for finding in prediction.findings]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("name", ["tiny", "bundled"])
def test_a_class_map_s_mean_is_its_logit(name: str, request: pytest.FixtureRequest) -> None:
    classifier: Classifier = request.getfixturevalue(name)
    for finding in classifier.predict(FILM).findings:
        assert finding.class_map.shape == (14, 14)
        assert float(finding.class_map.mean(dtype=np.float64)) == pytest.approx(finding.logit, abs=1e-4)


def test_a_map_shows_where_the_evidence_is_and_nothing_where_there_is_none(tiny: Classifier) -> None:
    # The tiny model's first class grows with brightness: light the lower right quarter.
    pixels = np.tile(np.arange(64, dtype=np.uint8), (448, 7))
    pixels[224:, 224:] = 255
    radiograph = replace(FILM, pixels=pixels)
    findings = {finding.name: finding for finding in tiny.predict(radiograph).findings}
    strength = tiny.explain(radiograph, findings["covid19"]).strength(448, 448)
    assert strength.shape == (448, 448)
    assert strength[300:, 300:].min() > 0.4
    assert strength[:150, :150].max() == 0.0
    assert strength.max() <= 1.0


def test_a_map_is_as_strong_as_its_evidence_on_one_scale_for_all_films(tiny: Classifier) -> None:
    radiograph = replace(FILM, pixels=np.full((448, 448), 200, np.uint8))
    (finding,) = (f for f in tiny.predict(radiograph, True).findings if f.name == "covid19")
    evidence = WEIGHTS[0] * (200 / 255 - SPEC.mean) / SPEC.std + BIASES[0]
    strength = tiny.explain(radiograph, finding).strength(20, 20)
    assert strength == pytest.approx(np.full((20, 20), evidence / SPEC.evidence_scale), abs=1e-4)


def test_colours_are_weighed_by_luma(tiny: Classifier) -> None:
    red = np.zeros((300, 300, 3), np.uint8)
    red[..., 0] = 255
    tensor = preprocess(replace(FILM, pixels=red), tiny.spec)
    assert tensor.mean() * SPEC.std + SPEC.mean == pytest.approx(0.299, abs=0.003)


def test_map_coordinates_are_those_of_the_image() -> None:
    grid = np.zeros((14, 14), np.float32)
    grid[3, 10] = 1.0
    row, column = np.unravel_index(map_to_image(grid, 280, 560).argmax(), (280, 560))
    assert abs((row + 0.5) / 280 - 3.5 / 14) < 0.01
    assert abs((column + 0.5) / 560 - 10.5 / 14) < 0.01


def test_a_refused_film_has_no_numbers_unless_they_are_insisted_on(tiny: Classifier) -> None:
    small = Radiograph("film", thorax_u8(100, 100))
    refused = tiny.predict(small)
    assert (refused.outcome, refused.findings, refused.probabilities) == (Outcome.REFUSED, (), None)
    insisted = tiny.predict(small, even_if_unsuitable=True)
    assert insisted.outcome is Outcome.REFUSED
    assert sum((insisted.probabilities or {}).values()) == pytest.approx(1.0)


def test_what_the_user_sees_never_changes_the_numbers(tiny: Classifier) -> None:
    before = tiny.predict(FILM).probabilities
    FILM.render(replace(FILM.full_window, width=50.0))
    assert tiny.predict(FILM).probabilities == before


def test_many_threads_give_the_same_numbers(bundled: Classifier) -> None:
    films = [Radiograph(str(seed), thorax_u8(300, 300, seed)) for seed in range(4)] * 3
    alone = [bundled.predict(film).probabilities for film in films]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda film: bundled.predict(film).probabilities, films))
    assert together == [pytest.approx(numbers, abs=1e-4) for numbers in alone]


def test_a_film_of_16_bits_and_its_8_bit_copy_agree(tmp_path: Path, bundled: Classifier) -> None:
    deep = load_radiograph(write_dicom(tmp_path / "film", dicom(thorax_u16(600, 600, 16))))
    copy = load_radiograph(write_image(tmp_path / "film.png", deep.render()))
    expected = bundled.predict(copy).probabilities
    assert bundled.predict(deep).probabilities == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("content", [None, b"", b"not a model"])
def test_a_model_that_cannot_be_used_is_an_error_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InferenceError) as caught:
        Classifier(path)
    assert caught.value.code == "model_not_usable"


def test_a_model_without_its_specification_is_refused(tmp_path: Path) -> None:
    import onnx

    model = onnx.load(write_tiny_model(tmp_path / "tiny.onnx"))
    del model.metadata_props[:]
    onnx.save(model, tmp_path / "tiny.onnx")
    with pytest.raises(InferenceError) as caught:
        Classifier(tmp_path / "tiny.onnx")
    assert "metadata" in caught.value.message()


def test_the_bundled_model_says_what_it_is(bundled: Classifier) -> None:
    assert bundled.spec.classes == ("covid19", "normal", "viral_pneumonia")
    assert (bundled.spec.size, len(bundled.identity.sha256)) == (224, 64)


@pytest.fixture(scope="module")
def seeing(tiny_model: Path, tiny_segmenter: Path) -> Classifier:
    """With the segmenter that takes the dark for lung."""
    return Classifier(tiny_model, lungs=tiny_segmenter)


def two_fields(*more: tuple[slice, slice]) -> Radiograph:
    """A light film with two dark fields, and ``more`` that is as dark."""
    pixels = np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1))
    for field in ((slice(100, 350), slice(60, 190)), (slice(100, 350), slice(260, 390)), *more):
        pixels[field] -= 150
    return replace(FILM, pixels=pixels)


def test_a_film_with_two_lungs_is_classified_and_has_them(seeing: Classifier) -> None:
    prediction = seeing.predict(two_fields())
    assert prediction.outcome is Outcome.CLASSIFIED
    assert prediction.lungs is not None
    assert [field.x for field in prediction.lungs.fields] == pytest.approx([125 / 448, 325 / 448], abs=0.01)
    assert prediction.lungs.mask.mean() == pytest.approx(2 * 130 * 250 / 448**2, rel=0.02)
    # The first class sees evidence in the light, which here is all around the lungs.
    shares = {finding.name: finding.outside_lungs for finding in prediction.findings}
    assert shares["covid19"] is not None
    assert 0.5 < shares["covid19"] <= 1.0


def test_a_film_without_two_lungs_is_refused(seeing: Classifier) -> None:
    light = replace(FILM, pixels=np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1)))
    refused = seeing.predict(light)
    assert refused.outcome is Outcome.REFUSED
    assert [check.name for check in refused.checks if not check.passed] == ["lungs"]
    assert refused.findings == ()
    insisted = seeing.predict(light, even_if_unsuitable=True)
    assert [finding.outside_lungs for finding in insisted.findings] == [None, None, None]


def test_without_a_segmenter_no_lungs_are_looked_for(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM)
    assert prediction.lungs is None
    assert "lungs" not in [check.name for check in prediction.checks]
    assert [finding.outside_lungs for finding in prediction.findings] == [None, None, None]


def test_a_segmenter_for_another_tensor_is_refused(tmp_path: Path, tiny_model: Path) -> None:
    other = write_tiny_segmenter(tmp_path / "lungs.onnx", mean=0.4)
    with pytest.raises(InferenceError) as caught:
        Classifier(tiny_model, lungs=other)
    assert "another input" in caught.value.message()


def test_a_classifier_is_not_a_segmenter(tiny_model: Path) -> None:
    with pytest.raises(InferenceError) as caught:
        Classifier(tiny_model, lungs=tiny_model)
    assert "lung_probability" in caught.value.message()


def test_the_bundled_segmenter_finds_the_lungs_of_the_phantom(bundled: Classifier) -> None:
    for seed in range(4):
        film = Radiograph("film", thorax_u8(500, 400, seed))
        prediction = bundled.predict(film)
        assert prediction.lungs is not None
        assert prediction.lungs.are_plausible
        assert prediction.outcome is Outcome.CLASSIFIED
