"""Every command of the documentation runs as written, from the wheel, and gives what its page promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from official import bring
from pages import PAGES, ROOT, Step, command_of, examples, leaves, steps
from walker import Installed, Walker

WALKS = {
    str(page.relative_to(ROOT)): steps(str(page.relative_to(ROOT)), page.read_text("utf-8")) for page in PAGES
}
WALKS["--help"] = examples()


def _cases() -> list[object]:
    return [
        pytest.param(page, at, id=str(step)) for page, walk in WALKS.items() for at, step in enumerate(walk)
    ]


@pytest.fixture(scope="session")
def walked() -> dict[str, list[str | None]]:
    """What is wrong with each step of the pages walked so far, None if it was left out; a page is walked once."""
    return {}


@pytest.mark.parametrize(("page", "at"), _cases())
def test_a_step_of_a_page_works_as_written(
    page: str,
    at: int,
    walked: dict[str, list[str | None]],
    program: Installed,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if page not in walked:
        walked[page] = _walk(page, program, tmp_path_factory.mktemp("walk"))
    step = WALKS[page][at]
    if step.skipped:
        pytest.skip(step.skipped)
    if walked[page][at] is None:
        pytest.skip(
            "needs an official text, which is not part of the product; no corpus beside this checkout"
        )
    assert walked[page][at] == ""


def _walk(page: str, program: Installed, home: Path) -> list[str | None]:
    """Every step; the examples of the help, which hold each command, by the program as it is started."""
    (home / "here").mkdir()
    walker = Walker(program, home / "here", home / "data", starts=page == "--help")
    return [_take(walker, step) for step in WALKS[page]]


def _take(walker: Walker, step: Step) -> str | None:
    if step.skipped:
        return None
    if step.brought and not bring(walker.folder / step.brought):
        return None
    return walker.take(step)


def test_every_command_stands_in_a_page_that_runs_it() -> None:
    run = {
        command_of(step.words)[0]
        for page, walk in WALKS.items()
        if page != "--help"
        for step in walk
        if step.kind == "run" and not step.skipped and step.words.startswith("kcdocs ")
    }

    assert [path for path in leaves() if path not in run] == []


def test_every_help_page_ends_in_an_example_that_is_walked() -> None:
    assert {command_of(step.words)[0] for step in WALKS["--help"]} >= set(leaves())
