"""Drafts for the tests of opinions: one base, and what offices make of it, written as Word writes it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEAD = ("NGHỊ ĐỊNH", "Quy định về hỗ trợ nghề rèn nông thôn")


def base_lines(articles: int = 6) -> list[str]:
    """A draft of so many articles of three clauses, no two clauses of the same words."""
    lines = [*HEAD]
    for number in range(1, articles + 1):
        lines.append(f"Điều {number}. Nội dung hỗ trợ thứ {number}")
        lines += [
            f"{clause}. Mức hỗ trợ loại {number}.{clause} cho cơ sở nghề rèn là {number * 10 + clause} triệu "
            f"đồng, chi trong {number + clause} tháng kể từ ngày được phê duyệt."
            for clause in (1, 2, 3)
        ]
    return lines


def word_file(path: Path, lines: Sequence[str]) -> Path:
    """A Word file of these paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


class Marked:
    """A Word file to be edited with tracked changes and comments."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.document = Document()
        for line in lines:
            self.document.add_paragraph(line)
        self.number = 100

    def replace(self, line: int, old: str, new: str, author: str = "Nguyễn Văn A") -> None:
        """Track the replacement of words in a paragraph."""
        paragraph = self.document.paragraphs[line]
        before, found, after = paragraph.text.partition(old)
        assert found, (paragraph.text, old)
        for run in list(paragraph._p.iterchildren(f"{W}r")):
            paragraph._p.remove(run)
        paragraph._p.append(_run(before))
        if old:
            paragraph._p.append(self._mark("del", old, author))
        if new:
            paragraph._p.append(self._mark("ins", new, author))
        paragraph._p.append(_run(after))

    def insert(self, after: int, text: str, author: str = "Nguyễn Văn A") -> None:
        """Track a new paragraph behind a paragraph."""
        paragraph = etree.Element(f"{W}p")
        properties = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}rPr")
        properties.append(self._signed("ins", author))
        paragraph.append(self._mark("ins", text, author))
        self.document.paragraphs[after]._p.addnext(paragraph)

    def drop(self, line: int, author: str = "Nguyễn Văn A") -> None:
        """Track the removal of a whole paragraph."""
        paragraph = self.document.paragraphs[line]
        text = paragraph.text
        for run in list(paragraph._p.iterchildren(f"{W}r")):
            paragraph._p.remove(run)
        properties = etree.SubElement(paragraph._p.get_or_add_pPr(), f"{W}rPr")
        properties.append(self._signed("del", author))
        paragraph._p.append(self._mark("del", text, author))

    def comment(self, line: int, words: str, author: str = "Nguyễn Văn A") -> None:
        """Hang a comment on a whole paragraph."""
        self.document.add_comment(self.document.paragraphs[line].runs, words, author=author)

    def save(self, path: Path) -> Path:
        """Write the file."""
        self.document.save(str(path))
        return path

    def _signed(self, name: str, author: str) -> etree._Element:
        self.number += 1
        return etree.Element(
            f"{W}{name}",
            {f"{W}id": str(self.number), f"{W}author": author, f"{W}date": "2026-11-01T08:00:00Z"},
        )

    def _mark(self, name: str, text: str, author: str) -> etree._Element:
        mark = self._signed(name, author)
        mark.append(_run(text, "delText" if name == "del" else "t"))
        return mark


def _run(text: str, name: str = "t") -> etree._Element:
    run = etree.Element(f"{W}r")
    element = etree.SubElement(run, f"{W}{name}")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def edited(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """A Word file with its main part changed, as a person would in Word."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(name, content)
    return out.getvalue()
