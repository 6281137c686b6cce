"""Shared blocks are put in the place of their markers."""

from __future__ import annotations

import io

import docx
import docx.document
import docx.shared
import pytest

from kcdocs.word.join.compose import RichBlockError, UnknownBlockError, compose


def _document(*lines: str, style: str = "") -> bytes:
    document = docx.Document()
    if style:
        document.styles.add_style(style, 1)
    for line in lines:
        document.add_paragraph(line, style=style or None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_marker_gives_way_to_the_blocks_paragraphs_with_their_style() -> None:
    template = _document("trước", "[[khối dau]]", "sau")
    block = _document("một", "hai", style="Riêng")

    composed = compose(template, {"dau": block})

    assert _lines(composed) == ["trước", "một", "hai", "sau"]
    assert docx.Document(io.BytesIO(composed)).paragraphs[1].style.name == "Riêng"


def test_the_same_block_may_stand_twice_and_the_bytes_are_always_the_same() -> None:
    template = _document("[[khối a]]", "giữa", "[[khối a]]")
    blocks = {"a": _document("x")}

    assert _lines(compose(template, blocks)) == ["x", "giữa", "x"]
    assert compose(template, blocks) == compose(template, blocks)


def test_a_template_without_markers_is_left_as_it_is() -> None:
    template = _document("chỉ có chữ")

    assert compose(template, {}) is template


def test_an_unknown_block_and_one_with_a_link_are_refused() -> None:
    document = docx.Document()
    picture = document.add_paragraph().add_run()._r
    picture.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId9")
    buffer = io.BytesIO()
    document.save(buffer)

    with pytest.raises(UnknownBlockError, match="la"):
        compose(_document("[[khối la]]"), {})
    with pytest.raises(RichBlockError, match="hinh"):
        compose(_document("[[khối hinh]]"), {"hinh": buffer.getvalue()})


def _styled(font: str, size: int) -> docx.document.Document:
    """A document whose plain paragraphs are of a font, with a bold style that rests on them."""
    document = docx.Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = docx.shared.Pt(size)
    return document


def test_a_block_keeps_its_font_size_and_spacing_in_a_host_of_another_font() -> None:
    host, block = _styled("Calibri", 11), _styled("Times New Roman", 14)
    host.add_paragraph("[[khối dau]]")
    style = block.styles.add_style("Riêng", 1)
    style.base_style, style.font.bold = block.styles["Normal"], True
    style.font.size = docx.shared.Pt(13)
    block.styles["Normal"].paragraph_format.space_after = docx.shared.Pt(3)
    block.add_paragraph("một", style="Riêng")
    data = []
    for document in (host, block):
        data.append(io.BytesIO())
        document.save(data[-1])

    composed = docx.Document(io.BytesIO(compose(data[0].getvalue(), {"dau": data[1].getvalue()})))

    brought = composed.paragraphs[0].style
    assert (brought.font.name, brought.font.size.pt, brought.font.bold) == ("Times New Roman", 13, True)
    assert brought.paragraph_format.space_after.pt == 3
    assert brought.base_style is None
    assert composed.styles["Normal"].font.name == "Calibri"


def test_a_marker_in_a_header_or_a_footer_gives_way_too() -> None:
    host = docx.Document()
    host.sections[0].footer.paragraphs[0].text = "[[khối dau]]"
    data = io.BytesIO()
    host.save(data)

    composed = docx.Document(io.BytesIO(compose(data.getvalue(), {"dau": _document("một")})))

    assert [paragraph.text for paragraph in composed.sections[0].footer.paragraphs] == ["một"]
