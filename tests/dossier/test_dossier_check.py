"""A dossier of Word files made elsewhere: what its papers say in two ways, and what is not there."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import jsonschema_rs
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kcdocs.cli import root
from kcdocs.cli.base import run as run_command

SCHEMA = Path(__file__).parents[2] / "docs/reference/dossier-check.schema.json"
NAME = "sửa đổi, bổ sung một số điều của Nghị định số 77/2015/NĐ-CP ngày 10 tháng 9 năm 2015 của Chính phủ về chợ"
SHORT = "sửa đổi, bổ sung một số điều của Nghị định số 77/2015/NĐ-CP về chợ"
HEADS = ("NHÓM VẤN ĐỀ", "CHỦ THỂ GÓP Ý", "NỘI DUNG GÓP Ý", "NỘI DUNG TIẾP THU, GIẢI TRÌNH")

Paper = tuple[str, str, str, list[str]]
PAPERS: dict[str, Paper] = {
    "1-gui-y-kien": (
        "210/BCT-TTTN",
        "20/4/2026",
        f"V/v lấy ý kiến dự thảo Nghị định {NAME}",
        ["Kính gửi: Bộ A"],
    ),
    "2-tong-hop": (
        "",
        "30/5/2026",
        f"BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH ĐỐI VỚI DỰ THẢO NGHỊ ĐỊNH {SHORT.upper()}",
        [
            "Thực hiện Công văn số 210/BCT-TTTN ngày 20/4/2026, các cơ quan đã góp ý.",
            "Tổng số ý kiến nhận được: 3; tiếp thu 1 ý kiến, tiếp thu một phần 1 ý kiến, giải trình 1 ý kiến.",
        ],
    ),
    "3-tong-ket": ("25/BC-BCT", "01/6/2026", "BÁO CÁO|Tổng kết thi hành Nghị định về chợ", ["Chợ còn ít."]),
    "4-so-sanh": ("", "", f"BẢN SO SÁNH, THUYẾT MINH DỰ THẢO NGHỊ ĐỊNH {NAME.upper()}", ["Ba cột."]),
    "5-tham-dinh": (
        "12/BC-BTP",
        "20/6/2026",
        f"BÁO CÁO THẨM ĐỊNH|dự thảo Nghị định {NAME}",
        ["Có 9 ý kiến."],
    ),
    "6-tiep-thu": (
        "30/BC-BCT",
        "01/7/2026",
        "BÁO CÁO|Tiếp thu, giải trình ý kiến thẩm định",
        ["Theo Báo cáo số 12/BC-BTP ngày 20 tháng 6 năm 2026, Bộ tiếp thu 5 ý kiến thẩm định."],
    ),
    "7-to-trinh": (
        "40/TTr-BCT",
        "10/7/2026",
        f"TỜ TRÌNH|Về dự thảo Nghị định {NAME}",
        [
            f"Bộ Công Thương kính trình Chính phủ dự thảo Nghị định {SHORT} (sau đây gọi là dự thảo) như sau:",
            "Nghị định số 77/2015/NĐ-CP gồm 30 điều. Dự thảo gồm 02 điều.",
            "Bộ đã nhận được 3 ý kiến (Bản tổng hợp kèm theo) và Báo cáo số 12/BC-BTP ngày 20/6/2026.",
        ],
    ),
    "8-nghi-dinh": ("", "", f"NGHỊ ĐỊNH|{NAME[0].upper()}{NAME[1:]}", []),
}
OPINIONS = (
    ("Điều 1", "Bộ A", "Bỏ khoản 1.", "Tiếp thu, đã bỏ."),
    ("Điều 1", "Sở B", "Thêm khoản 4.", "Tiếp thu một phần: thêm vào khoản 2."),
    ("Điều 2", "Sở B", "Lùi ngày.", "Giải trình: ngày ấy theo luật."),
)
ARTICLES = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 77/2015/NĐ-CP",
    "1. Sửa đổi Điều 5 như sau:",
    "“Điều 5. Chợ phiên",
    "Chợ phiên họp năm ngày một lần.”.",
    "Điều 2. Hiệu lực thi hành",
    "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 9 năm 2026.",
)


def _head(document: Document, number: str, day: str, about: str) -> None:
    table = document.add_table(2, 2)
    issuer, state, left, right = (table.cell(n // 2, n % 2) for n in range(4))
    issuer.paragraphs[0].add_run("BỘ CÔNG THƯƠNG").bold = True
    state.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    left.text = f"Số: {number}" + (f"\n{about}" if about else "")
    right.text = "Hà Nội, ngày {} tháng {} năm {}".format(*day.split("/")) if day else ""


def _write(folder: Path, name: str) -> None:
    number, day, title, body = PAPERS[name]
    document = docx.Document()
    _head(document, number, day, title if title.startswith("V/v") else "")
    for line in () if title.startswith("V/v") else title.split("|"):
        document.add_paragraph().add_run(line).bold = True
        document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (*body, *(ARTICLES if "NGHỊ ĐỊNH" in title.split("|") else ())):
        document.add_paragraph(line)
    if name == "2-tong-hop":
        table = document.add_table(1, len(HEADS))
        for row in (HEADS, *OPINIONS):
            cells = table.rows[0].cells if row is HEADS else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    document.save(str(folder / f"{name}.docx"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("goc")
    for name in PAPERS:
        _write(folder, name)
    return folder


@pytest.fixture
def dossier(tmp_path: Path, written: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "ho-so"))


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change words of a Word file as a person would, in its paragraphs and cells."""
    document = docx.Document(str(folder / f"{name}.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(item for cell in cells for item in cell.paragraphs)]
    found = [item for item in paragraphs if old in item.text]
    assert found
    found[0].runs[0].text = found[0].text.replace(old, new)
    for run in found[0].runs[1:]:
        run.text = ""
    document.save(str(folder / f"{name}.docx"))


def run(*words: str) -> int:
    """The exit code of `kcdocs dossier check`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kcdocs", "dossier", "check", *words])
        with pytest.raises(SystemExit) as left:
            run_command(root)
    return int(left.value.code or 0)


Told = tuple[str, str, str, str, str]


@pytest.fixture
def told(dossier: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[Told]]]:
    """Code, file and other file of each finding, with what stands in each."""

    def check(*more: str) -> tuple[int, list[Told]]:
        code = run(str(dossier), "--format", "json", *more)
        document = json.loads(capsys.readouterr().out)
        jsonschema_rs.validate(json.loads(SCHEMA.read_text("utf-8")), document)
        return code, [
            (
                one["code"],
                Path(one["place"]["file"]).stem,
                Path((one["other"] or {"file": ""})["file"]).stem,
                one["found"],
                one["expected"],
            )
            for one in document["findings"]
        ]

    return check


def test_papers_that_agree_are_listed_and_nothing_is_told(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(str(dossier))

    out = capsys.readouterr().out.splitlines()
    assert out[0] == "Hồ sơ có 8 văn bản (bước trình Chính phủ, xét đến ngày 10/7/2026)."
    assert out[2].endswith("ngày 30/5/2026; 3 ý kiến")
    assert out[8].endswith("về chợ; 2 điều")
    assert out[9:] == ["Các văn bản khớp với nhau."]
    assert code == 0


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "7-to-trinh",
            "77/2015/NĐ-CP ngày 10",
            "78/2015/NĐ-CP ngày 10",
            ("DS107", "7-to-trinh", "8-nghi-dinh"),
        ),
        ("2-tong-hop", "VỀ CHỢ", "VỀ HỘI CHỢ", ("DS107", "2-tong-hop", "8-nghi-dinh")),
        (
            "1-gui-y-kien",
            "NĐ-CP ngày 10 tháng 9 năm 2015 của Chính phủ về chợ",
            "NĐ-CP về quán",
            ("DS107", "1-gui-y-kien", "8-nghi-dinh"),
        ),
        ("7-to-trinh", "02 điều", "03 điều", ("DS109", "7-to-trinh", "8-nghi-dinh", "3", "2")),
        (
            "7-to-trinh",
            "Dự thảo gồm",
            f"Dự thảo Nghị định {NAME.replace('77', '99')} gồm",
            ("DS108", "7-to-trinh", "8-nghi-dinh"),
        ),
        (
            "7-to-trinh",
            "nhận được 3 ý kiến",
            "nhận được 4 ý kiến",
            ("DS109", "7-to-trinh", "2-tong-hop", "4", "3"),
        ),
        ("2-tong-hop", "nhận được: 3", "nhận được: 5", ("DS109", "2-tong-hop", "2-tong-hop", "5", "3")),
        (
            "2-tong-hop",
            "tiếp thu 1 ý kiến",
            "tiếp thu 2 ý kiến",
            ("DS109", "2-tong-hop", "2-tong-hop", "2", "1"),
        ),
        ("2-tong-hop", "Tiếp thu, đã bỏ.", "Để xem xét.", ("DS115", "2-tong-hop", "", "Để xem xét.")),
        (
            "7-to-trinh",
            "12/BC-BTP ngày 20/6/2026",
            "12/BC-BTP ngày 21/6/2026",
            ("DS110", "7-to-trinh", "5-tham-dinh", "21/6/2026", "20/6/2026"),
        ),
        (
            "6-tiep-thu",
            "12/BC-BTP",
            "21/BC-BTP",
            ("DS111", "6-tiep-thu", "5-tham-dinh", "21/BC-BTP", "12/BC-BTP"),
        ),
        (
            "6-tiep-thu",
            "ngày 01 tháng 7",
            "ngày 19 tháng 6",
            ("DS112", "6-tiep-thu", "5-tham-dinh", "19/6/2026", "từ ngày 20/6/2026 trở đi"),
        ),
        (
            "5-tham-dinh",
            "ngày 20 tháng 6",
            "ngày 20 tháng 5",
            ("DS113", "5-tham-dinh", "3-tong-ket", "20/5/2026", "từ ngày 01/6/2026 trở đi"),
        ),
        ("6-tiep-thu", "30/BC-BCT", "25/BC-BCT", ("DS114", "6-tiep-thu", "3-tong-ket", "25/BC-BCT")),
        (
            "8-nghi-dinh",
            "Điều 2. Hiệu lực thi hành",
            "Hiệu lực thi hành",
            ("DS109", "7-to-trinh", "8-nghi-dinh", "2", "1"),
        ),
    ],
)
def test_what_a_hand_changed_in_one_paper_is_told_with_both_papers_and_both_values(
    dossier: Path,
    told: Callable[..., tuple[int, list[Told]]],
    name: str,
    old: str,
    new: str,
    expected: tuple[str, ...],
) -> None:
    edit(dossier, name, old, new)

    code, found = told()

    assert expected in [one[: len(expected)] for one in found]
    assert code == 1


def test_tracked_changes_are_read_as_accepted_and_said(
    dossier: Path, told: Callable[..., tuple[int, list[Told]]]
) -> None:
    document = docx.Document(str(dossier / "7-to-trinh.docx"))
    line = next(item for item in document.paragraphs if "02 điều" in item.text)
    run, inserted = line.runs[0]._element, OxmlElement("w:ins")
    line.runs[0].text = line.text.replace("02 điều", "03 điều")
    inserted.set(qn("w:id"), "1")
    inserted.set(qn("w:author"), "A")
    run.addprevious(inserted)
    inserted.append(run)
    document.save(str(dossier / "7-to-trinh.docx"))

    found = told()[1]

    assert [(one[0], one[1]) for one in found] == [("DS121", "7-to-trinh"), ("DS109", "7-to-trinh")]


def test_a_paper_that_the_stage_asks_for_and_is_gone_is_named(
    dossier: Path, told: Callable[..., tuple[int, list[Told]]]
) -> None:
    (dossier / "4-so-sanh.docx").unlink()

    assert [one[0] for one in told()[1]] == ["DS104"]
    assert told("--as-of", "2020-12-31")[1] == []  # the law of 2015 asked for no such paper


def test_under_the_law_of_2015_as_changed_a_review_of_related_texts_is_asked_for(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(str(dossier), "--as-of", "2021-01-01")

    out = capsys.readouterr().out
    assert out.count("DS104") == 1
    assert "chưa có: Báo cáo rà soát các văn bản quy phạm pháp luật liên quan" in out


def test_a_long_submission_is_asked_for_its_summary_from_the_day_of_that_rule(
    dossier: Path, told: Callable[..., tuple[int, list[Told]]]
) -> None:
    document = docx.Document(str(dossier / "7-to-trinh.docx"))
    for _ in range(350):
        document.add_paragraph("Chợ họp.")
    document.save(str(dossier / "7-to-trinh.docx"))
    assert told()[1] == []  # ten pages of 37 lines with the head and the lines that stood there

    for _ in range(20):
        document.add_paragraph("Chợ họp.")
    document.save(str(dossier / "7-to-trinh.docx"))
    assert [one[:2] for one in told()[1]] == [("DS123", "7-to-trinh")]
    assert told("--as-of", "2026-05-28")[1] == []

    document = docx.Document(str(dossier / "7-to-trinh.docx"))
    title = next(item for item in document.paragraphs if item.text == "TỜ TRÌNH")
    title.runs[0].text = "TỜ TRÌNH TÓM TẮT"
    document.save(str(dossier / "7a-tom-tat.docx"))
    assert "DS123" not in [one[0] for one in told()[1]]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("1-gui-y-kien", "một số điều của ", "", [("DS122", "1-gui-y-kien", "8-nghi-dinh")]),
        (
            "3-tong-ket",
            "Tổng kết thi hành Nghị định",
            "Dự thảo Nghị định số 77/2015/NĐ-CP",
            [("DS107", "3-tong-ket", "8-nghi-dinh")],
        ),
        (
            "7-to-trinh",
            "(sau đây gọi là dự thảo)",
            "(sau đây gọi tắt là dự thảo Nghị định chợ phiên)",
            [],
        ),
    ],
)
def test_a_free_but_plain_shorter_name_is_no_error(
    dossier: Path,
    told: Callable[..., tuple[int, list[Told]]],
    name: str,
    old: str,
    new: str,
    expected: list[tuple[str, str, str]],
) -> None:
    edit(dossier, name, old, new)

    assert [one[:3] for one in told()[1] if one[0] != "DS104"] == expected


def test_the_stage_may_be_said(dossier: Path, told: Callable[..., tuple[int, list[Told]]]) -> None:
    for name in ("5-tham-dinh", "6-tiep-thu", "1-gui-y-kien", "2-tong-hop"):
        (dossier / f"{name}.docx").unlink()

    assert [one[0] for one in told()[1]] == ["DS116"]
    assert [one[0] for one in told("--stage", "tham-dinh")[1]] == ["DS104"]


def test_what_was_not_looked_at_is_said(dossier: Path, told: Callable[..., tuple[int, list[Told]]]) -> None:
    assert [one[0] for one in told("--as-of", "2010-01-01")[1]] == ["DS120"]

    for path in dossier.glob("[!4]*"):
        path.unlink()

    code, found = told("--stage", "trinh")
    assert [one[0] for one in found] == ["DS118", "DS117"]
    assert code == 0


def test_files_that_cannot_be_read_are_told_and_end_with_3(
    dossier: Path, told: Callable[..., tuple[int, list[Told]]]
) -> None:
    (dossier / "9-hong.docx").write_bytes(b"khong phai Word")
    (dossier / "bang.xlsx").write_bytes(b"")

    code, found = told()

    assert [one[1] for one in found] == ["9-hong", "bang"]
    assert found[1][0] == "DS119"
    assert code == 3
