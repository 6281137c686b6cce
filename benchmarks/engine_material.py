"""What the engine is measured on: a two-page decision in two packagings, and records for it.

Run by engine.py: FOLDER COUNT writes the templates and the records there.
"""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import zlib
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from kcdocs.word.package import open_package
from kcdocs.word.package.docx import save_package

FIELDS = (
    "co_quan_chu_quan", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "thang", "nam", "chuc_danh",
    "trich_yeu", "de_nghi_cua", "don_vi_thu_huong", "dia_chi", "nhiem_vu", "kinh_phi", "kinh_phi_chu",
    "nguon", "bat_dau", "ket_thuc", "don_vi_thuc_hien", "chuc_vu_ky", "nguoi_ky",
)  # fmt: skip
_STYLES_KEPT = 60
_DROPPED = ("stylesWithEffects", "customXml", "thumbnail", "fontTable", "webSettings")


def template(*, slim: bool, picture: bool = False, subdocument: bool = False) -> bytes:
    """The decision's template: header table, four bases, three articles, ten rows, five recipients.

    Args:
        slim: Whether in a small package as Word makes them, else in python-docx's own.
        picture: Whether a picture stands at the end.
        subdocument: Whether another document stands at the end.
    """
    document = docx.Document()
    _head(document)
    _articles(document)
    _rows(document)
    _tail(document)
    if picture:
        document.add_paragraph("{{ anh }}")
    if subdocument:
        document.add_paragraph("{{p tai_lieu }}")
    _set_in_type(document)
    out = io.BytesIO()
    document.save(out)
    return _slimmed(out.getvalue()) if slim else out.getvalue()


def _head(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.footer.paragraphs[0].text = "Quyết định số {{ so }}/{{ ky_hieu }}"
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "{{ co_quan_chu_quan }}\n{{ co_quan }}"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: {{ so }}/{{ ky_hieu }}"
    head.cell(1, 1).text = "{{ dia_danh }}, ngày {{ ngay }} tháng {{ thang }} năm {{ nam }}"
    document.add_paragraph("QUYẾT ĐỊNH").runs[0].bold = True
    document.add_paragraph("{{ trich_yeu }}").runs[0].bold = True
    document.add_paragraph("{{ chuc_danh }}")
    for line in ("{%p for c in can_cu %}", "Căn cứ {{ c.ten }} ngày {{ c.ngay }};", "{%p endfor %}"):
        document.add_paragraph(line)
    document.add_paragraph("Theo đề nghị của {{ de_nghi_cua }}.")


def _articles(document: Document) -> None:
    lines = (
        (
            "Điều 1. Giao {{ don_vi_thu_huong }}, địa chỉ {{ dia_chi }}, thực hiện nhiệm vụ {{ nhiem_vu }} "
            "với kinh phí {{ kinh_phi }} đồng ({{ kinh_phi_chu }}) từ {{ nguon }}, theo bảng sau:"
        ),
        (
            "Điều 2. {{ don_vi_thuc_hien }} tổ chức thực hiện từ {{ bat_dau }} đến hết {{ ket_thuc }}; "
            "báo cáo kết quả trước ngày 15 của tháng cuối mỗi quý."
        ),
        (
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị tại Điều 1 và Điều 2 "
            "chịu trách nhiệm thi hành Quyết định này."
        ),
    )
    for line in lines:
        document.add_paragraph(line).paragraph_format.first_line_indent = Mm(10)


def _rows(document: Document) -> None:
    titles = ("STT", "Nội dung", "Đơn vị", "Số lượng", "Thành tiền")
    table = document.add_table(rows=4, cols=5)
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        cell.text = title
        cell.paragraphs[0].runs[0].bold = True
    table.cell(1, 0).text = "{%tr for d in dong %}"
    for cell, text in zip(
        table.rows[2].cells,
        ("{{ loop.index }}", "{{ d.noi_dung }}", "{{ d.don_vi }}", "{{ d.so_luong }}", "{{ d.tien }}"),
        strict=True,
    ):
        cell.text = text
    table.cell(3, 0).text = "{%tr endfor %}"


def _tail(document: Document) -> None:
    tail = document.add_table(rows=1, cols=2)
    left = tail.cell(0, 0)
    left.text = "Nơi nhận:"
    for line in ("{%p for n in noi_nhan %}", "- {{ n }};", "{%p endfor %}"):
        left.add_paragraph(line)
    tail.cell(0, 1).text = "{{ chuc_vu_ky }}\n\n\n{{ nguoi_ky }}"


def _set_in_type(document: Document) -> None:
    """Give each paragraph and run the formatting a decision bears, as Word writes it."""
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    in_cells = (paragraph for cell in cells for paragraph in cell.paragraphs)
    for paragraph in (*document.paragraphs, *in_cells):
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for run in paragraph.runs:
            run.font.name, run.font.size = "Times New Roman", Pt(14)


def _slimmed(data: bytes) -> bytes:
    """The package without the parts and most of the styles that Word does not write either."""
    parts = dict(open_package(data).parts)
    for name in list(parts):
        if any(dropped in name for dropped in _DROPPED):
            del parts[name]
    kinds = "|".join(_DROPPED)
    for name, content in list(parts.items()):
        if name.endswith(".rels"):
            text = re.sub(rf"<Relationship\b[^>]*Target=\"[^\"]*(?:{kinds})[^>]*/>", "", content.decode())
            parts[name] = text.encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub(
        rf"<Override PartName=\"[^\"]*(?:{kinds})[^>]*/>", "", types
    ).encode()
    styles = re.split(r"(?=<w:style )", parts["word/styles.xml"].decode())
    parts["word/styles.xml"] = (
        "".join(styles[:_STYLES_KEPT]).removesuffix("</w:styles>") + "</w:styles>"
    ).encode()
    return save_package(parts)


def records(count: int) -> list[dict[str, object]]:
    """As many records, all different and always the same."""
    return [_record(index) for index in range(count)]


def _record(index: int) -> dict[str, object]:
    fields = {
        name: f"{name.replace('_', ' ').capitalize()} số {index} của Cục Công Thương địa phương"
        for name in FIELDS
    }
    return {
        **fields,
        "so": str(index + 1),
        "ky_hieu": "QĐ-BCT",
        "ngay": f"{index % 28 + 1:02d}",
        "thang": str(index % 9 + 3),
        "nam": "2026",
        "don_vi_thu_huong": f"Công ty TNHH Cơ khí & Xây dựng {index}",
        "can_cu": [{"ten": f"Nghị định số {n}/2026/NĐ-CP", "ngay": f"{n + 10}/3/2026"} for n in range(4)],
        "dong": [
            {
                "noi_dung": f"Hạng mục {n} của hồ sơ {index}",
                "don_vi": "bộ",
                "so_luong": n + 1,
                "tien": f"{n + 1}.000.000",
            }
            for n in range(10)
        ],
        "noi_nhan": [f"Đơn vị nhận {n} của hồ sơ {index}" for n in range(5)],
    }


GROUP = "q"
"""The one field of the set's record: the names of a decision's own fields mean more to kcdocs."""

_SET = """\
title = "Quyết định đo tốc độ"
type = "Quyết định"
form = "hanh_chinh"
effective_from = 2026-01-01
source = "Mẫu chỉ để đo tốc độ."
"""


def write_set(folder: Path, plain: bytes, record: dict[str, object]) -> None:
    """A set of one version for `kcdocs generate`, its fields in one group; and a record for it.

    Args:
        folder: Where `quyet-dinh/1.0.0/` and `grouped.json` go.
        plain: The template with the fields at the top.
        record: A record for that template.
    """
    version = folder / "quyet-dinh" / "1.0.0"
    version.mkdir(parents=True)
    parts = dict(open_package(plain).parts)
    names = rf"(\{{\{{ |\bin )({'|'.join(record)})\b"
    for name, part in parts.items():
        if re.fullmatch(r"word/(document|footer\d*)\.xml", name):
            parts[name] = re.sub(names, rf"\1{GROUP}.\2", part.decode()).encode()
    (version / "quyet-dinh.docx").write_bytes(save_package(parts))
    (version / "set.toml").write_text(_SET, encoding="utf-8")
    whole = {GROUP: record}
    (version / "schema.json").write_text(json.dumps(_schema(whole)), encoding="utf-8")
    (folder / "grouped.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")


def _schema(value: object) -> dict[str, object]:
    """The schema of all values of the same shape."""
    if isinstance(value, dict):
        fields = {name: _schema(item) for name, item in value.items()}
        return {
            "type": "object",
            "properties": fields,
            "required": [*fields],
            "additionalProperties": False,
        }
    if isinstance(value, list):
        return {"type": "array", "items": _schema(value[0])}
    return {"type": "integer" if isinstance(value, int) else "string"}


def png() -> bytes:
    """A small grey picture."""
    width, height = 80, 40
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(width)) for y in range(height))
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def annex() -> bytes:
    """A document to put into another."""
    document = docx.Document()
    document.add_heading("Phụ lục", level=1)
    for number in range(5):
        document.add_paragraph(f"Mục {number} của phụ lục", style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for name, data in {
        "slim.docx": template(slim=True),
        "stock.docx": template(slim=False),
        "picture.docx": template(slim=True, picture=True),
        "subdocument.docx": template(slim=True, subdocument=True),
        "phu-luc.docx": annex(),
        "anh.png": png(),
    }.items():
        (folder / name).write_bytes(data)
    lines = (json.dumps(record, ensure_ascii=False) for record in records(count))
    (folder / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    write_set(folder, template(slim=True), _record(0))


if __name__ == "__main__":
    main()
