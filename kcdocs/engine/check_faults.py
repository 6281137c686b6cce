"""The wording of what a check of a template finds: one function a fault, each with a stable code."""

from __future__ import annotations

from dataclasses import replace

from kcdocs.engine import limits
from kcdocs.engine.errors import OutsideFieldError
from kcdocs.model.finding import Finding, Place, Severity

_RETYPE_QUOTES = (
    "Gõ lại bằng dấu nháy thẳng (\" hoặc '); trong Word: tắt Smart quotes, hoặc nhấn Ctrl+Z ngay sau khi gõ."
)


def syntax(place: Place, tag: str, reason: str) -> Finding:
    """A tag that cannot be read."""
    return _error(
        "TP101",
        place,
        f"Thẻ viết sai: {reason}.",
        tag,
        mend="Sửa thẻ trong Word; tên trường không có dấu cách, nối các chữ bằng dấu gạch dưới (_).",
    )


def unknown_filter(place: Place, name: str, near: str) -> Finding:
    """A filter that does not exist."""
    return _error(
        "TP102",
        place,
        f"Không có bộ lọc «{name}».",
        name,
        mend=_guess(near) or "Xem các bộ lọc dùng được trong docs/reference/filters.md.",
    )


def unknown_test(place: Place, name: str, near: str) -> Finding:
    """A test (`is …`) that does not exist."""
    return _error(
        "TP102",
        place,
        f"Không có phép thử «{name}» sau chữ «is».",
        name,
        mend=_guess(near) or "Dùng «is defined», hoặc so sánh bằng == và !=.",
    )


def forbidden_statement(place: Place, word: str) -> Finding:
    """A statement that reaches outside the template."""
    return _error(
        "TP103",
        place,
        f"Mẫu không được dùng lệnh «{word}».",
        word,
        mend="Bỏ thẻ này; mẫu chỉ dùng dữ liệu của hồ sơ.",
    )


def outside_field(place: Place, kind: str, code: str) -> Finding:
    """A field of Word that reaches outside the document."""
    error = OutsideFieldError(kind, place)
    return _error(error.code, place, error.message, code, mend=error.mend)


def unclosed_tag(place: Place, text: str) -> Finding:
    """Braces that open a tag and do not close it in the paragraph."""
    closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[text[:2]]
    return _error(
        "TP110",
        place,
        f"Thẻ mở bằng «{text[:2]}» nhưng đến hết đoạn chưa đóng bằng «{closing}».",
        text,
        mend=f"Thêm «{closing}» vào cuối thẻ; thẻ phải nằm trọn trong một đoạn.",
    )


def stray_closing(place: Place, text: str) -> Finding:
    """Braces that close a tag that was not opened."""
    opening = {"}}": "{{", "%}": "{%", "#}": "{#"}[text]
    return _error(
        "TP111",
        place,
        f"Có «{text}» nhưng phía trước không có «{opening}» mở thẻ.",
        text,
        mend=f"Thêm «{opening}» vào đầu thẻ, hoặc xóa «{text}» thừa.",
    )


def mixed_braces(place: Place, text: str) -> Finding:
    """A tag that opens with one kind of braces and closes with another."""
    return _error(
        "TP112",
        place,
        f"Thẻ mở bằng «{text[:2]}» nhưng đóng bằng «{text[-2:]}».",
        text,
        mend="In một trường thì viết {{ … }}; lệnh (for, if …) thì viết {% … %}.",
    )


def unclosed_block(place: Place, tag: str, word: str, prefix: str) -> Finding:
    """A block without its end."""
    end = f"{{%{prefix} end{word} %}}"
    return _error(
        "TP113",
        place,
        f"{_block(word).capitalize()} «{tag}» chưa có thẻ kết thúc {end}.",
        tag,
        mend=f"Thêm {end} sau phần nội dung, {_where(prefix)}.",
    )


def end_without_start(place: Place, tag: str, word: str) -> Finding:
    """An end, or a middle, without its block."""
    return _error(
        "TP114",
        place,
        f"Thẻ «{tag}» không có {_block(word)} nào đang mở.",
        tag,
        mend=f"Xóa thẻ này, hoặc thêm thẻ mở {{% {word} … %}} ở trước.",
    )


def wrong_end(place: Place, tag: str, opened: str, word: str) -> Finding:
    """A block closed by the end of another kind."""
    return _error(
        "TP115",
        place,
        f"Thẻ «{tag}» đóng không đúng loại: đang mở là «{opened}».",
        tag,
        expected=f"{{% end{word} %}}",
        mend=f"Sửa thành {{% end{word} %}}.",
    )


def crossing(place: Place, opened: str, tag: str, what: str, mend: str) -> Finding:
    """A block that begins in one cell, row or table and ends outside it."""
    return _error("TP116", place, f"Khối lệnh «{opened}» … «{tag}» cắt ngang {what}.", opened, mend=mend)


def different_prefixes(place: Place, opened: str, tag: str) -> Finding:
    """A block whose tags take away different things (a row here, a paragraph there)."""
    return _error(
        "TP117",
        place,
        f"Thẻ mở «{opened}» và thẻ «{tag}» không cùng tiền tố.",
        tag,
        mend="Dùng cùng một tiền tố ở cả hai thẻ: tr cho hàng, tc cho ô, p cho đoạn.",
    )


def lost_tag(place: Place, tag: str, prefix: str) -> Finding:
    """A second tag that takes away the same paragraph, row or cell: only one is kept."""
    return _error(
        "TP118",
        place,
        f"{_taken(prefix).capitalize()} này có hơn một thẻ tiền tố «{prefix}»; thẻ «{tag}» sẽ mất.",
        tag,
        mend=f"Đặt mỗi thẻ tiền tố «{prefix}» ở một {_taken(prefix)} riêng.",
    )


def lost_text(place: Place, tag: str, prefix: str, text: str) -> Finding:
    """Words beside a tag that takes its paragraph, row or cell away."""
    return _error(
        "TP119",
        place,
        f"Thẻ «{tag}» xóa cả {_taken(prefix)} chứa nó, nên phần chữ bên cạnh sẽ mất.",
        _short(text),
        mend=f"Chuyển phần chữ ấy sang {_taken(prefix)} khác; {_taken(prefix)} chứa thẻ chỉ để thẻ.",
    )


def outside_table(place: Place, tag: str, prefix: str) -> Finding:
    """A tag for a row or a cell that stands in none."""
    return _error(
        "TP120",
        place,
        f"Thẻ «{tag}» dành cho {_taken(prefix)} của bảng nhưng không nằm trong bảng nào.",
        tag,
        mend="Chuyển thẻ vào bảng, hoặc dùng {%p … %} cho đoạn.",
    )


def unknown_statement(place: Place, word: str, near: str) -> Finding:
    """A statement that does not exist."""
    return _error(
        "TP121",
        place,
        f"Không có lệnh «{word}».",
        word,
        mend=_guess(near)
        or "Các lệnh dùng được: for, if, elif, else, set, with, macro, call, filter, block, raw.",
    )


def curly_quotes(place: Place, tag: str, *, read: bool) -> Finding:
    """Curly quotation marks inside a tag."""
    if read:
        return Finding(
            "TP130",
            Severity.WARNING,
            place,
            "Trong thẻ có dấu nháy cong; đã hiểu như dấu nháy thẳng.",
            tag,
            mend=_RETYPE_QUOTES,
        )
    return _error(
        "TP130",
        place,
        "Trong thẻ có dấu nháy cong nên không đọc được.",
        tag,
        mend=_RETYPE_QUOTES,
    )


def odd_space(place: Place, tag: str, name: str, *, read: bool) -> Finding:
    """A no-break space or an invisible character inside a tag."""
    return Finding(
        "TP131",
        Severity.WARNING if read else Severity.ERROR,
        place,
        f"Trong thẻ có {name}{'' if read else ' nên không đọc được'}.",
        tag,
        mend="Xóa ký tự đó và gõ lại bằng dấu cách thường (Ctrl+Shift+Space gõ ra dấu cách không ngắt).",
    )


def decomposed(place: Place, tag: str) -> Finding:
    """Letters with combining marks inside a tag."""
    return _error(
        "TP132",
        place,
        "Chữ có dấu trong thẻ ở dạng Unicode tổ hợp nên không khớp với tên trường nào.",
        tag,
        mend="Gõ lại thẻ bằng bảng mã Unicode dựng sẵn; tên trường nên viết không dấu.",
    )


def split_tag(place: Place, tag: str, count: int) -> Finding:
    """A tag that Word has cut into several runs; the engine mends it."""
    return Finding(
        "TP140",
        Severity.NOTE,
        place,
        f"Thẻ bị Word cắt thành {count} đoạn chạy; đã tự ghép, kiểu chữ lấy theo đoạn đầu.",
        tag,
    )


def missing_field(place: Place, name: str, near: str, *, owner: str, source: str) -> Finding:
    """A field that the template prints and the data do not have."""
    inside = f" trong «{owner}»" if owner else ""
    return _error(
        "TP201",
        replace(place, field=f"{owner}.{name}" if owner else name),
        f"Mẫu dùng «{name}» nhưng {source} không có{inside}.",
        name,
        mend=_guess(near) or f"Sửa tên trong mẫu, hoặc bổ sung «{name}».",
    )


def unused_field(place: Place, title: str) -> Finding:
    """A field of the contract that the template never uses."""
    return Finding(
        "TP360",
        Severity.WARNING,
        place,
        f"Lược đồ có trường «{place.field}» ({title}) nhưng mẫu không dùng.",
        mend="Bỏ trường này khỏi lược đồ, hoặc thêm vào mẫu.",
    )


def _error(
    code: str, place: Place, message: str, found: str, *, expected: str = "", mend: str = ""
) -> Finding:
    return Finding(code, Severity.ERROR, place, message, found=_short(found), expected=expected, mend=mend)


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
