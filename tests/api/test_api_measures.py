"""Letters of the shipped documents, measured from their XML: Annex I of Decree 30/2020, part II."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kcdocs.api.generate import generate
from kcdocs.sets import versions
from kcdocs.sets.versions import Version

ATTACHED = frozenset({"phieu-gop-y"})
"""Forms that go with another document and have no head of their own."""

SHIPPED = [version for name in versions.set_names() for version in versions.of_set(name)]


@dataclass(frozen=True)
class Letters:
    """How a component is written.

    Attributes:
        sizes: Lawful sizes in points.
        bold: Whether it is bold; None where either is lawful.
        italic: Whether it is italic; None where either is lawful.
    """

    sizes: tuple[float, ...]
    bold: bool | None
    italic: bool | None = False


RULES = {
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$": Letters((12, 13), bold=True),
    r"Độc lập - Tự do - Hạnh phúc$": Letters((13, 14), bold=True),
    r"Số: ?[\w…]*/": Letters((13,), bold=False),
    r"\D+, ngày (?:\d|…).*năm \d{4}$": Letters((13, 14), bold=False, italic=True),
    r"(?:TỜ TRÌNH|QUYẾT ĐỊNH|THÔNG TƯ|NGHỊ ĐỊNH|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH|GIẤY MỜI|BIÊN BẢN)$": Letters(
        (13, 14), bold=True
    ),
    r"V/v ": Letters((12, 13), bold=False),
    r"Nơi nhận:$": Letters((12,), bold=True, italic=True),
    r"- Lưu: ": Letters((11,), bold=False),
    r"(?:KT|TL|TM|TUQ|Q)\. [A-ZĐÀ-Ỹ ,]+$": Letters((13, 14), bold=True),
    r"Điều \d+\. ": Letters((13, 14), bold=None),
    r"Căn cứ ": Letters((13, 14), bold=False, italic=None),
}
"""How a line begins → its letters."""


@pytest.mark.parametrize("version", SHIPPED, ids=lambda version: version.name)
def test_each_component_has_the_letters_of_annex_i_of_decree_30(version: Version, tmp_path: Path) -> None:
    made = generate(version.set_name, version.examples[0], tmp_path)
    document = docx.Document(str(made[0].path))
    met, wrong = set[str](), list[str]()
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        text = (
            paragraph.text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-").strip()
        )
        for begins, letters in RULES.items():
            if re.match(begins, text):
                met.add(begins)
                wrong += [f"{text[:40]}: {one}" for one in _faults(paragraph, letters)]
    assert wrong == []
    assert version.set_name in ATTACHED or {r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$", r"Nơi nhận:$"} & met


@pytest.mark.parametrize("version", SHIPPED, ids=lambda version: version.name)
def test_every_letter_of_a_template_is_black_times_new_roman(version: Version) -> None:
    document = docx.Document(str(version.template_path))
    found = set()
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        for run in paragraph.runs:
            if run.text.strip():
                found.add((_effective(paragraph, run, "rFonts"), _effective(paragraph, run, "color")))
    assert {font for font, _ in found} == {"Times New Roman"}
    assert {colour for _, colour in found} <= {None, "000000", "auto"}


def _faults(paragraph: Paragraph, letters: Letters) -> Iterator[str]:
    for run in paragraph.runs:
        if not run.text.strip():
            continue
        size = float(_effective(paragraph, run, "sz") or 0) / 2
        bold, italic = (_effective(paragraph, run, name) == "on" for name in ("b", "i"))
        if size not in letters.sizes:
            yield f"{size} pt"
        if letters.bold is not None and bold is not letters.bold:
            yield "bold" if bold else "not bold"
        if letters.italic is not None and italic is not letters.italic:
            yield "italic" if italic else "not italic"


def _effective(paragraph: Paragraph, run: object, name: str) -> str | None:
    """A property of a run as Word finds it: of the run, its style's, its paragraph's style's, the document's."""
    holders = [run._r.rPr]  # type: ignore[attr-defined]
    for own in (run.style, paragraph.style):  # type: ignore[attr-defined]
        style = own
        while style is not None:
            holders.append(style.element.find(qn("w:rPr")))
            style = style.base_style
    defaults = paragraph.part.document.styles.element
    holders += defaults.findall(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for holder in holders:
        element = None if holder is None else holder.find(qn(f"w:{name}"))
        if element is None:
            continue
        if name in {"b", "i"}:
            return "off" if element.get(qn("w:val")) in {"0", "false", "off"} else "on"
        return element.get(qn("w:ascii" if name == "rFonts" else "w:val"))
    return None
