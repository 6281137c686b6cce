"""What a comparison finds beyond the words of one provision is told in every medium."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_words import report_words

from kcdocs.api import compare as api
from kcdocs.model.format import COMPARISON, Format

BASE = """NGHỊ ĐỊNH
Về bến đò
Điều 1. Bến đò
1. Tổ Nghề chài lưới giữ bến đò. Tổ trưởng khóa bến khi có bão lớn.
2. Chủ đò treo đèn khi trời tối.
Điều 2. Sổ khách
1. Chủ đò giữ sổ khách qua sông trong 6 tháng.
Điều 3. Giá vé
1. Giá vé theo từ Điều 1 đến Điều 2 Nghị định này.
"""
PHRASE = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định về bến đò
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định về bến đò
1. Thay thế cụm từ “Tổ Nghề chài lưới” bằng cụm từ “Tổ Khai thác, Chế biến và Chài lưới” tại khoản 1 Điều 1.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2027.
"""
RANGE = BASE.replace("Điều 2. Sổ", "Điều 1a. Thuyền thúng\n1. Thuyền thúng chở ba người.\nĐiều 2. Sổ")
SENTENCE = BASE.replace(" Tổ trưởng khóa bến khi có bão lớn.", "").replace(
    "2. Chủ đò treo", "2. Tổ trưởng khóa bến khi có bão lớn. Chủ đò treo"
)


@pytest.mark.parametrize("medium", COMPARISON)
@pytest.mark.parametrize(
    ("new", "told"),
    [
        (PHRASE, ["thay cụm từ", "Tổ Nghề chài lưới", "Tổ Khai thác, Chế biến và Chài lưới"]),
        (RANGE, ["DF209", "từ Điều 1 đến Điều 2", "nay gồm cả Điều 1a mới được bổ sung"]),
        (SENTENCE, ["DF211", "Tổ trưởng khóa bến khi có bão lớn”", "từ khoản 1 Điều 1 sang khoản 2 Điều 1"]),
    ],
)
def test_every_medium_tells_it(new: str, told: list[str], medium: Format, tmp_path: Path) -> None:
    names = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    for name, text in zip(names, (BASE, new), strict=True):
        name.write_text(text, "utf-8")
    words = report_words(api.compare_texts(list(map(str, names))), medium)

    for part in told if medium is not Format.JSON else told[1:]:
        assert part in words.replace("[-", "").replace("{+", ""), part
