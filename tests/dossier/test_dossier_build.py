"""A dossier from one record: papers that agree, or every fault at its place and nothing written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from kcdocs.api.dossier import build_dossier
from kcdocs.dossier.faults import DossierFaultsError
from kcdocs.sets import versions
from kcdocs.sheet.xlsx import open_workbook

COMMON = """\
ten: Hồ sơ chợ phiên
chung:
  dia_danh: Hà Nội
  co_quan: {ten: Bộ Công Thương}
  xung_ho: quý Sở
  gui_ve: Bộ Công Thương
  kinh_gui: [Sở Công Thương tỉnh A]
  noi_nhan: [Như trên]
  luu: {don_vi: VP}
  nguoi_ky: {hinh_thuc: KT, ky_thay: Bộ trưởng, chuc_vu: Thứ trưởng, ho_ten: Lý Thị Thử}
van_ban:
"""
ASKING = """\
  - bo_mau: cong-van-lay-y-kien
    so: 7
    ky_hieu: BCT-VP
    ngay: 05/5/2026
    du_thao: Nghị định về sạp ở chợ phiên
    ly_do: Thực hiện chương trình công tác
    han: 20/5/2026
"""
REMINDING = """\
  - bo_mau: cong-van-don-doc
    so: 9
    ky_hieu: BCT-VP
    ngay: 25/5/2026
    nhiem_vu: góp ý dự thảo Nghị định về sạp ở chợ phiên
    giao_tai: Công văn số 07/BCT-VP ngày 05/5/2026 của Bộ Công Thương
    han_cu: 20/5/2026
    tinh_hinh: [Đến nay mới có ít ý kiến.]
    han_moi: 30/5/2026
"""


def record(folder: Path, text: str) -> Path:
    path = folder / "ho-so.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str) -> list[tuple[str, str, int]]:
    with pytest.raises(DossierFaultsError) as caught:
        build_dossier(record(folder, text), folder / "ra")
    assert not (folder / "ra").exists()
    return [(one.code, one.place.field, one.place.line) for one in caught.value.every]


def test_each_paper_takes_what_is_common_and_the_list_names_them_in_order(tmp_path: Path) -> None:
    made = build_dossier(record(tmp_path, COMMON + ASKING + REMINDING), tmp_path / "ra")

    assert [path.name for path in made.papers] == [
        "01-cong-van-lay-y-kien-7-BCT-VP.docx",
        "02-cong-van-don-doc-9-BCT-VP.docx",
    ]
    for path in made.papers:
        text = "\n".join(item.text for item in docx.Document(str(path)).paragraphs)
        assert "Kính gửi: Sở Công Thương tỉnh A" in text
    book = open_workbook(made.listed)
    rows = list(book.grid(book.sheets[0]).rows)
    assert [list(row[2:]) for row in rows[1:]] == [
        ["07/BCT-VP", "05/5/2026", "01-cong-van-lay-y-kien-7-BCT-VP.docx"],
        ["09/BCT-VP", "25/5/2026", "02-cong-van-don-doc-9-BCT-VP.docx"],
    ]
    assert made.findings == ()


def test_all_faults_of_all_papers_are_told_at_their_places_and_nothing_is_written(tmp_path: Path) -> None:
    text = (COMMON + ASKING + REMINDING).replace("    ly_do: Thực hiện chương trình công tác\n", "")
    text = text.replace("han_moi: 30/5/2026", "han_moi: 31/02/2026")

    assert refused(tmp_path, text) == [("TP311", "ly_do", 12), ("RC211", "han_moi", 26)]


def test_a_paper_that_says_otherwise_than_what_is_common_is_refused(tmp_path: Path) -> None:
    text = COMMON + ASKING + "    xung_ho: quý Bộ\n" + REMINDING

    assert refused(tmp_path, text) == [("DS102", "van_ban[1].xung_ho", 19)]


def test_what_is_common_and_used_by_no_paper_is_told(tmp_path: Path) -> None:
    text = (COMMON + ASKING).replace("  luu:", "  du_an: chợ\n  luu:")

    made = build_dossier(record(tmp_path, text), tmp_path / "ra")

    assert [(one.code, one.place.field) for one in made.findings] == [("DS105", "chung.du_an")]


def test_a_paper_dated_before_the_one_above_it_is_told(tmp_path: Path) -> None:
    made = build_dossier(record(tmp_path, COMMON + REMINDING + ASKING), tmp_path / "ra")

    assert [(one.code, one.place.field) for one in made.findings] == [("DS103", "van_ban[2].ngay")]


def test_papers_of_a_draft_that_do_not_agree_are_told_with_both_values(tmp_path: Path) -> None:
    text = "giai_doan: lay_y_kien\n" + COMMON + ASKING + REMINDING.replace("05/5/2026 của", "06/5/2026 của")

    made = build_dossier(record(tmp_path, text), tmp_path / "ra")

    (told,) = [one for one in made.findings if one.code == "DS110"]
    assert (told.found, told.expected) == ("06/5/2026", "05/5/2026")
    assert told.place.file == made.papers[1].name
    assert made.papers[0].name in told.message


DECREE_45 = Path(__file__).parents[2] / "docs" / "examples" / "ho-so-45-2012.yaml"


def test_the_dossier_of_the_draft_on_decree_45_lacks_but_what_is_made_elsewhere(tmp_path: Path) -> None:
    made = build_dossier(DECREE_45, tmp_path / "ra")

    assert len(made.papers) == 9
    assert [(one.code, one.message.partition("chưa có: ")[2]) for one in made.findings] == [
        ("DS104", "Bản so sánh, thuyết minh nội dung dự thảo.")
    ]


SUBJECT = "NĐ-CP về khuyến công\n    ly_do"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[Dự thảo Nghị định gồm 04 điều.]", "[Dự thảo Nghị định gồm 05 điều.]", ("DS109", "5", "4")),
        ("đã nhận được 3 ý kiến.", "đã nhận được 4 ý kiến.", ("DS109", "4", "3")),
        ("ngày 20/4/2026 lấy", "ngày 21/4/2026 lấy", ("DS110", "21/4/2026", "20/4/2026")),
        (
            "210/BCT-ĐCK ngày 20/4/2026 và",
            "201/BCT-ĐCK ngày 20/4/2026 và",
            ("DS111", "201/BCT-ĐCK", "210/BCT-ĐCK"),
        ),
        ("so: 151", "so: 150", ("DS114", "150/BC-BCT", "mỗi văn bản một số")),
        (f"45/2012/{SUBJECT}", f"54/2012/{SUBJECT}", ("DS107",)),
    ],
)
def test_what_one_paper_of_the_record_says_otherwise_is_told(
    tmp_path: Path, old: str, new: str, told: tuple[str, ...]
) -> None:
    text = DECREE_45.read_text("utf-8")
    assert text.count(old) == 1

    made = build_dossier(record(tmp_path, text.replace(old, new)), tmp_path / "ra")

    assert told in [(one.code, one.found, one.expected)[: len(told)] for one in made.findings]


def test_that_sets_are_not_released_is_said_once_for_all(tmp_path: Path) -> None:
    made = build_dossier(record(tmp_path, COMMON + ASKING + REMINDING), tmp_path / "ra")

    assert made.remarks == (
        "2 mẫu chưa phát hành nên còn có thể thay đổi: cong-van-lay-y-kien@1.0.0, cong-van-don-doc@1.0.0.",
    )


@pytest.mark.parametrize(
    ("stage", "present", "absent"),
    [
        ("lay_y_kien", [], ["Tờ trình Chính phủ", "Dự thảo Nghị định", "Bản so sánh"]),
        ("lay_y_kien", ["Dự thảo Tờ trình Chính phủ", "Dự thảo Nghị định về chợ"], ["Bản so sánh"]),
        (
            "trinh",
            ["Tờ trình", "Nghị định", "Bản so sánh, thuyết minh", "Báo cáo thẩm định", "Bản tổng hợp ý kiến"],
            ["Báo cáo tổng kết", "Báo cáo tiếp thu"],
        ),
    ],
)
def test_papers_that_the_stage_asks_for_and_are_not_there_are_named(
    tmp_path: Path, stage: str, present: list[str], absent: list[str]
) -> None:
    text = f"giai_doan: {stage}\n" + COMMON + ASKING
    for number, title in enumerate(present):
        (tmp_path / f"{number}.docx").write_bytes(b"")
        text += f"  - tai_lieu: {title}\n    tep: {number}.docx\n"

    made = build_dossier(record(tmp_path, text), tmp_path / "ra")

    told = [one.message.partition("chưa có: ")[2] for one in made.findings if one.code == "DS104"]
    assert len(told) == len(absent)
    assert all(name.startswith(start) for name, start in zip(told, absent, strict=True))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ten: Hồ sơ\n", [("DS101", "van_ban", 1)]),
        ("van_ban:\n  - bo_mau: cong-van-chung\n", [("DS101", "ten", 1)]),
        (
            "ten: A\nvan_bang: 1\nvan_ban:\n  - so: 1\n",
            [("DS101", "van_bang", 2), ("DS101", "van_ban[1]", 4)],
        ),
        ("ten: A\ngiai_doan: xong\nvan_ban:\n  - bo_mau: thu\n", [("DS101", "giai_doan", 2)]),
        ("ten: A\nvan_ban:\n  - tai_lieu: Tờ trình\n    tep: a.docx\n", [("DS106", "van_ban[1]", 3)]),
        ("ten: A\nvan_ban:\n  - tai_lieu: B\n    tep: a.docx\n    so: 1\n", [("DS101", "van_ban[1].so", 5)]),
        ("ten: A\nvan_ban:\n  - bo_mau: khong-co-bo-nay\n", [("TP301", "van_ban[1]", 3)]),
    ],
)
def test_a_record_of_another_form_is_told_where(
    tmp_path: Path, text: str, told: list[tuple[str, str, int]]
) -> None:
    assert refused(tmp_path, text) == told


def test_a_year_of_every_paper_is_made_by_one_command(tmp_path: Path) -> None:
    year = Path(__file__).parents[2] / "docs" / "examples" / "nam.yaml"

    made = build_dossier(year, tmp_path / "nam")

    sets = {name for name in versions.set_names() if (versions.of_set(name)[0].folder / "set.toml").is_file()}
    assert len(made.papers) == len(sets)
    assert [one.code for one in made.findings] == []
