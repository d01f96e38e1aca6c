"""Films that use all of their grey scale, and how a picture of ours is held against another's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dcmtk import encode, render
from inference import load_radiograph
from phantom import dicom, gradient_and_noise, write_dicom

Difference = Callable[..., int]


@pytest.fixture
def difference(tmp_path: Path) -> Difference:
    """The greatest difference, in grey levels, between our picture and DCMTK's.

    The film is made of ``bits``, ``signed`` and DICOM attributes, ``pixels`` where given. ``voi`` is the
    number of its window or VOI LUT, counted over both from 1, ``option`` what makes DCMTK choose the same.
    ``syntax`` is an option of DCMTK's ``dcmconv``, to have the file written in another transfer syntax.
    """

    def measure(
        bits: int,
        signed: bool,
        *option: str,
        voi: int = 1,
        pixels: NDArray[Any] | None = None,
        syntax: str = "",
        **attributes: Any,
    ) -> int:
        values = gradient_and_noise(bits, signed) if pixels is None else pixels
        path = write_dicom(tmp_path / "film.dcm", dicom(values, bits=bits, **attributes))
        if syntax:
            path = encode(path, "dcmconv", syntax)
        radiograph = load_radiograph(path)
        ours = radiograph.render(radiograph.voi[voi - 1] if radiograph.voi else None)
        return int(np.abs(ours.astype(int) - render(path, *option)).max())

    return measure
