"""Through the door with a model that can be computed by hand, and with the bundled one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inference import (
    Classifier,
    Evidence,
    Header,
    InferenceError,
    Outcome,
    Radiograph,
    Region,
    Window,
    load_radiograph,
)
from inference.composition import HEADS, compose
from inference.crop import WHOLE, crop, crop_map, lung_region
from inference.preprocessing import normalise, preprocess, reduce
from inference.veil import veil
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image
from tiny_model import (
    BIASES,
    LUNG_WEIGHTS,
    SPEC,
    WEIGHTS,
    write_tiny_model,
    write_tiny_segmenter,
)

FILM = Radiograph("film", thorax_u8(448, 448), voi=(Window(127.5, 255, "LINEAR_EXACT"),))


@pytest.fixture(scope="module")
def tiny(tiny_model: Path) -> Classifier:
    return Classifier(tiny_model)


@pytest.fixture(scope="module")
def bundled(bundled_models: None) -> Classifier:
    return Classifier()


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


def evidence_of(classifier: Classifier, radiograph: Radiograph) -> dict[str, Evidence]:
    return {e.head: e for e in classifier.predict(radiograph, True, stability=False).evidence}


def by_hand(logits: np.ndarray) -> dict[str, float]:
    """Head probabilities of logits in the order of HEADS."""
    return {
        head: 1 / (1 + np.exp(-logit / SPEC.temperatures[head]))
        for head, logit in zip(HEADS, logits, strict=True)
    }


def test_the_tensor_is_area_averaged_and_normalised(tiny: Classifier) -> None:
    tensor = preprocess(FILM, tiny.spec)
    assert tensor.shape == (1, 1, 224, 224)
    assert tensor.dtype == np.float32
    blocks = FILM.pixels.astype(float).reshape(224, 2, 224, 2).mean(axis=(1, 3))
    by_hand = (np.round(blocks) / 255 - SPEC.mean) / SPEC.std
    # Halves may round either way: one grey level.
    assert np.abs(tensor[0, 0] - by_hand).max() <= 1.01 / 255 / SPEC.std


def test_probabilities_are_composed_of_the_heads_answers(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM)
    mean = float(preprocess(FILM, tiny.spec).mean())
    # Without a view network the whole film is seen, and all of it is said to be lung.
    heads = by_hand(WEIGHTS * mean + LUNG_WEIGHTS + BIASES)
    composed = compose(heads)
    assert prediction.outcome is Outcome.CLASSIFIED
    assert [e.head for e in prediction.evidence] == list(HEADS)
    assert {e.head: e.probability for e in prediction.evidence} == pytest.approx(heads, abs=1e-5)
    assert prediction.probabilities == pytest.approx(composed.classes, abs=1e-5)
    assert prediction.none_of_these == pytest.approx(composed.none_of_these, abs=1e-5)
    order = [finding.probability for finding in prediction.findings]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("name", ["tiny", "seeing", "bundled"])
def test_a_class_map_s_mean_is_its_logit(name: str, request: pytest.FixtureRequest) -> None:
    classifier: Classifier = request.getfixturevalue(name)
    prediction = classifier.predict(two_fields(), even_if_unsuitable=True, stability=False)
    for evidence in (*prediction.evidence, *(finding.evidence for finding in prediction.findings)):
        assert evidence.class_map.shape == (14, 14)
        assert float(evidence.class_map.mean(dtype=np.float64)) == pytest.approx(evidence.logit, abs=1e-4)


def test_the_evidence_for_normal_is_that_against_an_opacity(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM, stability=False)
    opacity = prediction.evidence[0]
    of = {finding.name: finding.evidence for finding in prediction.findings}
    assert of["covid19"] is opacity
    assert of["viral_pneumonia"] is opacity
    normal = of["normal"]
    assert normal.head == "no_opacity"
    assert normal.logit == -opacity.logit
    assert normal.probability == pytest.approx(1 - opacity.probability)
    np.testing.assert_array_equal(normal.class_map, -opacity.class_map)


def test_the_classifier_is_shown_the_lungs_and_told_where_they_are(seeing: Classifier) -> None:
    radiograph = two_fields()
    prediction = seeing.predict(radiograph, stability=False)
    assert prediction.lungs is not None
    region = lung_region(prediction.lungs)
    assert region != WHOLE
    assert {e.region for e in prediction.evidence} == {region}
    mask = prediction.lungs.mask.astype(np.float32)
    shown = veil(reduce(radiograph, 224), mask)
    seen = normalise(crop(shown, region, 224), SPEC).mean(dtype=np.float64)
    told = crop_map(mask, region, 112).mean(dtype=np.float64)
    logits = [e.logit for e in prediction.evidence]
    # The mask is what is more likely lung than not; the network is told the likelihood itself.
    assert logits == pytest.approx(WEIGHTS * seen + LUNG_WEIGHTS * told + BIASES, abs=0.02)


def test_a_film_without_lungs_is_looked_at_in_the_centre(seeing: Classifier) -> None:
    light = replace(FILM, pixels=np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1)))
    insisted = seeing.predict(light, even_if_unsuitable=True)
    assert insisted.findings[0].evidence.region == Region(0.1, 0.1, 0.9, 0.9)
    strength = seeing.explain(light, insisted.findings[0]).strength(50, 40)
    assert strength.shape == (50, 40)
    assert not strength[:4].any()


def test_a_map_shows_where_the_evidence_is_and_nothing_where_there_is_none(tiny: Classifier) -> None:
    # The tiny model's first head grows with brightness: light the lower right quarter.
    pixels = np.tile(np.arange(64, dtype=np.uint8), (448, 7))
    pixels[224:, 224:] = 255
    radiograph = replace(FILM, pixels=pixels)
    findings = {finding.name: finding for finding in tiny.predict(radiograph).findings}
    strength = tiny.explain(radiograph, findings["covid19"]).strength(448, 448)
    assert strength.shape == (448, 448)
    assert strength[300:, 300:].min() > 0.4
    assert strength[:150, :150].max() == 0.0
    assert strength.max() <= 1.0
    # What speaks for normal speaks against an opacity.
    against = tiny.explain(radiograph, findings["normal"]).strength(448, 448)
    assert against[300:, 300:].max() == 0.0
    assert against[:150, :150].min() > 0.1


def test_a_map_of_the_crop_lies_on_the_lungs_of_the_film(tmp_path: Path, tiny_segmenter: Path) -> None:
    # Dark is evidence to this one: so are the lungs and, less, the grey that covers all else.
    dark = write_tiny_model(tmp_path / "dark.onnx", weights=(-1, -0.5, 0.5, 0.25))
    seeing = Classifier(dark, lungs=tiny_segmenter)
    radiograph = two_fields()
    prediction = seeing.predict(radiograph, stability=False)
    region = prediction.evidence[0].region
    strength = seeing.explain(radiograph, prediction.evidence[0]).strength(448, 448)
    rows, columns = np.nonzero(strength)
    assert region.left <= (columns.min() + 0.5) / 448
    assert (columns.max() + 0.5) / 448 <= region.right
    assert region.top <= (rows.min() + 0.5) / 448
    assert (rows.max() + 0.5) / 448 <= region.bottom
    # In the lung, and not between the two, though the network's cells are coarser than that.
    assert strength[225, 125] > 0.1
    assert strength[225, 225] == 0.0


def test_a_map_is_as_strong_as_its_evidence_on_one_scale_for_all_films(tiny: Classifier) -> None:
    radiograph = replace(FILM, pixels=np.full((448, 448), 200, np.uint8))
    light = (200 / 255 - SPEC.mean) / SPEC.std
    for head, evidence in evidence_of(tiny, radiograph).items():
        index = HEADS.index(head)
        value = WEIGHTS[index] * light + LUNG_WEIGHTS[index] + BIASES[index]
        drawn = np.clip(value / SPEC.evidence_scales[head], 0, 1)
        strength = tiny.explain(radiograph, evidence).strength(20, 20)
        assert strength == pytest.approx(np.full((20, 20), drawn), abs=1e-4)


@pytest.mark.parametrize(
    ("years", "unassessed"), [(None, set()), (50.0, {"viral_pneumonia"}), (3.0, {"covid19"}), (14.0, set())]
)
def test_a_stated_age_decides_which_class_is_assessed(
    tiny: Classifier, years: float | None, unassessed: set[str]
) -> None:
    aged = tiny.predict(replace(FILM, header=Header(patient_age_years=years)))
    assert {finding.name for finding in aged.findings if not finding.assessed} == unassessed
    composed = compose({e.head: e.probability for e in aged.evidence}, years)
    assert aged.probabilities == pytest.approx(composed.classes)
    assert all((aged.probabilities or {})[name] == 0.0 for name in unassessed)
    assert "age group" in [check.name for check in aged.checks if check.passed]
    # What the picture says of the age stays to be seen.
    assert aged.evidence[3].probability == pytest.approx(tiny.predict(FILM).evidence[3].probability)


def test_the_range_over_small_changes_contains_the_probability(seeing: Classifier) -> None:
    for radiograph in (two_fields(), replace(FILM, pixels=thorax_u8(448, 448, 3))):
        plain = seeing.predict(radiograph, even_if_unsuitable=True, stability=False)
        with_ranges = seeing.predict(radiograph, even_if_unsuitable=True)
        assert plain.ranges is None
        assert with_ranges.probabilities == pytest.approx(plain.probabilities, abs=1e-6)
        ranges = with_ranges.ranges
        assert ranges is not None
        for name, (low, high) in ranges.items():
            assert 0.0 <= low <= (with_ranges.probabilities or {})[name] <= high <= 1.0
            assert high - low > 1e-4


def test_the_prediction_set_is_what_the_thresholds_of_the_model_leave(
    tmp_path: Path, tiny: Classifier
) -> None:
    prediction = tiny.predict(FILM)
    probabilities = {f.name: f.probability for f in prediction.findings if f.assessed}
    at_least = {name for name, p in probabilities.items() if p >= 0.25}
    if (prediction.none_of_these or 0.0) > max(probabilities.values()):
        at_least.add("none_of_these")
    assert set(tiny.predict(FILM).prediction_set or ()) == at_least
    without = Classifier(write_tiny_model(tmp_path / "tiny.onnx", conformal={}))
    assert without.predict(FILM).prediction_set is None
    all_of_them = dict.fromkeys((*SPEC.classes, "none_of_these"), 0.0)
    lenient = Classifier(write_tiny_model(tmp_path / "all.onnx", conformal=all_of_them))
    assert sorted(lenient.predict(FILM).prediction_set or ()) == sorted(all_of_them)


def test_hiding_what_matters_is_what_makes_a_number_fall(tiny: Classifier) -> None:
    # One light square on an even film: to the tiny model nothing else speaks for an opacity.
    pixels = np.full((448, 448), 60, np.uint8)
    pixels[64:128, 320:384] = 250  # the place in row 1, column 5 of 7
    radiograph = replace(FILM, pixels=pixels)
    prediction = tiny.predict(radiograph, even_if_unsuitable=True)
    findings = {finding.name: finding for finding in prediction.findings}
    found = tiny.occlude(radiograph, prediction, findings["covid19"])
    assert (found.finding, found.region) == ("covid19", WHOLE)
    assert (found.drops.shape, found.drops.dtype) == ((7, 7), np.float32)
    assert np.unravel_index(found.drops.argmax(), (7, 7)) == (1, 5)
    elsewhere = np.ones((7, 7), np.bool_)
    elsewhere[:3, 4:] = False
    assert found.drops.max() > 10 * np.abs(found.drops[elsewhere]).max()
    # For normal it is the other way round.
    assert tiny.occlude(radiograph, prediction, findings["normal"]).drops.argmin() == 7 + 5


def test_where_the_network_only_adds_up_occlusion_and_class_map_agree(
    tmp_path: Path, tiny_segmenter: Path
) -> None:
    # What the lungs add by being there is not hidden with the film: here it counts for little.
    light = write_tiny_model(tmp_path / "light.onnx", weights=(6, -0.5, 0.5, 0.25))
    seeing = Classifier(light, lungs=tiny_segmenter)
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 25, (14, 14)).astype(np.uint8)
    film = two_fields()
    radiograph = replace(film, pixels=film.pixels - np.kron(coarse, np.ones((32, 32), np.uint8)))
    prediction = seeing.predict(radiograph, even_if_unsuitable=True, stability=False)
    for finding in prediction.findings:
        found = seeing.occlude(radiograph, prediction, finding)
        assert found.region == finding.evidence.region
        if finding.name == "normal":
            assert found.correlation is not None
            assert found.correlation > 0.8


def box_around(rows: slice, columns: slice) -> tuple[float, float, float, float]:
    return columns.start, rows.start, columns.stop, rows.stop


def test_a_hidden_box_takes_its_evidence_with_it(tiny: Classifier) -> None:
    # Dark, with one bright spot that speaks for an opacity.
    pixels = np.full((448, 896), 60, np.uint8)
    spot = slice(64, 128), slice(640, 768)
    pixels[spot] = 255
    radiograph = replace(FILM, pixels=pixels)
    prediction = tiny.predict(radiograph, even_if_unsuitable=True, stability=False)
    probe = tiny.occlude_box(radiograph, prediction, box_around(*spot))
    assert probe.box == Region(640 / 896, 64 / 448, 768 / 896, 128 / 448)
    assert sum(probe.probabilities.values()) + probe.none_of_these == pytest.approx(1.0)
    # Hidden in the mean grey of all that is shown, by hand.
    reduced = pixels.reshape(224, 2, 224, 4).mean(axis=(1, 3))
    grey = reduced.mean()
    painted = reduced.copy()
    painted[32:64, 160:192] = grey
    mean = ((painted / 255 - SPEC.mean) / SPEC.std).mean()
    by_eye = compose(by_hand(WEIGHTS * mean + LUNG_WEIGHTS + BIASES))
    # The edge that fades takes a little more.
    assert probe.probabilities == pytest.approx(by_eye.classes, abs=0.002)
    before = prediction.probabilities
    assert before is not None
    assert probe.probabilities["normal"] > before["normal"] + 0.005


def test_hiding_what_the_classifier_never_saw_changes_nothing(seeing: Classifier) -> None:
    radiograph = two_fields()
    prediction = seeing.predict(radiograph, even_if_unsuitable=True, stability=False)
    assert prediction.probabilities is not None
    corner = seeing.occlude_box(radiograph, prediction, (0, 0, 20, 20))
    assert corner.shown == 0.0
    assert corner.probabilities == pytest.approx(prediction.probabilities, abs=1e-6)
    lung = seeing.occlude_box(radiograph, prediction, (80, 150, 170, 300))
    assert lung.shown > 0.9
    assert lung.none_of_these != pytest.approx(prediction.none_of_these, abs=1e-6)


def test_of_a_box_that_reaches_beyond_the_film_the_rest_counts(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM, stability=False)
    whole = tiny.occlude_box(FILM, prediction, (-50, -50, 1000, 1000))
    assert whole.box == WHOLE
    assert whole.shown == 1.0
    inside = tiny.occlude_box(FILM, prediction, (0, 0, 448, 448))
    assert whole.probabilities == inside.probabilities


@pytest.mark.parametrize("box", [(10, 10, 10, 50), (500, 10, 600, 50), (50, 10, 10, 50)])
def test_a_box_without_area_is_refused(tiny: Classifier, box: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="hides nothing"):
        tiny.occlude_box(FILM, tiny.predict(FILM, stability=False), box)  # type: ignore[arg-type]


def test_a_flat_map_has_no_rank_correlation(tmp_path: Path) -> None:
    blind = Classifier(write_tiny_model(tmp_path / "blind.onnx", weights=(0, 0, 0, 0)))
    prediction = blind.predict(FILM)
    assert blind.occlude(FILM, prediction, prediction.findings[0]).correlation is None


def test_colours_are_weighed_by_luma(tiny: Classifier) -> None:
    red = np.zeros((300, 300, 3), np.uint8)
    red[..., 0] = 255
    tensor = preprocess(replace(FILM, pixels=red), tiny.spec)
    assert tensor.mean() * SPEC.std + SPEC.mean == pytest.approx(0.299, abs=0.003)


def test_a_refused_film_has_no_numbers_unless_they_are_insisted_on(tiny: Classifier) -> None:
    small = Radiograph("film", thorax_u8(100, 100))
    refused = tiny.predict(small)
    assert (refused.outcome, refused.findings, refused.probabilities) == (Outcome.REFUSED, (), None)
    insisted = tiny.predict(small, even_if_unsuitable=True)
    assert insisted.outcome is Outcome.REFUSED
    assert insisted.none_of_these is not None
    assert sum((insisted.probabilities or {}).values()) + insisted.none_of_these == pytest.approx(1.0)
    assert (refused.evidence, refused.none_of_these, refused.prediction_set) == ((), None, None)


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
    # Of the heads: the header states an age, which has its part in what is made of them.
    expected = {e.head: e.probability for e in bundled.predict(copy, True, stability=False).evidence}
    found = {e.head: e.probability for e in bundled.predict(deep, True, stability=False).evidence}
    assert found == pytest.approx(expected, abs=1e-4)


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


def test_a_film_with_two_lungs_is_classified_and_has_them(seeing: Classifier) -> None:
    prediction = seeing.predict(two_fields())
    assert prediction.outcome is Outcome.CLASSIFIED
    assert prediction.lungs is not None
    assert [field.x for field in prediction.lungs.fields] == pytest.approx([125 / 448, 325 / 448], abs=0.01)
    assert prediction.lungs.mask.mean() == pytest.approx(2 * 130 * 250 / 448**2, rel=0.02)
    # The first head sees evidence in the light, which here is all around the lungs, and covered.
    shares = {evidence.head: evidence.outside_lungs for evidence in prediction.evidence}
    assert shares["opacity"] is not None
    assert 0.0 <= shares["opacity"] < 0.05


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"view": (0.1, 0.8, 0.05, 0.05)}, "polarity"),
        ({"view": (0.1, 0.05, 0.8, 0.05)}, "rotation"),
        ({"view": (0.1, 0.05, 0.05, 0.8)}, "frontal"),
        ({"distance": 0.5}, "familiar"),
    ],
)
def test_what_the_view_network_sees_refuses_a_film(
    tiny_model: Path, tmp_path: Path, answers: dict[str, Any], name: str
) -> None:
    network = write_tiny_segmenter(tmp_path / "lungs.onnx", **answers)
    refused = Classifier(tiny_model, lungs=network).predict(two_fields())
    assert refused.outcome is Outcome.REFUSED
    assert [check.name for check in refused.checks if not check.passed] == [name]
    assert refused.findings == ()


def test_a_film_without_two_lungs_is_refused(seeing: Classifier) -> None:
    light = replace(FILM, pixels=np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1)))
    refused = seeing.predict(light)
    assert refused.outcome is Outcome.REFUSED
    assert [check.name for check in refused.checks if not check.passed] == ["lungs"]
    assert refused.findings == ()
    insisted = seeing.predict(light, even_if_unsuitable=True)
    assert [evidence.outside_lungs for evidence in insisted.evidence] == [None] * 4


def test_without_a_segmenter_no_lungs_are_looked_for(tiny: Classifier) -> None:
    prediction = tiny.predict(FILM)
    assert prediction.lungs is None
    assert "lungs" not in [check.name for check in prediction.checks]
    assert "frontal" not in [check.name for check in prediction.checks]
    assert [evidence.outside_lungs for evidence in prediction.evidence] == [None] * 4


def test_a_segmenter_for_another_tensor_is_refused(tmp_path: Path, tiny_model: Path) -> None:
    other = write_tiny_segmenter(tmp_path / "lungs.onnx", mean=0.4)
    with pytest.raises(InferenceError) as caught:
        Classifier(tiny_model, lungs=other)
    assert "another input" in caught.value.message()


def test_a_view_network_without_its_limits_is_refused(tmp_path: Path, tiny_model: Path) -> None:
    other = write_tiny_segmenter(tmp_path / "lungs.onnx", limits={"frontal": 0.5})
    with pytest.raises(InferenceError) as caught:
        Classifier(tiny_model, lungs=other)
    assert "limit distance" in caught.value.message()


@pytest.mark.parametrize(
    ("changes", "named"),
    [({"classes": ("covid19", "normal")}, "classes"), ({"heads": ("opacity",)}, "heads")],
)
def test_a_classifier_of_other_classes_or_heads_is_refused(
    tmp_path: Path, changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(InferenceError) as caught:
        Classifier(write_tiny_model(tmp_path / "tiny.onnx", **changes))
    assert named in caught.value.message()


def test_a_segmenter_is_not_a_classifier(tiny_segmenter: Path) -> None:
    with pytest.raises(InferenceError) as caught:
        Classifier(tiny_segmenter)
    assert "logits" in caught.value.message()


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
