"""The real Decree 45/2012 against a text in which one clause was changed, one article added and one moved."""

from __future__ import annotations

from pathlib import Path

from kcdocs.api import decrees
from kcdocs.api.compare import compare
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass


def _draft(lines: list[str]) -> list[str]:
    """Change khoản 1 Điều 1's words, add an article before the last, move Điều 8 behind Điều 10."""
    starts = {
        number: next(i for i, line in enumerate(lines) if line.startswith(f"Điều {number}."))
        for number in range(1, 20)
    }
    changed = [
        line.replace("tiểu thủ công nghiệp", "thủ công nghiệp") if i == starts[2] + 1 else line
        for i, line in enumerate(lines)
    ]
    moved = changed[starts[8] : starts[9]]
    body = changed[: starts[8]] + changed[starts[9] : starts[11]] + moved + changed[starts[11] : starts[19]]
    body += ["Điều 18a. Thử nghiệm", "Nội dung của điều thêm vào để thử.", *changed[starts[19] :]]
    return body


def test_exactly_the_changed_clause_the_added_article_and_the_moved_one_are_found(
    corpus: Path, tmp_path: Path
) -> None:
    source = corpus / "45-2012-nd-cp" / "van-ban.txt"
    lines = source.read_text("utf-8").splitlines()
    draft = tmp_path / "du-thao.txt"
    draft.write_text("\n".join(_draft(lines)), "utf-8")
    decrees.add(str(source), number="45/2012/NĐ-CP")

    comparison = compare("45/2012/NĐ-CP", str(draft))

    def found(*classes: ChangeClass) -> set[str]:
        return {str(row.address) for row in comparison.rows if set(classes) & set(row.changes)}

    assert found(ChangeClass.SUBSTANCE) == {"dieu-2.khoan-1"}
    assert found(ChangeClass.ADDED) == {"dieu-18a", "dieu-18a.doan-1"}
    moved = [row for row in comparison.rows if ChangeClass.MOVED in row.changes]
    assert {str(row.address) for row in moved if row.news[0].kind is Kind.ARTICLE} == {"dieu-8"}
    assert found(ChangeClass.REPEALED) == set()
    rest = [
        row
        for row in comparison.rows
        if row.changes and not str(row.address).startswith(("dieu-2", "dieu-8", "dieu-18a"))
    ]
    assert rest == []
