"""What an office installs is the very packages that were tested, known by their hashes."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", LOCK, re.MULTILINE))
HASHES = re.compile(r"^([a-z0-9-]+)==[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
TESTED = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MACHINES = [
    {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.0", "extra": ""} | system
    for minor in range(11, 15)
    for system in (
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    )
]


def test_every_package_of_the_lock_has_hashes() -> None:
    assert {name for name, _ in HASHES.findall(LOCK)} == set(PINS)


def test_the_lock_holds_what_the_program_needs_on_every_system_and_nothing_else() -> None:
    needed, waiting = set(), [Requirement(item) for item in PROJECT["dependencies"]]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        assert wanted.specifier.contains(PINS.get(name, "0")), f"{wanted} is not met by the lock: make lock"
        if name not in needed:
            needed.add(name)
            waiting += _needs(name)

    assert needed == set(PINS)


def _needs(name: str) -> list[Requirement]:
    """What an installed package needs without its extras, on any machine the program is for."""
    every = map(Requirement, importlib.metadata.requires(name) or [])
    return [item for item in every if not item.marker or any(item.marker.evaluate(on) for on in MACHINES)]


def test_the_lock_has_the_versions_that_are_tested() -> None:
    tested = {canonicalize_name(name): version for name, version in TESTED.items()}

    assert {name: tested.get(name) for name in PINS} == PINS


@pytest.mark.parametrize("item", PROJECT["dependencies"])
def test_a_lower_bound_is_not_above_what_is_tested(item: str) -> None:
    name, bound = item.split(">=")

    assert _numbers(bound.partition(",")[0]) <= _numbers(PINS[canonicalize_name(name)])


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def test_no_version_whose_sandbox_can_be_left_is_allowed() -> None:
    assert "jinja2>=3.1.6,<3.2" in PROJECT["dependencies"]
