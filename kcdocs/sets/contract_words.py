"""How the faults of a record are worded: for a sheet by columns, for a text by names of fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.faults import UNCLEAR
from kcdocs.sets.naming import (
    RecordMedium,
    called,
    choices,
    example_of,
    medium_of,
    part_at,
    shown_value,
    steps_of,
    title_of,
)
from kcdocs.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcdocs.model.record import Record
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import Contract, SchemaPart
    from kcdocs.text.unclear import UnclearError

_LISTS = {
    RecordMedium.SHEET: "một danh sách (mỗi mục một dòng trong ô, xuống dòng bằng Alt+Enter)",
    RecordMedium.YAML: "một danh sách (mỗi mục một dòng bắt đầu bằng dấu gạch và một dấu cách)",
    RecordMedium.JSON: "một danh sách […]",
    RecordMedium.FORM: "mỗi mục một dòng",
}
_TYPES = {
    "string": "một đoạn chữ",
    "integer": "một số nguyên",
    "number": "một số (phần nghìn cách bằng dấu chấm, phần thập phân bằng dấu phẩy)",
    "boolean": "«có» hoặc «không»",
    "object": "một nhóm trường",
}


_UNKNOWN = Declared(
    "TP312",
    Severity.ERROR,
    "A field that the contract does not know.",
    "Không có trường «{name}».",
    mend="Sửa tên trường, hoặc bỏ trường ấy. Trường mới trong tệp Word của bộ mẫu thì thêm bằng lệnh "
    "«kcdocs templates update».",
)

_WRONG_TYPE = Declared(
    "TP313",
    Severity.ERROR,
    "A value of another kind than its field.",
    "{what}",
    mend="Ghi lại giá trị theo đúng kiểu của trường.",
)

MISSING = Declared(
    "TP311",
    Severity.ERROR,
    "A field that must be there and is not, or stands empty.",
    "{what}",
    mend="Điền giá trị vào trường ấy.",
)
_NONE_OF = Declared(
    "TP321",
    Severity.ERROR,
    "None of several fields of which one must stand.",
    "Thiếu dữ liệu: {what}.",
    mend="Ghi ít nhất một trong các trường ấy.",
)
_NO_CHOICE = Declared(
    "TP314",
    Severity.ERROR,
    "A value that is none of those allowed.",
    "Giá trị của {name} không nằm trong các giá trị cho phép.",
    mend="Chọn một trong các giá trị cho phép.",
)
_OTHER_FORM = Declared(
    "TP316",
    Severity.ERROR,
    "A value in another form than its field.",
    "Giá trị của {name} không đúng dạng.",
    mend="Ghi lại giá trị theo đúng dạng.",
)
_COUNT = Declared(
    "TP317",
    Severity.ERROR,
    "A list with too few or too many items.",
    "{Name} có quá {much} mục.",
    mend="Thêm hoặc bớt mục.",
)
_LENGTH = Declared(
    "TP318",
    Severity.ERROR,
    "A value too short or too long.",
    "Giá trị của {name} quá {much}.",
    mend="Viết lại giá trị cho vừa độ dài.",
)
_SIZE = Declared(
    "TP319",
    Severity.ERROR,
    "A number too small or too large.",
    "Giá trị của {name} quá {much}.",
    mend="Ghi lại số trong khoảng cho phép.",
)
_AGAINST_SCHEMA = Declared(
    "TP320",
    Severity.ERROR,
    "A value against another rule of the schema.",
    "Giá trị của {name} trái với lược đồ của bộ mẫu.",
    mend="Ghi lại giá trị theo mô tả của trường trong bộ mẫu.",
)


@dataclass(frozen=True)
class At:
    """Where a fault was found.

    Attributes:
        contract: The contract of the record.
        record: The record.
        path: Path of the field in it; empty for the record itself.
    """

    contract: Contract
    record: Record
    path: str

    @cached_property
    def place(self) -> Place:
        """Where it stands in the user's file."""
        return replace(self.record.where(self.path), field=self.path)

    @cached_property
    def medium(self) -> RecordMedium:
        """The kind of the user's file."""
        return medium_of(self.place)

    @cached_property
    def part(self) -> SchemaPart:
        """What the contract says of it."""
        return part_at(self.contract, self.path)

    @cached_property
    def schema(self) -> Schema:
        """The same as JSON Schema."""
        return self.part.schema

    @cached_property
    def name(self) -> str:
        """What it is called in a message."""
        return called(self.contract, self.place, self.path)

    def below(self, name: str) -> At:
        """A field within it."""
        return At(self.contract, self.record, f"{self.path}.{name}" if self.path else name)


def missing(group: At, name: str) -> Finding:
    """A field that must be there and is not, or stands empty."""
    at = group.below(name)
    if at.medium is RecordMedium.SHEET:
        return _error(MISSING, at, what=_empty_in_sheet(at), expected=_described(at), mend=_fill_cell(at))
    if at.medium is RecordMedium.FORM:
        message = f"Chưa ghi {at.name}."
        return _error(MISSING, at, what=message, expected=_described(at), mend=_fill_box(at))
    stands = at.path in at.record.places
    message = f"Trường {at.name} chưa có giá trị." if stands else f"Thiếu trường {at.name}."
    return _error(MISSING, at, what=message, expected=_described(at), mend=_write_field(at, name))


def _empty_in_sheet(at: At) -> str:
    if at.part.lists_groups:
        title = title_of(at.contract, at.path)
        return f"Chưa có dòng nào cho nhóm «{title}» của hồ sơ này (nhóm ấy có trang tính riêng)."
    return f"{_capital(at.name)} còn trống."


def _fill_cell(at: At) -> str:
    if at.part.lists_groups:
        return "Thêm dòng vào trang tính của nhóm, ghi đúng mã hồ sơ."
    example = _example(at)
    return f"Điền vào cột ấy, ví dụ: {example}" if example else "Điền vào cột ấy."


def _fill_box(at: At) -> str:
    example = example_of(at.schema)
    return f"Ví dụ: {example}." if example else ""


def _write_field(at: At, name: str) -> str:
    example = _example(at)
    if not example:
        return "Ghi thêm trường này."
    quoted = f'"{name}": "{example}"' if at.medium is RecordMedium.JSON else f"{name}: {example}"
    return f"Ghi thêm, ví dụ: {quoted}"


def _example(at: At) -> str:
    example = at.schema.get("examples", [""])[0]
    return choices(at.schema).get(example, str(example)) if isinstance(example, str | int) else ""


def _described(at: At) -> str:
    """What the schema says of a field; in a form it stands beside the field already."""
    return "" if at.medium is RecordMedium.FORM else str(at.schema.get("description", ""))


def unknown(group: At, name: str) -> Finding:
    """A field that the contract does not know."""
    known = tuple(group.schema.get("properties", {}))
    near = nearest(name, known)
    if group.medium is RecordMedium.FORM:
        mend = "Bỏ phần ấy: biểu mẫu này không dùng tới."
    elif near:
        mend = f"Có phải là «{near}»?"
    elif len(name.split()) > 1 and group.medium is RecordMedium.YAML:
        mend = f"Nếu là một câu có dấu hai chấm: {_QUOTE} Các trường dùng được: {', '.join(known)}."
    else:
        mend = f"Các trường dùng được: {', '.join(known)}."
    return _error(_UNKNOWN, group.below(name), mend=mend, name=name)


_QUOTE = "đặt cả câu trong dấu nháy kép."


def none_of(at: At) -> Finding:
    """No group of those of which one at least must stand (`anyOf` of `required`)."""
    names = [str(name) for group in at.schema.get("anyOf", ()) for name in group.get("required", ())]
    if at.medium is RecordMedium.SHEET:
        titles = ", ".join(f"«{title_of(at.contract, at.below(name).path)}»" for name in names)
        message = "hồ sơ phải có dòng ở ít nhất một trong các trang tính sau"
        mend = "Thêm dòng vào trang tính thích hợp, ghi đúng mã hồ sơ."
        return _error(_NONE_OF, at, what=message, expected=titles, mend=mend)
    if at.medium is RecordMedium.FORM:
        titles = ", ".join(f"«{title_of(at.contract, at.below(name).path)}»" for name in names)
        message = "phải ghi ít nhất một trong các phần sau"
        return _error(_NONE_OF, at, what=message, expected=titles, mend="Thêm dòng vào phần thích hợp.")
    message = "phải có ít nhất một trong các trường sau"
    return _error(_NONE_OF, at, what=message, expected=", ".join(names))


def unclear(at: At, value: str, why: UnclearError) -> Finding:
    """A value that is not what its field asks for, or could be two things; alike for every kind of file."""
    message = f"{_capital(at.name)}: {why.message[:1].lower()}{why.message[1:]}"
    mend = _capital(why.mend)
    return _error(UNCLEAR, at, value[:80], what=message, expected=_described(at), mend=mend)


def wrong_type(at: At, value: object, types: Sequence[str]) -> Finding:
    """A value that is of another kind than its field; a slip of the form is told as what it is."""
    if value is None:
        return _empty_item(at)
    slip = _slip(at, value, types) if at.medium is RecordMedium.YAML else None
    if slip:
        message, mend = slip
        return _error(_WRONG_TYPE, at, _shown(at, value), what=message, mend=mend)
    expected = " hoặc ".join(
        _LISTS[at.medium] if name == "array" else _TYPES.get(name, name) for name in types
    )
    return _error(
        _WRONG_TYPE, at, _shown(at, value), expected=expected, what=f"Giá trị của {at.name} không đúng kiểu."
    )


def _empty_item(at: At) -> Finding:
    """An item of a list that stands empty, as those of an unfilled form do."""
    number = steps_of(at.path)[-1][1] if steps_of(at.path) else 0
    message = f"Trường {at.name} chưa có giá trị." if at.path else "Hồ sơ trống."
    listed = At(at.contract, at.record, re.sub(r"\[\d+\]$", "", at.path))
    mend = "Ghi nội dung vào mục này, hoặc xóa dòng có dấu gạch để trống." if number else "Ghi giá trị."
    return _error(MISSING, at, what=message, expected=_described(listed), mend=mend)


def _slip(at: At, value: object, types: Sequence[str]) -> tuple[str, str] | None:
    """What was meant: a sentence with a colon in it, a colon forgotten, a dash without its space."""
    if "string" in types and isinstance(value, dict):
        after = "".join(f" sau «{words[:60]}»" for words in [*value][:1])
        message = f"{_capital(at.name)}: dấu hai chấm{after} làm câu bị hiểu thành tên trường."
        return message, _capital(_QUOTE)
    if "string" in types and isinstance(value, list):
        return f"{_capital(at.name)} chỉ nhận một đoạn chữ, không nhận danh sách.", (
            "Bỏ dấu gạch đầu dòng; nếu giá trị bắt đầu bằng dấu [, " + _QUOTE
        )
    if "object" in types and isinstance(value, str):
        name = value.split(maxsplit=1)[0].split(":")[0] if value.strip() else ""
        if name in at.schema.get("properties", {}):
            return f"Thiếu dấu hai chấm và dấu cách sau «{name}».", f"Ghi «{name}: …»."
    if "array" in types and isinstance(value, str) and value.startswith("-"):
        return (
            f"{_capital(at.name)}: thiếu dấu cách sau dấu gạch đầu dòng.",
            "Thêm một dấu cách sau mỗi dấu gạch.",
        )
    return None


def wrong(at: At, value: object, kind: Any) -> Finding:
    """A value of the right kind that the contract does not allow."""
    if kind.name == "minLength" and not str(value).strip():
        return missing(*_parted(at)) if "[" not in at.path[-3:] else _empty_item(at)
    declared, much, expected = _WORDS.get(kind.name, _OTHER)
    needed = (kind.name == "pattern" and _in_words(at)) or expected(at, kind, value)
    names = {"name": at.name, "Name": _capital(at.name)}
    return _error(declared, at, _shown(at, value), expected=needed, much=much, **names)


def _parted(at: At) -> tuple[At, str]:
    """The group of a field, and its name there."""
    group, _, name = at.path.rpartition(".")
    return At(at.contract, at.record, group), name


def _in_words(at: At) -> str:
    """What a field holds as a person would say it; empty if its schema does not."""
    told = [_described(at), *(f"ví dụ: {item}" for item in at.schema.get("examples", ())[:1])]
    return "; ".join(filter(None, told))


def _options(at: At, kind: Any, value: object) -> str:
    labels = {str(one): label for one, label in choices({"enum": kind.options, **at.schema}).items()}
    if at.medium in {RecordMedium.SHEET, RecordMedium.FORM}:
        known = list(labels.values())
    else:
        known = [one if label == one else f"{one} ({label})" for one, label in labels.items()]
    near = nearest(str(value), [*labels, *labels.values()])
    return ", ".join(known) + (f" (có phải là «{near}»?)" if near else "")


_Words = tuple[Declared, str, "Callable[[At, Any, object], str]"]

_WORDS: dict[str, _Words] = {
    "enum": (_NO_CHOICE, "", _options),
    "pattern": (_OTHER_FORM, "", lambda _, kind, __: f"dạng {kind.pattern}"),
    "minItems": (_COUNT, "ít", lambda _, kind, __: f"ít nhất {kind.limit} mục"),
    "maxItems": (_COUNT, "nhiều", lambda _, kind, __: f"nhiều nhất {kind.limit} mục"),
    "minLength": (_LENGTH, "ngắn", lambda _, kind, __: f"ít nhất {kind.limit} ký tự"),
    "maxLength": (_LENGTH, "dài", lambda _, kind, __: f"nhiều nhất {kind.limit} ký tự"),
    "minimum": (_SIZE, "nhỏ", lambda _, kind, __: f"từ {kind.limit} trở lên"),
    "maximum": (_SIZE, "lớn", lambda _, kind, __: f"không quá {kind.limit}"),
}
"""Keyword of JSON Schema → declaration, how it is too much or too little, and what was expected."""

_OTHER: _Words = (_AGAINST_SCHEMA, "", lambda _, kind, __: f"quy tắc {kind.name}")


def _shown(at: At, value: object) -> str:
    return shown_value(value, at.medium)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _error(declared: Declared, at: At, found: str = "", **more: Any) -> Finding:
    return declared.at(at.place, found, **more)
