"""All words of a report, in whatever medium."""

from __future__ import annotations

import io
import re

import docx
import openpyxl

from kcdocs.api import compare as api
from kcdocs.model.format import Format
from kcdocs.report.chain import Chain


def report_words(chain: Chain, medium: Format) -> str:
    """The words of a report on one line, without what marks them up."""
    report = api.render(chain, medium)
    if medium is Format.DOCX:
        document = docx.Document(io.BytesIO(report))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        words = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    elif medium is Format.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(report))
        rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
        words = "\n".join(str(cell) for row in rows for cell in row)
    else:
        words = re.sub(r"<[^>]+>", " ", str(report))
    return " ".join(words.split())
