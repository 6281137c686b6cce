"""The guide for the first use says what the page says, and no more than two screens of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "kcdocs" / "web"
GUIDES = ("bat-dau.md", "trang.md")
_LABEL = re.compile(r"bấm (?:nút )?«([^»]+)»")
_TWO_SCREENS = 500
"""Words: a screen of 1280 by 800 holds some 250 beside a picture."""


@pytest.mark.parametrize("guide", GUIDES)
def test_every_button_that_a_guide_names_is_on_the_page(guide: str) -> None:
    files = [*(WEB / "templates").iterdir(), *(WEB / "static").glob("*.js")]
    page = "\n".join(path.read_text(encoding="utf-8") for path in files)
    labels = _LABEL.findall((ROOT / "docs" / guide).read_text(encoding="utf-8"))
    assert len(labels) > 5
    assert [words for words in labels if words.replace(" … ", " ").rstrip("…") not in page] == []


def test_the_first_guide_takes_two_screens_at_the_most() -> None:
    words = (ROOT / "docs" / "bat-dau.md").read_text(encoding="utf-8").split()
    assert len(words) <= _TWO_SCREENS
