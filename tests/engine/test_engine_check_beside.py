"""What stands beside the tags of a template and would be printed, or lost, without a word."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from output_material import of_lines, saved

from kcdocs.api import templates
from kcdocs.engine.check import check_template, markers_left
from kcdocs.sets import versions
from kcdocs.sets.errors import BrokenSetError, BrokenTemplateError

BLOCKS = ("chu-ky", "dau-van-ban", "kinh-gui")


def told(data: bytes, *codes: str) -> list[tuple[str, str]]:
    """Code and words shown of what is found, of the codes asked for."""
    report = check_template(data, blocks=BLOCKS)
    found = [(fault.finding.code, fault.shown or fault.finding.found) for fault in report.faults]
    return [one for one in found if one[0] in codes]


def with_part(data: bytes, name: str, kind: str, xml: str) -> bytes:
    """The document with one more part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            body = old.read(item)
            if item.filename == "[Content_Types].xml":
                declared = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
                body = body.replace(b"</Types>", declared.encode())
            new.writestr(item.filename, body)
        new.writestr(name, xml)
    return out.getvalue()


@pytest.mark.parametrize(
    ("marker", "meant"),
    [
        ("[[khối chu-ki]]", "chu-ky"),
        ("[[khoi chu-ky]]", "chu-ky"),
        ("[[Khối Chữ ký]]", "chu-ky"),
        ("[[khối chu-ky]", "chu-ky"),
        ("[khối chu-ky]]", "chu-ky"),
        ("[[khối  kinh gửi]]", "kinh-gui"),
        ("[[dau-van-ban]]", "dau-van-ban"),
        ("[[khối gì đó khác]]", ""),
    ],
)
def test_a_marker_that_is_none_is_an_error_with_a_guess(marker: str, meant: str) -> None:
    report = check_template(saved(of_lines("{{ ten }}", marker)), blocks=BLOCKS)

    (fault,) = report.faults
    assert (fault.finding.code, fault.finding.found, fault.finding.place.paragraph) == ("TP141", marker, 2)
    assert (
        (f"[[khối {meant}]]" in fault.finding.mend)
        if meant
        else ("chu-ky, dau-van-ban" in fault.finding.mend)
    )


def test_a_marker_with_words_beside_it_is_an_error() -> None:
    assert told(saved(of_lines("{{ ten }} [[khối chu-ky]]")), "TP141", "TP142") == [
        ("TP142", "[[khối chu-ky]]")
    ]


@pytest.mark.parametrize(
    "line", ["[[khối chu-ky]]", "  [[khối chu-ky]] ", "Mảng [1], [2] và [[1]]", "[khác]"]
)
def test_a_marker_as_it_should_be_and_other_brackets_are_none(line: str) -> None:
    assert told(saved(of_lines("{{ ten }}", line)), "TP141", "TP142") == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("{ ten }", "{ ten }"),
        ("{nguoi.ten}", "{nguoi.ten}"),
        ("｛｛ ten ｝｝", "｛｛ ten ｝｝"),
        ("{ { ten } }", "{ { ten } }"),
        ("{ % if ten % }", "{ % if ten % }"),
        ("{ %p endfor %}", "{ %p endfor %}"),
        ("{1}", None),
        ("{ % tăng thêm % }", None),
        ("{ 5 % }", None),
        ("{{ {'a': x} }}", None),
    ],
)
def test_braces_that_look_like_a_tag_are_told(line: str, shown: str | None) -> None:
    assert told(saved(of_lines("{{ ten }}", line)), "TP148") == ([("TP148", shown)] if shown else [])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/charts/chart9.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
        ("word/comments9.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"),
        (
            "word/diagrams/data9.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        ),
    ],
)
def test_a_tag_where_nothing_is_filled_is_told(name: str, kind: str) -> None:
    data = with_part(saved(of_lines("{{ ten }}")), name, kind, "<x><t>{{ tieu</t><t>_de }}</t></x>")

    assert told(data, "TP143") == [("TP143", "{{ tieu_de }}")]


def test_tracked_changes_are_an_error_told_once_for_a_part() -> None:
    document = of_lines("{{ ten }}", "x")
    run = document.paragraphs[1].runs[0]._r
    for kind in ("ins", "del"):
        change = run.makeelement(f"{{{run.nsmap['w']}}}{kind}", {})
        run.addprevious(change)

    assert [code for code, _ in told(saved(document), "TP144")] == ["TP144"]


def test_a_template_without_a_tag_is_told_unless_a_block_brings_some() -> None:
    assert told(saved(of_lines("Chữ")), "TP145") == [("TP145", "")]
    assert told(saved(of_lines("Chữ", "[[khối chu-ky]]")), "TP145") == []


@pytest.mark.parametrize("simple", [True, False])
def test_a_field_of_a_mail_merge_is_told_with_the_tag_to_write(simple: bool) -> None:
    document = of_lines("{{ ten }}", "x")
    p = document.paragraphs[1]._p
    name = f"{{{p.nsmap['w']}}}"
    if simple:
        p.append(p.makeelement(f"{name}fldSimple", {f"{name}instr": " MERGEFIELD Họ_tên "}))
    else:
        code = p.makeelement(f"{name}instrText", {})
        code.text = ' MERGEFIELD "Họ_tên" \\* MERGEFORMAT '
        p.append(code)
    report = check_template(saved(document))

    (finding,) = [fault.finding for fault in report.faults if fault.finding.code == "TP146"]
    assert (finding.found, "{{ ho_ten }}" in finding.mend) == ("Họ_tên", True)


@pytest.mark.parametrize(
    "lines", [("{{ ho-ten }}",), ("{% if ho-ten %}x{% endif %}",), ("{{ cha-me-ten | hoa }}",)]
)
def test_a_name_with_a_hyphen_is_an_error_with_the_name_that_was_meant(lines: tuple[str, ...]) -> None:
    (found,) = told(saved(of_lines(*lines)), "TP147")

    assert "-" in found[1]


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ tong - chi }}",),
        ("{{ tong-chi }} {{ tong }}",),
        ('{{ x | replace("a-b", "c") }}',),
        ("{{ so-1 }}",),
        ("{{- ten -}}",),
    ],
)
def test_a_subtraction_that_was_meant_is_none(lines: tuple[str, ...]) -> None:
    assert told(saved(of_lines(*lines)), "TP147") == []


def test_no_set_is_made_and_nothing_filled_of_a_marker_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    word = tmp_path / "a.docx"
    word.write_bytes(saved(of_lines("{{ ten }}", "[[khối chu-ki]]")))
    with pytest.raises(BrokenTemplateError):
        templates.start_set("thu", word, "Giấy mời", date(2026, 1, 5))

    word.write_bytes(saved(of_lines("{{ ten }}")))
    folder = templates.start_set("thu", word, "Giấy mời", date(2026, 1, 5)).folder
    document = Document(str(folder / "thu.docx"))
    document.add_paragraph("[[khoi chu-ky]]")
    document.save(str(folder / "thu.docx"))
    version = versions.one("thu", "1.0.0")

    assert markers_left(version.template) == ["[[khoi chu-ky]]"]
    with pytest.raises(BrokenSetError, match="khoi chu-ky"):
        version.compiled()
