"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from kcdocs.model.finding import Place
from kcdocs.sets.proof import ChangedParagraph, difference_findings


def test_twenty_differing_paragraphs_are_told_one_by_one_and_the_rest_counted() -> None:
    changed = [ChangedParagraph("thân", number, "cũ", "mới") for number in range(1, 22)]

    below, above = (list(difference_findings(changed[:count], Place())) for count in (20, 21))
    assert [finding.code for finding in below] == ["TP407"] * 20
    assert [finding.code for finding in above] == ["TP407"] * 20 + ["TP409"]
    assert above[-1].message == "Còn 1 đoạn khác nữa."
