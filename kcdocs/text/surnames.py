"""Family names of Vietnam, to tell a person's name that stands in capitals from a title."""

from __future__ import annotations

NAME_SYLLABLES = range(2, 6)
"""How many syllables the full name of a person has."""

SURNAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Lâm Trịnh Mai Trương Phùng
    Tạ Hà Tô Lương Đàm Quách Thái Vương Nông Lò Vi Triệu Kiều Cù Tống Nghiêm Khuất Âu Giàng Sùng Tăng Lục La
    Châu Thạch Danh Đậu Phí Lưu Chu Cao Trình Doãn Hứa Thân Bạch Khổng Ninh Hán Tôn
    """.split()  # noqa: SIM905 - a list of quoted words would take a screen
)
"""The common ones; those that titles begin with too ("Đoàn", "Quyền", "Phó") are left out."""
