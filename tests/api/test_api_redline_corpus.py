"""Redlines of real texts, both ways; `benchmarks/redlines.py` makes those of all pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.api import tracked

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PAIRS = (
    ("bo-cong-thuong/32-2024-nd-cp.docx", "bo-cong-thuong/217-2025-nd-cp.docx"),
    ("docx/phuluc3.docx", "docx/604-qd-ttg-700112.docx"),
    ("luat-mttq/truoc.txt", "luat-mttq/sau.txt"),
)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real texts is not beside the checkout")
@pytest.mark.parametrize("names", PAIRS)
def test_real_texts_lead_to_one_another_either_way(names: tuple[str, str], tmp_path: Path) -> None:
    sides = [CORPUS / name for name in names]

    for old, new in (sides, sides[::-1]):
        found = tracked.tracked(old, new, draft="whole")
        (tmp_path / "dau.docx").write_bytes(found.data)
        audited = tracked.audit_redline(tmp_path / "dau.docx", old, new)
        assert audited.honest == (not found.unshown)
        assert audited.marks > 0
