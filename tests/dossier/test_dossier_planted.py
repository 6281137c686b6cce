"""Disagreements planted by hand in the Word files of a dossier that was built: each is told, and nothing else."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.oxml.ns import qn

from kcdocs.api.dossier import build_dossier, check_dossier
from kcdocs.dossier.faults import BrokenZipError

_EXAMPLE = Path(__file__).parents[2] / "docs/examples/ho-so-45-2012.yaml"
_MISSING = ("DS104", "DS119")
"""Of what is not there: the example has no comparison, and its list is no Word file."""

LETTER, FORM, TABLE, REPORT, REVIEW, SENT, SUBMISSION, DRAFT = (
    "01-cong-van-lay", "02-phieu", "03-ban-tong-hop", "04-bao-cao-tong-ket", "05-bao-cao-ra-soat", "06-", "07-", "08-"
)  # fmt: skip


def _own(record: dict[str, Any]) -> dict[str, Any]:
    """The example with what a submission says of opinions and of effect."""
    record["van_ban"] = [one for one in record["van_ban"] if one["bo_mau"] != "ban-danh-gia-thu-tuc"]
    submission, draft = record["van_ban"][-2:]
    submission["qua_trinh"] = [
        "Bộ đã gửi Công văn số 210/BCT-ĐCK ngày 20/4/2026 tới 40 cơ quan, tổ chức để lấy ý kiến.",
        "Bộ đã nhận được 3 ý kiến của 2 cơ quan, tổ chức: Sở CT tỉnh A và Hiệp hội Làng nghề B.",
        "Tiếp thu ý kiến của Sở Công Thương tỉnh A, dự thảo bổ sung tại khoản 1 Điều 1 dự thảo.",
    ]
    submission["bo_cuc"] = ["Dự thảo Nghị định gồm 04 điều, có hiệu lực từ ngày 15/01/2027."]
    draft["ngay_hieu_luc"] = "15/01/2027"
    return record


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("lap")
    record = _own(yaml.safe_load(_EXAMPLE.read_text("utf-8")))
    (home / "ho-so.yaml").write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    build_dossier(home / "ho-so.yaml", home / "ho-so")
    return home / "ho-so"


def _text(paragraph: Any) -> str:
    hyphen, text = qn("w:noBreakHyphen"), qn("w:t")
    letters = ("-" if item.tag == hyphen else item.text or "" for item in paragraph.iter(hyphen, text))
    return "".join(letters).replace("\u00a0", " ")


def _edit(folder: Path, paper: str, old: str, new: str) -> None:
    (path,) = folder.glob(f"{paper}*.docx")
    document = docx.Document(str(path))
    paragraph = next(one for one in document.element.body.iter(qn("w:p")) if old in _text(one))
    first, *others = paragraph.iter(qn("w:t"))
    first.text = _text(paragraph).replace(old, new, 1)
    for item in [*others, *paragraph.iter(qn("w:noBreakHyphen"))]:
        item.getparent().remove(item)
    document.save(str(path))


def _told(folder: Path) -> Iterator[tuple[str, str]]:
    for one in check_dossier([folder]).findings:
        if one.finding.code not in _MISSING:
            yield one.finding.code, Path(one.finding.place.file).name


def _has(told: set[tuple[str, str]], code: str, paper: str) -> bool:
    return any(code == found and name.startswith(paper) for found, name in told)


def test_a_dossier_as_it_was_built_agrees_in_a_folder_and_in_a_zip_file(built: Path, tmp_path: Path) -> None:
    packed = tmp_path / "ho-so.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in built.iterdir():
            archive.write(path, path.name)

    assert list(_told(built)) == []
    checked = check_dossier([packed])
    assert [paper.file for paper in checked.papers] == [
        f"{packed}: {path.name}" for path in sorted(built.glob("*.docx"))
    ]
    assert {one.finding.code for one in checked.findings} == {"DS104"}


def test_a_zip_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\3\4")

    with pytest.raises(BrokenZipError):
        check_dossier([tmp_path / "x.zip"])


@pytest.mark.parametrize(
    "planted",
    [
        # who gave opinions, and how many were asked
        [
            (SUBMISSION, "Hiệp hội Làng nghề B", "Hiệp hội Cơ khí C", "DS124", SUBMISSION),
            (SUBMISSION, "40 cơ quan", "42 cơ quan", "DS109", SUBMISSION),
            (TABLE, "2 cơ quan, tổ chức, cá nhân có", "1 cơ quan, tổ chức, cá nhân có", "DS109", TABLE),
        ],
        [
            (TABLE, "Hiệp hội Làng nghề B", "Sở Công Thương tỉnh A; Hiệp hội Làng nghề B; Bộ Nội vụ", "DS125", SUBMISSION),
            (SUBMISSION, "ý kiến của Sở Công Thương tỉnh A,", "ý kiến của Bộ Quốc phòng,", "DS124", SUBMISSION),
        ],
        [(TABLE, "2 cơ quan, tổ chức, cá nhân có", "5 cơ quan, tổ chức, cá nhân có", "DS126", TABLE)],
        # order of days
        [
            (REPORT, "ngày 30 tháng 7 năm 2026", "ngày 17 tháng 9 năm 2026", "DS113", SENT),
            (TABLE, "ngày 30 tháng 6 năm 2026", "ngày 19 tháng 4 năm 2026", "DS113", TABLE),
        ],
        [(REVIEW, "ngày 30 tháng 7 năm 2026", "ngày 01 tháng 10 năm 2026", "DS113", SENT)],
        # days that two papers state
        [
            (FORM, "trước ngày 15 tháng 5", "trước ngày 16 tháng 5", "DS130", FORM),
            (SUBMISSION, "từ ngày 15/01/2027", "từ ngày 16/01/2027", "DS130", SUBMISSION),
            (SUBMISSION, "NĐ-CP ngày 21 tháng 5 năm 2012", "NĐ-CP ngày 21 tháng 6 năm 2012", "DS128", SUBMISSION),
            (REPORT, "nông thôn đổi mới", "nông thôn theo Quyết định số 9/QĐ-BCT ngày 31/7/2026 đổi mới", "DS127", REPORT),
        ],
        [(LETTER, "trước ngày 15 tháng 5", "trước ngày 20 tháng 4", "DS131", LETTER)],
        # provisions of the draft, numbers of other papers
        [
            (TABLE, "Khoản 2 Điều 1", "Khoản 3 Điều 1", "DS129", TABLE),
            (SUBMISSION, "khoản 1 Điều 1 dự thảo", "khoản 1 Điều 6 dự thảo", "DS129", SUBMISSION),
            (FORM, "số 210/BCT-ĐCK", "số 120/BCT-ĐCK", "DS132", FORM),
            (SENT, "số 150/BC-BCT", "số 151/BC-BCT", "DS133", SENT),
        ],
        # administrative procedures
        [
            (SENT, "Dự thảo Nghị định gồm", "Dự thảo quy định 02 thủ tục hành chính, gồm", "DS109", SUBMISSION),
        ],
    ],
)  # fmt: skip
def test_what_a_hand_changed_is_told_at_its_paper(
    built: Path, tmp_path: Path, planted: list[tuple[str, str, str, str, str]]
) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "ho-so"))
    for paper, old, new, _, _ in planted:
        _edit(folder, paper, old, new)

    told = set(_told(folder))

    assert [one[3:] for one in planted if not _has(told, *one[3:])] == []


def test_any_day_that_the_draft_gives_a_part_of_it_may_be_meant(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "ho-so"))
    _edit(folder, DRAFT, "Điều 2.", "Khoản 2 Điều 1 Nghị định này có hiệu lực từ ngày 01/3/2027. Điều 2.")
    _edit(folder, SUBMISSION, "từ ngày 15/01/2027", "từ ngày 01/3/2027")

    assert [code for code, _ in _told(folder) if code == "DS130"] == []


def test_an_instrument_that_is_no_draft_is_not_held_against_the_others(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "ho-so"))
    document = docx.Document()
    for line in (
        "BỘ CHỢ PHIÊN",
        "Số: 9/2019/TT-BCP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 02 tháng 3 năm 2019",
        "THÔNG TƯ",
        "Về sổ chợ",
        "Điều 1. Thay thế mẫu ban hành kèm theo Thông tư số 8/2018/TT-BCP.",
        "Điều 2. Thông tư này có hiệu lực từ ngày 01 tháng 6 năm 2019.",
    ):
        document.add_paragraph(line)
    document.save(str(folder / "10-thong-tu.docx"))

    assert list(_told(folder)) == []
