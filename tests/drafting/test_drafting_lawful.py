"""What the law forbids is refused with its place and source, what practice frowns on is told; examples obey."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.drafting.drafter import Drafter
from kcdocs.drafting.signing import signature_findings
from kcdocs.law.signing import Paper
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError
from kcdocs.sets.versions import Version

SHIPPED = [version for name in versions.set_names() for version in versions.of_set(name)]
_NOT_OF_FORM = ("DC", "Mẫu ", "Văn bản còn")
"""How remarks begin that tell of the catalogue, of an open version and of made-up sentences."""


def told(name: str, example: int = 0, **changed: Any) -> set[str]:
    """The codes of the remarks, or of the faults, of an example with other values."""
    drafter = Drafter(name, load_catalogue())
    record = drafter.newest.example_records()[example]
    try:
        draft = drafter.draft(replace(record, data={**record.data, **changed}), None)
    except ContractError as fault:
        return {f"{item.code}{item.severity}" for item in fault.findings if item.place.field}
    return {one[:5] for one in draft.remarks if not one.startswith(_NOT_OF_FORM)}


@pytest.mark.parametrize("version", SHIPPED, ids=lambda version: version.name)
def test_shipped_examples_obey_all_of_it(version: Version) -> None:
    drafter = Drafter(version.name, load_catalogue())
    for record in version.example_records():
        remarks = drafter.draft(record, None).remarks
        assert [one for one in remarks if not one.startswith(_NOT_OF_FORM)] == []


SIGNER = {"hinh_thuc": "trực tiếp", "chuc_vu": "Bộ trưởng", "ho_ten": "Lý Thị Thử"}


@pytest.mark.parametrize(
    ("name", "changed", "code"),
    [
        ("to-trinh", {"ky_hieu": "QĐ-BCT"}, "TP341"),
        ("quyet-dinh-cong-bo-tthc", {"ky_hieu": "QĐ-TTg"}, "TP342"),
        ("nghi-dinh-sua-doi", {"co_quan": {"ten": "Bộ Công Thương"}}, "TP343E"),
        ("nghi-dinh-sua-doi", {"nguoi_ky": {**SIGNER, "thay_mat": "Bộ Công Thương"}}, "TP344E"),
        ("quyet-dinh-cong-bo-tthc", {"nguoi_ky": {**SIGNER, "chuc_vu": "Thứ trưởng"}}, "TP349E"),
        (
            "to-trinh",
            {"nguoi_ky": {**SIGNER, "hinh_thuc": "TL", "ky_thay": "Bộ trưởng", "chuc_vu": "Cục trưởng"}},
            "TP351",
        ),
        ("to-trinh", {"nguoi_ky": {**SIGNER, "ho_ten": "TS. Lý Thị Thử"}}, "TP356"),
        ("nghi-dinh-sua-doi", {"can_cu": ["63/2025/QH15", "45/2012/NĐ-CP"]}, "TP358"),
        (
            "nghi-dinh-sua-doi",
            {"can_cu": ["63/2025/QH15", "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015"]},
            "DC303E",
        ),
        (
            "thong-tu-thay-the",
            {"can_cu": ["40/2025/NĐ-CP", "14/2018/TT-BCT"], "thay_the": ["14/2018/TT-BCT"]},
            "TP359E",
        ),
        ("thong-tu-thay-the", {"can_cu": ["45/2012/NĐ-CP"]}, "TP362"),
        ("quyet-dinh-cong-bo-tthc", {"noi_nhan": ["Như Điều 5"]}, "TP363"),
        ("quyet-dinh-ca-biet", {"noi_nhan": ["Như Điều 2"]}, "TP363"),
        ("quyet-dinh-cong-bo-tthc", {"noi_nhan": ["Như Điều 3", "Sở Tài chính", "Sở Tài chính"]}, "TP364"),
        ("to-trinh", {"noi_nhan": ["Bộ Tư pháp"]}, "TP365"),
        ("to-trinh", {"noi_nhan": ["Như trên", "Ủy ban nhân dân cấp huyện"]}, "TP366"),
        ("quyet-dinh-cong-bo-tthc", {"ngay_hieu_luc": "01/9/2025"}, "TP334"),
    ],
)
def test_one_thing_wrong_is_told_once_by_its_code(name: str, changed: dict[str, Any], code: str) -> None:
    assert told(name, **changed) == {code}


def test_a_paper_of_one_head_is_not_signed_for_a_collective() -> None:
    """No shipped set of a ministry has the field; a set of one's own may."""
    found = signature_findings({**SIGNER, "thay_mat": "Bộ Thử"}, paper=Paper(issued_by="Bộ trưởng Bộ Thử"))

    assert [item.code for item in found] == ["TP357"]


def test_a_procedure_of_the_district_may_be_abolished_and_not_made_anew() -> None:
    record = Drafter("quyet-dinh-cong-bo-tthc", load_catalogue()).newest.example_records()[0]
    new = [{**item, "cap": "huyen"} for item in record.data["moi_ban_hanh"]]  # type: ignore[union-attr, dict-item]

    assert any(item["cap"] == "huyen" for item in record.data["bai_bo"])  # type: ignore[union-attr, index, call-overload]
    assert told("quyet-dinh-cong-bo-tthc", moi_ban_hanh=new) == {"TP314E"}


@pytest.mark.parametrize(("points", "codes"), [(23, set()), (24, {"TP367E"})])
def test_a_clause_has_as_many_points_as_there_are_letters(points: int, codes: set[str]) -> None:
    clause = {"noi_dung": "Gồm:", "diem": [f"nội dung thứ {n}" for n in range(points)]}
    chapters = [{"ten": "Quy định chung", "dieu": [{"ten": "Phạm vi", "khoan": [clause]}]}]

    assert told("thong-tu-thay-the", chuong=chapters) == codes
