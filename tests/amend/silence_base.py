"""A random base instrument of plain lines, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

BASE = "Thông tư số 11/2030/TT-BTN"
TITLE = "quy định về nghề thủ công"
GONE = "(được bãi bỏ)"
_SYLLABLES = [
    "cơ",
    "sở",
    "làng",
    "nghề",
    "hộ",
    "tổ",
    "thợ",
    "kho",
    "máy",
    "xưởng",
    "nhà",
    "gạch",
    "ngói",
    "gốm",
    "mây",
    "tre",
    "lụa",
    "dệt",
    "may",
    "đan",
    "rèn",
    "đúc",
    "mộc",
    "chạm",
    "khắc",
    "sơn",
    "mài",
    "men",
    "lò",
    "than",
    "củi",
    "nước",
    "sông",
    "bến",
    "chợ",
    "phiên",
    "giống",
    "cây",
    "lúa",
    "chè",
    "cà",
    "phê",
    "bông",
    "đậu",
    "muối",
    "cá",
    "tôm",
    "lưới",
    "thuyền",
]
_POINTS = "abcdđeg"


@dataclass
class Unit:
    """A line of the base and what stands below it.

    Attributes:
        kind: "Điều", "khoản", "điểm", "đoạn", "gạch", "phụ lục", "mục", "mẫu".
        label: Its label; empty for a paragraph.
        lead: What stands before its words ("2. ").
        text: Its words.
        children: What stands below it.
    """

    kind: str
    label: str
    lead: str
    text: str
    children: list[Unit] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Its lines, in order."""
        yield self.lead + self.text
        for child in self.children:
            yield from child.lines()

    def walk(self) -> Iterator[Unit]:
        """Itself and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of(self, kind: str) -> list[Unit]:
        """The children of a kind."""
        return [child for child in self.children if child.kind == kind]


class Words(NamedTuple):
    """Words of a unit that occur once in it, and new ones."""

    old: str
    new: str


def say(random: Random, least: int = 5, most: int = 10) -> str:
    words = [random.choice(_SYLLABLES) for _ in range(random.randint(least, most))]
    return " ".join(words).capitalize()


def base_units(random: Random) -> list[Unit]:
    """Eight articles, an annex of items and an annex of forms."""
    articles = [_article(random, number) for number in range(1, 9)]
    articles[3].children = [Unit("đoạn", "", "", say(random) + ".")]
    items = [Unit("mục", str(number), f"{number}. ", say(random) + ".") for number in range(1, 5)]
    forms = [
        Unit("mẫu", f"0{number}", f"Mẫu số 0{number}", "", [Unit("đoạn", "", "", say(random) + ".")])
        for number in range(1, 4)
    ]
    first = Unit("phụ lục", "I", "PHỤ LỤC I", "", [Unit("đoạn", "", "", say(random).upper()), *items])
    second = Unit("phụ lục", "II", "PHỤ LỤC II", "", [Unit("đoạn", "", "", say(random).upper()), *forms])
    return [*articles, first, second]


def _article(random: Random, number: int) -> Unit:
    clauses = [_clause(random, label) for label in range(1, random.randint(4, 6))]
    return Unit("Điều", str(number), f"Điều {number}. ", say(random, 3, 5), clauses)


def _clause(random: Random, label: int) -> Unit:
    clause = Unit("khoản", str(label), f"{label}. ", say(random) + ".")
    turn = random.randint(0, 5)
    if turn <= 1:
        clause.text = clause.text[:-1] + ":"
        clause.children = [_point(random, name) for name in _POINTS[: random.randint(3, 5)]]
    elif turn == 2:
        clause.children = [Unit("đoạn", "", "", say(random) + ".") for _ in range(random.randint(1, 2))]
    elif turn == 3:
        clause.text = clause.text[:-1] + ":"
        clause.children = [Unit("gạch", "", "- ", say(random) + ";") for _ in range(random.randint(2, 3))]
    return clause


def _point(random: Random, name: str) -> Unit:
    return Unit("điểm", name, f"{name}) ", say(random) + ";")


def pick(
    random: Random, units: list[Unit], keep: Callable[[Unit], bool] = lambda _: True
) -> tuple[Unit, Unit]:
    """An article and one of its clauses that is as wanted; one is made so that there always is."""
    found = [(unit, clause) for unit in units for clause in unit.of("khoản") if keep(clause)]
    return random.choice(found)


def is_plain(clause: Unit) -> bool:
    return not clause.children


def has_points(clause: Unit) -> bool:
    return bool(clause.of("điểm"))


def some_words(random: Random, unit: Unit) -> Words:
    """Two neighbouring syllables that occur once in a unit and all below it, and two that do not."""
    whole = " \n ".join(unit.lines())
    own = unit.text.rstrip(".;:").split()
    pairs = [" ".join(own[place : place + 2]) for place in range(1, len(own) - 1)]
    once = [pair for pair in pairs if whole.count(pair) == 1]
    return Words(random.choice(once or pairs[:1]), say(random, 2, 2).lower())


def replace_words(unit: Unit, words: Words) -> None:
    for each in unit.walk():
        each.text = each.text.replace(words.old, words.new)


def drop_words(unit: Unit, words: str) -> None:
    gone = f"{words} " if f"{words} " in unit.text else f" {words}"
    unit.text = unit.text.replace(gone, "", 1)


def repeal_unit(unit: Unit) -> None:
    unit.text, unit.children = GONE, []


def renew(random: Random, unit: Unit) -> list[str]:
    """New words for a unit that keeps its shape; the quotation that gives them."""
    end = unit.text[-1:]
    unit.text = say(random) + (end if end in ".;:" else "")
    for child in unit.children:
        child.text = say(random) + child.text[-1:]
    return list(unit.lines())


def quote(*rows: str) -> list[str]:
    rows_ = list(rows)
    rows_[0] = "“" + rows_[0]
    rows_[-1] += "”."
    return rows_


def revising(random: Random) -> str:
    return random.choice(("Sửa đổi, bổ sung", "Sửa đổi"))


def of_base(random: Random) -> str:
    return random.choice(("", f" {BASE}", f" của {BASE}", f" {BASE} {TITLE}"))
