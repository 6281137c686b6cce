"""Alignment: what is paired across provisions, what is left apart, and what is unsure."""

from __future__ import annotations

from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison, Pass, Row

LONG = (
    "Đơn vị thực hiện đề án phải lập sổ theo dõi riêng từng khoản chi, lưu chứng từ gốc trong mười năm, mở tài khoản "
    "tại kho bạc nơi đóng trụ sở và gửi bảng đối chiếu số dư cho cơ quan cấp kinh phí vào tháng cuối của mỗi quý."
)
FIRST = (
    "5. Hội đồng thẩm định gồm bảy thành viên, trong đó có đại diện của người sản xuất và của cơ quan tài chính.\n"
    "6. Người đứng đầu đơn vị ký biên bản, đóng dấu và chịu trách nhiệm về mọi số liệu đã kê khai trong hồ sơ."
)
SECOND = (
    "7. Máy móc mua bằng tiền hỗ trợ phải mới, đúng chủng loại, có phiếu bảo hành và được dán nhãn nhận biết.\n"
    "8. Sản phẩm làm ra được trưng bày tại hội chợ của vùng ít nhất một lần trong thời gian thực hiện đề án."
)
SMALL = "9. Nghề gốm được ưu tiên."
OLD = f"Điều 1. Sổ sách\n1. {LONG}\n{FIRST}\n{SMALL}\nĐiều 2. Khác\n{SECOND}"


def row_of(found: Comparison, old: str) -> Row:
    return next(row for row in found.rows if row.olds and str(row.olds[0].address) == old)


def test_a_long_clause_moved_and_edited_is_found_in_the_other_article() -> None:
    changed = LONG.replace("mười năm", "hai mươi năm")
    new = f"Điều 1. Sổ sách\n{FIRST}\n{SMALL}\nĐiều 2. Khác\n{SECOND}\n9. {changed}"
    row = row_of(compare(build(OLD), build(new)), "dieu-1.khoan-1")
    assert [str(node.address) for node in row.news] == ["dieu-2.khoan-9"]
    assert row.match is not None
    assert row.match.by is Pass.MOVED
    assert [str(change) for change in row.changes] == ["noi-dung", "chuyen-vi-tri", "ky-thuat"]


def test_two_likely_places_elsewhere_are_none() -> None:
    one, other = LONG.replace("mười năm", "hai năm"), LONG.replace("mười năm", "ba năm")
    new = f"Điều 1. Sổ sách\n{FIRST}\n{SMALL}\nĐiều 2. Khác\n{SECOND}\n9. {one}\n10. {other}"
    found = compare(build(OLD), build(new))
    assert row_of(found, "dieu-1.khoan-1").news == ()


def test_a_short_text_elsewhere_is_an_unsure_move() -> None:
    new = OLD.replace("\n" + SMALL, "") + "\n" + SMALL
    row = next(row for row in compare(build(OLD), build(new)).rows if row.olds and row.olds[0].label == "9")

    assert (row.changes, row.match and row.match.sure) == ((ChangeClass.MOVED,), False)


def test_a_rewritten_clause_that_kept_its_label_is_paired_as_unsure() -> None:
    old = "Điều 1. Một\n1. Kinh phí do ngân sách cấp đủ.\n2. Hội đồng họp mỗi quý một lần để xét đề án.\n3. Nghề mộc."
    new = old.replace(
        "Hội đồng họp mỗi quý một lần để xét đề án",
        "Chủ tịch triệu tập hội đồng khi có từ năm đề án trở lên cần xét",
    )
    row = row_of(compare(build(old), build(new)), "dieu-1.khoan-2")
    assert row.match is not None
    assert (row.match.by, row.match.sure) == (Pass.LABEL, False)


def test_a_wholly_different_clause_under_the_same_label_is_removed_and_added() -> None:
    old = "Điều 1. Một\n1. Kinh phí do ngân sách cấp đủ.\n2. Hội đồng họp mỗi quý một lần.\n3. Nghề mộc."
    new = old.replace("Hội đồng họp mỗi quý một lần", "Máy cũ phải thanh lý trước khi mua thiết bị thay thế")
    row = row_of(compare(build(old), build(new)), "dieu-1.khoan-2")
    assert row.news == ()


def test_a_paragraph_that_became_a_clause_is_the_same_provision() -> None:
    old = "Điều 1. Một\nKinh phí do ngân sách cấp đủ theo dự toán."
    new = "Điều 1. Một\n1. Kinh phí do ngân sách cấp đủ theo dự toán.\n2. Phần thiếu do đơn vị lo."
    row = row_of(compare(build(old), build(new)), "dieu-1.doan-1")
    assert [str(node.address) for node in row.news] == ["dieu-1.khoan-1"]
    assert [str(change) for change in row.changes] == ["ky-thuat"]


def test_of_equal_clauses_the_nearest_are_paired() -> None:
    same = "Thực hiện như năm trước."
    old = f"Điều 1. Một\n1. {same}\n2. Nghề gốm.\n3. {same}\n4. Nghề rèn."
    new = f"Điều 1. Một\n1. Nghề gốm.\n2. {same}\n3. Nghề rèn."
    found = compare(build(old), build(new))
    assert row_of(found, "dieu-1.khoan-1").news == ()
    assert [str(node.address) for node in row_of(found, "dieu-1.khoan-3").news] == ["dieu-1.khoan-2"]


def test_many_equal_clauses_are_paired_in_order() -> None:
    def clauses(count: int) -> str:
        return "Điều 1. Một\n" + "\n".join(f"{k}. Như trên." for k in range(1, count + 1))

    found = compare(build(clauses(60)), build(clauses(61)))
    assert [str(row.address) for row in found.rows if row.changes] == ["dieu-1.khoan-61"]
