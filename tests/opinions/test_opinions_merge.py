"""Drafts merged from the command line: both changes where they stand apart, every clash told, the base unharmed."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path

import jsonschema_rs
import pytest
from opinions_builder import Marked
from wordml import docx, p, tbl, tc, tr

from kcdocs.api import merge as api
from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.opinions.errors import UnprovenMergeError
from kcdocs.word import audit, redline
from kcdocs.word.package import Allow, open_package
from kcdocs.word.package.docx import save_package

SCHEMA = Path(__file__).parents[2] / "docs/reference/merge.schema.json"
HEAD = ("NGHỊ ĐỊNH", "Quy định về nghề rèn", "Điều 1. Hỗ trợ")
FIRST = "1. Mức hỗ trợ một cơ sở là mười triệu đồng trong ba tháng."
SECOND = "2. Hồ sơ gồm đơn và bản vẽ, gửi trước ngày cuối tháng."
THIRD = ("Điều 2. Hiệu lực", "1. Nghị định này có hiệu lực sau khi ký.")
BASE = (*HEAD, FIRST, SECOND, *THIRD)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("goc", *BASE)
    return tmp_path


def write(name: str, *paragraphs: str) -> str:
    Path(f"{name}.docx").write_bytes(
        docx(*(text if text.startswith("<w:") else p(text) for text in paragraphs))
    )
    return f"{name}.docx"


def draft(name: str, *changes: tuple[str, str], base: tuple[str, ...] = BASE) -> str:
    """The base with words replaced; a change to nothing of a whole paragraph drops it."""
    told = list(base)
    for old, new in changes:
        assert any(old in text for text in told)
        told = [text.replace(old, new) for text in told]
    return write(name, *(text for text in told if text))


def run(*words: str) -> tuple[int, str, str]:
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = int(_exit_code(root, words))
    return code, out.getvalue(), err.getvalue()


def merge(*words: str) -> tuple[int, str]:
    """The exit code of a merge into gop.docx, and what it tells on the screen."""
    code, _, told = run("merge", "goc.docx", *words, "--out", "gop.docx", "--force")
    return code, told


def side(accept: bool, who: str | None = None, path: str = "gop.docx") -> list[str]:
    """What the merged file says once all changes are accepted or rejected, or one draft's alone accepted."""
    package = open_package(Path(path).read_bytes(), allow=Allow.ALL)
    mine = None if who is None else lambda author: who in author.split("; ")
    return [item.text for item in audit.side_texts(package, accept=accept, mine=mine).body]


def part(name: str = "word/document.xml") -> str:
    return zipfile.ZipFile("gop.docx").read(name).decode()


def authors() -> set[str]:
    return set(re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]*)"', part()))


def comments() -> list[tuple[str, str]]:
    """Who signs each comment, and its words."""
    found = re.findall(
        r'<w:comment [^>]*w:author="([^"]*)"[^>]*>(.*?)</w:comment>', part("word/comments.xml")
    )
    return [(author, re.sub("<[^>]+>", " ", words)) for author, words in found]


def replaced(text: tuple[str, ...], *changes: tuple[str, str]) -> list[str]:
    told = list(text)
    for old, new in changes:
        told = [item.replace(old, new) for item in told]
    return [item for item in told if item]


def test_changes_that_stand_apart_are_all_made_each_under_its_own_name():
    one, other = ("mười triệu", "năm triệu"), ("ba tháng", "sáu tháng")
    code, told = merge(draft("Sở A", one), draft("Sở B", other))

    assert (code, told) == (0, "Đã ghi: gop.docx\n")
    assert side(accept=True) == replaced(BASE, one, other)
    assert side(accept=False) == list(BASE)
    assert side(True, "Sở A") == replaced(BASE, one)
    assert side(True, "Sở B") == replaced(BASE, other)
    assert authors() == {"Sở A", "Sở B"}


def test_where_two_touch_the_base_stands_and_each_wish_is_a_comment_of_its_draft():
    code, told = merge(
        draft("Sở A", ("mười triệu", "năm triệu")), draft("Sở B", ("mười triệu", "chín triệu"))
    )

    assert code == 1
    assert "OP202" in told
    assert "khoản 1 Điều 1" in told
    assert side(accept=True) == side(accept=False) == list(BASE)
    (one, said), (other, also) = comments()
    assert (one, other) == ("Sở A", "Sở B")
    assert "sửa “là mười triệu” thành “là năm triệu”" in said
    assert "sửa “là mười triệu” thành “là chín triệu”" in also
    assert "chạm đề nghị của Sở B" in said


def test_neighbouring_words_touch_since_a_vietnamese_word_may_be_two():
    code, _ = merge(draft("a", ("mười", "năm")), draft("b", ("triệu", "nghìn")))

    assert code == 1
    assert side(accept=True) == list(BASE)


def test_an_equal_change_of_two_drafts_stands_once_under_both_names():
    change = ("mười triệu", "năm triệu")
    code, _ = merge(draft("Sở A", change), draft("Sở B", change))

    assert code == 0
    assert side(accept=True) == replaced(BASE, change)
    assert authors() == {"Sở A; Sở B"}
    assert part().count(">năm<") == 1


def test_merging_one_draft_with_its_base_is_the_draft():
    changes = (("mười triệu", "năm triệu"), (SECOND, ""), ("khi ký", "ngày ký ban hành"))
    code, _ = merge(draft("Sở A", *changes))

    assert code == 0
    assert side(accept=True) == replaced(BASE, *changes)
    assert side(accept=False) == list(BASE)


def test_new_provisions_behind_one_another_touch_and_elsewhere_do_not():
    one, other = f"{SECOND}\n3. Khoản của A.", f"{SECOND}\n3. Khoản của B khác hẳn."
    write("a", *"\n".join(BASE).replace(SECOND, one).split("\n"))
    write("b", *"\n".join(BASE).replace(SECOND, other).split("\n"))
    write("c", *BASE, "2. Khoản cuối.")
    code, told = merge("a.docx", "b.docx", "c.docx")

    assert code == 1
    assert "Sau khoản 2 Điều 1" in told
    assert side(accept=True) == [*BASE, "2. Khoản cuối."]


def test_a_provision_taken_out_and_one_added_to_it_or_changed_in_it_touch():
    gone = draft("bo", *((text, "") for text in (HEAD[2], FIRST, SECOND)))
    added = "\n".join(BASE).replace(SECOND, f"{SECOND}\n3. Khoản thêm.").split("\n")
    for other in (write("them", *added), draft("sua", ("bản vẽ", "bản chụp"))):
        code, told = merge(gone, other)

        assert code == 1
        assert "Đề nghị bỏ" in told
        assert side(accept=True) == list(BASE)


def test_both_ends_of_a_move_stay_away_where_another_changes_what_moves():
    far = (*HEAD[:2], *THIRD, *HEAD[2:], FIRST, SECOND)
    code, _ = merge(write("dời", *far), draft("sửa", ("khi ký", "ngày ký"), ("bản vẽ", "bản in")))

    assert code == 1
    assert side(accept=True) == replaced(BASE, ("bản vẽ", "bản in"))
    assert merge("dời.docx", draft("sửa", ("bản vẽ", "bản in")))[0] == 0
    assert side(accept=True) == replaced(far, ("bản vẽ", "bản in"))


def test_a_label_that_changes_does_not_touch_the_words_behind_it():
    added = "\n".join(BASE).replace(FIRST, f"{FIRST}\n2. Khoản chen giữa.").replace("2. Hồ sơ", "3. Hồ sơ")
    code, _ = merge(write("a", *added.split("\n")), draft("b", ("Hồ sơ gồm", "Bộ giấy gồm")))

    assert code == 0
    assert side(accept=True)[5] == "3. Bộ giấy gồm đơn và bản vẽ, gửi trước ngày cuối tháng."


def test_drafts_with_tracked_changes_are_read_as_the_option_says():
    for name, old, new in (("a", "mười triệu", "năm triệu"), ("b", "bản vẽ", "bản chụp")):
        marked = Marked(BASE)
        marked.replace(next(n for n, text in enumerate(BASE) if old in text), old, new)
        marked.save(Path(f"{name}.docx"))
    Marked(BASE).save(Path("goc.docx"))

    code, told = merge("a.docx", "b.docx")
    assert code == 1
    assert told.count("WD202") == 2
    assert side(accept=True) == replaced(BASE, ("mười triệu", "năm triệu"), ("bản vẽ", "bản chụp"))
    Path("a.docx").replace("goc.docx")
    Path("gop.docx").unlink()
    assert (
        merge("b.docx")[0] == 3
    )  # what its office made of a base is not known while it has changes of its own
    assert not Path("gop.docx").exists()
    Marked(BASE).save(Path("goc.docx"))
    assert merge("b.docx", "--revisions", "reject")[0] == 1
    assert side(accept=True) == list(BASE)


def test_a_base_and_drafts_that_are_plain_text_are_set_on_clean_styles():
    one, other = ("mười triệu", "năm triệu"), ("bản vẽ", "bản chụp")
    for name, told in (("goc", BASE), ("a", replaced(BASE, one)), ("b", replaced(BASE, other))):
        Path(f"{name}.txt").write_text("\n".join(told), encoding="utf-8")
    code, _, _ = run("merge", "goc.txt", "a.txt", "b.txt", "--out", "gop.docx")

    assert code == 0
    assert side(accept=True) == replaced(BASE, one, other)
    assert side(accept=False) == list(BASE)
    assert "KcDieu" in part()


def test_letters_encoded_otherwise_are_no_change():
    decomposed = [unicodedata.normalize("NFD", text) for text in replaced(BASE, ("mười triệu", "năm triệu"))]
    code, _ = merge(write("a", *decomposed), draft("b", ("bản vẽ", "bản chụp")))

    assert code == 0
    assert side(accept=True) == replaced(BASE, ("mười triệu", "năm triệu"), ("bản vẽ", "bản chụp"))
    assert len(re.findall(r"<w:(?:ins|del) ", part())) == 4


def test_a_draft_of_another_text_is_named_and_nothing_is_written():
    write(
        "lạ", *HEAD[:2], "Điều 1. Khác", "1. Không câu nào như thế.", "2. Cũng không.", "Điều 2. Nữa", "Hết."
    )
    code, told = merge("lạ.docx", draft("a", ("bản vẽ", "bản chụp")))

    assert code == 4
    assert "OP105" in told
    assert "lạ.docx" in told
    assert not Path("gop.docx").exists()


def test_drafts_of_one_name_are_refused_until_they_are_named():
    Path("x").mkdir()
    draft("a", ("bản vẽ", "bản chụp"))
    draft("x/a", ("mười triệu", "năm triệu"))

    assert "OP104" in merge("a.docx", "x/a.docx")[1]
    assert merge("a.docx", "x/a.docx", "--office", "x/a.docx=Sở B")[0] == 0
    assert authors() == {"a", "Sở B"}
    assert "OP103" in merge("a.docx", "--office", "c.docx=Sở B")[1]


def table(*rows: tuple[str, ...]) -> str:
    return tbl(*(tr(*(tc(p(cell)) for cell in row)) for row in rows))


ROWS = (("Nghề", "Mức"), ("Rèn", "mười triệu"), ("Đúc", "chín triệu"))


def with_table(name: str, *rows: tuple[str, ...]) -> str:
    return write(name, *BASE[:5], table(*rows), *BASE[5:])


def cells(path: str = "gop.docx") -> list[str]:
    signs = ("\ue110", "\ue111", "\ue112")
    return [text for text in side(accept=True, path=path) if text not in (*BASE, *signs)]


def test_words_in_other_cells_of_one_table_stand_apart():
    with_table("goc", *ROWS)
    one = with_table("a", ROWS[0], ("Rèn", "hai triệu"), ROWS[2])
    other = with_table("b", *ROWS[:2], ("Đúc đồng", "chín triệu"))

    assert merge(one, other)[0] == 0
    assert cells() == ["Nghề", "Mức", "Rèn", "hai triệu", "Đúc đồng", "chín triệu"]


def test_one_cell_that_two_change_or_a_table_that_one_takes_out_is_a_clash():
    with_table("goc", *ROWS)
    one = with_table("a", ROWS[0], ("Rèn", "hai triệu"), ROWS[2])
    for other in (with_table("b", ROWS[0], ("Rèn", "ba triệu"), ROWS[2]), write("c", *BASE)):
        code, told = merge(one, other)

        assert code == 1
        assert "OP202" in told
        assert cells() == [cell for row in ROWS for cell in row]


def test_comments_of_drafts_stand_in_the_merged_file_at_their_paragraphs():
    marked = Marked(BASE)
    marked.comment(4, "Đề nghị nêu số lượng bản vẽ.", author="Nguyễn Văn A")
    marked.save(Path("Sở A.docx"))
    merge("Sở A.docx", draft("Sở B", ("mười triệu", "năm triệu")))

    ((who, words),) = comments()
    assert who == "Sở A"
    assert "Nguyễn Văn A: Đề nghị nêu số lượng bản vẽ." in words
    before = part()[: part().index("commentRangeStart")]
    assert before.count("<w:p>") + before.count("<w:p ") == 5


def test_the_clashes_go_by_provision_on_the_screen_and_as_json():
    one = draft("a", ("mười triệu", "năm triệu"), ("bản vẽ", "bản in"))
    other = draft("b", ("mười triệu", "chín triệu"), ("bản vẽ", "bản chụp"))
    code, screen, _ = run("merge", "goc.docx", one, other)
    assert code == 1
    assert screen.index("1. Khoản 1 Điều 1") < screen.index("2. Khoản 2 Điều 1")

    _, told, _ = run("merge", "goc.docx", one, other, "--format", "json")
    found = json.loads(told)
    jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).validate(found)
    assert [clash["address"] for clash in found["clashes"]] == ["dieu-1.khoan-1", "dieu-1.khoan-2"]
    assert found["clashes"][1]["wishes"][1] == {
        "drafts": ["b"],
        "asked": "Đề nghị sửa “bản vẽ, gửi” thành “bản chụp, gửi”",
        "after": SECOND.replace("bản vẽ", "bản chụp"),
    }


def test_the_audit_of_redlines_finds_nothing_hidden_in_a_merged_file():
    merge(
        draft("a", ("mười triệu", "năm triệu")),
        draft("b", ("mười triệu", "chín triệu"), ("bản vẽ", "bản in")),
    )
    code, told, _ = run("verify", "--tracked", "gop.docx", "goc.docx")

    assert code == 0
    assert "đúng từng chữ với bản gốc" in told


def test_headers_that_one_draft_changes_are_written_and_those_of_two_are_told():
    for name, words in (("a", "DỰ THẢO 2"), ("c", "DỰ THẢO 3")):
        Path(f"{name}.docx").write_bytes(docx(*map(p, BASE), header=p(words)))
    assert merge("a.docx", draft("b", ("bản vẽ", "bản in")))[0] == 0
    package = open_package(Path("gop.docx").read_bytes(), allow=Allow.ALL)
    assert "DỰ THẢO 2" in str(audit.side_texts(package, accept=True).margins)
    assert "DỰ THẢO 2" not in str(audit.side_texts(package, accept=False).margins)

    code, told = merge("a.docx", "b.docx", "c.docx")
    assert code == 1
    assert "OP203" in told
    assert side(accept=True) == replaced(BASE, ("bản vẽ", "bản in"))


def test_a_header_that_is_not_what_its_draft_says_is_not_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    def dishonest(*given: object) -> redline.Redlined:
        made = real(*given)  # type: ignore[arg-type]
        parts = dict(open_package(made.data).parts)
        name = next(part for part in parts if part.startswith("word/header"))
        assert b">hai<" in parts[name]
        parts[name] = parts[name].replace(b">hai<", b">ba<")
        return replace(made, data=save_package(parts))

    real = redline.write_merged
    monkeypatch.setattr(redline, "write_merged", dishonest)
    for name, words in (("goc", "Bản một"), ("a", "Bản hai"), ("b", "Bản một")):
        Path(f"{name}.docx").write_bytes(docx(*map(p, BASE), header=p(words)))

    with pytest.raises(UnprovenMergeError) as told:
        api.merge("goc.docx", ["a.docx", "b.docx"])
    assert "theo a" in str(told.value)
    assert "header" in str(told.value)


def test_nothing_is_delivered_that_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    def dishonest(*given: object) -> redline.Redlined:
        made = real(*given)  # type: ignore[arg-type]
        parts = dict(open_package(made.data).parts)
        parts["word/document.xml"] = parts["word/document.xml"].replace(b">in<", b">im<")
        return redline.Redlined(save_package(parts), made.news, made.olds)

    real = redline.write_merged
    monkeypatch.setattr(redline, "write_merged", dishonest)
    drafts = [draft("a", ("mười triệu", "năm triệu")), draft("b", ("bản vẽ", "bản in"))]

    with pytest.raises(UnprovenMergeError) as told:
        api.merge("goc.docx", drafts)
    assert "theo b" in str(told.value)
    assert merge(*drafts)[0] == 4
    assert not Path("gop.docx").exists()
