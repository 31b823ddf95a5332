"""The linear map that brings a network's latents to mean 0 and deviation 1, uncorrelated."""

from __future__ import annotations

import torch
from torch import Tensor


@torch.no_grad()
def fitted(means: Tensor, variances: Tensor) -> tuple[Tensor, Tensor]:
    """The centre (L,) and the spread (L, L) over what gave these means and variances (N, L).

    ``centre + z @ spread`` is distributed as the latents of the whole set where z is standard
    normal. The rows of the spread are the principal directions, the strongest first (the fit after
    the training of Ghosh et al. 2020, section 4, with one Gaussian).
    """
    centre = means.double().mean(0)
    away = means.double() - centre
    covariance = away.T @ away / max(1, len(away) - 1) + variances.double().mean(0).diag()
    values, vectors = torch.linalg.eigh(covariance)
    values, vectors = values.flip(0).clamp_min(1e-8), vectors.flip(1)
    signs = vectors.gather(0, vectors.abs().argmax(0, keepdim=True)).sign()
    return centre.float(), (vectors * signs * values.sqrt()).T.float().contiguous()
