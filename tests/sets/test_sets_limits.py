"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from kcdocs.model.finding import Place
from kcdocs.sets.form_fields import Control, form_fields
from kcdocs.sets.proof import ChangedParagraph, difference_findings
from kcdocs.sets.schema import Contract


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
