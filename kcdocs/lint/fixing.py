"""Mends of form that touch no word of substance: page, letters, spacing, zeros, spaces, code points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kcdocs.law import layout
from kcdocs.law.layout import Letters, Role
from kcdocs.lint.check import FormReport, check_package
from kcdocs.lint.errors import TrackedChangesInFormError
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine, is_old_font
from kcdocs.lint.rules.typing import DOUBLED_SPACE, SPACE_BEFORE_SIGN
from kcdocs.lint.signs import ends_sentence
from kcdocs.lint.telling import FormBreach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.text.normalise import fold_cyrillic, fold_lookalikes, nfc
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.write.retouching import Retoucher

_Stretch = tuple[str, int, int, int]
"""Part, paragraph, first character and the one behind the last."""

_LABEL = re.compile(rf"{SPOKEN[Kind.ARTICLE]}\s{{1,3}}\d{{1,3}}[a-zđ]?\.?")
_DAY = re.compile(r"(ngày )(\d)(?= tháng)")
_MONTH = re.compile(r"(tháng )([12])(?= năm)")
_COUNT = re.compile(r"(?<!\d)(\d)(?=\s*/)")


@dataclass(frozen=True, slots=True)
class Mended:
    """A document whose form was mended.

    Attributes:
        data: The new document.
        mends: What was mended, as it was told before.
        left: What is still wrong.
    """

    data: bytes
    mends: tuple[FormBreach, ...]
    left: FormReport


def mend_form(package: Package, report: FormReport) -> Mended:
    """Mend what is safe and mechanical.

    Args:
        package: The document as it was checked.
        report: What the check found.

    Raises:
        TrackedChangesInFormError: Tracked changes stand in it: a person decides on them first.
    """
    if report.paper.setting.changes:
        raise TrackedChangesInFormError(package.name, report.paper.setting.changes)
    retoucher = Retoucher(package)
    mends = [breach for breach in report.breaches if breach.finding.code in _MENDS]
    for breach in mends:
        _MENDS[breach.finding.code](retoucher, report.paper, breach)
    if not mends:
        return Mended(b"", (), report)
    data = retoucher.done()
    left = check_package(
        open_package(data, name=package.name, allow=Allow.ALL),
        report.paper.profile,
        catalogue=report.paper.catalogue,
    )
    still = {(item.finding.code, item.finding.message) for item in left.breaches}
    told = tuple(item for item in mends if (item.finding.code, item.finding.message) not in still)
    return Mended(data, told, left)


def _clamped(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def _paper(retoucher: Retoucher, _: CheckedPaper, __: FormBreach) -> None:
    retoucher.paper(*layout.A4)


def _margins(retoucher: Retoucher, paper: CheckedPaper, _: FormBreach) -> None:
    edges = layout.edges(paper.profile)
    for number, page in enumerate(paper.setting.pages):
        if edges is None or page.width > page.height or not page.width:
            continue
        for side in ("top", "bottom", "left", "right"):
            measure = getattr(page, side)
            wanted = _clamped(measure, *getattr(edges, side))
            if wanted != measure:
                retoucher.margin(number, side, wanted)


def _first_page(retoucher: Retoucher, paper: CheckedPaper, _: FormBreach) -> None:
    first = paper.setting.pages[0]
    if not first.titled:
        retoucher.first_page_apart()


def _page_number(retoucher: Retoucher, paper: CheckedPaper, _: FormBreach) -> None:
    for part, paragraphs in paper.setting.others.items():
        for item in paragraphs:
            if item.paged is not None:
                size = _clamped(item.paged.size, *layout.PAGE_NUMBER)
                retoucher.letters(part, item.number, 0, -1, size=size, italic=False)


def _font(retoucher: Retoucher, paper: CheckedPaper, _: FormBreach) -> None:
    if any(is_old_font(run.look.font) for item in paper.setting.paragraphs for run in item.runs):
        return  # its letters are of an old code page: another font would show other letters
    for part in (paper.setting.paragraphs[0].part, *paper.setting.others):
        retoucher.font(part, layout.FONT)


def _colour(retoucher: Retoucher, _: CheckedPaper, breach: FormBreach) -> None:
    for line in filter(_stands_alone, breach.lines):
        retoucher.letters(*_stretch(line), black=True)


def _size(retoucher: Retoucher, paper: CheckedPaper, breach: FormBreach) -> None:
    for line, rule in _ruled(paper, breach):
        sizes = max(line.sizes, key=lambda size: abs(size - _clamped(size, rule.smallest, rule.largest)))
        retoucher.letters(*_stretch(line), size=_clamped(sizes, rule.smallest, rule.largest))


def _bold(retoucher: Retoucher, paper: CheckedPaper, breach: FormBreach) -> None:
    for stretch, rule in _headed(paper, breach):
        retoucher.letters(*stretch, bold=rule.bold)


def _italic(retoucher: Retoucher, paper: CheckedPaper, breach: FormBreach) -> None:
    for stretch, rule in _headed(paper, breach):
        retoucher.letters(*stretch, italic=rule.italic)


def _upright(retoucher: Retoucher, _: CheckedPaper, breach: FormBreach) -> None:
    for line in filter(_stands_alone, breach.lines):
        retoucher.letters(*_stretch(line), italic=False)


def _headed(paper: CheckedPaper, breach: FormBreach) -> Iterator[tuple[_Stretch, Letters]]:
    """What is set as a heading: whole lines, and of an article without a name its label.

    A label that stands in one run with its sentence is left to a person.
    """
    for line, rule in _ruled(paper, breach):
        part, paragraph, start, end = _stretch(line)
        label = _LABEL.match(line.text) if line in paper.of(Role.ARTICLE) and ends_sentence(line) else None
        if label:
            end = start + label.end()
        if not label or _alone(line, start, end):
            yield (part, paragraph, start, end), rule


def _blocks(**wanted: str | float) -> Callable[[Retoucher, CheckedPaper, FormBreach], None]:
    def mend(retoucher: Retoucher, _: CheckedPaper, breach: FormBreach) -> None:
        for line in breach.lines:
            retoucher.block(line.paragraph.part, line.paragraph.number, **wanted)

    return mend


def _indent(retoucher: Retoucher, paper: CheckedPaper, breach: FormBreach) -> None:
    """The indent that most of the text has, of the two that are right."""
    every = [line.paragraph.block.first for line in paper.of(Role.BODY)]
    indents = layout.running().indents
    wanted = max(indents, key=lambda one: sum(abs(first - one) < 1 for first in every))
    _blocks(first=wanted)(retoucher, paper, breach)


def _lines(retoucher: Retoucher, _: CheckedPaper, breach: FormBreach) -> None:
    for line in breach.lines:
        block = line.paragraph.block
        wanted = _clamped(block.lines or 1.0, *layout.running().lines)
        retoucher.block(line.paragraph.part, line.paragraph.number, lines=wanted)


def _words(change: Callable[[str], str]) -> Callable[[Retoucher, CheckedPaper, FormBreach], None]:
    def mend(retoucher: Retoucher, _: CheckedPaper, breach: FormBreach) -> None:
        for line in breach.lines:
            retoucher.words(line.paragraph.part, change, line.paragraph.number)

    return mend


def _padded_day(text: str) -> str:
    return _MONTH.sub(r"\g<1>0\2", _DAY.sub(r"\g<1>0\2", text))


def _stretch(line: PaperLine) -> _Stretch:
    start = max(line.start, 0)
    return line.paragraph.part, line.paragraph.number, start, start + max(len(line.text), 1)


def _ruled(paper: CheckedPaper, breach: FormBreach) -> Iterator[tuple[PaperLine, Letters]]:
    """The lines of a breach, each with how the letters of its part must be."""
    roles = {line: role for role, lines in paper.roles.items() for line in lines}
    for line in breach.lines:
        rule = layout.letters(roles[line], paper.profile)
        if rule is not None and _stands_alone(line):
            yield line, rule


def _stands_alone(line: PaperLine) -> bool:
    """Whether no run holds letters of the line and of another beside it: to set one would set the other."""
    *_, start, end = _stretch(line)
    return _alone(line, start, end)


def _alone(line: PaperLine, start: int, end: int) -> bool:
    """Whether no run holds letters of a stretch of a line and of what stands beside it."""
    place = 0
    for run in line.paragraph.runs:
        first, last = max(start - place, 0), max(end - place, 0)
        held, beside = run.text[first:last], run.text[:first] + run.text[last:]
        if held.strip() and beside.strip():
            return False
        place += len(run.text)
    return True


_MENDS: Mapping[str, Callable[[Retoucher, CheckedPaper, FormBreach], None]] = {
    "LT101": _paper,
    "LT102": _margins,
    "LT103": _first_page,
    "LT106": _page_number,
    "LT110": _font,
    "LT111": _colour,
    "LT112": _size,
    "LT113": _bold,
    "LT114": _italic,
    "LT116": _blocks(align="center"),
    "LT117": _blocks(align="left"),
    "LT118": _upright,
    "LT120": _blocks(align="both"),
    "LT121": _indent,
    "LT122": _blocks(after=layout.running().gap),
    "LT123": _lines,
    "LT301": _words(lambda text: _COUNT.sub(r"0\1", text)),
    "LT303": _words(lambda text: re.sub(r"(?<=[\w/]) ?([/-]) ?(?=\w)", r"\1", text)),
    "LT307": _words(_padded_day),
    "LT360": _words(lambda text: DOUBLED_SPACE.sub(" ", text)),
    "LT361": _words(lambda text: SPACE_BEFORE_SIGN.sub("", text)),
    "LT362": _words(nfc),
    "LT363": _words(lambda text: fold_cyrillic(fold_lookalikes(text))),
}
"""What mends each finding that can be mended so; all others are left to a person."""

MENDED = frozenset(_MENDS)
"""The codes of what can be mended."""
