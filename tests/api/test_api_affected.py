"""Which references in the whole store a draft leaves dangling, or touches."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from kcdocs.api import adding, compare
from kcdocs.decrees.facts import all_facts
from kcdocs.model.comparison import Comparison
from kcdocs.model.format import Format
from kcdocs.report.chain import Chain
from kcdocs.settings import shipped

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/comparison.schema.json").read_text("utf-8"))
OLD = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
NGHỊ ĐỊNH
Về nghề dệt
Điều 1. Phạm vi
1. Nghị định này nói về nghề dệt lụa ở làng nghề.
Điều 2. Kinh phí
1. Kinh phí do ngân sách huyện cấp theo dự toán được duyệt.
2. Phần còn lại do xưởng tự lo và hạch toán riêng.
Điều 3. Khung cửi
1. Khung cửi phải mới và có giấy tờ hợp lệ.
Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""
NEW = """CHÍNH PHỦ
Số: …/2026/NĐ-CP
NGHỊ ĐỊNH
Về nghề dệt
Điều 1. Phạm vi
1. Nghị định này nói về nghề dệt lụa ở làng nghề.
Điều 2. Kinh phí
1. Kinh phí do ngân sách tỉnh cấp trước ngày 15 tháng 6 hằng năm.
Điều 3. Từ ngữ
1. Các từ ngữ được hiểu theo nghĩa thông thường của tiếng Việt.
Điều 4. Khung cửi
1. Khung cửi phải mới và có giấy tờ hợp lệ.
Điều 5. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2026.{ending}"""
GUIDE = """BỘ CÔNG THƯƠNG
Số: 9/2021/TT-BCT
THÔNG TƯ
Hướng dẫn nghề dệt
Điều 1. Hướng dẫn
{clauses}
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 01 tháng 4 năm 2021."""


def _guide(*clauses: str, number: str = "9/2021/TT-BCT") -> str:
    listed = "\n".join(f"{place}. {words}" for place, words in enumerate(clauses, start=1))
    return GUIDE.format(clauses=listed).replace("9/2021/TT-BCT", number, 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for files; the store comes with no text."""
    monkeypatch.setattr(
        "kcdocs.decrees.store.all_facts", lambda found: all_facts(set(found) - {shipped("decrees")})
    )
    return tmp_path


def _compared(
    folder: Path, *stored: str, old: str = OLD, ending: str = "", also: tuple[str, ...] = ()
) -> Comparison:
    (folder / "kho").mkdir()
    for place, text in enumerate(stored):
        (folder / "kho" / f"{place}.txt").write_text(text, "utf-8")
    done = adding.add(adding.files_in([folder / "kho"])[0])
    assert done.faults == []
    (folder / "goc.txt").write_text(old, "utf-8")
    (folder / "moi.txt").write_text(NEW.format(ending=ending), "utf-8")
    return compare.compare(folder / "goc.txt", folder / "moi.txt", affected=["store", *also])


def _outer(found: Comparison) -> list[tuple[str, str, str, str]]:
    return [
        (one.instrument, str(one.address), one.words, one.outcome.value)
        for one in found.impacts
        if one.instrument != found.new.name
    ]


def test_each_reference_of_the_store_is_told_by_what_becomes_of_it(folder: Path) -> None:
    clauses = (
        "Làm theo khoản 1 Điều 1 Nghị định số 7/2020/NĐ-CP.",
        "Kinh phí theo khoản 1 Điều 2 Nghị định số 7/2020/NĐ-CP.",
        "Phần còn lại theo khoản 2 Điều 2 Nghị định số 7/2020/NĐ-CP.",
        "Khung cửi theo khoản 1 Điều 3 Nghị định số 7/2020/NĐ-CP.",
        "Khung cửi theo khoản 1 Điều 3 Nghị định số 8/2020/NĐ-CP.",
    )

    found = _compared(folder, OLD, _guide(*clauses))

    number = "9/2021/TT-BCT"
    named = "Nghị định số 7/2020/NĐ-CP"
    assert _outer(found) == [
        (number, "dieu-1.khoan-2", f"khoản 1 Điều 2 {named}", "dich-doi-noi-dung"),
        (number, "dieu-1.khoan-3", f"khoản 2 Điều 2 {named}", "mat-dich"),
        (number, "dieu-1.khoan-4", f"khoản 1 Điều 3 {named}", "chua-sua-theo"),
    ]
    assert found.impacts[-1].proposed == f"khoản 1 Điều 4 {named}"
    assert {"DF201", "DF202", "DF217", "DC405"} <= {one.code for one in found.findings}


def test_what_the_draft_ends_as_a_whole_leaves_every_reference_to_it_behind(folder: Path) -> None:
    other = OLD.replace("7/2020", "8/2020").replace("dệt", "gốm")
    clauses = (
        "Làm theo khoản 1 Điều 1 Nghị định số 7/2020/NĐ-CP.",
        "Việc khác theo Nghị định số 8/2020/NĐ-CP.",
        "Việc khác nữa theo Điều 1 Nghị định số 10/2020/NĐ-CP.",
    )
    ending = (
        "\n2. Nghị định này thay thế Nghị định số 7/2020/NĐ-CP.\n3. Bãi bỏ Nghị định số 8/2020/NĐ-CP."
        "\n4. Nghị định số 10/2020/NĐ-CP hết hiệu lực, trừ Điều 1."
    )

    found = _compared(folder, OLD, other, _guide(*clauses), ending=ending)

    assert [(place, outcome) for _, place, _, outcome in _outer(found)] == [
        ("dieu-1.khoan-1", "dich-het-hieu-luc"),
        ("dieu-1.khoan-2", "dich-het-hieu-luc"),
        ("dieu-1.khoan-3", "chua-ro"),
    ]
    assert "DF218" in {one.code for one in found.findings}


LAW = OLD.replace(
    "CHÍNH PHỦ\nSố: 7/2020/NĐ-CP\nNGHỊ ĐỊNH\nVề nghề dệt", "QUỐC HỘI\nLuật số: 7/2020/QH14\nLUẬT\nNGHỀ DỆT"
)


def test_a_name_is_sure_by_its_year_where_no_other_instrument_bears_it(folder: Path) -> None:
    clauses = (
        "Kinh phí theo khoản 1 Điều 2 Luật Nghề dệt năm 2020.",
        "Kinh phí theo khoản 1 Điều 2 Luật Nghề dệt.",
        "Kinh phí theo khoản 1 Điều 2 Luật Nghề dệt năm 2010.",
    )

    alone = _compared(folder, _guide(*clauses), old=LAW)

    outcomes = [(place, outcome) for _, place, _, outcome in _outer(alone)]
    assert outcomes == [("dieu-1.khoan-1", "dich-doi-noi-dung"), ("dieu-1.khoan-2", "chua-ro")]
    for number in ("7/2020/QH14", "17/2020/QH14"):
        (folder / "kho" / "luat.txt").write_text(LAW.replace("7/2020/QH14", number), "utf-8")
        adding.add(adding.files_in([folder / "kho"])[0])
    both = compare.compare(folder / "goc.txt", folder / "moi.txt", affected=["store"])
    assert [outcome for *_, outcome in _outer(both)] == ["chua-ro", "chua-ro"]


def test_only_what_stands_today_refers(folder: Path) -> None:
    amending = (
        _guide(number="11/2022/TT-BCT")
        .replace(
            "Điều 1. Hướng dẫn\n",
            "Điều 1. Sửa đổi Thông tư số 9/2021/TT-BCT\n1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n"
            "“1. Xưởng tự lo kinh phí của mình.”",
        )
        .replace("năm 2021", "năm 2022")
    )

    found = _compared(
        folder, OLD, _guide("Kinh phí theo khoản 1 Điều 2 Nghị định số 7/2020/NĐ-CP."), amending
    )

    assert _outer(found) == []


def test_a_kept_text_that_cannot_be_read_is_told(folder: Path, data_folder: Path) -> None:
    _compared(folder, OLD, _guide("Theo khoản 2 Điều 2 Nghị định số 7/2020/NĐ-CP."))
    (spoilt,) = (data_folder / "decrees" / "9-2021-tt-bct").glob("*.json")
    spoilt.write_text("hỏng", "utf-8")

    found = compare.compare(folder / "goc.txt", folder / "moi.txt", affected=["store"])

    assert _outer(found) == []
    assert [one.place.file for one in found.findings if one.code == "DC406"] == ["9-2021-tt-bct"]


def test_a_file_and_the_store_are_both_looked_through(folder: Path) -> None:
    (folder / "rieng.txt").write_text(_guide("Theo khoản 2 Điều 2 Nghị định số 7/2020/NĐ-CP."), "utf-8")

    found = _compared(folder, OLD, also=(str(folder / "rieng.txt"),))

    assert [(name, outcome) for name, _, _, outcome in _outer(found)] == [
        (str(folder / "rieng.txt"), "mat-dich")
    ]


@pytest.mark.parametrize("medium", [Format.TERMINAL, Format.JSON, Format.HTML])
def test_every_medium_tells_what_becomes_of_them(folder: Path, medium: Format) -> None:
    found = _compared(folder, OLD, _guide("Kinh phí theo khoản 1 Điều 2 Nghị định số 7/2020/NĐ-CP."))

    said = compare.render(Chain.of(found), medium)

    assert isinstance(said, str)
    assert "9/2021/TT-BCT" in said
    if medium is Format.JSON:
        jsonschema_rs.validator_for(SCHEMA).validate(json.loads(said))
        assert "dich-doi-noi-dung" in said
    else:
        assert "nơi được dẫn tới đổi nội dung" in said.replace("\n", " ").lower()
        assert "1 văn bản có toàn văn" not in said
