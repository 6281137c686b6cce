"""Files of facts that say anything at all: read, or refused with words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

from kcdocs.decrees.catalogue import read_catalogues
from kcdocs.decrees.facts import read_facts
from kcdocs.decrees.fingerprint import read_outline
from kcdocs.errors import KcdocsError

ODD = (
    "3",
    "1.5",
    "true",
    '"x"',
    '""',
    "2027-01-01",
    "2027-01-01T10:00:00",
    "[]",
    "[1]",
    "[[1]]",
    '["a"]',
    "[{a = 1}]",
    "{a = 1}",
)

INSTRUMENT = {"type": '"Nghị định"', "number": '"1/2020/NĐ-CP"', "title": '"về a"'}
RULE = {"number": '"1/2020/NĐ-CP"', "where": '"a"', "from": "2020-01-01", "about": '"x"'}
DATES = ("in_force_from", "in_force_to", "date")
LISTS = ("amended_by", "replaced_by", "unverified", "prevailing")


def lines(facts: dict[str, str], **changed: str) -> str:
    return "".join(f"{name} = {value}\n" for name, value in {**facts, **changed}.items())


def catalogues() -> list[str]:
    """A catalogue for each field of it and each odd value of that field."""
    named, whole = lines(INSTRUMENT), {"key": '"a"', "title": '[{name = "x"}]'}
    made = [f"{name} = {odd}\n" for name, odd in product(("instrument", "institution"), ODD)]
    fields = (*INSTRUMENT, *DATES, *LISTS, "issuer", "authority", "source", "note")
    made += ["[[instrument]]\n" + lines(INSTRUMENT, **{name: odd}) for name, odd in product(fields, ODD)]
    rules = (*RULE, "to", "unverified")
    made += [
        f"[[instrument]]\n{named}[[instrument.prevailing]]\n" + lines(RULE, **{name: odd})
        for name, odd in product(rules, ODD)
    ]
    made += ["[[institution]]\n" + lines(whole, **{name: odd}) for name, odd in product(whole, ODD)]
    titles = ("name", "symbol", "head", "since", "until", "source", "unverified")
    return made + [
        '[[institution]]\nkey = "a"\n[[institution.title]]\n' + lines({"name": '"a"'}, **{name: odd})
        for name, odd in product(titles, ODD)
    ]


def refused_or_read(read: Callable[[Path], object], path: Path) -> bool:
    """Whether a file is refused with words; any other fault flies."""
    try:
        read(path)
    except KcdocsError:
        return True
    return False


def test_a_catalogue_of_any_values_is_read_or_refused_with_words(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    found = []
    for text in catalogues():
        path.write_text(text, "utf-8")
        found.append(refused_or_read(lambda path: read_catalogues([path]), path))
    assert len(found) > 400
    assert found.count(True) > 300
    assert found.count(False) > 20


def test_fingerprints_of_any_values_are_read_or_refused_with_words(tmp_path: Path) -> None:
    path = tmp_path / "outline.toml"
    provision = {"address": '"dieu-1"', "syllables": "3", "sha256": '"ab"'}
    texts = [
        "normaliser = 1\n[[provision]]\n" + lines(provision, **{name: odd})
        for name, odd in product(provision, ODD)
    ]
    texts += [
        lines({"normaliser": "1", "provision": "[]"}, **{name: odd})
        for name, odd in product(("normaliser", "provision"), ODD)
    ]
    for text in texts:
        path.write_text(text, "utf-8")
        refused_or_read(read_outline, path)


def test_facts_of_any_values_are_read_or_refused_with_words(tmp_path: Path) -> None:
    fields = (
        "type",
        "number",
        *DATES,
        "issuer",
        "title",
        "signer",
        "replaces",
        "amends",
        "amended_by",
        "model",
        "texts",
    )
    for name, odd in product(fields, ODD):
        (tmp_path / "decree.toml").write_text(
            lines({"number": '"1/2020/NĐ-CP"', "type": '"Luật"'}, **{name: odd}), "utf-8"
        )
        refused_or_read(read_facts, tmp_path)
