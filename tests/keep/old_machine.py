"""The disk of the old machine, and a look at everything that its user kept there."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from kcdocs.api import batch, decrees, register
from kcdocs.api.cite import cite
from kcdocs.model.catalogue import DocumentClass
from kcdocs.sets import release, versions
from kcdocs.web.desk import Desk
from kcdocs.web.drafts import Drafts

PACKED = Path(__file__).parents[1] / "data" / "moving" / "may-cu.zip"

DONE, HALF = "đợt dot-xong (df73fb3d)", "đợt dot-do (ad4ed0f0)"


def unpack(home: Path) -> Path:
    """Lay the old disk down in a folder; its data folder."""
    with zipfile.ZipFile(PACKED) as packed:
        packed.extractall(home)
    (home / "du-lieu" / "web").chmod(0o700)
    return home / "du-lieu"


def look_at_all(data: Path) -> None:
    """Every number, text, set and explanation, as it was written on the old machine."""
    look_at_numbers()
    look_at_texts()
    look_at_sets()
    look_at_page(data / "web")


def look_at_numbers() -> None:
    books = {str(series): following for series, following in register.every_series()}
    assert books == {"TTr-BQL/2025": 10, "QĐ-BQL/2026": 48}
    assert told("TTr-BQL/2025") == [
        (7, "đang giữ", "Phòng Chợ", "", ""),
        (8, "bỏ trống", "Phòng Chợ", "", "rút hồ sơ"),
        (9, "đang giữ", "Phòng Chợ", "", ""),
    ]
    assert told("QĐ-BQL/2026") == [
        (41, "đã cấp", DONE, "giay-thue-sap-41-QĐ-BQL.docx", ""),
        (42, "hủy", DONE, "giay-thue-sap-42-QĐ-BQL.docx", "ghi nhầm sạp"),
        (43, "đã cấp", DONE, "giay-thue-sap-43-QĐ-BQL.docx", ""),
        *((number, "đang giữ", HALF, "", "") for number in (44, 45, 46, 47)),
    ]


def told(series: str) -> list[tuple[int, str, str, str, str]]:
    every = register.numbers(series)
    return [(item.number, item.state.value, item.holder, item.document, item.reason) for item in every]


def look_at_texts() -> None:
    place, number = "khoản 1 Điều 2", "901/2014/NĐ-CP"
    assert words(number, place, date(2015, 1, 1)).endswith("trả lời đơn thuê sạp trong 30 ngày.")
    assert words(number, place, date(2018, 3, 1)).endswith("trả lời đơn thuê sạp trong 15 ngày.")
    assert words("902/2018/NĐ-CP", "Điều 2", date(2018, 3, 1)).endswith("ngày 01 tháng 3 năm 2018.")
    (line,) = cite(["77/2019/QĐ-UBND"], day=date(2026, 3, 10), document=DocumentClass.ADMINISTRATIVE).lines
    assert "Ủy ban nhân dân tỉnh Hà Giang về sạp chợ phiên" in line


def words(number: str, place: str, day: date) -> str:
    (node,) = decrees.show(number, address=place, as_of=day)
    return "\n".join(line.text for part in node.walk() for line in part.lines)


def look_at_sets() -> None:
    (version,) = versions.of_set("giay-thue-sap")
    assert version.name == "giay-thue-sap@1.0.0"
    assert release.released(version)
    release.refuse_changed(version)


def look_at_page(folder: Path) -> None:
    desk = Desk(folder)
    (asked,) = desk.comparisons()
    assert [item["words"] for item in desk.explanations(asked.old)] == [
        "Thêm chợ nổi theo ý kiến Cần Thơ.",
        "Rút ngắn còn 20 ngày.",
    ]
    draft = desk.draft(asked)
    assert draft.name == "Dự thảo lần 2.txt"
    assert "Chợ đêm, chợ nổi không thuộc" in draft.path.read_text("utf-8")
    assert [item.values for item in Drafts(folder / "nhap").every()] == [
        {"nguoi_thue": "Vàng Thị Mỷ", "sap": "B7"}
    ]


def look_at_batches(home: Path) -> None:
    """The finished batch is proven; the one that was cut off is gone on with under its own numbers."""
    assert not batch.verify(home / "dot-xong").findings
    asked = batch.order("giay-thue-sap", home / "nhom-hai.csv", home / "dot-do", series="QĐ-BQL/2026")
    assert batch.run(asked, resume=True).whole
    assert not batch.verify(home / "dot-do").findings
    issued = [
        (number, document) for number, state, _, document, _ in told("QĐ-BQL/2026") if state == "đã cấp"
    ]
    assert issued == [(number, f"giay-thue-sap-{number}-QĐ-BQL.docx") for number in (41, 43, 44, 45, 46, 47)]
