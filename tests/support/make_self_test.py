"""Write what the installation check is held against: ``python3 dev.py self-test-expectations``.

To be run after each new model: it records the SHA-256 of the model files and stores what the program makes
of each synthetic film. The films are drawn where they are not there; delete them to have them drawn anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import imagecodecs
import numpy as np
from pydicom.uid import JPEG2000Lossless, JPEGLSLossless

from inference.classifier import Classifier, bundled_model
from inference.loading import load_radiograph
from inference.manifest import write_manifest
from inference.self_test import EXPECTATIONS, folder, observe
from phantom import compress, dicom, thorax_u8, thorax_u16, write_dicom, write_image

SIZE = 512


def draw(target: Path) -> None:
    """An adult and a child, each in another codec; a picture; one to be refused and one that is cut off."""
    adult, child = thorax_u16(SIZE, SIZE, bits=10), thorax_u16(SIZE, SIZE, bits=12, seed=3)
    film = dicom(adult, bits=10, WindowCenter=512, WindowWidth=900)
    write_dicom(target / "adult.dcm", compress(film, JPEGLSLossless, imagecodecs.jpegls_encode(adult)))
    film = dicom(child, bits=12, PatientAge="004Y")
    encoded = imagecodecs.jpeg2k_encode(child, codecformat="j2k", reversible=True, bitspersample=12)
    write_dicom(target / "child.dcm", compress(film, JPEG2000Lossless, encoded))
    write_image(target / "picture.png", thorax_u8(SIZE, SIZE, seed=5))
    write_image(target / "turned.png", np.ascontiguousarray(np.rot90(thorax_u8(SIZE, SIZE, seed=7))))
    whole = (target / "adult.dcm").read_bytes()
    (target / "cut-off.dcm").write_bytes(whole[: len(whole) // 2])


def main() -> None:
    """Films, hashes, expectations; prints what is expected of each film."""
    target = folder()
    target.mkdir(exist_ok=True)
    if not (target / "adult.dcm").exists():
        draw(target)
    write_manifest(Path(bundled_model()).parent)
    classifier = Classifier()
    films = sorted(path for path in target.iterdir() if path.suffix != ".json")
    observed = [observe(film, classifier, load_radiograph) for film in films]
    model = {"name": classifier.identity.name, "version": classifier.identity.version}
    rows = ",\n".join(json.dumps(one) for one in observed)
    text = f'{{"model": {json.dumps(model)}, "films": [\n{rows}\n]}}\n'
    (target / EXPECTATIONS).write_text(text, encoding="utf-8")
    write_manifest(target)
    for one in observed:
        print(f"{one['file']:<14}{one['outcome']:<40}{one.get('probabilities', '')}")


if __name__ == "__main__":
    main()
