"""The shared blocks and the templates that have not been released, made of their parts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tools.forms import blocks, nghi_dinh, quyet_dinh, thong_tu, to_trinh
from tools.forms.ooxml import package
from tools.forms.papers import papers
from tools.forms.styles import OFFICE_STYLES, styles_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEMPLATES = Path(__file__).parents[2] / "templates"

BLOCKS: dict[str, Callable[[], str]] = {
    "dau-van-ban": blocks.header,
    "gach-trich-yeu": blocks.abstract_rule,
    "kinh-gui": blocks.addressees,
    "can-cu": blocks.bases,
    "chu-ky": blocks.signature,
    "kem-theo": blocks.attached,
}

OFFICE_BLOCKS: dict[str, Callable[[], str]] = {
    "dau-ban-sao": blocks.copy_header,
    "dau-bien-ban": blocks.undated_header,
    "dau-cong-van": blocks.letter_header,
    "dau-khong-so": blocks.unnumbered_header,
    "dau-kem-theo": blocks.attached_header,
    "dau-khan": blocks.urgency,
    "dia-chi": blocks.contact,
    "hai-nguoi-ky": blocks.two_signers,
    "ky-rieng": blocks.signature_alone,
}
"""Blocks that no shipped set has, for the papers of offices."""

BODIES: dict[tuple[str, str], Callable[[], str]] = {
    ("to-trinh", "1.0.0"): to_trinh.body_2015,
    ("to-trinh", "2.0.0"): to_trinh.body_2025,
    ("quyet-dinh-cong-bo-tthc", "1.0.0"): quyet_dinh.body_2020,
    ("quyet-dinh-cong-bo-tthc", "2.0.0"): quyet_dinh.body_2025,
    ("thong-tu", "1.0.0"): thong_tu.body,
    ("thong-tu", "2.0.0"): thong_tu.body,
    ("thong-tu-thay-the", "1.0.0"): thong_tu.replacing_body,
    ("thong-tu-thay-the", "2.0.0"): thong_tu.replacing_body,
    ("nghi-dinh", "1.0.0"): thong_tu.decree_body,
    ("nghi-dinh", "2.0.0"): thong_tu.decree_body,
    ("thong-tu-sua-doi", "1.0.0"): nghi_dinh.circular_body,
    ("thong-tu-sua-doi", "2.0.0"): nghi_dinh.circular_body,
    ("nghi-dinh-sua-doi", "1.0.0"): nghi_dinh.body,
    ("nghi-dinh-sua-doi", "2.0.0"): nghi_dinh.body,
}


def files() -> Iterator[tuple[Path, bytes]]:
    """Every block, and every template that is still open to change: where it lies, and what it holds."""
    styles = styles_part()
    released = TEMPLATES / "released.toml"
    frozen = tomllib.loads(released.read_text("utf-8")) if released.is_file() else {}
    for name, content in BLOCKS.items():
        yield TEMPLATES / "khoi" / f"{name}.docx", package(content(), styles, f"Khối {name}")
    office = styles_part(OFFICE_STYLES)
    for name, content in OFFICE_BLOCKS.items():
        yield TEMPLATES / "khoi" / f"{name}.docx", package(content(), office, f"Khối {name}")
    yield TEMPLATES / "trang" / "van-ban.docx", package("", office, "Văn bản", foot="")
    for (name, number), content in BODIES.items():
        if f"{name}@{number}" not in frozen:
            data = package(content(), styles, name, restart=name != "to-trinh")
            yield TEMPLATES / name / number / f"{name}.docx", data
    for name, number, data in papers(office):
        if f"{name}@{number}" not in frozen:
            yield TEMPLATES / name / number / f"{name}.docx", data
