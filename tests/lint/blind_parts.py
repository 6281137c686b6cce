"""The parts of an administrative document, found by what stands in them; nothing of kcdocs is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from good_papers import Made, letters, paragraphs_of


class Unfit(Exception):  # noqa: N818 - no fault: another breach is picked
    """The document has not the part that a breach harms."""


def _head(document: Made, side: int) -> list[Any]:
    return list(document.tables[0].rows[0].cells[side].paragraphs)


def _over_number(document: Made, *, bold: bool) -> Iterator[Any]:
    for paragraph in _head(document, 0):
        if paragraph.text.startswith("Số:"):
            return
        if is_text(paragraph) and is_bold(paragraph) is bold:
            yield paragraph


def is_text(paragraph: Any) -> bool:
    return bool(re.search(r"\w", paragraph.text))


def is_bold(paragraph: Any) -> bool:
    return bool(paragraph.runs and paragraph.runs[0].font.bold)


def is_italic(paragraph: Any) -> bool:
    return bool(paragraph.runs and paragraph.runs[0].font.italic)


def _foot(document: Made, side: int) -> list[Any]:
    for table in document.tables:
        if table.rows[0].cells[0].text.strip().startswith("Nơi nhận"):
            return [item for item in table.rows[0].cells[side].paragraphs if is_text(item)]
    return []


def _title(document: Made, *, type_name: bool) -> Iterator[Any]:
    """Bold lines behind the head: the first names the type, those in small letters are the abstract."""
    for place, paragraph in enumerate(item for item in document.paragraphs if is_text(item)):
        if not is_bold(paragraph) or (place and paragraph.text.isupper()):
            return
        if type_name is (place == 0):
            yield paragraph
        if place and next(paragraph._element.iter(qn("w:pBdr")), None) is not None:
            return  # the rule stands below the abstract


def _main(document: Made) -> list[Any]:
    """Paragraphs before the signature."""
    body = document.element.body
    ends = [
        table._element for table in document.tables if table.rows[0].cells[0].text.strip().startswith("Nơi")
    ]
    end = list(body).index(ends[0]) if ends else len(body)
    inside = set(list(body)[:end])
    return [item for item in document.paragraphs if item._element in inside]


def _like(pattern: str) -> Callable[[Made], list[Any]]:
    return lambda document: [item for item in _main(document) if re.match(pattern, item.text)]


def _plain(document: Made) -> list[Any]:
    """Justified paragraphs of the text that bear no label."""
    return [
        item
        for item in _main(document)
        if item.alignment == 3
        and not is_bold(item)
        and not is_italic(item)
        and re.match(r"[A-ZĐĂÂÊÔƠƯ]\w+ ", item.text)
        and not re.match(r"Điều|Căn cứ|Theo đề|Xét|Trân|Rất", item.text)
        and len(item.text) > 25
    ]


def _annex(place: int) -> Callable[[Made], list[Any]]:
    def found(document: Made) -> list[Any]:
        whole = [item for item in document.paragraphs if is_text(item)]
        starts = [at for at, item in enumerate(whole) if re.fullmatch(r"Phụ lục( [IVX]+)?", item.text)]
        return [whole[at + place] for at in starts]

    return found


PARTS: dict[str, Callable[[Made], Any]] = {
    "motto above": lambda document: [item for item in _head(document, 1) if item.text.startswith("CỘNG")],
    "motto": lambda document: [item for item in _head(document, 1) if item.text.startswith("Độc lập")],
    "superior": lambda document: _over_number(document, bold=False),
    "issuer": lambda document: _over_number(document, bold=True),
    "number": lambda document: [item for item in _head(document, 0) if item.text.startswith("Số:")],
    "place": lambda document: [item for item in _head(document, 1) if ", ngày" in item.text],
    "about": lambda document: [item for item in _head(document, 0) if item.text.startswith("V/v")],
    "type": lambda document: _title(document, type_name=True),
    "abstract": lambda document: _title(document, type_name=False),
    "basis": _like("Căn cứ"),
    "proposal": _like("Theo đề nghị"),
    "order": _like("QUYẾT ĐỊNH:|QUYẾT NGHỊ:"),
    "greeting": _like("Kính gửi"),
    "article": _like(r"Điều \d+\."),
    "clause": _like(r"\d+\. "),
    "point": _like(r"[a-zđ]\) "),
    "section": _like(r"[IVX]+\. "),
    "text": _plain,
    "recipients": lambda document: _foot(document, 0)[:1],
    "recipient": lambda document: _foot(document, 0)[1:-1],
    "archive": lambda document: [item for item in _foot(document, 0) if item.text.startswith("- Lưu")],
    "office": lambda document: _foot(document, 1)[:-1],
    "name": lambda document: _foot(document, 1)[-1:],
    "annex": _annex(0),
    "annex title": _annex(1),
    "annex line": _annex(2),
}


def parts(document: Made, name: str) -> list[Any]:
    """Paragraphs of one part, at least one.

    Raises:
        Unfit: The document has no such part.
    """
    found = some(document, name)
    if not found:
        raise Unfit(name)
    return found


def some(document: Made, name: str) -> list[Any]:
    """Paragraphs of one part, perhaps none."""
    return list(PARTS[name](document))


def whole(document: Made) -> list[Any]:
    return list(paragraphs_of(document))


def write(paragraph: Any, text: str) -> None:
    """Gives a paragraph other words in the looks of its first run."""
    runs = paragraph.runs
    if not runs:
        raise Unfit(text)
    runs[0].text = text
    for run in runs[1:]:
        if not run._element.findall(qn("w:drawing")):
            run._element.getparent().remove(run._element)


def swap(paragraph: Any, old: str, new: str) -> None:
    """Puts new words for old ones inside one run.

    Raises:
        Unfit: The old words do not stand there.
    """
    for run in paragraph.runs:
        if old in run.text:
            run.text = run.text.replace(old, new, 1)
            return
    raise Unfit(old)


def swap_all(document: Made, old: str, new: str) -> None:
    """Puts new words for old ones wherever they stand."""
    for run in (run for paragraph in whole(document) for run in paragraph.runs):
        if old in run.text:
            run.text = run.text.replace(old, new)


def remove(paragraph: Any) -> None:
    """Takes a paragraph away; a cell keeps an empty one."""
    element = paragraph._element
    if len(element.getparent().findall(qn("w:p"))) == 1:
        write(paragraph, "")
    else:
        element.getparent().remove(element)


def after(paragraph: Any, text: str, **look: bool) -> Any:
    """A new paragraph below another one, in its looks."""
    element = deepcopy(paragraph._element)
    paragraph._element.addnext(element)
    new = Paragraph(element, paragraph._parent)
    size = new.runs[0].font.size.pt
    write(new, text)
    for run in new.runs:
        letters(run, size, **look)
    return new


def regulation(document: Made) -> bool:
    """A legal instrument (its number bears a year), not an administrative paper."""
    found = list(PARTS["number"](document))
    return bool(found and re.search(r"/\d{4}/", found[0].text))


def kind(document: Made) -> str:
    """The name of the type; a letter and a paper without one have none."""
    names = [] if list(PARTS["about"](document)) else list(PARTS["type"](document))
    return names[0].text if names else ""
