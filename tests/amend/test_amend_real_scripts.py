"""Random edit scripts on the real decree come out of their own commands, in both numbering modes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from amend_scripts import edited

from kcdocs.amend.apply import apply
from kcdocs.amend.plan import differing, plan_commands
from kcdocs.amend.read import read as read_commands
from kcdocs.amend.write import write_articles
from kcdocs.diff.compare import compare
from kcdocs.model.citation import Citation
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read

NUMBER = Citation("Nghị định", "45/2012/NĐ-CP")
SCRIPTS = 20


@pytest.mark.parametrize("renumber", [False, True], ids=["đánh số sửa đổi", "đánh số lại"])
def test_a_random_script_on_the_real_decree_comes_out_of_its_own_commands(
    renumber: bool, corpus: Path
) -> None:
    old = replace(parse(read(corpus / "45-2012-nd-cp" / "van-ban.txt")), citation=NUMBER)
    planned_any = 0
    for seed in range(SCRIPTS):
        new = edited(old, seed, renumber=renumber)
        planned = plan_commands(compare(old, new))
        written = write_articles(planned.operations, NUMBER)
        title = written.title[:1].upper() + written.title[1:]
        text = "\n".join(["NGHỊ ĐỊNH", title, *written.articles, *written.annexes])

        back = read_commands(parse(reading(text, "viết"))).operations

        planned_any += len(planned.operations)
        assert differing(new, apply(old, back).amended, planned) == set(), seed
    assert planned_any > SCRIPTS
