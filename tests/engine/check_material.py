"""Word templates made on the spot for the tests of the checker."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document

RECORD = {
    "so": "05",
    "ngay_hieu_luc": "01/3/2026",
    "co_quan": {"ten": "Bộ Công Thương", "chu_quan": "Chính phủ"},
    "nguoi_ky": {"ho_ten": "Nguyễn Văn A"},
    "can_cu": [{"so": "45/2012/NĐ-CP", "ten": "về khuyến công"}, {"so": "64/2025/QH15"}],
}


def template(
    *paragraphs: str | Sequence[str],
    table: Sequence[Sequence[str]] = (),
    header: str = "",
    footer: str = "",
    title: str = "",
) -> bytes:
    """A template: paragraphs (a list is one paragraph in several runs), then a table."""
    document = Document()
    for paragraph in paragraphs:
        pieces = [paragraph] if isinstance(paragraph, str) else paragraph
        added = document.add_paragraph()
        for piece in pieces:
            added.add_run(piece)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
