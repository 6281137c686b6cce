"""The page of the public face in docs/reference is what the code says of itself."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tools"))

import api as api_page


def test_the_page_is_what_the_code_says() -> None:
    assert api_page.PAGE.read_text("utf-8") == api_page.page()
