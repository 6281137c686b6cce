"""The names of series: "QĐ-BCT/2026"."""

from __future__ import annotations

import re

from kcdocs.register import limits
from kcdocs.register.errors import BadSeriesError
from kcdocs.register.nouns import Series
from kcdocs.text.normalise import nfc

_NAME = re.compile(r"([^\W\d_]{1,20})-([^\s/]{1,80})/(20[0-9]{2})")


def read_series(said: str) -> Series:
    """The series of a name.

    Args:
        said: Type, issuer and year: "QĐ-BCT/2026".

    Raises:
        BadSeriesError: If it is no such name.
    """
    found = _NAME.fullmatch(nfc(said[: limits.LONGEST_SERIES]).strip().replace("Ð", "Đ"))
    if found is None or len(said) > limits.LONGEST_SERIES or not said.isprintable():
        raise BadSeriesError(said)
    return Series(found[2], found[1], int(found[3]))
