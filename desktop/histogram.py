"""How often a film has which value, and the window over them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from inference import Radiograph, VoiTransform, Window

MOST_BINS = 256
# As many pixels as say the same as nine million.
SAMPLE = 1_000_000


@dataclass(frozen=True, eq=False)
class Histogram:
    """``counts`` is (bins,) int64, from the modality value ``low`` to ``high`` in equal steps."""

    counts: NDArray[np.int64]
    low: float
    high: float


def histogram_of(radiograph: Radiograph) -> Histogram:
    """Of the modality values, padding left out; some milliseconds of work.

    Every bin holds as many possible values as the next: otherwise it would look like a comb.
    """
    import numpy as np

    low, high = radiograph.value_range
    step = _step(radiograph)
    possible = round((high - low) / step) + 1
    width = math.ceil(possible / MOST_BINS)
    bins = math.ceil(possible / width)
    start = low - step / 2
    end = start + bins * width * step
    stored, counts = _counted(radiograph)
    made, _ = np.histogram(_values(radiograph, stored), bins, (start, end), weights=counts)
    return Histogram(made.astype(np.int64), start, end)


def window_edges(voi: VoiTransform) -> tuple[float, float]:
    """The values that become black and white; of a VOI LUT, the ends of its input."""
    from inference import LookupTable

    if isinstance(voi, LookupTable):
        return float(voi.first), float(voi.first + len(voi.entries) - 1)
    if voi.function == "LINEAR":
        # Its half a pixel (PS3.3 C.11.2.1.2.1).
        return voi.center - 0.5 - (voi.width - 1) / 2, voi.center - 0.5 + (voi.width - 1) / 2
    return voi.center - voi.width / 2, voi.center + voi.width / 2


def window_between(voi: VoiTransform, low: float, high: float, least: float) -> Window:
    """``voi`` with other edges, at least ``least`` apart; a VOI LUT is taken over as a window."""
    from inference import Window

    high = max(high, low + least)
    window = voi if isinstance(voi, Window) else Window(0.0, 1.0)
    if window.function == "LINEAR":
        return replace(window, center=(low + high + 1) / 2, width=high - low + 1, explanation="")
    return replace(window, center=(low + high) / 2, width=high - low, explanation="")


def _step(radiograph: Radiograph) -> float:
    """Between one modality value and the next that is possible; entries of a Modality LUT are whole."""
    from inference import LookupTable

    modality = radiograph.modality
    return 1.0 if isinstance(modality, LookupTable) else abs(modality.slope)


def _counted(radiograph: Radiograph) -> tuple[NDArray[Any], NDArray[Any]]:
    """Stored values and how often each was found, padding left out unless that is all."""
    import numpy as np

    skip = max(1, math.isqrt(math.ceil(radiograph.rows * radiograph.columns / SAMPLE)))
    sample = radiograph.pixels[::skip, ::skip].astype(np.int64).ravel()
    least = int(sample.min())
    counts = np.bincount(sample - least)
    stored = np.arange(least, least + len(counts))
    if radiograph.padding is not None:
        low, high = radiograph.padding
        outside = (stored < low) | (stored > high)
        if counts[outside].any():
            return stored[outside], counts[outside]
    return stored, counts


def _values(radiograph: Radiograph, stored: NDArray[Any]) -> NDArray[np.float64]:
    import numpy as np

    from inference import LookupTable

    modality = radiograph.modality
    if isinstance(modality, LookupTable):
        return modality(stored.astype(np.float64))
    return np.asarray(stored * modality.slope + modality.intercept)
