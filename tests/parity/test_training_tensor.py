"""What is trained is what is served, bit for bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("torch")
from inference import Classifier, Radiograph, load_radiograph
from inference.crop import CENTRE, lung_region
from inference.lungs import find_lungs
from inference.preprocessing import normalise, preprocess, reduce
from inference.runtime import LUNGS_OUTPUTS, Model
from inference.view import FilmView
from phantom import thorax_u8, write_image
from training import cache
from training.config import Config
from training.dataset import plain_batches, served_example, tensor
from training.manifest import read_manifest


def write_collection(folder: Path) -> None:
    """Films of nobody in the formats and shapes of the real ones, and one mask."""
    rng = np.random.default_rng(2)
    rows = ["image,label,task,source,group,fold,licence,lung_mask"]
    for i, (height, width) in enumerate([(224, 224), (448, 560), (601, 448), (190, 230)]):
        grey = rng.integers(0, 256, (height, width), dtype=np.uint8)
        Image.fromarray(grey).save(folder / f"{i}.jpg", quality=90)
        mask = ""
        if i == 1:
            mask = "mask.png"
            Image.fromarray(
                np.where(np.arange(width) < width // 2, 255, 0).astype(np.uint8)[None].repeat(height, 0)
            ).save(folder / mask)
        rows.append(f"{i}.jpg,normal,classify,kermany,g{i},0,CC BY 4.0,{mask}")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_the_training_tensor_is_the_serving_tensor(tmp_path: Path) -> None:
    write_collection(tmp_path)
    config = Config()
    cache.build(tmp_path, config.size, tmp_path / "cache")
    data = cache.load(tmp_path, tmp_path / "cache")
    trained = np.concatenate([b.numpy() for b in plain_batches(data.images, config.spec(), batch=3)])
    for film, one in zip(data.films, trained, strict=True):
        served = preprocess(load_radiograph(tmp_path / film.image), config.spec())
        np.testing.assert_array_equal(one[np.newaxis], served)
        assert one.dtype == served.dtype


def test_masks_lie_as_the_films_do(tmp_path: Path) -> None:
    write_collection(tmp_path)
    cache.build(tmp_path, 224, tmp_path / "cache")
    data = cache.load(tmp_path, tmp_path / "cache")
    assert data.has_mask.tolist() == [False, True, False, False]
    assert set(np.unique(data.masks[1])) == {0, 255}
    assert data.masks[1].mean() == pytest.approx(255 / 2, rel=0.01)
    assert not data.masks[0].any()


def test_a_cache_is_current_until_films_or_rendering_change(tmp_path: Path) -> None:
    write_collection(tmp_path)
    target = tmp_path / "cache"
    assert not cache.is_current(tmp_path, 224, target)
    cache.build(tmp_path, 224, target)
    assert cache.is_current(tmp_path, 224, target)
    assert not cache.is_current(tmp_path, 160, target)
    # As if the program had come to render films otherwise.
    Image.fromarray(np.zeros((224, 224), np.uint8)).save(tmp_path / "0.jpg")
    assert not cache.is_current(tmp_path, 224, target)


@pytest.mark.films
def test_real_films_are_served_as_they_were_trained(films_folder: Path) -> None:
    config = Config()
    some = read_manifest(films_folder)[::500]
    for film in some:
        grey = cache.render(films_folder, film, config.size)
        (batch,) = plain_batches(grey[np.newaxis], config.spec())
        served = preprocess(load_radiograph(films_folder / film.image), config.spec())
        np.testing.assert_array_equal(batch.numpy(), served)


@pytest.mark.parametrize("found", [True, False])
def test_the_classifier_is_fed_the_very_tensors_that_were_trained(
    found: bool, tiny_model: Path, tiny_segmenter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Veil, crop and lungs, bit for bit; of a film without lungs, too."""
    fed: list[tuple[np.ndarray, np.ndarray]] = []
    run = Model.run

    def listen(self: Model, image: np.ndarray, lungs: np.ndarray | None = None) -> list[np.ndarray]:
        if lungs is not None:
            fed.append((image, lungs))
        return run(self, image, lungs)

    pixels = (
        thorax_u8(500, 400) if found else np.tile(np.linspace(180, 250, 400), (500, 1)).astype(np.uint8)
    )
    radiograph = load_radiograph(write_image(tmp_path / "film.png", pixels))
    classifier = Classifier(tiny_model, lungs=tiny_segmenter)
    grey = reduce(radiograph, classifier.spec.size)
    view = Model(tiny_segmenter, 1, LUNGS_OUTPUTS)
    # Training keeps half floats; what both do is compared, so the served are rounded likewise.
    probability = view.run(normalise(grey, view.spec)[np.newaxis, np.newaxis])[0][0].astype(np.float16)
    region = lung_region(find_lungs(probability.astype(np.float32)))
    assert (region == CENTRE) is not found
    look = Classifier._look

    def rounded(self: Classifier, radiograph: Radiograph, reduced: np.ndarray) -> FilmView | None:
        seen = look(self, radiograph, reduced)
        assert seen is not None
        kept = seen.lung_probability.astype(np.float16).astype(np.float32)
        return replace(seen, lung_probability=kept)

    monkeypatch.setattr(Classifier, "_look", rounded)
    monkeypatch.setattr(Model, "run", listen)
    classifier.predict(radiograph, even_if_unsuitable=True)
    example = served_example(grey, probability, region)
    ((image, lungs),) = fed
    np.testing.assert_array_equal(image[:1], tensor(example.film[np.newaxis], classifier.spec).numpy())
    np.testing.assert_array_equal(lungs[0, 0], example.lungs)
    assert image.dtype == lungs.dtype == np.float32
