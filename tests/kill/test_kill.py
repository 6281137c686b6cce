"""Killed at any moment, a command leaves a data folder that is whole."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no kill -9 and no fork", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from killing import SCENARIOS, kill_at_random
from trial import warm_up


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_is_kept_is_whole_after_kills_at_random_moments(tmp_path: Path, name: str) -> None:
    warm_up()
    assert kill_at_random(SCENARIOS[name], tmp_path, random.Random(name), kills=5) > 0
