"""Values copied with what their template adds: left out where certain, told, or refused with the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.drafting.drafter import Draft, Drafter
from kcdocs.drafting.form import addressees, authority, recipients
from kcdocs.drafting.lines import LINES
from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.sets.errors import ContractError

DRAFTERS: dict[str, Drafter] = {}


def drafter(name: str) -> Drafter:
    return DRAFTERS.setdefault(name, Drafter(name, load_catalogue()))


def example(name: str) -> Record:
    return next(iter(drafter(name).newest.example_records()))


def drafted(name: str, **changed: Any) -> Draft:
    record = example(name)
    data = {**record.data, **changed}
    return drafter(f"{name}@2.0.0").draft(replace(record, data=data), None)


def printed(name: str, **changed: Any) -> dict[str, Any]:
    return drafted(name, **changed).context.values


def notes(name: str, **changed: Any) -> list[str]:
    return [one for one in drafted(name, **changed).remarks if one.startswith("TP346")]


def test_recipients_lose_the_dashes_and_marks_of_the_list_they_were_copied_from() -> None:
    copied = ["- Như trên;", "– Văn phòng Chính phủ;", "• Bộ Tư pháp."]

    lines = printed("to-trinh", noi_nhan=copied)["the_thuc"]["noi_nhan"]

    assert lines[:3] == ["- Như trên;", "- Văn phòng Chính phủ;", "- Bộ Tư pháp;"]
    assert notes("to-trinh", noi_nhan=copied) == [
        "TP346: Đã bỏ «-», «;», «–», «•», «.» trong «noi_nhan» (Nơi nhận): mẫu tự ghi phần này."
    ]


def test_the_closing_mark_of_the_last_item_is_taken_off_the_last_item_alone() -> None:
    record = example("cong-van-chung")
    data = {**record.data, "noi_dung": ["Câu thứ nhất.", "Câu thứ hai."]}

    draft = drafter("cong-van-chung").draft(replace(record, data=data), None)

    assert draft.context.values["noi_dung"] == ["Câu thứ nhất.", "Câu thứ hai"]


def test_the_line_of_the_archive_among_the_recipients_is_left_out_if_it_is_the_same() -> None:
    luu = {"don_vi": "KTC"}
    same = printed("to-trinh", luu=luu, noi_nhan=["Như trên", "- Lưu: VT, KTC."])["the_thuc"]["noi_nhan"]

    assert same == ["- Như trên;", "- Lưu: VT, KTC."]
    with pytest.raises(ContractError) as refused:
        drafted("to-trinh", luu=luu, noi_nhan=["Như trên", "Lưu: VT, PC."])
    assert [item.code for item in refused.value.findings] == ["TP347"]
    assert refused.value.findings[0].place.field == "noi_nhan[2]"


def test_a_label_with_another_number_is_refused_with_its_place() -> None:
    record = example("nghi-dinh-sua-doi")
    articles = [dict(item) for item in record.data["dieu"]]  # type: ignore[union-attr, arg-type]
    articles[0]["ten"] = "Điều 7. Sửa đổi"
    places = {**record.places, "dieu[1].ten": Place(file="a.yaml", line=12)}
    wrong = replace(record, data={**record.data, "dieu": articles}, places=places)

    with pytest.raises(ContractError) as refused:
        drafter("nghi-dinh-sua-doi@2.0.0").draft(wrong, None)

    (finding,) = refused.value.findings
    assert (finding.code, finding.place.line, finding.found) == ("TP347", 12, "Điều 7.")


def test_the_mark_of_signing_that_the_template_prints_is_left_out() -> None:
    signer = {"hinh_thuc": "KT", "ky_thay": "KT. Bộ trưởng", "chuc_vu": "Thứ trưởng", "ho_ten": "Lý Thị Thử"}

    assert printed("to-trinh", nguoi_ky=signer)["the_thuc"]["quyen_han"] == ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]
    with pytest.raises(ContractError):
        drafted("to-trinh", nguoi_ky={**signer, "ky_thay": "TL. Bộ trưởng"})


def test_a_title_copied_with_the_type_begins_with_a_capital() -> None:
    values = printed("thong-tu-thay-the", ten_van_ban="Thông tư quy định về thử nghiệm.")

    assert values["ten_van_ban"] == "Quy định về thử nghiệm"
    assert values["the_thuc"]["ten_van_ban"] == "quy định về thử nghiệm"


def test_the_record_keeps_its_own_words_for_verification() -> None:
    assert drafted("to-trinh", dia_danh="Hà Nội,").typed["dia_danh"] == "Hà Nội,"
    assert printed("to-trinh", dia_danh="Hà Nội,")["dia_danh"] == "Hà Nội"


def test_a_sentence_broken_by_the_page_is_joined_and_told() -> None:
    draft = drafted("to-trinh", muc_dich=["Nâng cao hiệu quả\nquản lý nhà nước."])

    assert draft.context.values["muc_dich"] == ["Nâng cao hiệu quả quản lý nhà nước."]
    assert [one for one in draft.remarks if one.startswith("TP348")] == [
        "TP348: Đã nối các dòng bị ngắt giữa câu trong «muc_dich» (Mục đích)."
    ]


def _wordings() -> Iterator[tuple[str, str]]:
    yield "noi_nhan[]", recipients(["{noi_nhan[]}"], {"don_vi": "{luu.don_vi}"})[0]
    yield "noi_nhan[]", recipients([], {"don_vi": "{luu.don_vi}"})[0]
    yield "kinh_gui[]", addressees(["{kinh_gui[]}", ""])[0]
    yield "kinh_gui[]", addressees(["{kinh_gui[]}"])[0]
    signer = {"hinh_thuc": "trực tiếp", "thay_mat": "{nguoi_ky.thay_mat}", "chuc_vu": "Chủ tịch"}
    yield "quyen_han[]", authority(signer)[0].replace("NGUOI_KY.THAY_MAT", "nguoi_ky.thay_mat")


@pytest.mark.parametrize(("path", "wording"), list(_wordings()))
def test_what_a_line_says_that_it_prints_is_what_it_prints(path: str, wording: str) -> None:
    assert wording in LINES[path.removesuffix("[]")].prints[path]
