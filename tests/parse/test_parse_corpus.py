"""Real texts read whole."""

from collections import Counter
from pathlib import Path

from kcdocs.model.address import Kind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def test_the_decree_on_industrial_promotion_has_the_counts_its_readme_gives(corpus: Path) -> None:
    text = (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text("utf-8")
    instrument = parse(reading(text, "van-ban.txt"))
    kinds = Counter(node.kind for node in instrument.walk())
    assert kinds[Kind.CHAPTER] == 6
    assert kinds[Kind.ARTICLE] == 19
    assert kinds[Kind.CLAUSE] == 54
    assert kinds[Kind.POINT] == 49
    assert instrument.findings == ()
    assert [line.text for line in instrument.lines()] == text.splitlines()
