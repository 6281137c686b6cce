"""Why a text is not YAML, told to a person who only filled in a form: what is missing, and on which line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from kcdocs.records import limits
from kcdocs.records.yaml_scan import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTE = "Đặt cả giá trị trong dấu nháy kép."
_NAME = re.compile(r"\s*(?:-\s+)*(?P<name>[^\s:]+)")
_STUCK = re.compile(r"\s*(?:-\s+)*(?P<name>\w+):(?=[^\s/])")
_DASH = re.compile(r"\s*-(?=[^\s-])")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text cannot be read.

    Attributes:
        words: What is wrong, in Vietnamese.
        mend: What to do.
        line: On which line, from 1; 0 if it is none.
    """

    words: str
    mend: str
    line: int


def reason_of(fault: yaml.YAMLError, text: str) -> Reason:
    """Why YAML gave up on a text.

    Args:
        fault: What the YAML library said.
        text: The text.
    """
    if not isinstance(fault, yaml.MarkedYAMLError):
        return Reason("có ký tự điều khiển trong tệp", "Xóa ký tự đó rồi gõ lại đoạn văn.", 0)
    problem, context = fault.problem or "", fault.context or ""
    begun, stopped = _line(fault.context_mark) or _line(fault.problem_mark), _line(fault.problem_mark)
    if "quoted scalar" in context and "escape" not in problem:
        return _unclosed(begun)
    if "could not find expected ':'" in problem:
        return _no_colon(text, begun)
    if "mapping values" in problem:
        return _stray_colon(text, stopped)
    if "did not find expected" in problem and "parsing" in context:
        return _broken_off(text, context, begun, stopped)
    known = (told for key, told in _REASONS.items() if key in problem or key in context)
    return Reason(*next(known, ("không hiểu được chỗ này", _LOOK)), stopped or begun)


_LOOK = "Xem lại dấu hai chấm, dấu ngoặc, dấu nháy và khoảng thụt đầu dòng ở chỗ nêu trên."
_REASONS = {
    "found a tab character": ("có dấu tab đầu dòng", "Thụt đầu dòng bằng dấu cách (phím Space)."),
    "cannot start any token": ("có dấu tab đầu dòng, hoặc giá trị bắt đầu bằng %, @ hay `", _QUOTE),
    "block sequence entries": ("dấu gạch đứng sau dấu hai chấm", "Chuyển mục có dấu gạch xuống dòng dưới."),
    "undefined alias": ("giá trị bắt đầu bằng dấu *", _QUOTE),
    "scanning an alias": ("giá trị bắt đầu bằng dấu *", _QUOTE),
    "scanning an anchor": ("giá trị bắt đầu bằng dấu &", _QUOTE),
    "scanning a tag": ("giá trị bắt đầu bằng dấu !", _QUOTE),
    "scanning a block scalar": ("giá trị bắt đầu bằng dấu | hoặc >", _QUOTE),
    "directive": ("dòng bắt đầu bằng dấu %", _QUOTE),
    "escape": ("có dấu \\ trong dấu nháy kép", "Ghi dấu \\ hai lần (\\\\), hoặc dùng dấu nháy đơn."),
    "control characters": ("có ký tự điều khiển trong tệp", "Xóa ký tự đó rồi gõ lại đoạn văn."),
}
"""What the library says → what it means, and what to do."""


def _unclosed(line: int) -> Reason:
    return Reason("dấu nháy mở ở dòng này không có dấu nháy đóng", "Thêm dấu nháy ở cuối giá trị.", line)


def _no_colon(text: str, line: int) -> Reason:
    said = _at(text, line)
    if _DASH.match(said):
        return Reason("thiếu dấu cách sau dấu gạch đầu dòng", "Thêm một dấu cách sau dấu gạch.", line)
    if stuck := _STUCK.match(said):
        words = f"thiếu dấu cách sau dấu hai chấm của «{stuck['name']}»"
        return Reason(words, "Thêm một dấu cách sau dấu hai chấm.", line)
    name = _NAME.match(said)
    words = (
        f"thiếu dấu hai chấm sau «{name['name'][: limits.NAME_SHOWN]}»"
        if name
        else "thiếu dấu hai chấm sau tên trường"
    )
    return Reason(words, "Ghi «tên trường: giá trị»; dòng nối tiếp của một giá trị phải thụt vào.", line)


def _stray_colon(text: str, line: int) -> Reason:
    """A colon where no name may stand: in a value, or because the line above lacks its own."""
    said = re.sub(r"^\s*(?:-\s+)*", "", _at(text, line))
    if re.match(r"\S+:\s.*:(?:\s|$)", said):
        return Reason("có dấu hai chấm bên trong giá trị", _QUOTE, line)
    number, above = next(_above(text, line), (line, ""))
    if re.search(r":(?:\s|$)", above):
        words = f"dòng này thụt vào sâu hơn dòng {number}, nơi giá trị đã ghi xong"
        return Reason(words, "Thụt đầu dòng các trường cùng nhóm bằng nhau.", line)
    return _no_colon(text, number)


def _broken_off(text: str, context: str, begun: int, stopped: int) -> Reason:
    if quoted := _last_quoted(text):
        first, last = _line(quoted.start_mark), _line(quoted.end_mark)
        if first < last == stopped:
            return _unclosed(first)
        if last == stopped:
            mend = "Đóng dấu nháy ở cuối giá trị; trong dấu nháy đơn, ghi dấu ' hai lần."
            return Reason("còn chữ đứng sau dấu nháy đóng", mend, stopped)
    if "flow" in context:
        return Reason("dấu [ hoặc { mở ở dòng này chưa đóng", f"Thêm dấu đóng, hoặc: {_QUOTE}", begun)
    if re.match(r"\s*\S+:\s+[\[{]", _at(text, stopped)):
        return Reason("giá trị bắt đầu bằng dấu [ hoặc {", _QUOTE, stopped)
    return Reason(
        "dòng này không thụt vào bằng các dòng cùng nhóm", "Thụt đầu dòng các trường bằng nhau.", stopped
    )


def _last_quoted(text: str) -> yaml.ScalarToken | None:
    """The last value in quotation marks before reading stopped."""
    found = None
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = token
    except yaml.YAMLError:
        pass
    return found


def _above(text: str, line: int) -> Iterator[tuple[int, str]]:
    """The lines above one that say something, the nearest first, with their numbers."""
    lines = text.splitlines()[: line - 1]
    for number in range(len(lines), 0, -1):
        if (said := lines[number - 1]).strip() and not said.lstrip().startswith("#"):
            yield number, said


def _at(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 0
