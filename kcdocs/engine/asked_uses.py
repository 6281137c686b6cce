"""What the use of a value tells of it: filters, methods and tests by what they can be used on."""

from __future__ import annotations

from jinja2 import nodes

from kcdocs.text.numbers import MONEY, SHARE

DATES = frozenset({"ngay_chu", "ngay_so"})
NUMBERS = frozenset(
    {
        *("so", "tien", "so_chu", "tien_chu", "phan_tram", "thu_tu", "la_ma"),
        *("round", "abs", "int", "float", "filesizeformat"),
    }
)
TEXTS = frozenset(
    {
        *("hoa", "hoa_dau", "khong_ngat", "can_dong", "upper", "lower", "title", "capitalize", "trim"),
        *("replace", "wordwrap", "wordcount", "truncate", "center", "indent", "striptags"),
    }
)
KINDS = {**dict.fromkeys(DATES, "ngay"), **dict.fromkeys(NUMBERS, "so"), **dict.fromkeys(TEXTS, "chu")}
"""Filter → the kind of value it is used on."""

UNITS = {"tien": MONEY, "tien_chu": MONEY, "phan_tram": SHARE}

SAME_VALUE = frozenset({"default", "d", "round", "abs", "int", "float"})
"""Filters that give a value of the same kind, at most mended."""

SAME_LIST = frozenset({"sort", "select", "reject", "selectattr", "rejectattr", "unique"})
"""Filters of a list that give a list of such items."""

ITEM = frozenset({"first", "last", "min", "max"})
"""Filters of a list that give one of its items."""

LISTS = SAME_LIST | ITEM | {"sum", "map", "groupby", "batch", "slice", "join"}
LISTS |= {"liet_ke", "dong_liet_ke", "dong_can_cu"}
"""Filters that only a list can go through."""

EITHER = frozenset({"list", "reverse"})
"""Filters of a list or a text that give the same in another order or form."""

COUNTS = frozenset({"length", "count"})

ATTRIBUTE_FIRST = frozenset({"sum", "groupby", "selectattr", "rejectattr"})
"""Filters whose first argument names a field of the items; others name it by `attribute=`."""

TEXT_METHODS = frozenset(name for name in dir(str) if not name.startswith("_"))
DATE_METHODS = frozenset({"strftime", "isoformat", "weekday", "isoweekday", "toordinal"})
DATE_PARTS = frozenset({"year", "month", "day"})

NUMBER_TESTS = frozenset({"number", "integer", "float", "even", "odd", "divisibleby"})
PRESENCE_TESTS = frozenset({"defined", "undefined", "none"})
ABSENT = frozenset({"undefined", "none"})
"""Tests that are true of what is not there."""

ORDERS = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq"})
"""Comparisons of two values of one kind."""

ARITHMETIC = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Pow)
"""Signs between numbers; "+" joins texts too, and "%" fills them out."""


def is_number(node: nodes.Node) -> bool:
    """Whether an expression is a number whatever the data are."""
    match node:
        case nodes.Const(value=value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case nodes.Add(left=left, right=right):
            return is_number(left) or is_number(right)
        case nodes.Filter(name=name):
            return name in COUNTS | {"sum", "int", "float", "round", "abs"}
        case _:
            return isinstance(node, (*ARITHMETIC, nodes.Neg))


def is_nothing(node: nodes.Node) -> bool:
    """Whether an expression stands for a value that is not there: none or an empty text."""
    return isinstance(node, nodes.Const) and node.value in (None, "")
