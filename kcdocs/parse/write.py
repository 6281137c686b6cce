"""Instruments back to the lines they were read from."""

from __future__ import annotations

from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Line


def lines(instrument: Instrument) -> tuple[Line, ...]:
    """All lines of the source, in order: the inverse of `parse.instrument.parse`."""
    return instrument.lines()
