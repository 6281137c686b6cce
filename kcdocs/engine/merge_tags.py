"""The tag for a field of Word's mail merge, or for words in «…»: its name, and a filter where one fits."""

from __future__ import annotations

import re

from kcdocs.engine import limits
from kcdocs.text.normalise import bare, nfc

_RESERVED = frozenset(
    {
        *("and", "or", "not", "in", "is", "if", "else", "elif", "for", "set", "true", "false", "none"),
        *("loop", "range", "dict", "recursive", "macro", "filter", "import", "include", "extends"),
    }
)
_SWITCH = re.compile(r'\\([@#*])\s*(?:"([^"]*)"|(\S+))')
_SIDES = re.compile(r"(?<!\d)([2-9])\s?[x×]\s?([2-9])(?!\d)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:?!,]")


def tag_of(name: str, code: str = "", *, picture: bool = False) -> str:
    """The tag for what a mail-merge form calls a value.

    Args:
        name: What it is called there ("Họ và tên").
        code: The code of its field with its switches; empty for words in «…».
        picture: Whether it names the file of a picture.

    Returns:
        `{{ ho_va_ten }}`, with a filter where a switch of the field says how it is printed or its name says
        that it is a day or a picture ("Ảnh 3x4": of that size in centimetres); empty where words in «…» are
        no name.
    """
    if not code and (_SENTENCE.search(name) or len(name.split()) > limits.NAME_WORDS):
        return ""
    field = field_name(name)
    printed = _filter(code) or ("ngay_so" if field.split("_")[0] == "ngay" else _picture(name, said=picture))
    return f"{{{{ {field}{f' | {printed}' if printed else ''} }}}}"


def field_name(name: str) -> str:
    """A name of a field, of the letters that tags have: "Họ và tên" → "ho_va_ten"."""
    plain = "_".join(re.findall("[a-z0-9]+", bare(name)))[: limits.VALUE_SHOWN].strip("_") or "ten_truong"
    plain = f"truong_{plain}" if plain[0].isdigit() else plain
    return f"{plain}_" if plain in _RESERVED else plain


def _picture(name: str, *, said: bool) -> str:
    """The filter that prints a picture, if a name is that of one."""
    size = _SIDES.search(name)
    if size and (said or field_name(name).startswith("anh_")):
        return f"anh({size[1]}0, {size[2]}0)"
    return f"anh({limits.PHOTO_WIDTH})" if said or nfc(name).casefold().split()[:1] == ["ảnh"] else ""


def _filter(code: str) -> str:
    """The filter that prints a value as the switches of a merge field do (ECMA-376 part 1, 17.16.4)."""
    for sign, quoted, plain in _SWITCH.findall(code):
        how = (quoted or plain).lower()
        if sign == "@":
            return "ngay_chu" if "mmmm" in how or "tháng" in how else "ngay_so"
        if sign == "#":
            return "phan_tram" if "%" in how else "so"
        if how in {"upper", "firstcap"}:
            return "hoa" if how == "upper" else "hoa_dau"
    return ""
