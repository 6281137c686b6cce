"""Each finding of a comparison bears its code."""

from __future__ import annotations

import pytest
from diff_builder import build

from kcdocs.diff.compare import compare

OLD = """Điều 1. Phạm vi
1. Theo khoản 2 Điều 2.
Điều 2. Hồ sơ
1. Hồ sơ gồm đơn đề nghị của cơ sở dệt thổ cẩm.
2. Bản sao giấy chứng nhận đăng ký của cơ sở gốm; hợp đồng thuê nhà xưởng đã công chứng.
3. Giấy giới thiệu của ủy ban nhân dân cấp xã.
Điều 3. Trình tự
1. Nộp hồ sơ trong mười lăm ngày làm việc.
2. Trả kết quả trong mười ngày làm việc."""


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        (
            {
                "2. Bản sao giấy chứng nhận đăng ký của cơ sở gốm; hợp đồng thuê nhà xưởng đã công chứng.\n3.": "2. Bản "
                "sao giấy chứng nhận đăng ký của cơ sở gốm.\n3. Hợp đồng thuê nhà xưởng đã công chứng.\n4."
            },
            "DF204",
            "W",
        ),
        (
            {
                "Điều 2. Hồ sơ\n1. Hồ sơ gồm đơn đề nghị của cơ sở dệt thổ cẩm.\n2. Bản sao giấy chứng nhận "
                "đăng ký của cơ sở gốm; hợp đồng thuê nhà xưởng đã công chứng.\n3. Giấy giới thiệu của ủy ban nhân dân cấp xã.\n": ""
            },
            "DF202",
            "E",
        ),
        ({"Theo khoản 2 Điều 2.": "Theo khoản 1 Điều 3."}, "DF203", "W"),
    ],
)
def test_what_became_of_a_reference_is_told_under_its_code(
    changes: dict[str, str], code: str, severity: str
) -> None:
    new = OLD
    for old, words in changes.items():
        assert old in new
        new = new.replace(old, words)

    found = [(item.code, item.severity.value) for item in compare(build(OLD), build(new)).findings]

    assert found == [(code, severity)]
