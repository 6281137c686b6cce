"""A document against what the law and practice say of its issuer, symbol, recipients and levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.law.competence import SYMBOL, misfits, not_its_issuer
from kcdocs.law.recipients import LEVELS, RULE, Odd, article_before, district, oddities
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.values import texts_of
from kcdocs.text.doubling import HOLE

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.drafting.doubling import Surroundings
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.versions import Version

_ISSUER = Declared(
    "TP343",
    Severity.WARNING,
    "A type of instrument that its issuer does not issue.",
    "«{body}» không ban hành {type}.",
    mend="Ghi đúng cơ quan ban hành, hoặc chọn bộ mẫu khác.",
    worst=Severity.ERROR,
)
_OTHER_TYPE = Declared(
    "TP341",
    Severity.WARNING,
    "A symbol that names another type of document.",
    "Ký hiệu «{symbol}» có «{said}», không phải chữ viết tắt của {type}.",
    mend="Kiểm tra lại ký hiệu.",
)
_OTHER_BODY = Declared(
    "TP342",
    Severity.WARNING,
    "A symbol that names an issuer of another kind.",
    "Ký hiệu «{symbol}» có «{said}», không phải của {body}.",
    mend="Kiểm tra lại ký hiệu và cơ quan ban hành.",
)
_RECIPIENT = {
    Odd.NOT_AS_ABOVE: Declared(
        "TP365",
        Severity.WARNING,
        "The recipients of an addressed paper do not open with those above.",
        "Văn bản có Kính gửi nhưng Nơi nhận không mở đầu bằng «Như trên».",
        mend="Thêm «Như trên» làm mục đầu của Nơi nhận.",
    ),
    Odd.OTHER_ARTICLE: Declared(
        "TP363",
        Severity.WARNING,
        "The recipients name an article that is not the one on carrying out.",
        "Nơi nhận ghi «{said}», nhưng trách nhiệm thi hành nằm ở Điều {article}.",
        mend="Ghi «Như Điều {article}».",
    ),
    Odd.TWICE: Declared(
        "TP364",
        Severity.WARNING,
        "A recipient named twice.",
        "Nơi nhận ghi «{said}» hai lần.",
        mend="Bỏ một mục.",
    ),
}
_DISTRICT = Declared(
    "TP366",
    Severity.WARNING,
    "A level of administration that is no longer there.",
    "«{said}»: từ ngày 01/7/2025 không còn chính quyền cấp huyện.",
    mend="Thay bằng cấp xã hoặc cấp tỉnh; nếu nhắc tới giai đoạn trước thì giữ nguyên.",
)

_LIVING = frozenset({"noi_nhan", "kinh_gui", "thi_hanh", "tham_quyen", "co_quan", "de_nghi", "moi_ban_hanh"})
"""Fields that name bodies as they are today; others may tell of what was."""

_CARRIED_OUT = "thi_hanh"


def form_findings(
    version: Version, fields: Mapping[str, Any], record: Record, on: date, surroundings: Surroundings
) -> tuple[Finding, ...]:
    """What is wrong or odd about the form of a document.

    Args:
        version: The set's version.
        fields: Typed fields, completed.
        record: The record they come from.
        on: The document's date.
        surroundings: What the template prints around its values.

    Returns:
        An error where the law was read and forbids it, else warnings.
    """
    at = _Places(record)
    carried_out = _article(surroundings, fields)
    return (
        *_issuing(version, fields, at, on),
        *_recipients(fields, at, carried_out),
        *_districts(record.data, "", at, on),
    )


class _Places:
    """Where the fields of a record stand."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def __call__(self, path: str) -> Place:
        return replace(self._record.where(path), field=path)


def _issuing(version: Version, fields: Mapping[str, Any], at: _Places, on: date) -> Iterator[Finding]:
    group, symbol = fields.get("co_quan"), str(fields.get("ky_hieu") or "")
    body = str(group.get("ten") or "") if isinstance(group, Mapping) else ""
    type_ = version.type.lower()
    if rule := not_its_issuer(version.type, body, on):
        severity = Severity.ERROR if rule.may_refuse else Severity.WARNING
        yield _ISSUER.at(
            at("co_quan.ten"), body, severity=severity, source=rule.source, body=body, type=type_
        )
    for one in misfits(symbol, version.type, body):
        declared = _OTHER_TYPE if one.of_type else _OTHER_BODY
        yield declared.at(
            at("ky_hieu"),
            symbol,
            source=SYMBOL.source,
            symbol=symbol,
            said=one.said,
            type=type_,
            body=body,
        )


def _recipients(fields: Mapping[str, Any], at: _Places, carried_out: int | None) -> Iterator[Finding]:
    items = texts_of(fields.get("noi_nhan"))
    addressed = bool(fields.get("kinh_gui"))
    for one in oddities(items, addressed=addressed, carried_out=carried_out):
        place = at(f"noi_nhan[{one.item}]")
        declared = _RECIPIENT[one.odd]
        yield declared.at(place, one.found, source=RULE.source, said=one.found, article=carried_out)


def _article(surroundings: Surroundings, fields: Mapping[str, Any]) -> int | None:
    """The number of the article on carrying out: as the template prints it, or behind those of its list."""
    for around, _ in surroundings.around.get(_CARRIED_OUT, ()):
        if number := article_before(around.before):
            return number
        if _counted(around.before):
            lists = {path.partition("[]")[0] for path in _in_articles(surroundings)}
            return 1 + len(fields.get(lists.pop()) or ()) if len(lists) == 1 else None
    return None


def _in_articles(surroundings: Surroundings) -> Iterator[str]:
    """The fields of lists that are printed as articles with counted numbers."""
    for path, found in surroundings.around.items():
        if "[]" in path and any(_counted(around.before) for around, _ in found):
            yield path


def _counted(before: str) -> bool:
    """Whether a text ends with the label of an article whose number is worked out."""
    return bool(article_before(before.replace(HOLE, "1")))


def _districts(value: Value, path: str, at: _Places, on: date) -> Iterator[Finding]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _districts(item, f"{path}.{name}" if path else name, at, on)
    elif isinstance(value, str):
        if re.split(r"[.\[]", path)[0] in _LIVING and (said := district(value, on)):
            yield _DISTRICT.at(at(path), said, source=LEVELS.source, said=said)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _districts(item, f"{path}[{number}]", at, on)
