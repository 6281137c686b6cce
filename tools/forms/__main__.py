"""Write the shared blocks and the templates that have not been released: `python -m tools.forms`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.forms import blocks, to_trinh
from tools.forms.ooxml import package
from tools.forms.styles import styles_part

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[2] / "templates"

BLOCKS: dict[str, Callable[[], str]] = {
    "dau-van-ban": blocks.header,
    "gach-trich-yeu": blocks.abstract_rule,
    "kinh-gui": blocks.addressees,
    "chu-ky": blocks.signature,
}

BODIES: dict[str, tuple[str, Callable[[], str]]] = {
    "to-trinh/1.0.0/to-trinh.docx": ("Tờ trình Chính phủ về dự thảo nghị định", to_trinh.body_2015),
    "to-trinh/2.0.0/to-trinh.docx": ("Tờ trình Chính phủ về dự thảo nghị định", to_trinh.body_2025),
}


def main() -> None:
    """Write every block and template."""
    styles = styles_part()
    for name, content in BLOCKS.items():
        _write(TEMPLATES / "khoi" / f"{name}.docx", package(content(), styles, f"Khối {name}"))
    for path, (title, content) in BODIES.items():
        _write(TEMPLATES / path, package(content(), styles, title))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


main()
