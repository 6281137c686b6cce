"""Steps, by page and line, that do not work yet."""

from __future__ import annotations

FAILING: dict[str, tuple[int, ...]] = {
    "--help": (2, 3, 4, 6, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 25, 26, 30, 33),
    "README.md": (29, 30),
    "README.vi.md": (52, 53, 69, 70, 72, 73, 80, 81, 85, 92, 93, 94, 95, 96, 97, 98, 106, 108, 110),
    "docs/amend.md": (13, 29, 43, 54, 64, 81, 93),
    "docs/batch.md": (26, 38, 48, 49, 96, 170),
    "docs/reference/sources.md": (16,),
    "docs/templates/nghi-dinh-sua-doi.md": (74,),
    "docs/templates/quyet-dinh-cong-bo-tthc.md": (106,),
    "docs/templates/thong-tu-thay-the.md": (77,),
    "docs/templates/to-trinh.md": (79,),
    "docs/templates/tu-lap-mau.md": (50, 58, 70, 104, 127),
}
