"""A result that is held open is told under its code."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kcdocs.convert import libreoffice
from kcdocs.convert.errors import HeldOpenError


def test_a_result_that_may_not_be_replaced_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(os, "replace", held)  # as Windows does while Word holds the file

    with pytest.raises(HeldOpenError, match=r"«a\.pdf»"):
        libreoffice._placed(tmp_path / "a.pdf", b"x")
    assert not (tmp_path / "a.pdf").exists()
