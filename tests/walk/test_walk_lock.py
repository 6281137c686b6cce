"""What an office installs is the very packages that were tested, known by their hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", LOCK, re.MULTILINE))
HASHES = re.compile(r"^([a-z0-9-]+)==[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
TESTED = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _plain(name: str) -> str:
    return re.sub(r"[._]", "-", name).lower()


def test_every_package_of_the_lock_has_hashes() -> None:
    assert {name for name, _ in HASHES.findall(LOCK)} == set(PINS)


def test_the_lock_holds_every_dependency_in_the_version_that_is_tested() -> None:
    tested = {_plain(name): version for name, version in TESTED.items()}
    direct = {_plain(re.match(r"[\w-]+", item)[0]) for item in PROJECT["dependencies"]}

    assert direct <= set(PINS)
    assert {name: tested.get(name) for name in PINS} == PINS


@pytest.mark.parametrize("item", PROJECT["dependencies"])
def test_a_lower_bound_is_not_above_what_is_tested(item: str) -> None:
    name, bound = item.split(">=")

    assert _numbers(bound.partition(",")[0]) <= _numbers(PINS[_plain(name)])


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def test_no_version_whose_sandbox_can_be_left_is_allowed() -> None:
    assert "jinja2>=3.1.6,<3.2" in PROJECT["dependencies"]
