"""The lung network: films to the probability of lung at every second pixel.

The encoder is EfficientNet-Lite0 up to its last stage of stride 16 (a sixth of its weights). From there
the features are doubled in size three times, each time with those of the encoder's own finer stage
added through a 1 x 1 projection (feature pyramids, Lin et al. 2017, arXiv:1612.03144) and smoothed by a
depthwise-separable convolution, which costs a tenth of a full one.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from training.backbone import LAST_BLOCK_OF_STRIDE_16, after_blocks, grey_backbone, imagenet_weights

# The last block of Lite0 at stride 16, 8, 4 and 2, and its channels.
STAGES = ((LAST_BLOCK_OF_STRIDE_16, 112), (4, 40), (2, 24), (0, 16))
# Half the input's side: the mask's.
STRIDE = 2


class LungLogits(NamedTuple):
    """``logits`` (n, 1, s / 2, s / 2) float32, above 0 where lung is more likely than not."""

    logits: torch.Tensor


class Segmenter(nn.Module):
    """(n, 1, s, s) float32 grey films, s a multiple of 16, to :class:`LungLogits`."""

    def __init__(self, width: int = 48, drop_connect: float = 0.0) -> None:
        super().__init__()
        self.backbone = grey_backbone()
        del self.backbone._conv_head, self.backbone._bn1
        self.backbone._blocks = self.backbone._blocks[: LAST_BLOCK_OF_STRIDE_16 + 1]
        self.drop_connect = drop_connect
        # At stride 2 there are four times as many places; half the width keeps them cheap.
        widths = (width, width, width, width // 2)
        self.laterals = nn.ModuleList(
            nn.Conv2d(channels, out, 1) for (_, channels), out in zip(STAGES, widths, strict=True)
        )
        self.smoothings = nn.ModuleList(
            _separable(into, out) for into, out in zip(widths, (*widths[1:], widths[-1]), strict=True)
        )
        self.head = nn.Conv2d(widths[-1], 1, 1)

    def forward(self, films: torch.Tensor) -> LungLogits:
        features = list(after_blocks(self.backbone, films, self.drop_connect))
        x: torch.Tensor | None = None
        for (block, _), lateral, smooth in zip(STAGES, self.laterals, self.smoothings, strict=True):
            y = lateral(features[block])
            if x is not None:
                y = y + F.interpolate(x, scale_factor=2.0, mode="bilinear")
            x = smooth(y)
        return LungLogits(self.head(x))

    def first_blocks(self, count: int) -> list[nn.Module]:
        """The stem and the encoder's first ``count`` blocks."""
        net = self.backbone
        return [net._conv_stem, net._bn0, *net._blocks[:count]]


class ServedSegmenter(nn.Module):
    """What is exported: (n, 1, s, s) films to (n, s / 2, s / 2) probabilities of lung, float32."""

    def __init__(self, network: Segmenter) -> None:
        super().__init__()
        self.network = network

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.network(image).logits[:, 0])


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
