"""The view network: films to the probability of lung, and to whether they are upright frontal chest films.

The encoder is EfficientNet-Lite0 up to its last stage of stride 16 (a sixth of its weights). From there
the features are doubled in size twice, each time with those of the encoder's own finer stage added
through a 1 x 1 projection (feature pyramids, Lin et al. 2017, arXiv:1612.03144) and smoothed by a
depthwise-separable convolution, which costs a tenth of a full one. The lungs are drawn at stride 4 and
enlarged: a stage at stride 2 took as long as all the others and drew them no better (LOG.md).

The gate reads the coarsest features, pooled over 3 x 3 overlapping regions and not over the whole film:
what tells a film upside down is where things are.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from inference.view import VIEWS
from training.backbone import LAST_BLOCK_OF_STRIDE_16, after_blocks, grey_backbone, imagenet_weights

# The last block of Lite0 at stride 16, 8 and 4, and its channels.
STAGES = ((LAST_BLOCK_OF_STRIDE_16, 112), (4, 40), (2, 24))
# Half the input's side: the mask's, and what the logits at stride 4 are enlarged to.
STRIDE = 2
# Of the gate: regions of 6 x 6 of the 14 x 14 features, 4 apart; channels in each; features in all.
REGION, REGION_STEP, REGIONS = 6, 4, 9
REGION_CHANNELS = 48
GATE_FEATURES = 96
# A film's distance is that to so many of its nearest neighbours.
NEIGHBOURS = 5


class ViewOutputs(NamedTuple):
    """``lungs`` (n, 1, s / 2, s / 2), ``views`` (n, 4) logits; ``features`` (n, 96); all float32.

    Lungs are above 0 where lung is more likely than not; views are as in ``VIEWS``.
    """

    lungs: torch.Tensor
    views: torch.Tensor
    features: torch.Tensor


class Segmenter(nn.Module):
    """(n, 1, 224, 224) float32 grey films to :class:`ViewOutputs`."""

    def __init__(self, width: int = 48, drop_connect: float = 0.0) -> None:
        super().__init__()
        self.backbone = grey_backbone()
        del self.backbone._conv_head, self.backbone._bn1
        self.backbone._blocks = self.backbone._blocks[: LAST_BLOCK_OF_STRIDE_16 + 1]
        self.drop_connect = drop_connect
        # At stride 4 there are four times as many places; half the width keeps them cheap.
        widths = (width, width, width // 2)
        self.laterals = nn.ModuleList(
            nn.Conv2d(channels, out, 1) for (_, channels), out in zip(STAGES, widths, strict=True)
        )
        self.smoothings = nn.ModuleList(
            _separable(into, out) for into, out in zip(widths, (*widths[1:], widths[-1]), strict=True)
        )
        self.head = nn.Conv2d(widths[-1], 1, 1)
        self.gate = Gate(STAGES[0][1])

    def forward(self, films: torch.Tensor) -> ViewOutputs:
        features = list(after_blocks(self.backbone, films, self.drop_connect))
        x: torch.Tensor | None = None
        for (block, _), lateral, smooth in zip(STAGES, self.laterals, self.smoothings, strict=True):
            y = lateral(features[block])
            if x is not None:
                y = y + F.interpolate(x, scale_factor=2.0, mode="bilinear")
            x = smooth(y)
        lungs = F.interpolate(self.head(x), scale_factor=2.0, mode="bilinear")
        views, seen = self.gate(features[STAGES[0][0]])
        return ViewOutputs(lungs, views, seen)

    def first_blocks(self, count: int) -> list[nn.Module]:
        """The stem and the encoder's first ``count`` blocks."""
        net = self.backbone
        return [net._conv_stem, net._bn0, *net._blocks[:count]]


class Gate(nn.Module):
    """(n, channels, 14, 14) features to the logits (n, 4) of VIEWS, and the features (n, 96) they rest on.

    Of every region the mean and the greatest value of each channel: what fills it, and what is there
    at all.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.reduce = nn.Sequential(
            nn.Conv2d(channels, REGION_CHANNELS, 1, bias=False),
            nn.BatchNorm2d(REGION_CHANNELS),
            nn.ReLU6(inplace=True),
        )
        self.join = nn.Linear(2 * REGION_CHANNELS * REGIONS, GATE_FEATURES)
        self.dropout = nn.Dropout(0.2)
        self.views = nn.Linear(GATE_FEATURES, len(VIEWS))

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.reduce(features)
        pooled = [pool(x, REGION, REGION_STEP).flatten(1) for pool in (F.avg_pool2d, F.max_pool2d)]
        # A leaky step: what lies on either side of zero still has a distance.
        joined = F.leaky_relu(self.join(torch.cat(pooled, 1)), 0.1)
        return self.views(self.dropout(joined)), joined


class ServedSegmenter(nn.Module):
    """What is exported: films to lung probability (n, s / 2, s / 2), view (n, 4), distance (n,); float32.

    ``reference`` (m, 96) are the normalised features of films that were learned from. A film's distance
    is one minus the mean cosine to the nearest :data:`NEIGHBOURS` of them.
    """

    reference: torch.Tensor

    def __init__(self, network: Segmenter, reference: torch.Tensor) -> None:
        super().__init__()
        self.network = network
        self.register_buffer("reference", reference)

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        found = self.network(image)
        cosines = F.normalize(found.features) @ self.reference.T
        nearest = torch.topk(cosines, NEIGHBOURS, dim=1).values
        return torch.sigmoid(found.lungs[:, 0]), found.views.softmax(1), 1 - nearest.mean(1)


def load_imagenet(network: Segmenter) -> None:
    """Start the encoder from the weights that ImageNet gave; the stages it lacks are left out."""
    own = network.backbone.state_dict()
    network.backbone.load_state_dict({k: v for k, v in imagenet_weights().items() if k in own})


def _separable(into: int, out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(into, into, 3, padding=1, groups=into, bias=False),
        nn.Conv2d(into, out, 1, bias=False),
        nn.BatchNorm2d(out),
        nn.ReLU6(inplace=True),
    )
