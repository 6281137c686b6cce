"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import io

from docx import Document
from docx.shared import Pt, RGBColor

from kcdocs.model.finding import Place
from kcdocs.sets.form_fields import Control, form_fields
from kcdocs.sets.proof import ChangedParagraph, difference_findings, disguised
from kcdocs.sets.schema import Contract
from kcdocs.word.package import Package, open_package


def test_twenty_differing_paragraphs_are_told_one_by_one_and_the_rest_counted() -> None:
    changed = [ChangedParagraph("thân", number, "cũ", "mới") for number in range(1, 22)]

    below, above = (list(difference_findings(changed[:count], Place())) for count in (20, 21))
    assert [finding.code for finding in below] == ["TP407"] * 20
    assert [finding.code for finding in above] == ["TP407"] * 20 + ["TP409"]
    assert above[-1].message == "Còn 1 đoạn khác nữa."


def test_a_text_of_fifteen_letters_or_more_gets_a_box_of_several_lines() -> None:
    def control(least: int) -> Control:
        schema = {"type": "object", "properties": {"ten": {"type": "string", "minLength": least}}}
        return form_fields(Contract(schema).whole)[0].control

    assert (control(14), control(15)) == (Control.TEXT, Control.LONG)


def _disguised(size: float, colour: str) -> bool:
    def package(points: float, hexadecimal: str) -> Package:
        word, out = Document(), io.BytesIO()
        run = word.add_paragraph().add_run("Mức hỗ trợ")
        run.font.size, run.font.color.rgb = Pt(points), RGBColor.from_string(hexadecimal)
        word.save(out)
        return open_package(out.getvalue(), name="a.docx")

    return disguised(package(14, "000000"), package(size, colour))


def test_letters_below_six_points_are_there_to_be_overlooked() -> None:
    assert (_disguised(6, "000000"), _disguised(5.5, "000000")) == (False, True)


def test_letters_brighter_than_a_light_grey_are_not_seen() -> None:
    assert (_disguised(14, "CCCCCC"), _disguised(14, "CDCDCD")) == (False, True)
