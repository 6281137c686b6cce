"""What annexes share: pages of their own, upright or on their side, and content taken from a file."""

from __future__ import annotations

from tools.forms.ooxml import paragraph, section
from tools.forms.styles import WIDTH

LANDSCAPE = 247.0
"""Width of the text in millimetres on landscape pages of A4."""


def breaks(annexes: str) -> str:
    """The end of the text's own pages, where there are annexes."""
    return (
        paragraph("KCThan", f"{{%p if {annexes} %}}")
        + section(last=False, restart=False)
        + paragraph("KCThan", "{%p endif %}")
    )


def sideways(landscape: str, upright: str) -> str:
    """One thing on landscape pages and another on upright ones, within the loop over annexes `pl`."""
    return "".join(
        (
            paragraph("KCThan", "{%p if pl.trang_ngang %}"),
            landscape,
            paragraph("KCThan", "{%p else %}"),
            upright,
            paragraph("KCThan", "{%p endif %}"),
        )
    )


def content() -> str:
    """The Word file or the table that an annex is taken from, where it names one."""
    taken = sideways(
        *(paragraph("KCThan", f"{{{{p pl.tep | tep({width:.0f}) }}}}") for width in (LANDSCAPE, WIDTH))
    )
    return paragraph("KCThan", "{%p if pl.tep %}") + taken + paragraph("KCThan", "{%p endif %}")


def page() -> str:
    """The end of an annex and its pages; that of the last annex is the end of the document."""
    return sideways(section(last=False, restart=True, landscape=True), section(last=False, restart=True))
