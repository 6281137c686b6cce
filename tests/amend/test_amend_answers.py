"""A person's answers on unclear commands: asked in a file, read back, honoured while the text is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from amend_base import TEXT

from kcdocs.api import amend
from kcdocs.api.compare import compare
from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.model.operation import Act, Claim, Verdict
from kcdocs.report.errors import BadAnswersError

DRAFT = """BỘ MẪU THỬ
Số: 22/2031/TT-BMT
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT
1. Thay đổi khoản 2 Điều 3.
2. Bãi bỏ khoản 3 Điều 2.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032."""
UNCLEAR = "Thay đổi khoản 2 Điều 3"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The original and a draft with one unclear command."""
    monkeypatch.chdir(tmp_path)
    Path("goc.txt").write_text(TEXT, "utf-8")
    Path("sua.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def _ask(answer: str = "", path: str = "tra-loi.yaml") -> Path:
    """The file as it is made, with the only question answered."""
    file = Path(path)
    amend.read("sua.txt", decisions=file)
    file.write_text(file.read_text("utf-8").replace('tra_loi: ""', f'tra_loi: "{answer}"'), "utf-8")
    return file


def _run(*words: str) -> int:
    return int(_exit_code(root, words))


def test_what_is_unclear_is_asked_in_a_file_beside_the_draft(folder: Path) -> None:
    asked = _ask().read_text("utf-8")

    assert asked.count("- noi:") == 1
    assert '- noi: "khoản 1 Điều 1"' in asked
    assert f'  lenh: "{UNCLEAR}"' in asked
    assert "  # Chưa rõ: " in asked
    assert amend.read("sua.txt", decisions="tra-loi.yaml") == amend.read("sua.txt")


def test_an_answer_is_read_in_the_place_of_the_command_and_goes_with_every_result(folder: Path) -> None:
    answers = _ask("Bãi bỏ khoản 2 Điều 3")

    read = amend.read("sua.txt", decisions=answers)
    done = amend.apply("goc.txt", "sua.txt", decisions=answers)
    proof = amend.prove("goc.txt", "sua.txt", decisions=answers)
    examined = amend.check("goc.txt", "sua.txt", decisions=answers)

    assert [(item.act, item.target.spoken()) for item in read.operations] == [
        (Act.REPEAL, "khoản 2 Điều 3"),
        (Act.REPEAL, "khoản 3 Điều 2"),
    ]
    assert [item.verdict for item in done.consolidation.log] == [Verdict.DONE, Verdict.DONE]
    told = f"Lệnh «{UNCLEAR}» tại khoản 1 Điều 1 được hiểu theo tệp trả lời là «Bãi bỏ khoản 2 Điều 3»."
    for findings in (read.findings, done.findings, proof.findings, examined.findings):
        assert ("AM118", told) in [(item.code, item.message) for item in findings]
    assert told in "\n".join(amend.log_lines(done))


def test_an_answer_is_no_longer_followed_once_the_provision_reads_otherwise(folder: Path) -> None:
    answers = _ask("Bãi bỏ khoản 2 Điều 3")
    Path("sua.txt").write_text(DRAFT.replace(UNCLEAR, f"{UNCLEAR} và Điều 4"), "utf-8")

    read = amend.read("sua.txt", decisions=answers)

    assert [item.code for item in read.findings] == ["AM117"]
    assert read.operations[0].reason


def test_an_answer_for_a_command_that_is_not_there_is_told(folder: Path) -> None:
    answers = _ask("Bãi bỏ khoản 2 Điều 3")
    for old, new in (("khoản 1 Điều 1", "khoản 9 Điều 1"), ("Thay đổi", "Đổi thay")):
        words = answers.read_text("utf-8").replace(old, new)
        lines = [line for line in words.splitlines() if "dau:" not in line]
        Path("khac.yaml").write_text("\n".join(lines), "utf-8")

        assert [item.code for item in amend.read("sua.txt", decisions="khac.yaml").findings] == ["AM116"]


def test_an_answer_that_is_no_clear_command_itself_is_told_and_nothing_is_applied(folder: Path) -> None:
    answers = _ask("Thay đổi Điều 3")

    done = amend.apply("goc.txt", "sua.txt", decisions=answers)

    assert [item.code for item in done.findings] == ["AM118", "AM119"]
    assert done.consolidation.log[0].verdict is Verdict.REFUSED


def test_what_could_not_be_applied_is_asked_too(folder: Path) -> None:
    Path("sua.txt").write_text(DRAFT.replace("khoản 3 Điều 2", "khoản 9 Điều 2"), "utf-8")

    amend.apply("goc.txt", "sua.txt", decisions="hoi.yaml")

    asked = Path("hoi.yaml").read_text("utf-8")
    assert asked.count("- noi:") == 2
    assert "Văn bản gốc không có khoản 9 Điều 2." in asked


def test_each_fault_of_a_file_of_answers_has_its_code(folder: Path) -> None:
    Path("hong.yaml").write_text(
        '- {noi: "chỗ kia", lenh: "x", tra_loi: "y"}\n- {noi: "Điều 1", lenh: ""}\n'
        '- {noi: "Điều 1", lenh: "x", xx: 1}\n',
        "utf-8",
    )

    with pytest.raises(BadAnswersError) as caught:
        amend.read("sua.txt", decisions="hong.yaml")

    assert caught.value.code == "RP111"
    assert [item.code for item in caught.value.findings] == ["RP108", "RP110", "RP109"]


def test_the_command_tells_of_the_file_it_made_and_follows_it_when_it_is_filled_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _run("amend", "read", "sua.txt", "--decisions", "tra-loi.yaml")
    first = capsys.readouterr()
    file = Path("tra-loi.yaml")
    file.write_text(
        file.read_text("utf-8").replace('tra_loi: ""', 'tra_loi: "Bãi bỏ khoản 2 Điều 3"'), "utf-8"
    )
    done = _run("amend", "apply", "goc.txt", "sua.txt", "--decisions", "tra-loi.yaml", "--out", "sau.txt")

    assert (asked, done) == (1, 0)
    assert "Đã lập tệp trả lời để điền: tra-loi.yaml" in first.err
    assert "2. (được bãi bỏ)" in Path("sau.txt").read_text("utf-8")


def test_words_that_a_person_says_are_no_command_are_neither_applied_nor_asked_again(folder: Path) -> None:
    answers = _ask("không phải lệnh.")

    read = amend.read("sua.txt", decisions=answers)
    done = amend.apply("goc.txt", "sua.txt", decisions=answers)
    proof = amend.prove("goc.txt", "sua.txt", decisions=answers)

    assert [item.target.spoken() for item in read.operations] == ["khoản 3 Điều 2"]
    assert [item.verdict for item in done.consolidation.log] == [Verdict.DONE]
    assert (proof.silent, proof.unclaimed, proof.refused) == ((), (), ())
    told = f"Lời «{UNCLEAR}» tại khoản 1 Điều 1 không phải lệnh, theo tệp trả lời; không áp và không kiểm tra như lệnh."
    for findings in (read.findings, done.findings, proof.findings):
        assert ("AM127", told) in [(item.code, item.message) for item in findings]


def test_of_two_commands_in_one_provision_only_the_one_that_is_none_is_left_out(folder: Path) -> None:
    Path("sua.txt").write_text(DRAFT.replace(f"{UNCLEAR}.", f"{UNCLEAR}. Bãi bỏ khoản 1 Điều 3."), "utf-8")
    answers = _ask("Không phải lệnh")

    read = amend.read("sua.txt", decisions=answers)

    assert [item.target.spoken() for item in read.operations] == ["khoản 1 Điều 3", "khoản 3 Điều 2"]
    assert Claim.COMMAND in [item.claim for item in read.claims if str(item.address) == "dieu-1.khoan-1"]


def test_an_answer_holds_in_a_comparison_as_in_applying(folder: Path) -> None:
    """The draft commands besides a repeal; without the answer the comparison tells that it does not hold it."""
    answers = _ask("Bãi bỏ khoản 2 Điều 3")

    before = compare("goc.txt", "sua.txt")
    after = compare("goc.txt", "sua.txt", decisions=answers)

    assert [item.words for item in before.unfollowed] == [UNCLEAR]
    assert after.unfollowed == ()
    assert "khoản 2 Điều 3" in [item.address.spoken() for item in after.commands]
    assert "AM118" in [item.code for item in after.findings]


def test_a_comparison_asks_too_and_refuses_answers_for_a_whole_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _run("compare", "goc.txt", "sua.txt", "--decisions", "hoi.yaml")
    told = capsys.readouterr().err
    whole = _run("compare", "goc.txt", "sua.txt", "--decisions", "hoi.yaml", "--draft", "whole")
    three = _run("compare", "goc.txt", "sua.txt", "sua.txt", "--decisions", "hoi.yaml")

    assert (asked, whole, three) == (1, 2, 2)
    assert "Đã lập tệp trả lời để điền: hoi.yaml" in told
    assert UNCLEAR in Path("hoi.yaml").read_text("utf-8")
