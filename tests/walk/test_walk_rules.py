"""The walk itself: what it takes from a page, and that it sees what does not work."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Step, steps
from walker import Installed, Walker


def read(*lines: str) -> list[Step]:
    return steps("page.md", "\n".join(lines))


@pytest.fixture
def walker(tmp_path: Path, program: Installed) -> Walker:
    return Walker(program, tmp_path, tmp_path / "data")


def test_commands_files_and_what_is_shown_are_read_in_their_order() -> None:
    found = read(
        "Ghi vào `a.yaml`:", "```yaml a.yaml", "so: 1", "```",
        "```sh", "# trước hết", "kcdocs demo", "```", "", "```text", "Đã làm xong hai việc mẫu:", "```",
        "| Xem | `kcdocs decrees list`; `kcdocs amend` |",
    )  # fmt: skip

    assert [(step.kind, step.words, step.body) for step in found] == [
        ("type", "a.yaml", ("so: 1",)),
        ("run", "kcdocs demo", ("Đã làm xong hai việc mẫu:",)),
        ("run", "kcdocs decrees list", ()),
        ("named", "kcdocs amend", ()),
    ]


def test_words_in_capitals_make_a_command_one_that_is_named_only() -> None:
    kinds = [
        read(f"`{words}`")[0].kind
        for words in (
            "kcdocs compare OLD NEW",
            "kcdocs compare 45/2012/NĐ-CP moi.docx",
            "kcdocs show FILE.docx",
        )
    ]

    assert kinds == ["named", "run", "named"]


def test_a_reason_before_a_block_or_in_the_line_leaves_a_command_out() -> None:
    found = read(
        "<!-- not walked: needs Windows -->", "```powershell", "winget x", "```",
        "`kcdocs demo` <!-- not walked: seen above -->", "`kcdocs demo`",
    )  # fmt: skip

    assert [step.skipped for step in found] == ["needs Windows", "seen above", ""]


def test_a_file_that_the_reader_is_not_told_to_write_is_refused() -> None:
    with pytest.raises(AssertionError, match=r"a\.yaml"):
        read("Ghi vào tệp:", "```yaml a.yaml", "```")


def test_a_command_in_a_block_that_is_no_shell_is_refused() -> None:
    with pytest.raises(AssertionError, match="commands stand in sh"):
        read("```text", "kcdocs demo", "```")


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        (Step("p", 1, "run", "exit 3"), "exit code 3"),
        (Step("p", 1, "run", "kcdocs decrees list --out", ()), "exit code 2"),
        (Step("p", 1, "run", "echo a", ("b",)), "does not print: b"),
        (Step("p", 1, "run", "echo --out a.docx"), "a.docx is not there"),
        (Step("p", 1, "run", "echo PQ > a.docx"), "a.docx is not what its name says"),
        (Step("p", 1, "named", "kcdocs compare OLD NEW --nhanh"), "no such option: ['--nhanh']"),
        (Step("p", 1, "named", "kcdocs so-sanh OLD"), "no such command"),
        (Step("p", 1, "read", "a.txt", ("x",)), "0 such files"),
        (Step("p", 1, "run", "python3 -c \"print('x')\"", ("http://127.0.0.1:1/",)), "names no address"),
    ],
)
def test_what_a_page_promises_and_does_not_come_is_seen(step: Step, fault: str, walker: Walker) -> None:
    assert fault in walker.take(step)


def test_the_words_of_a_file_are_compared_from_the_first_one_shown(walker: Walker) -> None:
    (walker.folder / "a.txt").write_text("đầu\nmột\nhai\nba\n", "utf-8")

    assert walker.take(Step("p", 1, "read", "a.txt", ("một", "hai"))) == ""
    assert walker.take(Step("p", 1, "read", "a.txt", ("một", "ba"))) != ""


def test_what_starts_a_server_is_started_asked_and_stopped(walker: Walker) -> None:
    serve = "python3 -m http.server 0 --bind 127.0.0.1"
    (walker.folder / "index.html").write_text("<p>a", "utf-8")

    assert walker.take(Step("p", 1, "run", serve, ("http://127.0.0.1:8000/",))) == ""
