"""Random instruments with the tree they must be read as, made without the code under test."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from kcdocs.model.address import Kind
from kcdocs.model.line import Cell, Line, Reading, Source, SourceKind

POINTS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS = [
    "cơ",
    "sở",
    "sản",
    "xuất",
    "kinh",
    "phí",
    "khuyến",
    "công",
    "hỗ",
    "trợ",
    "đề",
    "án",
    "làng",
    "nghề",
    "nông",
    "thôn",
    "tổ",
    "chức",
    "cá",
    "nhân",
    "thời",
    "hạn",
    "hồ",
    "sơ",
    "thẩm",
    "định",
    "nghiệm",
    "thu",
    "địa",
    "phương",
    "trung",
    "ương",
    "kế",
    "hoạch",
    "hằng",
    "năm",
    "thực",
    "hiện",
    "báo",
    "cáo",
    "kiểm",
    "tra",
    "giám",
    "sát",
    "nguồn",
    "vốn",
]


@dataclass
class Expected:
    """One node as it must be read."""

    kind: Kind
    address: str
    text: str


@dataclass(repr=False)
class Sheet:
    """A text under construction and what it must be read as."""

    seed: int
    random: Random
    lines: list[tuple[str, Cell | None]] = field(default_factory=list)
    nodes: list[Expected] = field(default_factory=list)
    tables: int = 0

    def __repr__(self) -> str:
        return f"sheet_of({self.seed})"

    def sentence(self, end: str = ".") -> str:
        words = self.random.choices(_WORDS, k=self.random.randint(3, 12))
        text = " ".join(words)
        return text[0].upper() + text[1:] + end

    def heading(self) -> str:
        return self.sentence("")

    def add(self, kind: Kind, address: str, text: str, *lines: str) -> None:
        self.nodes.append(Expected(kind, address, text))
        self.lines.extend((line, None) for line in lines)

    def blank(self) -> None:
        if self.random.random() < 0.1:
            self.lines.append(("", None))

    def reading(self) -> Reading:
        return Reading(
            "thu.txt",
            SourceKind.TEXT,
            tuple(
                Line(text, Source("thu.txt", "", n), cell=cell) for n, (text, cell) in enumerate(self.lines)
            ),
        )


def numbers(random: Random, count: int) -> list[str]:
    """Labels 1, 2, 2a, 2b, 3 and so on."""
    return _with_inserted(random, [str(n + 1) for n in range(count)], ("a", "b", "c"))


def letters(random: Random, count: int) -> list[str]:
    """Labels a, b, b1, b2, c and so on."""
    return _with_inserted(random, list(POINTS[:count]), ("1", "2", "3"))


def numerals(random: Random, count: int) -> list[str]:
    """Labels I, II, IIa, III and so on."""
    return _with_inserted(random, list(ROMAN[:count]), ("a", "b", "c"))


def _with_inserted(random: Random, labels: list[str], suffixes: tuple[str, ...]) -> list[str]:
    result = []
    for label in labels:
        result.append(label)
        if random.random() < 0.15:
            result.extend(label + suffix for suffix in suffixes[: random.randint(1, 3)])
    return result


def below(address: str, step: str) -> str:
    return f"{address}.{step}" if address else step


def sheets() -> st.SearchStrategy[Sheet]:
    """Whole instruments, header to annexes, each made from a seed (drawing every word takes too long)."""
    return st.integers(0, 2**32 - 1).map(sheet_of)


def sheet_of(seed: int) -> Sheet:
    """The instrument of a seed."""
    sheet = Sheet(seed, Random(seed))
    random = sheet.random
    if random.random() < 0.8:
        front(sheet)
    articles = iter(numbers(random, 40))
    if random.random() < 0.3:
        for n in range(random.randint(1, 3)):
            label = ROMAN[n]
            titled(sheet, Kind.PART, "", f"phan-{label}", f"Phần {label}")
            chapters(sheet, f"phan-{label}", articles)
    elif random.random() < 0.7:
        chapters(sheet, "", articles)
    else:
        several(sheet, articles)
    if random.random() < 0.8:
        back(sheet)
    for label in numerals(random, random.randint(0, 3)):
        annex(sheet, label)
    return sheet


def front(sheet: Sheet) -> None:
    header = (
        "BỘ MÔ PHỎNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/2026/TT-BMP",
    )
    sheet.add(Kind.HEADER, "dau-van-ban-1", "\n".join(header), *header)
    heading = sheet.heading()
    sheet.add(Kind.TITLE, "ten-van-ban-1", f"THÔNG TƯ\n{heading}", "THÔNG TƯ", heading)
    for n in range(sheet.random.randint(1, 3)):
        basis = f"Căn cứ {sheet.sentence(';')}"
        sheet.add(Kind.BASIS, f"can-cu-{n + 1}", basis, basis)
    enacting = f"Bộ trưởng Bộ Mô phỏng ban hành Thông tư {sheet.sentence().lower()}"
    sheet.add(Kind.ENACTING, "cau-ban-hanh-1", enacting, enacting)


def back(sheet: Sheet) -> None:
    recipients = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")
    sheet.add(Kind.RECIPIENTS, "noi-nhan-1", "\n".join(recipients), *recipients)
    signature = ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Văn Mẫu")
    sheet.add(Kind.SIGNATURE, "chu-ky-1", "\n".join(signature), *signature)


def titled(sheet: Sheet, kind: Kind, above: str, step: str, number: str) -> None:
    """A unit whose heading stands on the same line, the next one, or the next two."""
    words = sheet.heading().upper()
    form = sheet.random.randint(0, 2)
    if form == 0:
        sheet.add(kind, below(above, step), words, f"{number}. {words}")
    elif form == 1:
        sheet.add(kind, below(above, step), words, number, words)
    else:
        more = sheet.heading().upper()
        sheet.add(kind, below(above, step), f"{words}\n{more}", number, words, more)


def chapters(sheet: Sheet, above: str, articles) -> None:
    for label in numerals(sheet.random, sheet.random.randint(1, 3)):
        step = f"chuong-{label}"
        titled(sheet, Kind.CHAPTER, above, step, f"Chương {label}")
        if sheet.random.random() < 0.4:
            for section in numbers(sheet.random, 2):
                titled(sheet, Kind.SECTION, below(above, step), f"muc-{section}", f"Mục {section}")
                if sheet.random.random() < 0.3:
                    at = below(below(above, step), f"muc-{section}")
                    titled(sheet, Kind.SUBSECTION, at, "tieu-muc-1", "Tiểu mục 1")
                several(sheet, articles)
        else:
            several(sheet, articles)


def several(sheet: Sheet, articles) -> None:
    for _ in range(sheet.random.randint(1, 3)):
        label = next(articles, None)
        if label is not None:
            article(sheet, "", label)


def article(sheet: Sheet, above: str, label: str) -> None:
    at = below(above, f"dieu-{label}")
    heading = sheet.heading()
    repealed = sheet.random.random() < 0.1
    amending = not above and not repealed and sheet.random.random() < 0.25
    if amending:
        sheet.add(
            Kind.ARTICLE,
            at,
            "Sửa đổi, bổ sung một số điều của Thông tư số 3/2020/TT-BMP",
            f"Điều {label}. Sửa đổi, bổ sung một số điều của Thông tư số 3/2020/TT-BMP",
        )
        for n in range(sheet.random.randint(1, 3)):
            command(sheet, below(at, f"khoan-{n + 1}"), n + 1)
        return
    text = "(được bãi bỏ)" if repealed else heading
    sheet.add(Kind.ARTICLE, at, text, f"Điều {label}. {text}")
    if not repealed:
        content(sheet, at, clauses=True)
    sheet.blank()


def content(sheet: Sheet, at: str, *, clauses: bool) -> None:
    """What may stand below an article or clause: paragraphs and tables first, then labelled units."""
    loose(sheet, at)
    if clauses and sheet.random.random() < 0.8:
        for label in numbers(sheet.random, sheet.random.randint(1, 4)):
            text = sheet.sentence()
            sheet.add(Kind.CLAUSE, below(at, f"khoan-{label}"), text, f"{label}. {text}")
            content(sheet, below(at, f"khoan-{label}"), clauses=False)
    elif sheet.random.random() < 0.4:
        for label in letters(sheet.random, sheet.random.randint(1, 9)):
            text = sheet.sentence(";")
            sheet.add(Kind.POINT, below(at, f"diem-{label}"), text, f"{label}) {text}")
            loose(sheet, below(at, f"diem-{label}"))


def loose(sheet: Sheet, at: str) -> None:
    for n in range(sheet.random.choice((0, 0, 0, 1, 2))):
        text = sheet.sentence()
        sheet.add(Kind.PARAGRAPH, below(at, f"doan-{n + 1}"), text, text)
    for n in range(sheet.random.choice((0, 0, 0, 0, 0, 0, 1, 2))):
        table(sheet, below(at, f"bang-{n + 1}"))


def table(sheet: Sheet, at: str) -> None:
    texts = []
    for row in range(sheet.random.randint(1, 3)):
        for column in range(2):
            text = sheet.random.choice((sheet.sentence(""), "1. Điều 5", "a) Chương I", "12"))
            texts.append(text)
            sheet.lines.append((text, Cell(sheet.tables, row, column)))
    sheet.tables += 1
    sheet.nodes.append(Expected(Kind.TABLE, at, "\n".join(texts)))


def command(sheet: Sheet, at: str, number: int) -> None:
    """An amending clause with the new text in quotation marks."""
    random = sheet.random
    article_label = str(random.randint(1, 30)) + random.choice(("", "", "a"))
    what = random.choice(("article", "clause", "point"))
    clause, point = str(random.randint(1, 9)), random.choice(POINTS)
    named = {"article": "", "clause": f"khoản {clause} ", "point": f"điểm {point} khoản {clause} "}[what]
    text = f"Sửa đổi, bổ sung {named}Điều {article_label} như sau:"
    sheet.add(Kind.CLAUSE, at, text, f"{number}. {text}")
    sheet.nodes.append(Expected(Kind.QUOTE, below(at, "trich-1"), ""))
    opened, begun = len(sheet.lines), len(sheet.nodes)
    if what == "article":
        article(sheet, "quoted", article_label)
        _requote(sheet)
    elif what == "clause":
        new = sheet.sentence()
        target = f"dieu-{article_label}.khoan-{clause}"
        sheet.add(Kind.CLAUSE, target, new, f"{clause}. {new}")
        loose_words(sheet, target)
    else:
        new = sheet.sentence()
        target = f"dieu-{article_label}.khoan-{clause}.diem-{point}"
        sheet.add(Kind.POINT, target, new, f"{point}) {new}")
        loose_words(sheet, target)
    marks = random.choice((("“", "”"), ('"', '"')))
    while not sheet.lines[-1][0]:
        sheet.lines.pop()
    if sheet.lines[-1][1] is not None or sheet.lines[opened][1] is not None:
        closing = sheet.sentence()
        sheet.lines.append((closing, None))
        last = next(node for node in reversed(sheet.nodes) if node.kind is not Kind.TABLE)
        host = last.address.rsplit(".doan-", 1)[0]
        quoted = sheet.nodes[begun:]
        ordinal = sum(node.address.startswith(f"{host}.doan-") for node in quoted) + 1
        sheet.nodes.append(Expected(Kind.PARAGRAPH, f"{host}.doan-{ordinal}", closing))
    first, last_ = sheet.lines[opened][0], sheet.lines[-1][0]
    if opened == len(sheet.lines) - 1:
        sheet.lines[opened] = (marks[0] + first + marks[1] + random.choice((".", ";", "")), None)
    else:
        sheet.lines[opened] = (marks[0] + first, None)
        sheet.lines[-1] = (last_ + marks[1] + random.choice((".", ";", "")), None)


def loose_words(sheet: Sheet, at: str) -> None:
    for n in range(sheet.random.choice((0, 0, 1))):
        text = sheet.sentence()
        sheet.add(Kind.PARAGRAPH, below(at, f"doan-{n + 1}"), text, text)


def _requote(sheet: Sheet) -> None:
    for node in sheet.nodes:
        node.address = node.address.removeprefix("quoted.")


def annex(sheet: Sheet, label: str) -> None:
    at = f"phu-luc-{label}"
    heading = sheet.heading().upper()
    sheet.add(Kind.ANNEX, at, heading, f"Phụ lục {label}", heading)
    note = "(Kèm theo Thông tư số 12/2026/TT-BMP)"
    sheet.add(Kind.PARAGRAPH, f"{at}.doan-1", note, note)
    if sheet.random.random() < 0.5:
        table(sheet, f"{at}.bang-1")
    for n in range(sheet.random.randint(0, 3)):
        section = ROMAN[n]
        text = sheet.heading().upper()
        sheet.add(Kind.SECTION, f"{at}.muc-{section}", text, f"{section}. {text}")
        for clause in range(sheet.random.randint(0, 3)):
            words = sheet.sentence()
            sheet.add(Kind.CLAUSE, f"{at}.muc-{section}.khoan-{clause + 1}", words, f"{clause + 1}. {words}")
