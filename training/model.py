"""The network: EfficientNet-Lite0 with class maps at a sixteenth of the input's side.

Features of the stride-16 stage (112 channels, 14 x 14 at 224 pixels) and of the stride-32 end (1280
channels, 7 x 7) are projected to one width, added at 14 x 14 (the top-down step of feature pyramids,
Lin et al. 2017, arXiv:1612.03144) and averaged into the feature vector; one linear layer makes the
logits of it. Because average and layer are both linear, the layer applied at every place gives a map
whose mean is the logit exactly (class activation mapping, Zhou et al. 2016, arXiv:1512.04150).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from training.backbone import LAST_BLOCK_OF_STRIDE_16, after_blocks, grey_backbone, imagenet_weights

CHANNELS_16, CHANNELS_32 = 112, 1280


class Outputs(NamedTuple):
    """``logits`` (n, classes), ``class_maps`` (n, classes, m, m), ``features`` (n, width); float32."""

    logits: torch.Tensor
    class_maps: torch.Tensor
    features: torch.Tensor


class Network(nn.Module):
    """(n, 1, 224, 224) float32 grey films to :class:`Outputs`."""

    def __init__(
        self, classes: int, features: int = 256, dropout: float = 0.0, drop_connect: float = 0.0
    ) -> None:
        super().__init__()
        self.backbone = grey_backbone()
        self.drop_connect = drop_connect
        self.project_16 = _projection(CHANNELS_16, features)
        self.project_32 = _projection(CHANNELS_32, features)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(features, classes)

    def forward(self, films: torch.Tensor) -> Outputs:
        fine, coarse = self._stages(films)
        coarse = F.interpolate(self.project_32(coarse), scale_factor=2.0, mode="bilinear")
        grid = F.relu6(self.project_16(fine) + coarse)
        features = grid.mean((2, 3))
        logits = self.head(self.dropout(features))
        return Outputs(logits, class_maps(grid, self.head), features)

    def _stages(self, films: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Features at stride 16 (n, 112, 14, 14) and 32 (n, 1280, 7, 7)."""
        net = self.backbone
        features = list(after_blocks(net, films, self.drop_connect))
        coarse = net._swish(net._bn1(net._conv_head(features[-1])))
        return features[LAST_BLOCK_OF_STRIDE_16], coarse


def class_maps(grid: torch.Tensor, head: nn.Linear) -> torch.Tensor:
    """The head at every place: (n, features, m, m) to (n, classes, m, m), whose mean is the logit."""
    return F.conv2d(grid, head.weight[:, :, None, None], head.bias)


def load_imagenet(network: Network) -> None:
    """Start from the weights that ImageNet gave."""
    network.backbone.load_state_dict(imagenet_weights())


class ServedNetwork(nn.Module):
    """What is exported: the first ``classes`` classes, each relative to their mean.

    A softmax does not see what is common to all its logits, and nobody should read it from a map; so
    the mean weight and bias over the kept classes are subtracted, and the logits sum to zero.
    """

    def __init__(self, network: Network, classes: int) -> None:
        super().__init__()
        self.network = network
        weight, bias = network.head.weight[:classes], network.head.bias[:classes]
        served = nn.Linear(network.head.in_features, classes)
        served.weight = nn.Parameter((weight - weight.mean(0)).detach())
        served.bias = nn.Parameter((bias - bias.mean()).detach())
        self.network.head = served

    def forward(self, image: torch.Tensor) -> Outputs:
        return Outputs(*self.network(image))


def _projection(channels: int, features: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(channels, features, 1, bias=False), nn.BatchNorm2d(features))
