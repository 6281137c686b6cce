"""Facts about an instrument: what `decree.toml` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kcdocs.decrees.errors import BadFactsError
from kcdocs.loading import load
from kcdocs.model.citation import Citation
from kcdocs.text.normalise import bare, nfc
from kcdocs.text.toml_reading import BadTomlError, read_toml

FILE = "decree.toml"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an instrument apart from its text.

    Attributes:
        folder: The folder of the facts; named after the number.
        citation: Type, number, date of issue, issuer and title.
        signer: Who signed, or empty.
        in_force_from: First day of force, or None if not known.
        in_force_to: Last day of force, or None while in force.
        replaces: Numbers of the instruments it replaces.
        amends: Numbers of the instruments it amends.
        amended_by: Numbers of the instruments that amend it.
        model: Whether it is a model text written for demonstration, not law.
        texts: Name → file of the texts that come with the product ("goc", "sua-doi", "thay-the").
    """

    folder: Path
    citation: Citation
    signer: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    model: bool = False
    texts: Mapping[str, Path] | None = None


_KINDS: dict[str, type] = {
    "type": str,
    "number": str,
    "date": date,
    "issuer": str,
    "title": str,
    "signer": str,
    "in_force_from": date,
    "in_force_to": date,
    "replaces": list,
    "amends": list,
    "amended_by": list,
    "model": bool,
    "texts": dict,
}


def slug(number: str) -> str:
    """The folder name of an instrument: "45/2012/NĐ-CP" → "45-2012-nd-cp"."""
    return "-".join("".join(char if char.isalnum() else " " for char in bare(nfc(number))).split())


def read_facts(folder: Path) -> Facts:
    """Read the facts in a folder of the store.

    Raises:
        BadFactsError: If `decree.toml` is no TOML or lacks the number.
    """
    path = folder / FILE
    try:
        return _facts(folder, read_toml(load(path), _KINDS))
    except BadTomlError as fault:
        raise BadFactsError(path, str(fault)) from fault
    except KeyError as fault:
        raise BadFactsError(path, f"thiếu mục «{fault.args[0]}»") from fault


def all_facts(folders: Iterable[Path]) -> Iterator[Facts]:
    """The facts of every instrument in the given stores, by folder name; the first store wins."""
    seen = set()
    for store in folders:
        for path in sorted(store.glob(f"*/{FILE}")):
            if path.parent.name not in seen:
                seen.add(path.parent.name)
                yield read_facts(path.parent)


def _facts(folder: Path, data: Mapping[str, Any]) -> Facts:
    return Facts(
        folder=folder,
        citation=Citation(
            type=data["type"],
            number=data["number"],
            issued=data.get("date"),
            issuer=data.get("issuer", ""),
            title=data.get("title", ""),
        ),
        signer=data.get("signer", ""),
        in_force_from=data.get("in_force_from"),
        in_force_to=data.get("in_force_to"),
        replaces=tuple(data.get("replaces", ())),
        amends=tuple(data.get("amends", ())),
        amended_by=tuple(data.get("amended_by", ())),
        model=data.get("model", False),
        texts={name: folder / file for name, file in data.get("texts", {}).items()},
    )
