"""Instruments for a store as large as a country's: made of our own words, the same for the same seed.

Each has the structure of a real one: head, bases, chapters, articles, clauses, points, closing; references
within it and to instruments made before it. Some amend an earlier one. `COMMON` stands in about every tenth
provision, `RARE` in one instrument of two hundred.

Run: python benchmarks/store_material.py FOLDER [--instruments N] [--words N] [--seed N]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AMENDING = 0.03
"""Share of the instruments that amend an earlier one: their text is their commands."""

COMMON, RARE, PHRASE = "nghệ nhân", "khung cửi", "thẩm định hồ sơ đề án"

_KINDS = (
    ("NGHỊ ĐỊNH", "Nghị định", "NĐ-CP", "CHÍNH PHỦ", "Chính phủ", 5),
    ("THÔNG TƯ", "Thông tư", "TT-BCT", "BỘ CÔNG THƯƠNG", "Bộ trưởng Bộ Công Thương", 8),
    ("THÔNG TƯ", "Thông tư", "TT-BTC", "BỘ TÀI CHÍNH", "Bộ trưởng Bộ Tài chính", 6),
    ("QUYẾT ĐỊNH", "Quyết định", "QĐ-TTg", "THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", 3),
)
_FIELDS = (
    "khuyến công", "cụm công nghiệp", "làng nghề", "hàng thủ công", "chế biến nông sản", "cơ khí nông thôn",
    "đào tạo nghề", "sản xuất sạch hơn", "hội chợ trong nước", "vật liệu xây dựng", "dệt may", "gốm sứ",
    "bảo quản nông sản", "công nghiệp hỗ trợ", "năng lượng tái tạo", "an toàn hóa chất",
    "kinh doanh xăng dầu",
    "thương mại biên giới", "chợ nông thôn", "vật liệu nổ", "quản lý thị trường", "xúc tiến thương mại",
)  # fmt: skip
_WHO = (
    "Ủy ban nhân dân cấp tỉnh", "Sở Công Thương", "Cơ quan chủ trì", "Đơn vị thụ hưởng", "Cơ sở sản xuất",
    "Trung tâm khuyến công", "Tổ chức dịch vụ", "Hội đồng thẩm định", "Người đứng đầu cơ sở",
    "Kho bạc Nhà nước",
    "Cơ quan tài chính cùng cấp", "Ban quản lý cụm công nghiệp", "Chủ đầu tư", "Bên giao thầu",
    "Ủy ban nhân dân cấp xã",
    "Tổ công tác liên ngành", "Cơ quan thuế quản lý trực tiếp", "Doanh nghiệp nhỏ và vừa", "Hợp tác xã",
    "Hộ kinh doanh",
)  # fmt: skip
_DOES = (
    "lập", "thẩm tra", "phê duyệt", "công bố", "rà soát", "điều chỉnh", "theo dõi", "lưu giữ", "quyết toán",
    "bàn giao",
    "kiểm tra", "báo cáo", "gửi", "tiếp nhận", "trả lời", "xác nhận", "nghiệm thu", "thu hồi", "bổ sung",
    "niêm yết",
)  # fmt: skip
_WHAT = (
    "kế hoạch năm", "danh mục máy móc", "báo cáo tài chính", "biên bản nghiệm thu", "hợp đồng thực hiện",
    "dự toán kinh phí",
    "bản vẽ thiết kế", "giấy xác nhận ưu tiên", "chứng từ thanh toán", "sổ theo dõi thiết bị",
    "phương án bảo vệ môi trường",
    "quy trình vận hành", "bảng kê lao động", "giấy tờ về đất", "phiếu đánh giá", "hồ sơ mời thầu",
    "quy hoạch chi tiết",
    "bản cam kết", "tài liệu kỹ thuật", "số liệu thống kê", "mẫu nhãn hàng hóa", "kết quả thử nghiệm",
    "đề cương khảo sát",
)  # fmt: skip
_HOW = (
    "bằng văn bản", "qua cổng dịch vụ công", "trong thời hạn {n} ngày làm việc",
    "trước ngày {n} tháng {m} hằng năm",
    "theo mẫu do Bộ ban hành", "trên cơ sở khảo sát thực tế", "với sự tham gia của đại diện người lao động",
    "không quá {n} lần trong một năm", "kèm theo bản dịch tiếng Việt",
    "sau khi có ý kiến của cơ quan chuyên môn",
    "trong phạm vi dự toán được giao", "với mức tối đa {n} triệu đồng",
    "ít nhất {n} năm kể từ ngày hoàn thành",
    "phù hợp với điều kiện của địa phương", "công khai tại trụ sở", "đối với từng nội dung cụ thể",
)  # fmt: skip
_WHEN = (
    "Trường hợp địa bàn có điều kiện kinh tế - xã hội khó khăn thì", "Khi thay đổi địa điểm sản xuất,",
    "Trước khi khởi công xây dựng nhà xưởng,", "Nếu nguồn vốn đối ứng chưa được bố trí đủ thì",
    "Trong quá trình vận hành thử dây chuyền,", "Sau khi kết thúc năm ngân sách,",
    "Đối với thiết bị nhập khẩu lần đầu,",
    "Khi có thiên tai, hỏa hoạn hoặc dịch bệnh,", "Định kỳ sáu tháng một lần,",
    "Trường hợp có từ hai đơn vị trở lên cùng đề nghị thì",
)  # fmt: skip
_HEADS = (
    "Nguyên tắc {what}", "Điều kiện {does} {what}", "Trình tự {does} {what}", "Trách nhiệm của {who}",
    "Hồ sơ {what}",
    "Thời hạn {does} {what}", "Quyền của {who}", "Nội dung {what}", "Mức chi cho {what}",
    "Cách thức {does} {what}",
)  # fmt: skip
_LETTERS = "abcdđeghik"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class MadeInstrument:
    """A generated instrument.

    Attributes:
        number: Its number ("45/2012/NĐ-CP").
        kind: Its type as a citation writes it ("Nghị định").
        clauses: How many clauses each of its articles has; its last article repeals or begins force.
        text: Its lines.
        refers: Number → addresses of the provisions of other instruments that it refers to.
    """

    number: str
    kind: str
    clauses: tuple[int, ...]
    text: str
    refers: tuple[tuple[str, str], ...]


def instruments(count: int, *, words: int = 5_000, seed: int = 24) -> Iterator[MadeInstrument]:
    """That many instruments of about so many words each; each refers to a few of those before it."""
    earlier: list[MadeInstrument] = []
    for place in range(count):
        made = _TextWriter(random.Random(f"{seed}-{place}"), place, words, earlier).made()
        yield made
        earlier.append(MadeInstrument(made.number, made.kind, made.clauses, "", ()))


class _TextWriter:
    """Writes one instrument."""

    def __init__(self, chance: random.Random, place: int, words: int, earlier: list[MadeInstrument]) -> None:
        self._chance, self._place, self._words, self._earlier = chance, place, words, earlier
        self._kind = chance.choices(_KINDS, weights=[kind[-1] for kind in _KINDS])[0]
        self._rows: list[str] = []
        self._clauses: list[int] = []
        self._refers: list[tuple[str, str]] = []
        self._has_rare = chance.random() < 1 / 200
        self._year = 2008 + place // 300 % 17
        self._number = f"{place + 1}/{self._year}/{self._kind[2]}"

    def made(self) -> MadeInstrument:
        field = self._chance.choice(_FIELDS)
        title, _, _, issuer, spoken, _ = self._kind
        day, month = self._chance.randint(1, 28), self._chance.randint(1, 12)
        self._rows += [
            f"{issuer}",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            f"Số: {self._number}",
            f"Hà Nội, ngày {day:02} tháng {month:02} năm {self._year}",
            title,
            f"Quy định về {field} đợt {self._place + 1}",
            "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;",
            f"{spoken} ban hành {self._kind[1].lower()} quy định về {field}.",
        ]
        count = article = 0
        if self._earlier and self._chance.random() < AMENDING:
            article, count = 1, self._words
            self._amend(self._one_of_earlier())
        while count < self._words:
            if article % 6 == 0:
                chapter = article // 6
                self._rows += [
                    f"Chương {_ROMAN[chapter % 10]}",
                    f"QUY ĐỊNH VỀ {field.upper()} PHẦN {chapter + 1}",
                ]
            article += 1
            begin = len(self._rows)
            self._article(article)
            count += sum(len(row.split()) for row in self._rows[begin:])
        self._last(article + 1, day, month)
        return MadeInstrument(
            self._number, self._kind[1], tuple(self._clauses), "\n".join(self._rows), tuple(self._refers)
        )

    def _article(self, number: int) -> None:
        head = self._chance.choice(_HEADS).format(
            what=self._chance.choice(_WHAT), does=self._chance.choice(_DOES), who=self._one(_WHO).lower()
        )
        self._rows.append(f"Điều {number}. {head}")
        clauses = self._chance.randint(2, 7)
        self._clauses.append(clauses)
        for clause in range(1, clauses + 1):
            points = self._chance.randint(2, 6) if self._chance.random() < 0.3 else 0
            lead = f"{self._one(_WHO)} {self._one(_DOES)} {self._one(_WHAT)} theo các quy định sau đây:"
            self._rows.append(f"{clause}. {lead if points else self._sentence(number) + '.'}")
            for letter in _LETTERS[:points]:
                self._rows.append(f"{letter}) {self._sentence(number)};")

    def _one(self, of: tuple[str, ...]) -> str:
        return self._chance.choice(of)

    def _sentence(self, article: int) -> str:
        parts = [self._statement() for _ in range(self._chance.choice((1, 1, 1, 1, 2)))]
        roll = self._chance.random()
        if roll < 0.15:
            parts.append(f"{COMMON} được hưởng chế độ như người lao động")
        elif roll < 0.21:
            parts.append(f"việc {PHRASE} do {self._one(_WHO).lower()} thực hiện")
        elif roll < 0.215 and self._has_rare:
            parts.append(f"{RARE} được ưu tiên thay mới")
        if self._chance.random() < 0.12:
            parts.append(f"thực hiện theo quy định tại {self._reference(article)}")
        return "; ".join(parts)

    def _statement(self) -> str:
        how = self._one(_HOW).format(n=self._chance.randint(2, 90), m=self._chance.randint(1, 12))
        said = f"{self._one(_DOES)} {self._one(_WHAT)} {how}"
        other = f"{self._one(_DOES)} {self._one(_WHAT)}"
        begin = (
            f"{self._one(_WHEN)} {self._one(_WHO).lower()}"
            if self._chance.random() < 0.4
            else self._one(_WHO)
        )
        return f"{begin} {said} và {other} của {self._one(_FIELDS)}"

    def _reference(self, article: int) -> str:
        if not self._earlier or self._chance.random() < 0.5:
            target = self._chance.randint(1, max(1, article))
            return f"Điều {target} {self._kind[1]} này"
        other = self._one_of_earlier()
        place = self._chance.randrange(len(other.clauses))
        clause = self._chance.randint(1, max(1, other.clauses[place]))
        self._refers.append((other.number, f"dieu-{place + 1}.khoan-{clause}"))
        return f"khoản {clause} Điều {place + 1} {other.kind} số {other.number}"

    def _one_of_earlier(self) -> MadeInstrument:
        return self._earlier[int(self._chance.random() ** 2 * len(self._earlier))]

    def _amend(self, other: MadeInstrument) -> None:
        """Thirty commands on an earlier instrument, each clause of it once at most."""
        named = f"{other.kind} số {other.number}"
        every = [
            (place + 1, one + 1) for place, clauses in enumerate(other.clauses) for one in range(clauses)
        ]
        self._rows[6] = f"Sửa đổi, bổ sung một số điều của {named}"
        self._rows.append(f"Điều 1. Sửa đổi, bổ sung một số điều của {named}")
        for place, (article, clause) in enumerate(
            sorted(self._chance.sample(every, min(30, len(every)))), start=1
        ):
            self._rows.append(f"{place}. Sửa đổi, bổ sung khoản {clause} Điều {article} như sau:")
            self._rows.append(f"“{clause}. {self._statement()}.”")
        self._clauses.append(0)

    def _last(self, number: int, day: int, month: int) -> None:
        self._rows += [
            f"Điều {number}. Hiệu lực thi hành",
            f"{self._kind[1]} này có hiệu lực từ ngày {day:02} tháng {month:02} năm {self._year + 1}.",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT.",
        ]


def write(folder: Path, count: int, *, words: int = 5_000, seed: int = 24) -> tuple[int, int]:
    """Write that many text files, and give how many words and bytes they have."""
    folder.mkdir(parents=True, exist_ok=True)
    spoken = size = 0
    for made in instruments(count, words=words, seed=seed):
        data = made.text.encode()
        spoken, size = spoken + len(made.text.split()), size + len(data)
        (folder / f"{made.number.replace('/', '-')}.txt").write_bytes(data)
    return spoken, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--instruments", type=int, default=50)
    parser.add_argument("--words", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=24)
    asked = parser.parse_args()
    words, size = write(asked.folder, asked.instruments, words=asked.words, seed=asked.seed)
    print(f"{asked.instruments} instruments, {words} words, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
