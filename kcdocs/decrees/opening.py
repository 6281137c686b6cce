"""Opening an instrument that the user named by a file or by a citation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from kcdocs.decrees.catalogue import load
from kcdocs.decrees.errors import NoArticlesError, NoSuchProvisionError
from kcdocs.decrees.store import Store
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.instrument import parse
from kcdocs.parse.references import address as parse_address
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_named
from kcdocs.text.normalise import nfc

_NUMBER = re.compile(r"\d+/(\d{4}/)?[^\W\d_][\w-]*$")


def open_instrument(
    name: str, store: Store, *, as_of: date | None = None, reading: Options | None = None
) -> Instrument:
    """The instrument that a word on the command line names.

    Args:
        name: A file, an http(s) address, or the number of an instrument in the store ("45/2012/NĐ-CP").
        store: Where numbers are looked up.
        as_of: Which edition of a stored instrument; None for the latest.
        reading: How a file is read; its name is not used.

    Raises:
        KcdocsError: A file that cannot be read, or a number that the store cannot give.
    """
    path = Path(name)
    if not path.exists() and _NUMBER.fullmatch(nfc(name.strip())):
        return store.load(name.strip(), as_of=as_of)
    return parse(read_named(replace(reading or Options(name), name=name)), catalogue=load())


def require_articles(instrument: Instrument) -> Instrument:
    """The instrument itself.

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
