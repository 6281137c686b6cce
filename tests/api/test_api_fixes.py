"""The reviewer's file of pairs: drafted from what is unsure, read back when decided."""

from __future__ import annotations

import pytest

from kcdocs.api.compare import _decided as read
from kcdocs.diff.fixes import digest
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import Comparison, Fix, Match, Pass, Row
from kcdocs.model.instrument import Instrument, Node
from kcdocs.report.errors import BadFixesError
from kcdocs.report.fixes import draft_fixes


def comparison():
    """One unsure pair and one sure one."""
    old = Node(Kind.CLAUSE, "1", Address.parse("dieu-1.khoan-1"), (), (), "Lời cũ.")
    new = Node(Kind.CLAUSE, "2", Address.parse("dieu-2.khoan-2"), (), (), "Lời mới.")
    texts = [Instrument(Citation(), (node,)) for node in (old, new)]
    unsure = Row((old,), (new,), (), (), Match(Pass.SIMILAR, 0.55, 0.5, sure=False))
    return Comparison(*texts, (unsure, Row((old,), (new,), (), (), Match(Pass.EXACT, 1.0))))


def test_the_draft_decides_nothing_by_itself(tmp_path):
    path = tmp_path / "cap.yaml"
    path.write_text(draft_fixes(comparison(), digest), "utf-8")
    assert read(path) == ()


def test_a_pair_is_decided_by_taking_the_hashes_away(tmp_path):
    drafted = draft_fixes(comparison(), digest)
    assert drafted.count("# - cu:") == 1
    assert "nội dung tương tự; giống nhau 55%; ứng viên kế tiếp 50%" in drafted
    records = [line[2:] for line in drafted.splitlines() if line.startswith(("# - ", "#   "))]
    path = tmp_path / "cap.yaml"
    path.write_text("\n".join(records), "utf-8")
    (row, _) = comparison().rows
    decided = Fix(row.olds[0].address, row.news[0].address, digest(row.olds[0]), digest(row.news[0]))
    assert read(path) == (decided,)


def test_an_empty_side_means_new_or_repealed(tmp_path):
    path = tmp_path / "cap.yaml"
    path.write_text('- {cu: "Điều 3"}\n- {cu: "", moi: "dieu-4.khoan-1"}\n', "utf-8")
    assert read(path) == (
        Fix(Address.parse("dieu-3"), None),
        Fix(None, Address.parse("dieu-4.khoan-1")),
    )


def test_each_fault_of_a_pair_has_its_code(tmp_path):
    path = tmp_path / "cap.yaml"
    path.write_text(
        '- {cu: "chỗ kia", moi: "Điều 1"}\n- {cu: "", moi: ""}\n- {cu: "Điều 1", xx: 1}\n', "utf-8"
    )
    with pytest.raises(BadFixesError) as caught:
        read(path)
    assert [item.code for item in caught.value.findings] == ["RP103", "RP106", "RP107"]
