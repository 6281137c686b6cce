"""Opening an instrument that the user named by a file or by a citation."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import settings
from kcdocs.decrees import naming
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.entries import StoreEntry
from kcdocs.decrees.errors import NoArticlesError, NoSuchProvisionError, UnknownInstrumentError
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.instrument import parse
from kcdocs.parse.references import address as parse_address
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_named
from kcdocs.text.addresses import is_address

if TYPE_CHECKING:
    from kcdocs.decrees.store import Store


def the_store() -> Store:
    """The store of this user: the shipped facts, the user's own, and the texts added."""
    from kcdocs.decrees.store import Store  # noqa: PLC0415 - files are read without it, and without amending

    data = settings.data_folder()
    place = hashlib.sha256(os.fsencode(data.absolute())).hexdigest()[:16]
    index = settings.cache_folder() / "search" / f"{place}.sqlite"
    return Store(settings.decree_folders(), data, index)


def open_instrument(name: str, *, as_of: date | None = None, reading: Options | None = None) -> Instrument:
    """The instrument that a word on the command line names.

    Args:
        name: A file, an http(s) address, or an instrument of the store in any form a person writes
            ("45/2012/NĐ-CP", "NĐ 45", "nghi dinh ve khuyen cong").
        as_of: Which edition of a stored instrument; None for that of today.
        reading: How a file is read; its name is not used.

    Raises:
        KcdocsError: A file that cannot be read, or a number that the store cannot give.
    """
    if not _outside(name):
        store = the_store()
        entry = stored(name, store)
        if entry:
            return store.load(entry.citation.number, as_of=as_of)
    return parse(read_named(replace(reading or Options(name), name=name)), catalogue=load_catalogue())


def stored(name: str, store: Store) -> StoreEntry | None:
    """The instrument of the store that a word names; None if it names a file or an address.

    A file of that name wins over a number.

    Raises:
        AmbiguousInstrumentError: If several known instruments fit.
        UnknownInstrumentError: If the word has the form of a number that fits none.
    """
    if _outside(name):
        return None
    found = store.find(name)
    if found:
        return store.entry(found.number)
    if naming.name(name):
        raise UnknownInstrumentError(name.strip(), store.near(name))
    return None


def _outside(name: str) -> bool:
    """Whether a word names a file or an address."""
    path = Path(name)
    return is_address(name) or path.exists() or path.is_symlink()


def require_articles(instrument: Instrument) -> Instrument:
    """Give an instrument back if it has articles.

    Raises:
        NoArticlesError: If it has no article.
    """
    if not any(node.kind is Kind.ARTICLE for node in instrument.provisions()):
        raise NoArticlesError(instrument.name)
    return instrument


def provisions_at(instrument: Instrument, address: str) -> tuple[Node, ...]:
    """The provision of an instrument that a person asks for.

    Args:
        instrument: The instrument.
        address: "khoản 2 Điều 1", or in machine form; empty for all.

    Raises:
        NoSuchProvisionError: If there is no such provision.
    """
    if not address:
        return instrument.nodes
    node = instrument.find(parse_address(address))
    if node is None:
        raise NoSuchProvisionError(instrument.name, address)
    return (node,)
