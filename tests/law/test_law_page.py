"""The page of rules names each rule of the room, with its source."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import kcdocs.law
from kcdocs.law.ranks import PERIODS
from kcdocs.law.rule import Rule

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "law.md").read_text(encoding="utf-8")


def rules(value: object) -> Iterator[Rule]:
    """The rules that a module's own names hold, in tables too."""
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from rules(item)


FOUND = {
    rule
    for module in pkgutil.iter_modules(kcdocs.law.__path__, "kcdocs.law.")
    for value in vars(importlib.import_module(module.name)).values()
    for rule in rules(value)
} - set(PERIODS)


@pytest.mark.parametrize("rule", sorted(FOUND, key=lambda rule: (rule.source, rule.certainty)), ids=str)
def test_every_rule_of_the_room_stands_on_its_page(rule: Rule) -> None:
    amended = " (được sửa đổi, bổ sung bởi Luật số 87/2025/QH15)"
    assert rule.source in PAGE or rule.source.removesuffix(amended) in PAGE


@pytest.mark.parametrize("rule", PERIODS, ids=lambda rule: str(rule.since))
def test_every_period_stands_on_the_page(rule: Rule) -> None:
    assert rule.since is None or str(rule.since.year) in PAGE


def test_the_scan_finds_the_rules() -> None:
    assert len(FOUND) >= 15
