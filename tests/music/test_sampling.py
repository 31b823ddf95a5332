"""Drawing: by the shares that there are, never what is forbidden, and the same for one seed."""

import pytest
import torch

from studio.errors import StudioError
from studio.music.sampling import Sampling, draw, seeded, shares

LOGITS = torch.tensor([2.0, 1.0, 0.0, -1.0])


def test_a_seed_means_the_same_draws() -> None:
    drawn = [[draw(LOGITS, Sampling(), random) for _ in range(50)] for random in map(seeded, (3,))]
    again = seeded(3)

    assert drawn[0] == [draw(LOGITS, Sampling(), again) for _ in range(50)]
    assert drawn[0] != [draw(LOGITS, Sampling(), seeded(4)) for _ in range(50)]


def test_draws_follow_the_shares() -> None:
    random = seeded(1)
    drawn = torch.tensor([draw(LOGITS, Sampling(), random) for _ in range(4000)])

    found = torch.bincount(drawn, minlength=4) / 4000
    assert torch.allclose(found, LOGITS.softmax(0), atol=0.03)


def test_what_is_forbidden_is_never_drawn() -> None:
    allowed = torch.tensor([False, True, False, True])
    random = seeded(2)

    drawn = {draw(LOGITS, Sampling(1.5), random, allowed) for _ in range(500)}

    assert drawn == {1, 3}


def test_cool_is_likelier_and_warm_is_more_even() -> None:
    cool, plain, warm = (shares(LOGITS, Sampling(t))[0] for t in (0.1, 1.0, 1.5))

    assert cool > plain > warm


def test_the_likeliest_share_leaves_the_rest_out() -> None:
    found = shares(LOGITS, Sampling(1.0, 0.7))

    assert (found > 0).tolist() == [True, True, False, False]
    assert float(found.sum()) == pytest.approx(1)
    assert (shares(LOGITS, Sampling(1.0, 0.01)) > 0).tolist() == [True, False, False, False]


def test_rules_that_leave_nothing_are_said_in_a_sentence() -> None:
    with pytest.raises(StudioError, match="loosen"):
        draw(LOGITS, Sampling(), seeded(1), torch.zeros(4, dtype=torch.bool))


@pytest.mark.parametrize("values", [(0.0, 1.0), (1.6, 1.0), (1.0, 0.0), (1.0, 1.1)])
def test_what_is_out_of_range_is_refused(values: tuple[float, float]) -> None:
    with pytest.raises(StudioError):
        Sampling(*values)
