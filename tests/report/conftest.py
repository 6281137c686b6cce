"""Fixtures of the report tests."""

from __future__ import annotations

import pytest
from report_builder import Sheet, build_sample

from kcdocs.model.comparison import Comparison


@pytest.fixture
def sheet() -> Sheet:
    """An empty sheet of rows."""
    return Sheet()


@pytest.fixture(scope="session")
def sample() -> Comparison:
    """A small comparison that holds every class of change and every kind of list."""
    return build_sample()
