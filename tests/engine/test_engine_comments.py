"""The commented copy of a template: each fault said where it stands."""

from __future__ import annotations

import io

from check_material import RECORD, template
from docx import Document

from kcdocs.engine.check import check_template
from kcdocs.engine.shapes import shape_of
from kcdocs.model.span import Span
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.write.comments import WordComment, with_comments

SHAPE = shape_of([RECORD])


ID = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"


def test_the_commented_copy_says_each_fault_at_its_place_and_keeps_the_text():
    data = template(["Số: ", "{{ khong_co }}", "/QĐ"], "Nội dung", header="{{ so|la }}")
    report = check_template(data, shape=SHAPE)
    remarks = [
        WordComment(
            fault.part, fault.finding.place.paragraph, fault.finding.place.span, [fault.finding.message]
        )
        for fault in report.faults
    ]

    copy = Document(io.BytesIO(with_comments(open_package(data), remarks)))

    assert [comment.text for comment in copy.comments] == [
        "Mẫu dùng «khong_co» nhưng dữ liệu không có.",
        "Không có bộ lọc «la».",
    ]
    assert {comment.author for comment in copy.comments} == {"kcdocs"}
    assert [paragraph.text for paragraph in copy.paragraphs] == ["Số: {{ khong_co }}/QĐ", "Nội dung"]
    names = [
        (str(item.tag).rpartition("}")[2], item.get(ID), item.xpath("string(.)"))
        for item in copy.paragraphs[0]._p
    ]
    assert names == [
        ("commentRangeStart", "1", ""),
        ("r", None, "Số: "),
        ("commentRangeEnd", "1", ""),
        ("r", None, ""),
        ("commentRangeStart", "0", ""),
        ("r", None, "{{ khong_co }}"),
        ("commentRangeEnd", "0", ""),
        ("r", None, ""),
        ("r", None, "/QĐ"),
    ]


def test_a_comment_embraces_every_run_of_a_split_tag():
    package = open_package(template(["Số: ", "{{ s", "o ", "}}", "/QĐ"]))
    copy = Document(
        io.BytesIO(with_comments(package, [WordComment(package.main, 1, Span(4, 12), ["ý kiến"])]))
    )
    names = [(str(item.tag).rpartition("}")[2], item.xpath("string(.)")) for item in copy.paragraphs[0]._p]
    assert names == [
        ("r", "Số: "),
        ("commentRangeStart", ""),
        ("r", "{{ s"),
        ("r", "o "),
        ("r", "}}"),
        ("commentRangeEnd", ""),
        ("r", ""),
        ("r", "/QĐ"),
    ]


def test_what_is_said_of_a_text_box_stands_at_the_paragraph_that_bears_it():
    box = (
        b'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        b"<w:p><w:r><w:t>{{ khong_co }}</w:t></w:r></w:p>"
        b"</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr"
    )
    package = open_package(template("{{ so }}"))
    body = package.parts[package.main].replace(b"<w:sectPr", box, 1)
    package = open_package(save_package({**package.parts, package.main: body}))
    copy = open_package(with_comments(package, [WordComment(package.main, 3, Span(0, 5), ["ý kiến"])]))
    inside = copy.parts[copy.main].split(b"<w:txbxContent>")[1].split(b"</w:txbxContent>")[0]
    assert b"comment" not in inside
    assert copy.parts[copy.main].count(b"<w:commentReference") == 1


def test_comments_are_added_to_those_already_there_in_the_same_bytes_every_time():
    document = Document()
    run = document.add_paragraph().add_run("{{ x }}")
    document.add_comment([run], text="ý kiến cũ", author="Văn thư")
    stream = io.BytesIO()
    document.save(stream)
    package = open_package(stream.getvalue())
    remark = WordComment(
        package.main, 1, check_template(stream.getvalue(), shape=SHAPE).faults[0].finding.place.span, ["mới"]
    )

    copy = with_comments(package, [remark])

    assert [comment.text for comment in Document(io.BytesIO(copy)).comments] == ["ý kiến cũ", "mới"]
    assert copy == with_comments(package, [remark])
