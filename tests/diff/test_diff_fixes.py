"""Fixes and regimes: a reviewer's word holds while the text is the same; mixed numbering is told."""

from __future__ import annotations

from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.diff.fixes import digest
from kcdocs.model.address import Address
from kcdocs.model.comparison import Comparison, Fix, Pass

OLD = "Điều 1. Một\n1. Hỗ trợ máy móc cho cơ sở gốm sứ.\n2. Hỗ trợ nhà xưởng cho làng nghề."
NEW = "Điều 1. Một\n1. Ban hành quy chế bình chọn.\n2. Hỗ trợ máy móc cho cơ sở gốm sứ."


def pairs(found: Comparison) -> set[tuple[str, str]]:
    return {
        (str(old.address), str(new.address)) for row in found.rows for old in row.olds for new in row.news
    }


def fix(old: str | None, new: str | None, *, old_digest: str = "") -> Fix:
    return Fix(old and Address.parse(old), new and Address.parse(new), old_digest)


def test_without_a_fix_equal_content_is_paired() -> None:
    assert ("dieu-1.khoan-1", "dieu-1.khoan-2") in pairs(compare(build(OLD), build(NEW)))


def test_a_fixed_pair_is_made_first_and_named() -> None:
    found = compare(build(OLD), build(NEW), fixes=[fix("dieu-1.khoan-2", "dieu-1.khoan-2")])
    (row,) = [row for row in found.rows if row.olds and str(row.olds[0].address) == "dieu-1.khoan-2"]
    assert row.match is not None
    assert row.match.by is Pass.FIXED
    assert [str(node.address) for node in row.news] == ["dieu-1.khoan-2"]
    back = compare(build(NEW), build(OLD), fixes=[fix("dieu-1.khoan-2", "dieu-1.khoan-2")])
    assert ("dieu-1.khoan-2", "dieu-1.khoan-2") in pairs(back)


def test_a_provision_can_be_fixed_as_having_no_counterpart() -> None:
    found = compare(build(OLD), build(NEW), fixes=[fix("dieu-1.khoan-1", None), fix(None, "dieu-1.khoan-2")])
    assert pairs(found) == {("dieu-1", "dieu-1")}
    assert ("dieu-1.khoan-1", "dieu-1.khoan-2") not in pairs(found)


def test_a_fix_is_dropped_and_told_when_the_text_changed() -> None:
    found = compare(
        build(OLD), build(NEW), fixes=[fix("dieu-1.khoan-2", "dieu-1.khoan-2", old_digest="0" * 16)]
    )
    assert [finding.code for finding in found.findings] == ["DF102"]
    assert ("dieu-1.khoan-1", "dieu-1.khoan-2") in pairs(found)


def test_a_fix_with_the_right_digest_holds() -> None:
    node = next(node for node in build(OLD).walk() if str(node.address) == "dieu-1.khoan-2")
    fixes = [fix("dieu-1.khoan-2", "dieu-1.khoan-2", old_digest=digest(node))]
    assert ("dieu-1.khoan-2", "dieu-1.khoan-2") in pairs(compare(build(OLD), build(NEW), fixes=fixes))


def test_a_fix_of_an_unknown_address_is_told() -> None:
    found = compare(build(OLD), build(NEW), fixes=[fix("dieu-9", "dieu-1")])
    assert [finding.code for finding in found.findings] == ["DF101"]


def test_of_two_decisions_on_one_provision_the_first_holds() -> None:
    fixes = [fix("dieu-1.khoan-2", "dieu-1.khoan-2"), fix("dieu-1.khoan-1", "dieu-1.khoan-2")]
    found = compare(build(OLD), build(NEW), fixes=fixes)
    assert [finding.code for finding in found.findings] == [
        "DF103",
        "DF211",
    ]  # its words are told to stand elsewhere
    assert ("dieu-1.khoan-2", "dieu-1.khoan-2") in pairs(found)


BASE = "".join(
    f"Điều {n}. Tên thứ {n}\n1. Quy định riêng về nghề số {n} ở địa phương.\n" for n in range(1, 6)
)


def test_a_draft_that_inserts_1a_and_also_renumbers_is_told_where() -> None:
    mixed = BASE.replace("Điều 2.", "Điều 1a. Mới\n1. Chuyện hoàn toàn khác biệt.\nĐiều 2.").replace(
        "Điều 5.", "Điều 6."
    )
    found = compare(build(BASE), build(mixed))
    assert [(finding.code, finding.place.address) for finding in found.findings] == [("DF301", "dieu-6")]


def test_a_draft_that_renumbers_and_also_inserts_1a_is_told_where() -> None:
    mixed = BASE
    for number in (5, 4, 3):
        mixed = mixed.replace(f"Điều {number}.", f"Điều {number + 1}.")
    mixed = mixed.replace("Điều 2.", "Điều 1a. Mới\n1. Chuyện hoàn toàn khác biệt.\nĐiều 2.")
    found = compare(build(BASE), build(mixed))
    assert [(finding.code, finding.place.address) for finding in found.findings] == [("DF302", "dieu-1a")]


def test_pure_regimes_are_not_told() -> None:
    amending = BASE.replace("Điều 2.", "Điều 1a. Mới\n1. Chuyện hoàn toàn khác biệt.\nĐiều 2.")
    assert compare(build(BASE), build(amending)).findings == ()
    assert compare(build(BASE), build(BASE.replace("Điều 5.", "Điều 6."))).findings == ()
