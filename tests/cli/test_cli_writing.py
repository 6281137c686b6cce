"""No command writes over its inputs, nor over what is not its own earlier result."""

from __future__ import annotations

import ast
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
TEXTS = {"cu.txt": "van-ban", "moi.txt": "du-thao-thay-the", "sua.txt": "du-thao-sua-doi"}
SHEET = (ROOT / "docs" / "examples" / "cong-bo-hai-linh-vuc.xlsx").read_bytes()
BATCH = ["batch", "quyet-dinh-cong-bo-tthc", "so-lieu.xlsx", "--series", "QĐ-BCT/2025"]
CSV = b"so,ngay\n1,khong phai ngay\n"

READS = {
    ("generate", "records"),
    ("dossier build", "record"),
    ("batch", "records"),
    ("register import", "path"),
    ("verify", "file"),
    ("verify", "record"),
    *(
        (name, "decisions")
        for name in ("amend apply", "amend check", "amend prove", "amend read", "decrees add")
    ),
    ("amend write", "record"),
    ("templates check", "record"),
    ("check", "files"),
    ("dossier check", "files"),
    ("templates new", "template"),
    ("templates new", "fields"),
    ("templates update", "template"),
    ("templates update", "fields"),
    ("templates add", "path"),
    ("templates tags", "source"),
    ("compare", "decisions"),
    ("restore", "path"),
    ("decrees update", "path"),
}
"""Parameters that name a file to be read."""

NEVER_REPLACED = {("backup", "out")}
"""Parameters that name a file to be written over nothing at all, not even an earlier result."""

FOLDERS = {("generate", "out"), ("dossier build", "out"), ("batch", "out"), ("demo", "out")}
"""Parameters that name a folder to write into."""

WRITES: dict[tuple[str, str], tuple[list[str], str]] = {
    ("compare", "out"): (["compare", "cu.txt", "moi.txt", "--out", "OUT"], ".html"),
    ("compare", "fixes"): (["compare", "cu.txt", "moi.txt", "--fixes", "OUT"], ".yaml"),
    ("opinions", "out"): (["opinions", "cu.txt", "moi.txt", "--out", "OUT"], ".json"),
    ("merge", "out"): (["merge", "cu.txt", "moi.txt", "--out", "OUT"], ".json"),
    ("amend read", "out"): (["amend", "read", "sua.txt", "--out", "OUT"], ".txt"),
    ("amend check", "out"): (["amend", "check", "cu.txt", "sua.txt", "--out", "OUT"], ".json"),
    ("amend prove", "out"): (["amend", "prove", "cu.txt", "sua.txt", "--out", "OUT"], ".txt"),
    ("amend apply", "out"): (["amend", "apply", "cu.txt", "sua.txt", "--out", "OUT"], ".docx"),
    ("amend write", "out"): (["amend", "write", "cu.txt", "moi.txt", "--out", "OUT"], ".docx"),
    ("show", "out"): (["show", "moi.txt", "--out", "OUT"], ".txt"),
    ("decrees show", "out"): (["decrees", "show", "999/2012/NĐ-CP", "--out", "OUT"], ".txt"),
    ("decrees consolidate", "out"): (["decrees", "consolidate", "999/2012/NĐ-CP", "--as-of", "2027-03-01", "--out", "OUT"], ".docx"),
    ("decrees list", "out"): (["decrees", "list", "--out", "OUT"], ".txt"),
    ("decrees cite", "out"): (["decrees", "cite", "45/2012/NĐ-CP", "--date", "27/12/2024", "--out", "OUT"], ".txt"),
    ("decrees outline", "out"): (["decrees", "outline", "moi.txt", "--out", "OUT"], ".toml"),
    ("dossier check", "out"): (["dossier", "check", "mau.docx", "--out", "OUT"], ".json"),
    ("check", "out"): (["check", "mau.docx", "--out", "OUT"], ".html"),
    ("verify", "out"): (["verify", "--tracked", "mau.docx", "--out", "OUT"], ".json"),
    ("check", "annotate"): (["check", "hong.docx", "--annotate", "OUT"], ".docx"),
    ("check", "fix"): (["check", "hong.docx", "--fix", "OUT"], ".docx"),
    ("templates check", "out"): (["templates", "check", "mau.docx", "--out", "OUT"], ".txt"),
    ("templates check", "comments"): (["templates", "check", "mau.docx", "--comments", "OUT"], ".docx"),
    ("templates diff", "out"): (["templates", "diff", "to-trinh@1.0.0", "to-trinh@2.0.0", "--out", "OUT"], ".html"),
    ("templates show", "out"): (["templates", "show", "to-trinh", "--out", "OUT"], ".md"),
    ("templates blank", "out"): (["templates", "blank", "--type", "Công văn", "--out", "OUT"], ".docx"),
    ("templates export", "out"): (["templates", "export", "to-trinh", "--out", "OUT"], ".zip"),
    ("templates fields", "out"): (["templates", "fields", "mau.docx", "--out", "OUT"], ".xlsx"),
    ("templates tags", "out"): (["templates", "tags", "tron.docx", "--out", "OUT"], ".docx"),
    ("decrees search", "out"): (["decrees", "search", "cơ sở", "--out", "OUT"], ".txt"),
    ("templates form", "out"): (["templates", "form", "to-trinh@1.0.0", "--out", "OUT"], ".yaml"),
    ("register export", "out"): (["register", "export", "--out", "OUT"], ".xlsx"),
    ("batch", "bundle"): ([*BATCH, "--out", "ra", "--zip", "OUT"], ".zip"),
    ("batch", "merge"): ([*BATCH, "--out", "ra", "--merge", "OUT"], ".docx"),
    ("batch", "marked"): (["batch", "to-trinh", "hong.csv", "--out", "ra", "--marked", "OUT"], ".xlsx"),
}  # fmt: skip
"""Parameters that name a file to be written: a command that writes it, and its ending."""

INPUTS = {
    **dict.fromkeys([key for key in WRITES if key[0].startswith("amend")], "cu.txt"),
    ("compare", "out"): "cu.txt",
    ("opinions", "out"): "cu.txt",
    ("merge", "out"): "cu.txt",
    ("amend read", "out"): "sua.txt",
    ("show", "out"): "moi.txt",
    ("decrees outline", "out"): "moi.txt",
    ("templates check", "out"): "mau.docx",
    ("templates check", "comments"): "mau.docx",
    ("check", "out"): "mau.docx",
    ("dossier check", "out"): "mau.docx",
    ("verify", "out"): "mau.docx",
    ("templates fields", "out"): "mau.docx",
    ("templates tags", "out"): "tron.docx",
    **dict.fromkeys([("check", "annotate"), ("check", "fix")], "hong.docx"),
    **dict.fromkeys([("batch", "bundle"), ("batch", "merge")], "so-lieu.xlsx"),
    ("batch", "marked"): "hong.csv",
}
"""An input of the commands that read a file."""

PAIRS = ("compare", "fixes")
"""A file of pairs that stands is read, never written."""

names = pytest.mark.parametrize("name", WRITES, ids=" ".join)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A working folder with an input of every kind, an open book, and an amending text for what consolidates it."""
    place = tmp_path / "lam"
    place.mkdir()
    monkeypatch.chdir(place)
    for name, source in TEXTS.items():
        shutil.copy(MODEL / f"{source}.txt", name)
    Path("so-lieu.xlsx").write_bytes(SHEET)
    Path("hong.csv").write_bytes(CSV)
    template = docx.Document()
    template.add_paragraph("Số: {{ so }}/QĐ-BCT")
    template.save("mau.docx")
    paper = docx.Document()
    paper.add_paragraph("Số: 5/BC-NNT")
    paper.save("hong.docx")
    merged = docx.Document()
    merged.add_paragraph("Kính gửi: «Họ và tên»")
    merged.save("tron.docx")
    run("register", "open", "QĐ-BCT/2025")
    if "consolidate" in request.node.name:
        run("decrees", "add", "sua.txt", "--as", "888/2026/NĐ-CP")
    return place


def run(*words: str) -> int:
    """Run a command in this process; its exit code."""
    return int(_exit_code(root, words))


def made(name: tuple[str, str], out: str) -> list[str]:
    """The command that writes to a file."""
    return [out if word == "OUT" else word for word in WRITES[name][0]]


def again(words: list[str]) -> list[str]:
    """The command run once more, when a batch may stand in its folder."""
    return [*words, "--resume"] if Path("ra").exists() else words


def _paths(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _paths(command, (*path, name))
        elif command is not None:
            for param in command.params:
                if isinstance(param.type, click.Path):
                    yield " ".join((*path, name)), str(param.name)


def test_every_parameter_that_names_a_file_is_known_as_read_or_written() -> None:
    assert set(_paths(root)) == READS | FOLDERS | NEVER_REPLACED | set(WRITES)


def test_use_cases_and_commands_write_results_by_the_one_rule_only() -> None:
    ways = {"write_whole", "whole_file", "write_bytes", "mkstemp"}
    door = {
        "door.py: write_whole",  # the details of a crash: a file of kcdocs in its own folder
        "looking.py: write_bytes",  # in a temporary folder, for LibreOffice
        "merge.py: write_bytes",  # in a temporary folder, to be read again
    }
    found = {
        f"{file.name}: {name}"
        for room in ("api", "cli", "report")
        for file in (ROOT / "kcdocs" / room).glob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and (name := getattr(call.func, "attr", getattr(call.func, "id", ""))) in ways
    }

    assert found == door


@pytest.mark.parametrize("name", INPUTS, ids=" ".join)
def test_an_input_is_never_written_over_not_even_by_another_name_or_by_force(
    name: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path(INPUTS[name])
    before = source.read_bytes()
    other = f"ten-khac{WRITES[name][1]}"
    os.link(source, other)

    words = made(name, other)
    code = run(*words, "--force")

    assert code == 2
    assert "RP104" in capsys.readouterr().err
    assert source.read_bytes() == Path(other).read_bytes() == before
    assert not Path("ra").exists()


@names
def test_a_link_is_not_followed(name: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    out = Path(f"lien-ket{WRITES[name][1]}")
    victim = Path("nan-nhan")
    out.symlink_to(victim)

    code = run(*made(name, str(out)))

    assert code == 3
    assert "KC910" in capsys.readouterr().err
    assert out.is_symlink()
    assert not victim.exists()


@pytest.mark.parametrize("name", [name for name in WRITES if name != PAIRS], ids=" ".join)
def test_another_s_file_stands_unless_forced_and_an_earlier_result_is_replaced(
    name: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = Path(f"ra-day{WRITES[name][1]}")
    out.write_bytes(b"cua nguoi khac")
    words = made(name, str(out))

    assert run(*words) == 3
    assert out.read_bytes() == b"cua nguoi khac"
    assert "TP350" in capsys.readouterr().err

    code = run(*again([*words, "--force"]))
    first = out.read_bytes()
    assert first != b"cua nguoi khac"
    assert run(*again(words)) == code
    out.write_bytes(first + b"\nthem bang tay")
    assert run(*again(words)) == 3
    assert out.read_bytes().endswith(b"them bang tay")


def test_a_result_of_another_command_is_another_s_file() -> None:
    assert run("amend", "apply", "cu.txt", "sua.txt", "--out", "a.html") == 0
    before = Path("a.html").read_bytes()

    assert run("compare", "cu.txt", "moi.txt", "--out", "a.html") == 3
    assert Path("a.html").read_bytes() == before


def test_a_result_whose_inputs_changed_is_replaced_without_force() -> None:
    assert run("show", "moi.txt", "--out", "a.txt") == 0
    before = Path("a.txt").read_bytes()
    shutil.copy("cu.txt", "moi.txt")

    assert run("show", "moi.txt", "--out", "a.txt") == 0
    assert Path("a.txt").read_bytes() != before


def test_a_person_s_explanations_in_a_comparison_table_are_carried_over() -> None:
    run("compare", "cu.txt", "moi.txt", "--out", "bang.docx")
    document = docx.Document("bang.docx")
    document.tables[-1].rows[1].cells[-1].paragraphs[-1].add_run("Theo ý kiến của Sở.")
    document.save("bang.docx")

    assert run("compare", "cu.txt", "moi.txt", "--out", "bang.docx") == 1
    assert "Theo ý kiến của Sở." in docx.Document("bang.docx").tables[-1].rows[1].cells[-1].text
    assert run("compare", "cu.txt", "moi.txt", "--out", "bang.docx", "--force") == 1
    assert "Theo ý kiến của Sở." in docx.Document("bang.docx").tables[-1].rows[1].cells[-1].text


def test_a_letter_is_no_comparison_table_and_is_replaced_by_force_only() -> None:
    shutil.copy("mau.docx", "thu.docx")

    assert run("compare", "cu.txt", "moi.txt", "--out", "thu.docx") == 3
    assert Path("thu.docx").read_bytes() == Path("mau.docx").read_bytes()
    assert run("compare", "cu.txt", "moi.txt", "--out", "thu.docx", "--force") == 1
    assert docx.Document("thu.docx").tables


def test_two_results_of_one_command_do_not_share_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "cu.txt", "moi.txt", "--fixes", "a.txt", "--out", "./a.txt") == 2
    assert not Path("a.txt").exists()


@pytest.mark.parametrize("what", ["pipe", "folder"])
def test_what_is_no_file_is_not_replaced(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    (os.mkfifo if what == "pipe" else os.mkdir)("ra.txt")

    assert run("show", "moi.txt", "--out", "ra.txt", "--force") == 3
    assert "KC910" in capsys.readouterr().err
    assert not Path("ra.txt").is_file()


def test_a_pdf_of_another_is_not_replaced_by_the_pdf_of_a_document(folder: Path) -> None:
    example = str(ROOT / "templates" / "to-trinh" / "1.0.0" / "example.yaml")
    run("generate", "to-trinh@1.0.0", example, "--out", "ra")
    (document,) = Path("ra").glob("*.docx")
    pdf = document.with_suffix(".pdf")
    pdf.write_bytes(b"cua nguoi khac")

    assert run("generate", "to-trinh@1.0.0", example, "--out", "ra", "--pdf") == 3
    assert pdf.read_bytes() == b"cua nguoi khac"


def test_a_new_set_leaves_what_lies_in_its_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(folder / "mau"))
    log = folder / "mau" / "giay-moi" / "CHANGELOG.md"
    log.parent.mkdir(parents=True)
    log.write_text("của tôi", "utf-8")

    assert run("templates", "new", "giay-moi", "--from", "mau.docx") == 3
    assert [item.name for item in log.parent.iterdir()] == ["CHANGELOG.md"]
    assert log.read_text("utf-8") == "của tôi"
