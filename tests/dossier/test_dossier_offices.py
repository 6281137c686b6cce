"""Who gave opinions: bodies found in running text, told apart however they are written."""

from __future__ import annotations

import pytest

from kcdocs.dossier.givers import givers
from kcdocs.dossier.offices import offices_in, offices_in_cell


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ Tài chính, Bộ Văn hóa, Thể thao và Du lịch và Hội Nông dân Việt Nam",
         ["Bộ Tài chính", "Bộ Văn hóa, Thể thao và Du lịch", "Hội Nông dân Việt Nam"]),
        ("Liên đoàn Thương mại và Công nghiệp Việt Nam đề nghị giảm mẫu biểu",
         ["Liên đoàn Thương mại và Công nghiệp Việt Nam"]),
        ("Sở Công Thương tỉnh Lào Cai về Điều 3", ["Sở Công Thương tỉnh Lào Cai"]),
        ("Ban Quản lý các khu công nghiệp tỉnh Long An", ["Ban Quản lý các khu công nghiệp tỉnh Long An"]),
        ("UBND TP. Huế có ý kiến", ["Ủy ban nhân dân thành phố Huế"]),
        ("Ủy ban nhân dân các tỉnh; Sở Công Thương các tỉnh Hà Nam, Huế; các bộ; quý Bộ", []),
    ],
)  # fmt: skip
def test_a_name_ends_where_a_reader_ends_it(text: str, names: list[str]) -> None:
    assert [office.name for office in offices_in(text)] == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ KH&CN", "Bộ Khoa học và Công nghệ", True),
        ("Bộ NNMT", "Bộ Nông nghiệp và Môi trường", True),
        ("Bộ KHCN", "Bộ Nội vụ", False),
        ("UBND tỉnh Hà Nam", "Ủy ban nhân dân Hà Nam", True),
        ("Sở Công Thương TP. Huế", "Sở Công thương thành phố Huế", True),
        ("Sở Công Thương tỉnh Hà Nam", "Sở Công Thương tỉnh Hà Tĩnh", False),
        ("Hội Nông dân Việt Nam", "Hội Nông dân", True),
    ],
)
def test_short_and_long_names_of_a_body_are_one(one: str, other: str, same: bool) -> None:
    (first,), (second,) = offices_in_cell([one]), offices_in_cell([other])

    assert first.is_same(second) is same
    assert second.is_same(first) is same


def test_a_cell_names_a_body_a_line_or_a_part_each() -> None:
    cell = [
        "- Bộ Tài chính (Công văn số 12/BTC-PC)",
        "2. Bộ Nội vụ; Ông Trần Văn A",
        "Công văn số 15/BNV ngày 3/4",
    ]

    assert [office.name for office in offices_in_cell(cell)] == [
        "Bộ Tài chính",
        "Bộ Nội vụ",
        "Ông Trần Văn A",
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Bộ đã nhận được 5 ý kiến của 2 cơ quan: Bộ Tài chính và Sở Công Thương tỉnh Hà Nam."],
         [(["Bộ Tài chính", "Sở Công Thương tỉnh Hà Nam"], True)]),
        (["Bộ đã nhận được ý kiến của Bộ Tài chính và một số địa phương."], [(["Bộ Tài chính"], False)]),
        (["Ngày 05/5/2026, Bộ nhận được văn bản góp ý của Bộ Nội vụ."], [(["Bộ Nội vụ"], False)]),
        (["Các cơ quan có ý kiến gồm:", "- Bộ Tài chính;", "- Bộ Nội vụ.", "Bộ Y tế chưa trả lời."],
         [(["Bộ Tài chính", "Bộ Nội vụ"], True)]),
        (["Tiếp thu ý kiến của Bộ Quốc phòng, dự thảo bỏ khoản 2."], [(["Bộ Quốc phòng"], False)]),
        (["Bộ Tài chính, Bộ Nội vụ đã có ý kiến về mức chi."], [(["Bộ Tài chính", "Bộ Nội vụ"], False)]),
        (["Bộ Công Thương đã lấy ý kiến của Bộ Tài chính."], []),
        (["Theo ý kiến thẩm định của Bộ Tư pháp, dự thảo đã sửa."], []),
        (["Bộ Tài chính thống nhất với dự thảo, không có ý kiến."], []),
        (["Đề nghị Bộ Tài chính cho ý kiến trước ngày 5/5/2026."], []),
        (["Đã nhận được ý kiến của Bộ Chợ Phiên, Bộ Tài chính."], [(["Bộ Tài chính"], True)]),
    ],
)  # fmt: skip
def test_only_those_who_gave_an_opinion_are_taken(
    lines: list[str], said: list[tuple[list[str], bool]]
) -> None:
    found = [
        ([office.name for office in one.offices], one.whole) for one in givers(lines, besides="BỘ CHỢ PHIÊN")
    ]

    assert found == said
