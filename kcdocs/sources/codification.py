"""Pages of the official codification (pháp điển): many instruments mixed, each article with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kcdocs.model.line import Line, Mark, Note
from kcdocs.sources.errors import NoSuchInstrumentError, SeveralInstrumentsError
from kcdocs.sources.markup import BrowserLine
from kcdocs.sources.options import Options

_ARTICLE, _ORIGIN, _RELATED = "pDieu", "pGhiChu", "pChiDan"
_DIVISIONS = frozenset({"pPhan", "pChuong", "pMuc", "pTieuMuc"})
_CODE = re.compile(r"Điều\s+(?P<code>[\w.]+?)\.\s+(?P<heading>.*)", re.DOTALL)
_MAIN_CODE = re.compile(r"\d+\.\d+\.[A-ZĐ]+\.\d++\w*")
_SOURCE = re.compile(
    r"\(Điều\s+(?P<label>\d{1,4}[a-zđ]?)\b"
    r".{0,200}?"  # the words between are at most "khoản 2 Nghị định" and the like, or an issuer's name
    r"\bsố\s+(?P<number>\d+/[^\s,)]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class CodifiedArticle:
    """One article of the page.

    Attributes:
        number: Number of the instrument it comes from.
        label: Its label in that instrument ("5a").
        main: Whether it belongs to the instrument whose divisions the page follows.
        divisions: Headings of chapters and the like that stand right before it.
        heading: Its heading as the page prints it.
        body: Its text.
        origin: The notes on origin.
        related: The notes on related provisions.
    """

    number: str
    label: str
    main: bool
    divisions: tuple[Line, ...]
    heading: Line
    body: tuple[Line, ...]
    origin: tuple[Line, ...]
    related: tuple[Line, ...]


def is_codification(shown: Iterable[BrowserLine]) -> bool:
    """Whether lines come from a codification page."""
    classes = {item.css for item in shown}
    return {_ARTICLE, _ORIGIN} <= classes


def choose(shown: Sequence[BrowserLine], options: Options) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The lines and notes of one instrument, its articles in its own order.

    Each article's heading bears its own number again ("Điều 5.") in place of the codification's, and marks
    for its notes: what it comes from, what it is related to. Chapters belong to the instrument that the
    codification follows; other instruments on the page come without.

    Raises:
        SeveralInstrumentsError: None was named, and there are many.
        NoSuchInstrumentError: The one named is not there.
    """
    articles = _articles(shown)
    numbers = list(dict.fromkeys(article.number for article in articles))
    wanted = options.instrument or (numbers[0] if len(numbers) == 1 else "")
    if not wanted:
        raise SeveralInstrumentsError(options.name, numbers)
    if wanted not in numbers:
        raise NoSuchInstrumentError(options.name, wanted, numbers)
    chosen = sorted((item for item in articles if item.number == wanted), key=lambda item: _order(item.label))
    lines = tuple(line for article in chosen for line in _lines(article))
    return lines, tuple(note for article in chosen for note in _notes(article))


def passed_over(shown: Sequence[BrowserLine], options: Options) -> dict[str, list[str]]:
    """What of a page is not in the lines that `choose` gives: what it is, in Vietnamese → its words."""
    articles = _articles(shown)
    first = next(index for index, item in enumerate(shown) if item.css == _ARTICLE)
    wanted = options.instrument or articles[0].number
    codes = [found["code"] for item in articles if (found := _CODE.fullmatch(item.heading.text))]
    others = dict.fromkeys(item.number for item in articles if item.number != wanted)
    loose = [item.line.text for item in shown[:first] if item.css not in _DIVISIONS and item.line.text]
    return {
        "phần đầu của trang pháp điển": [" ".join(loose)] if loose else [],
        "mã của điều trong pháp điển": ["; ".join(codes)],
        "điều của các văn bản khác": ["; ".join(filter(None, others))] if others else [],
    }


def _articles(shown: Sequence[BrowserLine]) -> list[CodifiedArticle]:
    starts = [index for index, item in enumerate(shown) if item.css == _ARTICLE]
    articles: list[CodifiedArticle] = []
    pending = _divisions(shown[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(shown)], strict=True):
        article = _article(shown[start], shown[start + 1 : end])
        articles.append(replace(article, divisions=pending) if article.main else article)
        following = _divisions(shown[start + 1 : end])
        pending = following if article.main else pending + following
    return articles


def _divisions(shown: Iterable[BrowserLine]) -> tuple[Line, ...]:
    return tuple(item.line for item in shown if item.css in _DIVISIONS)


def _article(heading: BrowserLine, rest: Sequence[BrowserLine]) -> CodifiedArticle:
    code = _CODE.fullmatch(heading.line.text)
    origin = tuple(item.line for item in rest if item.css == _ORIGIN)
    found = _SOURCE.search(" ".join(line.text for line in origin))
    kept_apart = {_ORIGIN, _RELATED, *_DIVISIONS}
    return CodifiedArticle(
        number=found.group("number") if found else "",
        label=found.group("label") if found else "",
        main=bool(code and _MAIN_CODE.fullmatch(code.group("code"))),
        divisions=(),
        heading=heading.line,
        body=tuple(item.line for item in rest if item.css not in kept_apart),
        origin=origin,
        related=tuple(item.line for item in rest if item.css == _RELATED),
    )


def _lines(article: CodifiedArticle) -> Iterable[Line]:
    yield from article.divisions
    code = _CODE.fullmatch(article.heading.text)
    text = f"Điều {article.label}. {code.group('heading') if code else article.heading.text}"
    marks = tuple(Mark(len(text), note.label) for note in _notes(article))
    yield replace(article.heading, text=text, marks=marks)
    yield from article.body


def _notes(article: CodifiedArticle) -> list[Note]:
    kinds = (("Nguồn gốc", article.origin), ("Chỉ dẫn", article.related))
    return [Note(f"{kind} Điều {article.label}", lines) for kind, lines in kinds if lines]


def _order(label: str) -> tuple[int, str]:
    digits = re.match(r"\d+", label)
    return (int(digits.group()) if digits else 0, label)
