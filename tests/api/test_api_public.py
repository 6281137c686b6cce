"""The public face: every use case and noun stands in one place, is typed and described."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import kcdocs.api as face
from kcdocs.settings import shipped

ROOT = Path(__file__).parents[2]
KEPT_INSIDE = {
    ("kcdocs.batch.spool", "Spool"): "where a batch keeps its plan while it is made",
    ("kcdocs.batch.spool", "Item"): "the same",
}
"""Names in public signatures and fields that no caller needs, each with the reason."""


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


api_page = _loaded(ROOT / "tools" / "api.py")


def _tree(name: str) -> ast.Module:
    path = ROOT.joinpath(*name.split("."))
    return ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8"))


def _home(name: str, module: str, tree: ast.Module) -> tuple[str, str] | None:
    """The module of the house in which a name of another module is defined, and its name there."""
    if any(isinstance(item, ast.ClassDef) and item.name == name for item in tree.body):
        return module, name
    for item in ast.walk(tree):
        if isinstance(item, ast.ImportFrom) and (item.module or "").startswith("kcdocs."):
            for found in item.names:
                if (found.asname or found.name) == name:
                    return str(item.module), found.name
    return None


def _annotations(item: ast.AST) -> Iterator[ast.AST]:
    """What a function takes and returns, or what the public fields and properties of a class are."""
    if isinstance(item, ast.FunctionDef):
        yield from (one.annotation for one in (*item.args.args, *item.args.kwonlyargs) if one.annotation)
        yield from [item.returns] if item.returns else []
    if isinstance(item, ast.ClassDef):
        for member in item.body:
            if isinstance(member, ast.AnnAssign) and not ast.unparse(member.target).startswith("_"):
                yield member.annotation
            if isinstance(member, ast.FunctionDef) and member.decorator_list and member.returns:
                yield member.returns


def _nouns(module: str, tree: ast.Module, item: ast.AST) -> Iterator[tuple[str, str]]:
    for annotation in _annotations(item):
        for found in ast.walk(annotation):
            home = _home(found.id, module, tree) if isinstance(found, ast.Name) else None
            if home:
                yield home


def _reached() -> set[tuple[str, str]]:
    """Every class of the house that a caller of the use cases meets, as (module, name)."""
    trees = {module.__name__: _tree(module.__name__) for module in api_page.modules()}
    waiting = [
        noun
        for name, tree in trees.items()
        for item in tree.body
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")
        for noun in _nouns(name, tree, item)
    ]
    reached: set[tuple[str, str]] = set()
    while waiting:
        noun = waiting.pop()
        if noun in reached or noun in KEPT_INSIDE:
            continue
        reached.add(noun)
        tree = _tree(noun[0])
        waiting += [
            further
            for item in tree.body
            if isinstance(item, ast.ClassDef) and item.name == noun[1]
            for further in _nouns(noun[0], tree, item)
        ]
    return reached


def test_every_noun_that_a_use_case_takes_or_returns_is_exposed() -> None:
    exposed = {(home, noun) for home, nouns in face._HOMES.items() for noun in nouns}

    assert sorted(_reached() - exposed) == []


def test_a_noun_is_exposed_once_under_its_own_name() -> None:
    nouns = [noun for nouns in face._HOMES.values() for noun in nouns]
    classes = {name: getattr(face, name) for name in face.__all__ if isinstance(getattr(face, name), type)}

    assert sorted(nouns) == sorted(set(nouns)) == sorted(face.__all__)
    assert {name: item.__name__ for name, item in classes.items()} == {name: name for name in classes}


def test_the_checker_of_types_and_the_running_program_find_a_noun_in_the_same_room() -> None:
    told = {
        (item.module, name.name)
        for item in ast.walk(_tree("kcdocs.api"))
        if isinstance(item, ast.ImportFrom) and (item.module or "").startswith("kcdocs.")
        for name in item.names
    }

    assert told == {(home, noun) for home, nouns in face._HOMES.items() for noun in nouns}


def test_no_noun_is_also_a_module_of_use_cases() -> None:
    assert {module.__name__.rpartition(".")[2] for module in api_page.modules()} & set(face.__all__) == set()


def test_a_name_that_is_no_noun_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="Comparision"):
        _ = face.Comparision


@pytest.mark.parametrize(
    "item",
    [item for module in api_page.modules() for item in api_page.use_cases(module)],
    ids=lambda item: f"{item.__module__}.{item.__name__}",
)
def test_a_use_case_is_described_and_names_each_argument_that_it_explains(item: object) -> None:
    words = inspect.getdoc(item) or ""
    section = words.partition("Args:\n")[2].partition("\n\n")[0]
    explained = [line.split(":")[0].strip() for line in section.splitlines() if line.startswith("    ") and line[4] != " "]  # fmt: skip

    assert words.endswith((".", "`", ":")) or "\n" in words
    assert set(explained) <= set(inspect.signature(item).parameters)


def test_the_example_of_the_page_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = _loaded(ROOT / "tests" / "typing" / "example.py")
    old, new = tmp_path / "cu.txt", tmp_path / "moi.txt"
    old.write_text("Điều 1. Bến đò\n1. Bến mở từ 5 giờ.\n2. Khách mặc áo phao.\n", "utf-8")
    new.write_text("Điều 1. Bến đò\n1. Bến mở từ 6 giờ.\n2. Khách mặc áo phao.\n", "utf-8")
    wrong = tmp_path / "sai.yaml"
    wrong.write_text("so: '1'\n", "utf-8")

    assert example.changed(old, new) == ["khoản 1 Điều 1"]
    example.report(old, new, tmp_path / "so-sanh.html")
    assert "khoản 1 Điều 1" in (tmp_path / "so-sanh.html").read_text("utf-8").casefold().replace(
        "điều", "Điều"
    )
    record = shipped("templates") / "to-trinh" / "2.0.0" / "example.yaml"
    assert [path.suffix for path in example.make(record, tmp_path / "ra")] == [".docx"]
    assert example.make(wrong, tmp_path / "ra") == []
    assert capsys.readouterr().out.startswith("TP310: ")


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(face.__file__).parents[1] / "py.typed").is_file()


def test_a_noun_costs_only_its_own_room() -> None:
    plain = "import sys; from kcdocs.api import Finding; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", plain], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()

    assert {"docx", "lxml", "jinja2", "sqlalchemy", "click"} & set(loaded) == set()
