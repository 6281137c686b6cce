"""Order: chapters, what only follows them, and amendments inside quotations."""

from __future__ import annotations

from diff_builder import build, instrument, node

from kcdocs.diff.compare import compare
from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument, Node


def chapter(label: str, name: str, articles: dict[int, str]) -> str:
    lines = [
        f"Điều {number}. Về {topic}\n1. Quy định riêng cho {topic}." for number, topic in articles.items()
    ]
    return "\n".join([f"Chương {label}. {name}", *lines])


def classes(found: Comparison) -> dict[str, list[str]]:
    return {str(row.address): [str(change) for change in row.changes] for row in found.rows if row.changes}


OLD = "\n".join(
    [
        chapter("I", "Những điều chung", {1: "phạm vi của nghề gốm", 2: "từ ngữ nghề mộc"}),
        chapter("II", "Kinh phí và máy móc", {3: "dự toán nghề rèn", 4: "tạm ứng nghề đúc"}),
        chapter("III", "Thi hành trên thực tế", {5: "hiệu lực nghề thêu", 6: "trách nhiệm nghề chạm khắc"}),
    ]
)


def test_a_moved_chapter_is_one_move_and_its_articles_only_follow() -> None:
    new = "\n".join(
        [
            chapter("I", "Những điều chung", {1: "phạm vi của nghề gốm", 2: "từ ngữ nghề mộc"}),
            chapter(
                "II", "Thi hành trên thực tế", {3: "hiệu lực nghề thêu", 4: "trách nhiệm nghề chạm khắc"}
            ),
            chapter("III", "Kinh phí và máy móc", {5: "dự toán nghề rèn", 6: "tạm ứng nghề đúc"}),
        ]
    )
    found = classes(compare(build(OLD), build(new)))
    assert {address for address, changes in found.items() if "chuyen-vi-tri" in changes} in (
        {"chuong-II"},
        {"chuong-III"},
    )
    assert {change for changes in found.values() for change in changes} == {"chuyen-vi-tri", "ky-thuat"}


def test_articles_of_a_dissolved_chapter_did_not_move() -> None:
    new = OLD.replace("Chương II. Kinh phí và máy móc\n", "").replace("Chương III", "Chương II")
    rows = [row for row in compare(build(OLD), build(new)).rows if row.changes]
    assert [(row.old_text, row.new_text, row.changes) for row in rows] == [
        ("Kinh phí và máy móc", "", (ChangeClass.REPEALED,)),
        ("Thi hành trên thực tế", "Thi hành trên thực tế", (ChangeClass.TECHNICAL,)),
    ]


def test_an_article_that_changed_chapters_in_place_did_move() -> None:
    new = OLD.replace("Chương II. Kinh phí và máy móc\n", "")
    line = "Điều 3. Về dự toán nghề rèn\n1. Quy định riêng cho dự toán nghề rèn.\n"
    new = new.replace(line, line + "Chương II. Kinh phí và máy móc\n")
    assert classes(compare(build(OLD), build(new))) == {"dieu-3": ["chuyen-vi-tri"]}


def amending(words: str) -> Instrument:
    """An article whose clause quotes a new text for Điều 7."""
    inner = Address.parse("dieu-7")
    quoted = node(Kind.CLAUSE, "1", words, inner)
    quote = Node(Kind.QUOTE, "1", Address.parse("dieu-1.khoan-1.trich-1"), (), (), "", (quoted,))
    clause = node(Kind.CLAUSE, "1", "Sửa khoản 1 Điều 7 như sau:", Address.parse("dieu-1"), (quote,))
    return instrument((node(Kind.ARTICLE, "1", "Sửa đổi", Address(), (clause,)),))


def test_what_stands_inside_a_quotation_is_compared_too() -> None:
    found = compare(
        amending("Mức chi tối đa cho mỗi đề án là 300 triệu đồng."),
        amending("Mức chi tối đa cho mỗi đề án là 450 triệu đồng."),
    )
    assert classes(found) == {"dieu-7.khoan-1": ["noi-dung"]}
    assert [(item.old, item.new) for item in found.quantities] == [("300 triệu đồng", "450 triệu đồng")]


def test_addresses_inside_quotations_are_no_part_of_the_map() -> None:
    old = amending("Mức chi tối đa cho mỗi đề án là 300 triệu đồng.")
    quote = old.nodes[0].children[0].children[0]
    moved = Node(quote.kind, quote.label, quote.address, (), (), "", (relabelled(quote.children[0]),))
    clause = node(Kind.CLAUSE, "1", "Sửa khoản 1 Điều 7 như sau:", Address.parse("dieu-1"), (moved,))
    found = compare(old, instrument((node(Kind.ARTICLE, "1", "Sửa đổi", Address(), (clause,)),)))
    assert [row.changes for row in found.rows if row.changes] == [(ChangeClass.TECHNICAL,)]
    assert found.moves == ()


def relabelled(clause: Node) -> Node:
    return node(Kind.CLAUSE, "2", clause.text, Address.parse("dieu-7"))


def test_tables_are_compared_by_words() -> None:
    def with_table(words: str) -> Instrument:
        table = node(Kind.TABLE, "1", words, Address.parse("dieu-1"))
        return instrument((node(Kind.ARTICLE, "1", "Định mức", Address(), (table,)),))

    found = compare(with_table("Nghề\nMức\nGốm\n15 triệu đồng"), with_table("Nghề\nMức\nGốm\n25 triệu đồng"))
    (row,) = [row for row in found.rows if row.changes]
    assert [(edit.old.of(row.old_text), edit.new.of(row.new_text)) for edit in row.edits if edit.change] == [
        ("15", "25")
    ]
