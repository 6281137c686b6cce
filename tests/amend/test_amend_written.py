"""Amending instruments are written as drafters write, and proved before they are given out."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from triples import CIRCULAR_12, LAW_75, TRIPLES, Triple

from kcdocs.amend.apply import apply
from kcdocs.amend.errors import UnplannableError
from kcdocs.amend.plan import differing, plan_commands
from kcdocs.amend.read import read as read_commands
from kcdocs.amend.write import Written, write_articles
from kcdocs.amend.written import write_proved
from kcdocs.api import amend
from kcdocs.diff.compare import compare
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Operation, Origin, Side, Verdict
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read

sys.path.insert(0, str(Path(__file__).parents[1] / "diff"))
import gold
from test_amend_loop import _again

NUMBER_OLD = Citation("Nghị định", "45/2012/NĐ-CP")
NUMBER = Citation("Thông tư", "11/2030/TT-BTN", None, "", "quy định về sổ nghề")
BASE = """BỘ THỬ NGHIỆM
Số: 11/2030/TT-BTN
THÔNG TƯ
Quy định về sổ nghề
Điều 1. Người giữ sổ
1. Người giữ sổ ghi sổ nghề của xã, giữ sổ nơi khô ráo và giao lại đủ sổ cho người kế nhiệm khi thôi việc.
2. Người giữ sổ báo cáo hằng quý.
3. Người giữ sổ được phụ cấp 100 đồng.
4. Người giữ sổ do xã cử trong số những người biết đọc, biết viết và đã sống ở xã từ mười năm trở lên.
Điều 2. Sổ nghề
1. Sổ nghề ghi bằng mực đen, mỗi nghề một trang, không tẩy xóa, có chữ ký của người ghi và người kiểm tra:
a) Tên nghề;
b) Số thợ;
c) Số hộ.
2. Sổ nghề lưu 10 năm.
3. Trang cuối của sổ ghi số trang, ngày mở sổ, ngày khóa sổ và họ tên của tất cả những người đã giữ sổ.
Điều 3. Sổ phụ
Sổ phụ của xã lưu 05 năm.
Điều 4. Kiểm tra
1. Xã kiểm tra hằng năm.
2. Tỉnh kiểm tra đột xuất.
Điều 5. Hiệu lực
Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2031.
"""


def written(*changes: tuple[str, str]) -> tuple[str, ...]:
    """The lines of the commands that make these changes of the base."""
    after = BASE
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    comparison = compare(parse(reading(BASE, "gốc")), parse(reading(after, "sau")))
    _, found = write_proved(comparison, NUMBER)
    return tuple(line for item in found.commands for line in (item.heading, *(row.text for row in item.rows)))


FIRST = "Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN"


def test_neighbouring_clauses_of_an_article_are_rewritten_by_one_command() -> None:
    assert written(("hằng quý", "hằng tháng"), ("100 đồng", "200 đồng")) == (
        FIRST,
        "1. Sửa đổi, bổ sung khoản 2 và khoản 3 Điều 1 như sau:",
        "“2. Người giữ sổ báo cáo hằng tháng.",
        "3. Người giữ sổ được phụ cấp 200 đồng.”.",
    )


def test_several_changes_of_an_article_stand_under_one_lead() -> None:
    lines = written(
        ("Số thợ", "Số thợ, số nghề"),
        ("lưu 10 năm.", "lưu 20 năm."),
        ("đã giữ sổ.", "đã giữ sổ.\n4. Sổ nghề viết tay."),
    )

    assert lines == (
        FIRST,
        "1. Sửa đổi, bổ sung một số điểm, khoản của Điều 2 như sau:",
        "a) Sửa đổi, bổ sung điểm b khoản 1 như sau:",
        "“b) Số thợ, số nghề;”;",
        "b) Sửa đổi, bổ sung khoản 2 như sau:",
        "“2. Sổ nghề lưu 20 năm.”;",
        "c) Bổ sung khoản 4 vào sau khoản 3 như sau:",
        "“4. Sổ nghề viết tay.”.",
    )


def test_points_of_one_clause_are_led_by_that_clause() -> None:
    lines = written(("Tên nghề", "Tên nghề, mã nghề"), ("Số hộ.", "Số hộ;\nd) Số xưởng."))

    assert lines[1] == "1. Sửa đổi, bổ sung một số điểm của khoản 1 Điều 2 như sau:"
    assert lines[2] == "a) Sửa đổi, bổ sung điểm a và điểm c như sau:"


def test_a_phrase_joins_the_article_without_clauses_where_it_changes_too() -> None:
    old, new = (
        parse(
            reading(
                BASE.replace("hằng", "hàng").replace("lưu 05 năm", "lưu hàng năm").replace("hàng", word),
                "thử",
            )
        )
        for word in ("hàng", "từng")
    )

    _, found = write_proved(compare(old, new), NUMBER)

    assert [row.text for item in found.commands for row in item.rows] == [
        "1. Thay thế cụm từ “hàng” bằng cụm từ “từng” tại khoản 2 Điều 1, Điều 3 và khoản 1 Điều 4."
    ]


def test_words_that_are_only_taken_out_are_taken_out() -> None:
    base = BASE.replace("của xã", "của xã vùng cao").replace("Xã kiểm", "Người của xã vùng cao kiểm")
    old, new = (parse(reading(text, "thử")) for text in (base, base.replace(" vùng cao", "")))

    _, found = write_proved(compare(old, new), NUMBER)

    assert [row.text for item in found.commands for row in item.rows] == [
        "1. Bỏ cụm từ “vùng cao” tại khoản 1 Điều 1, Điều 3 và khoản 1 Điều 4."
    ]


def test_the_mark_that_ends_a_sentence_does_not_belong_to_the_phrase_before_it() -> None:
    base = BASE.replace("của xã", "của xã vùng cao").replace("hằng năm.", "hằng năm ở xã vùng cao.")
    base = base.replace("đột xuất.", "đột xuất ở xã vùng cao.").replace(
        "hằng quý.", "hằng quý ở xã vùng cao."
    )
    old, new = (parse(reading(text, "thử")) for text in (base, base.replace("xã vùng cao", "xã")))

    _, found = write_proved(compare(old, new), NUMBER)

    (row,) = (row.text for item in found.commands for row in item.rows)
    assert row == (
        "1. Bỏ cụm từ “vùng cao” tại khoản 1 và khoản 2 Điều 1, Điều 3, khoản 1 và khoản 2 Điều 4."
    )


@pytest.mark.parametrize(
    ("acts", "heading"),
    [
        ((Act.REPEAL,), "Bãi bỏ một số quy định"),
        ((Act.REMOVE_WORDS,), "Bỏ một số cụm từ"),
        ((Act.REPLACE_WORDS, Act.REMOVE_WORDS), "Thay thế và bỏ một số cụm từ"),
        ((Act.REPLACE_WORDS, Act.REPEAL), "Thay thế một số cụm từ và bãi bỏ một số quy định"),
        (
            (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS, Act.REPEAL),
            "Thay thế, bổ sung và bỏ một số cụm từ và bãi bỏ một số quy định",
        ),
    ],
)
def test_the_heading_of_words_and_repeals_names_what_stands_below_it(
    acts: Sequence[Act], heading: str
) -> None:
    nowhere = Origin(Address(), Span(0, 0), "")
    made = [
        Operation(act, Address.parse(f"dieu-{place}"), nowhere, old="sổ", new="tệp", side=Side.AFTER)
        for place, act in enumerate(acts, 1)
    ]

    (article,) = write_articles(made, NUMBER).commands

    assert article.heading == f"{heading} của Thông tư số 11/2030/TT-BTN"


def test_a_ministry_in_capitals_is_named_as_running_text_does() -> None:
    citation = parse(reading(BASE, "gốc")).citation

    assert "của Bộ trưởng Bộ Thử nghiệm quy định về sổ nghề" in write_articles((), citation).title


def test_an_inner_quotation_is_read_back() -> None:
    assert (
        written(("Xã kiểm tra hằng năm.", "Xã kiểm tra “sổ” hằng năm."))[-1]
        == "“1. Xã kiểm tra “sổ” hằng năm.”."
    )


def test_where_no_command_at_all_can_be_read_back_the_clause_is_told() -> None:
    after = BASE.replace("Xã kiểm tra hằng năm.", "Xã kiểm tra hằng năm”.")

    with pytest.raises(UnplannableError, match="ở: khoản 1 Điều 4"):
        write_proved(compare(parse(reading(BASE, "gốc")), parse(reading(after, "sau"))), NUMBER)


def test_more_articles_at_one_place_than_there_are_letters_are_told() -> None:
    """Decree 78/2025, article 69: behind Điều 2 come 2a to 2y, and the alphabet of points has 23 letters."""
    trades = (
        f"Điều {3 + at}. Nghề thứ {at}\nNghề thứ {at} có {at} thợ và {at + 7} lò.\n" for at in range(40)
    )
    head, tail = BASE.split("Điều 3. Sổ phụ")
    after = f"{head}{''.join(trades)}Điều 43. Sổ phụ{tail}"

    with pytest.raises(UnplannableError, match="ở: Điều 3"):
        write_proved(compare(parse(reading(BASE, "gốc")), parse(reading(after, "sau"))), NUMBER)


def test_what_is_repealed_inside_a_repealed_article_is_not_repealed_again() -> None:
    gone = BASE.replace(
        "Điều 4. Kiểm tra\n1. Xã kiểm tra hằng năm.\n2. Tỉnh kiểm tra đột xuất.\n", "Điều 4. (được bãi bỏ)\n"
    )

    planned = plan_commands(compare(parse(reading(BASE, "gốc")), parse(reading(gone, "sau"))))

    assert [(item.act, str(item.target)) for item in planned.operations] == [(Act.REPEAL, "dieu-4")]


def _original(triple: Triple, corpus: Path) -> Instrument:
    return replace(parse(read(corpus / triple.folder / triple.files[0])), citation=_cited(triple))


def _cited(triple: Triple) -> Citation:
    types = {"QH": "Luật", "NĐ": "Nghị định", "TT": "Thông tư"}
    return Citation(types[triple.number.split("/")[2][:2]], triple.number)


def _items(found: Written) -> int:
    """The clauses that command, outside quotations."""
    count = depth = 0
    for row in (row.text for item in found.commands for row in item.rows):
        count += depth == 0 and re.match(r"\d+\. ", row) is not None
        depth += row.count("“") - row.count("”")
    return count


@pytest.mark.parametrize("place", [0, 1], ids=["97/2025/QH15", "55/2023/NĐ-CP"])
def test_no_more_clauses_are_written_than_a_third_above_the_real_instruments(
    place: int, corpus: Path
) -> None:
    triple = TRIPLES[place]
    folder = corpus / triple.folder
    done = amend.apply(str(folder / triple.files[0]), str(folder / triple.files[1]), number=triple.number)
    own = {item.operation.origin.address.steps[:2] for item in done.consolidation.log}
    old = replace(done.consolidation.original, citation=_cited(triple))

    _, found = write_proved(compare(old, done.consolidation.amended), _cited(triple))

    assert _items(found) <= 1.3 * len(own)


@pytest.mark.parametrize("triple", TRIPLES[:4], ids=lambda item: item.number)
def test_of_a_real_text_before_and_after_all_is_reached_or_what_is_not_is_named(
    triple: Triple, corpus: Path
) -> None:
    old, new = _original(triple, corpus), parse(read(corpus / triple.folder / triple.files[2]))

    planned, found = write_proved(compare(old, new), _cited(triple))

    done = apply(old, read_commands(parse(reading(found.text))).operations)
    named = {item.operation.target for item in done.log if item.verdict is Verdict.REFUSED}
    assert differing(new, done.amended, planned) == set()
    assert named == planned.gaps
    assert bool(planned.gaps) is (triple not in (LAW_75, CIRCULAR_12))


@pytest.mark.parametrize("seed", range(24))
def test_a_random_rewriting_is_made_by_what_is_written_for_it(seed: int) -> None:
    case = gold.generate(seed + 1000, amending=bool(seed % 2))
    old, new = _again(case.old), _again(case.new)
    planned = plan_commands(compare(old, new))

    back = read_commands(parse(reading(write_articles(planned.operations, NUMBER_OLD).text))).operations

    assert differing(new, apply(old, back).amended, planned) == set()
