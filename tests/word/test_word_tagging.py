"""Fields of a mail merge, in both forms that Word writes, and words in «…» become tags that look like them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kcdocs.engine.merge_tags import tag_of
from kcdocs.word.package import open_package
from kcdocs.word.write.tagging import MergeName, Tagged, tagged

_BEGIN, _APART, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def _complex(code: str, shown: str = "«x»", look: str = "<w:b/>") -> str:
    half = 7
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (code[:half], code[half:])
    )
    return f"{_BEGIN}{codes}{_APART}<w:r><w:rPr>{look}</w:rPr><w:t>{shown}</w:t></w:r>{_END}"


def _simple(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:rPr><w:i/></w:rPr><w:t>«x»</w:t></w:r></w:fldSimple>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _document(*paragraphs: str) -> bytes:
    document, target = Document(), io.BytesIO()
    for inner in paragraphs:
        document.element.body.insert(
            len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")
        )
    document.save(target)
    return target.getvalue()


def _tagged(*paragraphs: str) -> tuple[Tagged, list[str]]:
    made = tagged(_document(*paragraphs), lambda said: tag_of(said.name, said.code, picture=said.picture))
    return made, [paragraph.text for paragraph in Document(io.BytesIO(made.data)).paragraphs]


def test_a_field_becomes_a_tag_with_the_look_of_its_result() -> None:
    made, lines = _tagged(
        _text("Ông ")
        + _complex(" MERGEFIELD Họ_tên ")
        + _text(", sinh ")
        + _simple(" MERGEFIELD &quot;Năm sinh&quot; "),
    )

    assert lines == ["Ông {{ ho_ten }}, sinh {{ nam_sinh }}"]
    runs = Document(io.BytesIO(made.data)).paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs][1::2] == [
        ("{{ ho_ten }}", True, None),
        ("{{ nam_sinh }}", None, True),
    ]
    assert b"fldChar" not in open_package(made.data).parts["word/document.xml"]


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ('MERGEFIELD Ngay_cap \\@ "dd/MM/yyyy"', "{{ ngay_cap | ngay_so }}"),
        ("MERGEFIELD Han \\@ \"'ngày' dd 'tháng' MM\"", "{{ han | ngay_chu }}"),
        ('MERGEFIELD So_tien \\# "#.##0"', "{{ so_tien | so }}"),
        ('MERGEFIELD Ty_le \\# "0,0%"', "{{ ty_le | phan_tram }}"),
        ("MERGEFIELD Ten \\* Upper \\* MERGEFORMAT", "{{ ten | hoa }}"),
        ("MERGEFIELD Ten \\* MERGEFORMAT", "{{ ten }}"),
        ("MERGEFIELD Ngày", "{{ ngay | ngay_so }}"),
        ('MERGEFIELD "Số ĐT (di động)"', "{{ so_dt_di_dong }}"),
        ("MERGEFIELD 2024", "{{ truong_2024 }}"),
        ("MERGEFIELD in", "{{ in_ }}"),
        ('MERGEFIELD "…"', "{{ ten_truong }}"),
    ],
)
def test_the_tag_prints_as_the_switches_of_the_field_do(code: str, tag: str) -> None:
    escaped = code.replace("&", "&amp;").replace('"', "&quot;")

    assert _tagged(_complex(escaped))[1] == [tag]


def test_words_in_guillemets_are_names_and_sentences_are_quotations() -> None:
    made, lines = _tagged(
        _text("Kính gửi: «Tên ") + _text("đơn vị» và «Địa chỉ»"),
        _text("Khẩu hiệu «Làm tốt, làm nhanh» và «một hai ba bốn năm sáu bảy»"),
    )

    assert lines == [
        "Kính gửi: {{ ten_don_vi }} và {{ dia_chi }}",
        "Khẩu hiệu «Làm tốt, làm nhanh» và «một hai ba bốn năm sáu bảy»",
    ]
    assert set(made.made) == {
        (MergeName("Tên đơn vị"), "{{ ten_don_vi }}"),
        (MergeName("Địa chỉ"), "{{ dia_chi }}"),
    }


def test_a_field_within_another_and_the_rules_of_a_merge_are_left_and_told() -> None:
    inner = _complex(" MERGEFIELD Gioi_tinh ")
    rule = f"{_BEGIN}<w:r><w:instrText> IF </w:instrText></w:r>{inner}<w:r><w:instrText> = Nam Ông Bà </w:instrText></w:r>{_APART}<w:r><w:t>Ông</w:t></w:r>{_END}"

    made, lines = _tagged(rule + _complex(" MERGEFIELD Ten "))

    assert [tag for _, tag in made.made] == ["{{ ten }}"]
    assert made.left == ("IF = Nam Ông Bà",)
    assert lines[0].endswith("{{ ten }}")


def test_a_picture_that_a_merge_field_names_becomes_a_tag_that_prints_it() -> None:
    named = f'<w:r><w:instrText xml:space="preserve"> INCLUDEPICTURE "</w:instrText></w:r>{_complex(" MERGEFIELD Anh_3x4 ")}'
    held = f'{_BEGIN}{named}<w:r><w:instrText>" \\d</w:instrText></w:r>{_APART}{_text("hình cũ")}{_END}'

    made, lines = _tagged(held + _text(" Ông ") + _complex(" MERGEFIELD Ten "))

    assert lines == ["{{ anh_3x4 | anh(30, 40) }} Ông {{ ten }}"]
    assert [said.picture for said, _ in made.made] == [True, False]


def test_a_linked_picture_that_no_field_names_stays_as_it_is() -> None:
    held = (
        f'{_BEGIN}<w:r><w:instrText>INCLUDEPICTURE "dau.png"</w:instrText></w:r>{_APART}{_text("hình")}{_END}'
    )

    made, lines = _tagged(held + _complex(" MERGEFIELD Ten "))

    assert [tag for _, tag in made.made] == ["{{ ten }}"]
    assert lines == ["hình{{ ten }}"]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Ảnh 3x4", "{{ anh_3x4 | anh(30, 40) }}"),
        ("Ảnh 4 × 6", "{{ anh_4_6 | anh(40, 60) }}"),
        ("Ảnh chân dung", "{{ anh_chan_dung | anh(30) }}"),
        ("Anh trai", "{{ anh_trai }}"),
        ("Bàn 3x4", "{{ ban_3x4 }}"),
        ("Ảnh 13x18", "{{ anh_13x18 | anh(30) }}"),
    ],
)
def test_words_that_name_a_picture_become_a_tag_that_prints_it(name: str, tag: str) -> None:
    assert _tagged(_text(f"«{name}»"))[1] == [tag]


def test_a_file_without_any_is_the_same_file() -> None:
    data = _document(_text("chỉ có chữ"))

    assert tagged(data, lambda said: tag_of(said.name, said.code)) == Tagged(data, (), ())


def test_the_main_document_of_a_merge_is_opened_without_its_tie_to_the_list(tmp_path: Path) -> None:
    source = _document(_complex(" MERGEFIELD Ten "))
    rel = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/mailMergeSource" '
        'Target="file:///D:/danh-sach.xlsx" TargetMode="External"/></Relationships>'
    )
    merge = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rId1"/></w:mailMerge>'
    target = tmp_path / "tron.docx"
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/settings.xml":
                head, sign, tail = text.decode().partition("<w:zoom")
                relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                head = (
                    head if "xmlns:r=" in head else head.replace("<w:settings ", f"<w:settings {relations} ")
                )
                text = f"{head}{merge}{sign}{tail}".encode()
            new.writestr(name, text)
        new.writestr("word/_rels/settings.xml.rels", rel)

    package = open_package(target)

    assert b"mailMerge" not in package.parts["word/settings.xml"]
    assert b"<w:zoom" in package.parts["word/settings.xml"]
    assert b"danh-sach" not in b"".join(package.parts.values())
