"""What a check of a template finds: each declared once, and made from the tag it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kcdocs.codes import Declared
from kcdocs.engine import limits
from kcdocs.engine.errors import (
    ForbiddenTagError,
    MissingFieldError,
    OutsideFieldError,
    SyntaxFaultError,
    UnknownFilterError,
)
from kcdocs.model.finding import Finding, Place, Severity

_UNREAD = Severity.ERROR, " nên không đọc được"


UNCLOSED_TAG = Declared(
    "TP110",
    Severity.ERROR,
    "Braces that open a tag and do not close it in the paragraph.",
    "Thẻ mở bằng «{text}» nhưng đến hết đoạn chưa đóng bằng «{closing}».",
    mend="Thêm «{closing}» vào cuối thẻ; thẻ phải nằm trọn trong một đoạn.",
)

STRAY_CLOSING = Declared(
    "TP111",
    Severity.ERROR,
    "Braces that close a tag that was not opened.",
    "Có «{text}» nhưng phía trước không có «{opening}» mở thẻ.",
    mend="Thêm «{opening}» vào đầu thẻ, hoặc xóa «{text}» thừa.",
)

MIXED_BRACES = Declared(
    "TP112",
    Severity.ERROR,
    "A tag that opens with one kind of braces and closes with another.",
    "Thẻ mở bằng «{opening}» nhưng đóng bằng «{closing}».",
    mend="In một trường thì viết {{{{ … }}}}; lệnh (for, if …) thì viết {{% … %}}.",
)

UNCLOSED_BLOCK = Declared(
    "TP113",
    Severity.ERROR,
    "A block without its end.",
    "{block} «{tag}» chưa có thẻ kết thúc {end}.",
    mend="Thêm {end} sau phần nội dung, {spot}.",
)

END_WITHOUT_START = Declared(
    "TP114",
    Severity.ERROR,
    "An end, or a middle, without its block.",
    "Thẻ «{tag}» không có {block} nào đang mở.",
    mend="Xóa thẻ này, hoặc thêm thẻ mở {{% {word} … %}} ở trước.",
)

WRONG_END = Declared(
    "TP115",
    Severity.ERROR,
    "A block closed by the end of another kind.",
    "Thẻ «{tag}» đóng không đúng loại: đang mở là «{opened}».",
    expected="{{% end{word} %}}",
    mend="Sửa thành {{% end{word} %}}.",
)

CROSSING = Declared(
    "TP116",
    Severity.ERROR,
    "A block that begins in one cell, row or table and ends outside it.",
    "Khối lệnh «{opened}» … «{tag}» cắt ngang {what}.",
    mend="Đặt thẻ mở và thẻ đóng trong cùng một ô, hàng hoặc bảng.",
)

DIFFERENT_PREFIXES = Declared(
    "TP117",
    Severity.ERROR,
    "A block whose tags take away different things (a row here, a paragraph there).",
    "Thẻ mở «{opened}» và thẻ «{tag}» không cùng tiền tố.",
    mend="Dùng cùng một tiền tố ở cả hai thẻ: tr cho hàng, tc cho ô, p cho đoạn.",
)

LOST_TAG = Declared(
    "TP118",
    Severity.ERROR,
    "A second tag that takes away the same paragraph, row or cell: only one is kept.",
    "{first} này có hơn một thẻ tiền tố «{prefix}»; thẻ «{tag}» sẽ mất.",
    mend="Đặt mỗi thẻ tiền tố «{prefix}» ở một {taken} riêng.",
)

LOST_TEXT = Declared(
    "TP119",
    Severity.ERROR,
    "Words beside a tag that takes its paragraph, row or cell away.",
    "Thẻ «{tag}» xóa cả {prefix} chứa nó, nên phần chữ bên cạnh sẽ mất.",
    mend="Chuyển phần chữ ấy sang {prefix} khác; {prefix} chứa thẻ chỉ để thẻ.",
)

OUTSIDE_TABLE = Declared(
    "TP120",
    Severity.ERROR,
    "A tag for a row or a cell that stands in none.",
    "Thẻ «{tag}» dành cho {prefix} của bảng nhưng không nằm trong bảng nào.",
    mend="Chuyển thẻ vào bảng, hoặc dùng {{%p … %}} cho đoạn.",
)

UNKNOWN_STATEMENT = Declared(
    "TP121",
    Severity.ERROR,
    "A statement that does not exist.",
    "Không có lệnh «{word}».",
    mend="Các lệnh dùng được: for, if, elif, else, set, with, macro, call, filter, block, raw.",
)

OTHER_LETTERS = Declared(
    "TP155",
    Severity.ERROR,
    "A word in a tag with letters of another script that look Latin.",
    "Trong «{word}» có {script} trông giống chữ thường, nên không phải là «{meant}».",
    expected="{meant}",
    mend="Xóa «{word}» trong thẻ rồi gõ lại bằng bàn phím: {meant}.",
)

TWO_SPELLINGS = Declared(
    "TP156",
    Severity.ERROR,
    "A name that other tags spell with other capitals or tone marks; a warning where both may be meant.",
    "«{word}» chỉ khác «{usual}» ({where}) ở chữ hoa hay dấu, nhưng là hai trường khác nhau.",
    expected="{usual}",
    mend="Nếu là một trường, gõ mọi thẻ là {usual}; nếu là hai trường, đặt cho hai tên khác hẳn nhau.",
    worst=Severity.ERROR,
)

CURLY_QUOTES = Declared(
    "TP130",
    Severity.WARNING,
    "Curly quotation marks inside a tag; an error where they keep it from being read.",
    "Trong thẻ có dấu nháy cong{outcome}.",
    mend="Gõ lại bằng dấu nháy thẳng (\" hoặc '); trong Word: tắt Smart quotes, hoặc nhấn Ctrl+Z ngay sau "
    "khi gõ.",
    worst=Severity.ERROR,
)

ODD_SPACE = Declared(
    "TP131",
    Severity.WARNING,
    "A no-break space or an invisible character inside a tag; an error where it keeps it from being read.",
    "Trong thẻ có {name}{outcome}.",
    mend="Xóa ký tự đó và gõ lại bằng dấu cách thường (Ctrl+Shift+Space gõ ra dấu cách không ngắt).",
    worst=Severity.ERROR,
)

DECOMPOSED = Declared(
    "TP132",
    Severity.ERROR,
    "Letters with combining marks inside a tag.",
    "Chữ có dấu trong thẻ ở dạng Unicode tổ hợp nên không khớp với tên trường nào.",
    mend="Gõ lại thẻ bằng bảng mã Unicode dựng sẵn; tên trường nên viết không dấu.",
)

HYPHENED = Declared(
    "TP147",
    Severity.ERROR,
    "A name with a hyphen, which is a subtraction.",
    "«{name}» có dấu gạch nối nên bị hiểu là phép trừ.",
    mend="Có phải là «{meant}»? Nếu đúng là phép trừ, thêm dấu cách ở hai bên dấu trừ.",
)

SPLIT_TAG = Declared(
    "TP140",
    Severity.NOTE,
    "A tag that Word has cut into several runs; the engine mends it.",
    "Thẻ bị Word cắt thành {count} đoạn chạy; đã tự ghép, kiểu chữ lấy theo đoạn đầu.",
)


def syntax(place: Place, tag: str, reason: str) -> Finding:
    """A tag that cannot be read."""
    mend = "Sửa thẻ trong Word; tên trường không có dấu cách, nối các chữ bằng dấu gạch dưới (_)."
    return SyntaxFaultError(reason, place).as_finding(found=_short(tag), mend=mend)


def unknown_filter(place: Place, name: str, near: str) -> Finding:
    """A filter that does not exist."""
    return UnknownFilterError(name, place, "bộ lọc").as_finding(found=name, mend=_guess(near))


def unknown_test(place: Place, name: str, near: str) -> Finding:
    """A test (`is …`) that does not exist."""
    mend = _guess(near) or "Dùng «is defined», hoặc so sánh bằng == và !=."
    return UnknownFilterError(name, place, "phép thử").as_finding(found=name, mend=mend)


def forbidden_statement(place: Place, word: str) -> Finding:
    """A statement that reaches outside the template."""
    return ForbiddenTagError(word, place).as_finding(found=word)


def outside_field(place: Place, kind: str, code: str) -> Finding:
    """A field of Word that reaches outside the document."""
    return OutsideFieldError(kind, place).as_finding(found=_short(code))


def unclosed_tag(place: Place, text: str) -> Finding:
    """Braces that open a tag and do not close it in the paragraph."""
    closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[text[:2]]
    return _error(UNCLOSED_TAG, place, text, text=text[:2], closing=closing)


def stray_closing(place: Place, text: str) -> Finding:
    """Braces that close a tag that was not opened."""
    opening = {"}}": "{{", "%}": "{%", "#}": "{#"}[text]
    return _error(STRAY_CLOSING, place, text, text=text, opening=opening)


def mixed_braces(place: Place, text: str) -> Finding:
    """A tag that opens with one kind of braces and closes with another."""
    return _error(MIXED_BRACES, place, text, opening=text[:2], closing=text[-2:])


def unclosed_block(place: Place, tag: str, word: str, prefix: str) -> Finding:
    """A block without its end."""
    end = f"{{%{prefix} end{word} %}}"
    block = _block(word).capitalize()
    return _error(UNCLOSED_BLOCK, place, tag, block=block, tag=tag, end=end, spot=_where(prefix))


def end_without_start(place: Place, tag: str, word: str) -> Finding:
    """An end, or a middle, without its block."""
    return _error(END_WITHOUT_START, place, tag, tag=tag, block=_block(word), word=word)


def wrong_end(place: Place, tag: str, opened: str, word: str) -> Finding:
    """A block closed by the end of another kind."""
    return _error(WRONG_END, place, tag, tag=tag, opened=opened, word=word)


def crossing(place: Place, opened: str, tag: str, what: str, mend: str) -> Finding:
    """A block that begins in one cell, row or table and ends outside it."""
    return _error(CROSSING, place, opened, mend=mend, opened=opened, tag=tag, what=what)


def different_prefixes(place: Place, opened: str, tag: str) -> Finding:
    """A block whose tags take away different things (a row here, a paragraph there)."""
    return _error(DIFFERENT_PREFIXES, place, tag, opened=opened, tag=tag)


def lost_tag(place: Place, tag: str, prefix: str) -> Finding:
    """A second tag that takes away the same paragraph, row or cell: only one is kept."""
    taken = _taken(prefix)
    return _error(LOST_TAG, place, tag, first=taken.capitalize(), prefix=prefix, tag=tag, taken=taken)


def lost_text(place: Place, tag: str, prefix: str, text: str) -> Finding:
    """Words beside a tag that takes its paragraph, row or cell away."""
    return _error(LOST_TEXT, place, _short(text), tag=tag, prefix=_taken(prefix))


def outside_table(place: Place, tag: str, prefix: str) -> Finding:
    """A tag for a row or a cell that stands in none."""
    return _error(OUTSIDE_TABLE, place, tag, tag=tag, prefix=_taken(prefix))


def unknown_statement(place: Place, word: str, near: str) -> Finding:
    """A statement that does not exist."""
    return _error(UNKNOWN_STATEMENT, place, word, mend=_guess(near) or None, word=word)


def curly_quotes(place: Place, tag: str, *, read: bool) -> Finding:
    """Curly quotation marks inside a tag."""
    severity, outcome = (Severity.WARNING, "; đã hiểu như dấu nháy thẳng") if read else _UNREAD
    return CURLY_QUOTES.at(place, _short(tag), severity=severity, outcome=outcome)


def odd_space(place: Place, tag: str, name: str, *, read: bool) -> Finding:
    """A no-break space or an invisible character inside a tag."""
    severity, outcome = (Severity.WARNING, "") if read else _UNREAD
    return ODD_SPACE.at(place, tag, severity=severity, name=name, outcome=outcome)


def other_letters(place: Place, word: str, meant: str, script: str) -> Finding:
    """Letters of another script that look Latin."""
    return _error(OTHER_LETTERS, place, word, word=word, meant=meant, script=script)


def two_spellings(place: Place, word: str, usual: str, where: str, *, sure: bool) -> Finding:
    """A name that other tags spell in another way."""
    severity = Severity.ERROR if sure else Severity.WARNING
    return TWO_SPELLINGS.at(place, word, severity=severity, word=word, usual=usual, where=where)


def decomposed(place: Place, tag: str) -> Finding:
    """Letters with combining marks inside a tag."""
    return _error(DECOMPOSED, place, tag)


def hyphened(place: Place, name: str) -> Finding:
    """A name with a hyphen, which is a subtraction."""
    return HYPHENED.at(place, name, name=name, meant=name.replace("-", "_"))


def split_tag(place: Place, tag: str, count: int) -> Finding:
    """A tag that Word has cut into several runs; the engine mends it."""
    return SPLIT_TAG.at(place, tag, count=count)


def missing_field(place: Place, name: str, near: str, *, owner: str, source: str) -> Finding:
    """A field that the template prints and the data do not have."""
    at = replace(place, field=f"{owner}.{name}" if owner else name)
    return MissingFieldError(name, at, owner, source).as_finding(found=name, mend=_guess(near))


def _error(declared: Declared, place: Place, found: str, *, mend: str | None = None, **facts: Any) -> Finding:
    return declared.at(place, _short(found), mend=mend, **facts)


def _guess(near: str) -> str:
    return f"Có phải là «{near}»?" if near else ""


def _block(word: str) -> str:
    return {"for": "vòng lặp", "if": "điều kiện"}.get(word, f"khối «{word}»")


def _where(prefix: str) -> str:
    kept = {
        "tr": "ở một hàng riêng của cùng bảng",
        "tc": "ở một ô riêng của cùng hàng",
        "p": "ở một đoạn riêng",
    }
    return kept.get(prefix, "trong cùng ô hoặc cùng phần văn bản với thẻ mở")


def _taken(prefix: str) -> str:
    return {"tr": "hàng", "tc": "ô", "p": "đoạn"}[prefix]


def _short(text: str) -> str:
    return text if len(text) <= limits.CHARACTERS_SHOWN else text[: limits.CHARACTERS_SHOWN - 1] + "…"
