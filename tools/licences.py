"""Write docs/reference/licences.md from what the packages say of themselves: `make licences` does.

A package whose licence is not allowed, or that says none, ends it with a fault.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from bundle import MARKERS, PYTHONS, pins
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "licences.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("postgres", "cluster")
"""What an office may add to the program; the extra of developers is handed to nobody."""

ALLOWED = {
    "Apache-2.0": "",
    "BSD-2-Clause": "",
    "BSD-3-Clause": "",
    "MIT": "",
    "PSF-2.0": "",
    "MPL-2.0": "its own files, handed out unchanged, stay under it",
    "LGPL-2.1-only": "used as a library that the user can exchange: a wheel of its own",
    "LGPL-3.0-only": "used as a library that the user can exchange; handed out by nobody here",
}
"""SPDX name → on what ground it goes with the Apache-2.0 of kcdocs; empty where it asks for notice only."""

READ = {
    "jinja2": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "zict": "BSD-3-Clause",
    "partd": "BSD-3-Clause",
    "sortedcontainers": "Apache-2.0",
    "tzdata": "Apache-2.0",
    "pip": "MIT",
}
"""Package → its licence by the text that it brings, where metadata says it otherwise or is not here."""

_HEAD = """\
# Licences

kcdocs is under [Apache-2.0](../../LICENSE). This page lists what it needs and each package's own licence.
`make licences` writes it from the packages' metadata; a test refuses a licence that is not allowed.
The texts of the licences lie in the packages themselves.
"""


@dataclass(frozen=True, order=True)
class Licensed:
    """A package and its licence, as an SPDX expression; empty where it says none."""

    name: str
    version: str
    licence: str

    @property
    def allowed(self) -> bool:
        """Whether it may be handed out with kcdocs, or used by it."""
        names = re.split(r" (?:AND|OR) ", self.licence)
        choose = any if " OR " in self.licence else all
        return choose(name in ALLOWED for name in names)


def licensed(names: Iterable[str]) -> list[Licensed]:
    """The licences of installed packages, by name."""
    return sorted(_one(canonicalize_name(name)) for name in names)


def _one(name: str) -> Licensed:
    facts = _metadata(name)
    said = facts.get("License-Expression") or facts.get("License") or ""
    return Licensed(name, facts.get("Version", "only on Windows"), READ.get(name, said))


def _metadata(name: str) -> Message | dict[str, str]:
    """What an installed package says of itself; nothing of one that this system does not need."""
    try:
        return importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return {}


def shipped() -> list[str]:
    """The packages that the ZIPs carry, but pip, which only installs them."""
    return [pin.wanted.name for pin in pins() if pin.wanted.name != "pip"]


def added(extra: str) -> list[str]:
    """The packages that an extra brings besides."""
    found: set[str] = set()
    waiting = [Requirement(item) for item in PROJECT["optional-dependencies"][extra]]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in found and name not in shipped():
            found.add(name)
            for part in ("", *wanted.extras):
                waiting += needs(name, part)
    return sorted(found)


def needs(name: str, extra: str = "") -> Iterator[Requirement]:
    """What an installed package needs, with an extra, on any machine the program is for."""
    machines = [
        facts | {"python_version": python, "python_full_version": f"{python}.0", "extra": extra}
        for facts in MARKERS.values()
        for python in PYTHONS
    ]
    for item in map(Requirement, _requires(name)):
        if not item.marker or any(item.marker.evaluate(facts) for facts in machines):
            yield item


def _requires(name: str) -> list[str]:
    try:
        return importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []


def page() -> str:
    """The whole page."""
    parts = [_HEAD, _section("Installed with the program", licensed(shipped()))]
    parts += [_section(f"Added by `kcdocs[{extra}]`", licensed(added(extra))) for extra in EXTRAS]
    grounds = [f"- {name}: {ground}." for name, ground in ALLOWED.items() if ground]
    return "\n".join([*parts, "## Why licences that ask for more than notice are allowed\n", *grounds, ""])


def _section(title: str, items: list[Licensed]) -> str:
    rows = "".join(f"| {item.name} | {item.version} | {item.licence} |\n" for item in items)
    return f"## {title}\n\n| package | version | licence |\n|---|---|---|\n{rows}"


def main() -> None:
    """Write the page, unless a licence is not allowed."""
    names = {*shipped(), *(name for extra in EXTRAS for name in added(extra))}
    if refused := [item for item in licensed(names) if not item.allowed]:
        sys.exit(
            "\n".join(
                f"not allowed: {item.name} {item.version}: {item.licence or 'none'}" for item in refused
            )
        )
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
