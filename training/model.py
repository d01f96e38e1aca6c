"""The network: EfficientNet-Lite0 with class maps at a sixteenth of the input's side, pooled in the lungs.

Features of the stride-16 stage (112 channels, 14 x 14 at 224 pixels) and of the stride-32 end (1280
channels, 7 x 7) are projected to one width, added at 14 x 14 (the top-down step of feature pyramids,
Lin et al. 2017, arXiv:1612.03144) and averaged over the lungs into the feature vector; one linear layer
makes the logits of the heads of it. Because average and layer are both linear, the layer applied at every
place, times that place's weight in the average, gives a map whose mean is the logit exactly (class
activation mapping, Zhou et al. 2016, arXiv:1512.04150).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from training.backbone import LAST_BLOCK_OF_STRIDE_16, after_blocks, grey_backbone, imagenet_weights

CHANNELS_16, CHANNELS_32 = 112, 1280
# Cells of the class maps along a side.
GRID = 14
# What a place outside the lungs weighs in the average, of one inside: where no lungs are found at all,
# the average is over everything.
OUTSIDE_WEIGHT = 0.01


class Outputs(NamedTuple):
    """``logits`` (n, heads), ``class_maps`` (n, heads, m, m), ``features`` (n, width); float32."""

    logits: torch.Tensor
    class_maps: torch.Tensor
    features: torch.Tensor


class Network(nn.Module):
    """(n, 1, 224, 224) lung crops and (n, 1, 112, 112) lung probabilities of them to :class:`Outputs`."""

    def __init__(
        self, heads: int, features: int = 256, dropout: float = 0.0, drop_connect: float = 0.0
    ) -> None:
        super().__init__()
        self.backbone = grey_backbone()
        self.drop_connect = drop_connect
        self.project_16 = _projection(CHANNELS_16, features)
        self.project_32 = _projection(CHANNELS_32, features)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(features, heads)

    def forward(self, films: torch.Tensor, lungs: torch.Tensor) -> Outputs:
        fine, coarse = self._stages(films)
        coarse = F.interpolate(self.project_32(coarse), scale_factor=2.0, mode="bilinear")
        grid = F.relu6(self.project_16(fine) + coarse)
        weights = place_weights(lungs)
        features = (grid * weights).mean((2, 3))
        logits = self.head(self.dropout(features))
        return Outputs(logits, class_maps(grid, weights, self.head), features)

    def first_blocks(self, count: int) -> list[nn.Module]:
        """The stem and the backbone's first ``count`` blocks."""
        net = self.backbone
        return [net._conv_stem, net._bn0, *net._blocks[:count]]

    def _stages(self, films: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Features at stride 16 (n, 112, 14, 14) and 32 (n, 1280, 7, 7)."""
        net = self.backbone
        features = list(after_blocks(net, films, self.drop_connect))
        coarse = net._swish(net._bn1(net._conv_head(features[-1])))
        return features[LAST_BLOCK_OF_STRIDE_16], coarse


def place_weights(lungs: torch.Tensor) -> torch.Tensor:
    """(n, 1, 112, 112) lung probabilities to the weight of each place, (n, 1, 14, 14); their mean is 1."""
    share = F.avg_pool2d(lungs, lungs.shape[-1] // GRID) + OUTSIDE_WEIGHT
    return share / share.mean((2, 3), keepdim=True)


def class_maps(grid: torch.Tensor, weights: torch.Tensor, head: nn.Linear) -> torch.Tensor:
    """The head at every place: (n, features, m, m) to (n, heads, m, m), whose mean is the logit."""
    return F.conv2d(grid, head.weight[:, :, None, None], head.bias) * weights


def load_imagenet(network: Network) -> None:
    """Start from the weights that ImageNet gave."""
    network.backbone.load_state_dict(imagenet_weights())


def _projection(channels: int, features: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, features, 1, bias=False), nn.BatchNorm2d(features))
