"""What a comparison's nouns are called in Vietnamese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.law.replacing import NO_CONTENT
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass, Outcome, Pass, QuantityKind
from kcdocs.model.finding import Severity

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation
    from kcdocs.model.comparison import Match
    from kcdocs.model.instrument import Instrument, Node
    from kcdocs.model.line import Line

NOISE = NO_CONTENT
"""Classes that change no law: what a reviewer may fold away, its count always shown."""

CLASSES: dict[ChangeClass, tuple[str, str]] = {
    ChangeClass.SUBSTANCE: ("nội dung", "từ ngữ, con số hoặc viện dẫn thay đổi về nghĩa"),
    ChangeClass.ADDED: ("bổ sung", "quy định chưa có trong văn bản cũ"),
    ChangeClass.REPEALED: ("bãi bỏ", "quy định không còn trong văn bản mới"),
    ChangeClass.PHRASE: (
        "thay cụm từ",
        "cụm từ được thay theo lệnh của văn bản sửa đổi, hoặc được thay như nhau ở từ ba nơi trở lên",
    ),
    ChangeClass.MOVED: ("chuyển vị trí", "quy định được đưa sang chỗ khác"),
    ChangeClass.SPLIT: ("tách", "một quy định được tách thành nhiều"),
    ChangeClass.MERGED: ("gộp", "nhiều quy định được gộp làm một"),
    ChangeClass.TECHNICAL: ("kỹ thuật", "chỉ đánh số lại và viện dẫn sửa theo"),
    ChangeClass.FORM: ("hình thức", "chữ hoa, dấu câu, cách viết (hoà/hòa, kỹ/kĩ)"),
    ChangeClass.ENCODING: ("mã hóa", "mã ký tự, khoảng trắng đặc biệt, chữ Đ giả"),
}
"""The name of each class of change and what it means, in one clause."""

PASSES: dict[Pass, str] = {
    Pass.EXACT: "nội dung trùng nhau (bỏ qua số thứ tự và viện dẫn)",
    Pass.LABEL: "cùng số thứ tự",
    Pass.SIMILAR: "nội dung tương tự",
    Pass.MOVED: "nội dung tương tự, ở chỗ khác",
    Pass.POSITION: "cùng vị trí còn lại",
    Pass.SPLIT: "một quy định cũ tách thành các quy định mới",
    Pass.MERGED: "các quy định cũ gộp thành một quy định mới",
    Pass.FIXED: "người rà soát ấn định",
}
"""How a pair of provisions was made."""

OUTCOMES: dict[Outcome, str] = {
    Outcome.FOLLOWED: "đã sửa theo",
    Outcome.DANGLING: "mất đích: nơi được dẫn tới không còn",
    Outcome.RETARGETED: "nay dẫn tới quy định khác",
    Outcome.AMBIGUOUS: "chưa rõ dẫn tới đâu",
    Outcome.MISSED: "chưa sửa theo số thứ tự mới",
    Outcome.TOUCHED: "nơi được dẫn tới đổi nội dung",
    Outcome.ENDED: "văn bản được dẫn tới hết hiệu lực toàn bộ",
}
"""What became of a reference."""

QUANTITIES: dict[QuantityKind, str] = {
    QuantityKind.MONEY: "số tiền",
    QuantityKind.PERCENT: "tỷ lệ",
    QuantityKind.DATE: "ngày",
    QuantityKind.PERIOD: "thời hạn",
    QuantityKind.NUMBER: "con số",
}
"""What a quantity measures."""

SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "Lỗi",
    Severity.WARNING: "Cảnh báo",
    Severity.NOTE: "Ghi chú",
}
"""How grave a finding is."""

_LABELS: dict[Kind, str] = {
    Kind.PART: "Phần {}",
    Kind.CHAPTER: "Chương {}",
    Kind.SECTION: "Mục {}",
    Kind.SUBSECTION: "Tiểu mục {}",
    Kind.ARTICLE: "Điều {}.",
    Kind.CLAUSE: "{}.",
    Kind.POINT: "{})",
    Kind.ANNEX: "Phụ lục {}",
}


def label_words(node: Node) -> str:
    """A provision's label as it is printed before its words ("Điều 5.", "đ)"); empty for unlabelled kinds."""
    return _LABELS.get(node.kind, "").format(node.label).strip()


def class_words(change: ChangeClass) -> str:
    """The name of a class of change ("nội dung")."""
    return CLASSES[change][0]


def match_words(match: Match) -> str:
    """Why two provisions were paired, as a sentence without its full stop."""
    words = f"{PASSES[match.by]}; giống nhau {percent(match.score)}"
    return f"{words}; ứng viên kế tiếp {percent(match.runner_up)}" if match.runner_up else words


def capital(words: str) -> str:
    """Words with their first letter large."""
    return words[:1].upper() + words[1:]


def instrument_words(instrument: Instrument) -> str:
    """An instrument as a heading names it: its citation, else the file it was read from."""
    return citation_words(instrument.citation) or file_words(instrument.name) or "Văn bản không tên"


def source_words(instrument: Instrument) -> str:
    """The file an instrument was read from; empty where its name says no more than `instrument_words`."""
    file = file_words(instrument.name)
    return "" if file in instrument_words(instrument) else file


def header_words(line: Line) -> str:
    """Which edge of the page a line of a header or footer stands at."""
    return "Chân trang" if line.source.in_footer else "Đầu trang"


def file_words(name: str) -> str:
    """A file's name without its folders, which say nothing to a reader; a citation as it is."""
    is_citation = re.fullmatch(r"\d+/(\d{4}/)?[^/\\.]+", name)
    return name if is_citation else re.split(r"[/\\]", name)[-1]


def citation_words(citation: Citation) -> str:
    """Type and number ("Nghị định 45/2012/NĐ-CP"), or type and title where there is no number."""
    return " ".join(part for part in (citation.type, citation.number or citation.title) if part)


def percent(share: float) -> str:
    """A share from 0 to 1 as a percentage without decimals; only a whole is 100%."""
    return "100%" if share >= 1 else f"{min(round(share * 100), 99)}%"


PROFILES = {
    "nd30": "Nghị định số 30/2020/NĐ-CP",
    "qppl_2016": "thể thức văn bản quy phạm pháp luật trước ngày 01/4/2025",
    "qppl_2025": "thể thức văn bản quy phạm pháp luật từ ngày 01/4/2025",
    "quoc_hoi": "quy tắc lời văn (văn bản của Quốc hội)",
}
"""What each set of rules of form is called."""
