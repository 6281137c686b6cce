"""Batches of many groups in little time."""

from __future__ import annotations

import pytest

from kcdocs.batch import limits

GROUP = 20
"""Documents of a group where it is shrunk: a tenth of what is right for speed, which is all that depends on it."""


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> int:
    """Documents are made, journalled and confirmed in small groups; how many make one."""
    monkeypatch.setattr(limits, "GROUP", GROUP)
    return GROUP
