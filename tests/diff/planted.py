"""Pairs of texts with one planted change, of substance or of form only, or with clauses that moved.

What only a file of Word can hold is written so: ``m^2^`` for raised figures, ``~word~`` for a struck word,
``[[words]]`` for a note at the foot of the page, ``| a | b |`` for a row of a table, ``= words`` for a header and
``_ words`` for a footer.
"""

from __future__ import annotations

from random import Random

BASE = (
    "Điều 1. Mức cấp vốn\n"
    "1. Chủ kho được vay {sum} triệu đồng, không quá {share}% giá máy, trong {days} ngày.\n"
    "2. Kho rộng trên {area} m2 được xét trước; kho không có sổ thì chưa được xét.\n"
    "3. Xã xét theo khoản 1 và khoản 2 Điều 1 Nghị định này.\n"
    "Điều 2. Kỳ hạn\n"
    "1. Nợ được trả từ {first}-{last} tháng, trừ kho bị bão.\n"
    "2. Hồ sơ gồm:\n"
    "a) Đơn xin vay; \n"
    "b) Hợp đồng thuê đất hoặc giấy tờ về đất.\n"
)
WORD = (
    BASE.replace(" m2", " m^2^") + "3. Sổ nợ được giữ {years} năm[[Sổ giấy, không phải sổ điện tử.]].\n"
    "Phụ lục I. Suất vay\n"
    "| Loại kho | Suất ở xã | Suất ở huyện |\n"
    "| Kho gạch | {rate} nghìn |  |\n"
    "| Kho gỗ | {least} nghìn | 1 nghìn |\n"
    "= Dự thảo lần {first} gửi các xã\n"
    "_ Lưu hành nội bộ đến hết {last} tháng\n"
)
"""The text as a file of Word, with what plain text cannot hold."""

SUBSTANCE = (
    ("number", "{sum} triệu", "{other} triệu"),
    ("number run", "{days} ngày", "{days}0 ngày"),
    ("share", "{share}%", "{share}‰"),
    ("unit", "triệu đồng", "tỷ đồng"),
    ("unit of time", "{days} ngày", "{days} tháng"),
    ("unit of area", " m2", " ha"),
    ("negation", "kho không có sổ", "kho có sổ"),
    ("negation put in", "được xét trước", "không được xét trước"),
    ("exception", "trừ kho", "kể cả kho"),
    ("choice", "đất hoặc giấy", "đất và giấy"),
    ("range", "{first}-{last} tháng", "{first}, {last} tháng"),
    ("reference", "khoản 2 Điều 1", "khoản 2 Điều 2"),
    ("word", "Chủ kho", "Người thuê"),
    ("tone", "bị bão", "bị báo"),
    ("word struck", " giá máy", " máy"),
    ("superscript", " m2", " m³"),
)
WORD_SUBSTANCE = (
    ("superscript in Word", " m^2^", " m^3^"),
    ("struck word", "không có sổ", "~không~ có sổ"),
    ("word no longer struck", "Kho ~gỗ~", "Kho gỗ"),
    ("note", "không phải sổ", "hoặc là sổ"),
    ("figure in a note", "Sổ giấy", "Sổ giấy 5 trang"),
    ("note struck out", "[[Sổ giấy, không phải sổ điện tử.]]", ""),
    ("cell", "{rate} nghìn", "{rate}0 nghìn"),
    ("unit in a cell", "{rate} nghìn", "{rate} triệu"),
    ("word in a cell", "Kho gạch", "Kho đất"),
    ("row struck out", "| Kho gạch | {rate} nghìn |  |\n", ""),
    ("row put in", "| Kho gạch |", "| Kho tre | 1 nghìn |  |\n| Kho gạch |"),
    ("value in another column", "| {rate} nghìn |  |", "|  | {rate} nghìn |"),
    ("name in another column", "| Kho gỗ | {least}", "|  | Kho gỗ | {least}"),
    (
        "rows exchanged",
        "| Kho gạch | {rate} nghìn |  |\n| Kho gỗ | {least} nghìn | 1 nghìn |\n",
        "| Kho gỗ | {least} nghìn | 1 nghìn |\n| Kho gạch | {rate} nghìn |  |\n",
    ),
    ("header", "lần {first} gửi", "lần {last} gửi"),
    ("header struck out", "= Dự thảo lần {first} gửi các xã\n", ""),
    ("footer", "Lưu hành nội bộ", "Lưu hành"),
    ("cells exchanged", "| Kho gạch | {rate} nghìn |", "| {rate} nghìn | Kho gạch |"),
)
FORM = (
    ("double space", "được vay", "được  vay"),
    ("no-break space", "triệu đồng", "triệu\u00a0đồng"),
    ("capital", "Đơn xin vay", "đơn xin vay"),
    ("stop", "về đất.", "về đất;"),
    ("spelling", "Kỳ hạn", "Kì hạn"),
    ("superscript of a measure", " m2", " m²"),
    ("paragraph", "xét trước; kho", "xét trước;\nkho"),
    ("comma", "giá máy, trong", "giá máy trong"),
    ("dash", "{first}-{last}", "{first}–{last}"),
)


WORD_FORM = (
    ("space in a cell", "Kho gạch", "Kho  gạch"),
    ("capital in a cell", "| Kho gỗ", "| kho gỗ"),
    ("stop of a note", "điện tử.]]", "điện tử]]"),
    ("spelling in a note", "Sổ giấy", "sổ giấy"),
    ("raised figure of a measure", " m^2^", " m2"),
    ("capital in a header", "= Dự thảo", "= DỰ THẢO"),
    ("stop of a footer", "{last} tháng\n", "{last} tháng.\n"),
)


def planted(seed: int, *, form: bool, word: bool = False) -> tuple[str, str, str]:
    """The kind of change, the text before and the text after.

    Args:
        seed: Any number; the same gives the same pair.
        form: Whether the change is of form only.
        word: Whether the text is one for a file of Word.
    """
    random = Random(f"{seed}/{form}")
    kinds = FORM if form else SUBSTANCE
    if word:
        kept = [item for item in kinds if " m2" not in item[1]]
        kinds = (*kept, *(WORD_FORM if form else WORD_SUBSTANCE))
    kind, before, after = random.choice(kinds)
    values = {
        "sum": random.randint(2, 400),
        "share": random.randint(2, 90),
        "days": random.randint(2, 60),
        "area": random.randint(20, 900),
        "first": random.randint(2, 9),
        "last": random.randint(11, 40),
        "years": random.randint(2, 9),
        "rate": random.randint(500, 900),
        "least": random.randint(401, 499),
    }
    values["other"] = values["sum"] + random.randint(1, 99)
    old = (WORD if word else BASE).format(**values)
    old = old.replace("Kho gỗ", "Kho ~gỗ~") if "~" in before else old
    left, right = before.format(**values), after.format(**values)
    assert old.count(left) == 1, kind
    return kind, old, old.replace(left, right)


REPEATED = ("Xã lập sổ theo dõi.", "Chi khác theo thực tế phát sinh.")
_WHO = ("Chủ kho", "Tổ thợ", "Trưởng bản", "Hội nghề", "Trạm điện", "Nhà xe")
_DOES = ("đóng", "sửa", "thuê", "giữ", "khai", "đo")
_MORE = (".", ".", " trước ngày 30 tháng 6 hằng năm và báo cho xã biết bằng văn bản có đóng dấu.")
_WHAT = ("cân đĩa", "sân phơi", "máy nén", "lò sấy", "bến thuyền", "giếng khoan")

Move = tuple[int, int, str]
"""The article a clause left, the one it came to, and its words."""


def moved(seed: int, articles: int = 6, *, repeated: bool = False) -> tuple[str, str, set[Move]]:
    """A text, the same with some of its clauses under other articles, and those clauses.

    Beside the moves one clause is dropped and one comes new; a third of all are so long that a move is sure.

    Args:
        seed: Any number; the same gives the same pair.
        articles: How many articles the text has.
        repeated: Whether one more clause moves, of words that stand in several articles.
    """
    random = Random(seed)
    fresh = [f"{who} {does} {what}." for who in _WHO for does in _DOES for what in _WHAT]
    random.shuffle(fresh)
    fresh = [words[:-1] + random.choice(_MORE) for words in fresh]
    old = [
        [fresh.pop() for _ in range(random.randint(2, 4))] + random.choices(REPEATED) for _ in range(articles)
    ]
    new = [list(clauses) for clauses in old]
    moves: set[Move] = set()
    for home in random.sample(range(articles), 2):
        away = random.choice([other for other in range(articles) if other != home])
        words = random.choice(old[home][:-1])
        new[home].remove(words)
        new[away].insert(random.randint(0, len(new[away])), words)
        moves.add((home + 1, away + 1, words))
    gone, come = random.sample(range(articles), 2)
    kept = [words for words in new[gone] if words in old[gone][:-1]]
    if len(kept) > 1:
        new[gone].remove(random.choice(kept))
    new[come].insert(0, fresh.pop())
    if repeated:
        home, away = random.sample(range(articles), 2)
        words = old[home][-1]
        new[home].remove(words)
        new[away].insert(random.randint(0, len(new[away]) - 1), words)
        moves.add((home + 1, away + 1, words))
    return _written(old), _written(new), moves


def _written(articles: list[list[str]]) -> str:
    """Articles with a heading each and numbered clauses."""
    lines = []
    for number, clauses in enumerate(articles, 1):
        lines += [f"Điều {number}. Phần việc thứ {_WHAT[number % 6]} và {_WHO[number % 5].lower()}"]
        lines += [f"{place}. {words}" for place, words in enumerate(clauses, 1)]
    return "\n".join(lines)
