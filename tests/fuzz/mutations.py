"""Ways to spoil a file: blind ones for any bytes, and ones that know ZIP, XML and texts of lines and values."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

NASTY = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    b"9" * 5000,
    b"true",
    b"null",
    b"[]",
    b"{}",
    b"../../x",
    b"/dev/zero",
    b"C:\\con",
    b"a" * 10_000,
    b"\xe2\x80\xae\x1b[2J",
    b"{{ 1/0 }}",
    b"=1+1",
    b"0000-00-00",
    b"9999-99-99",
    "Điều ".encode(),
    "“”".encode(),
    b"\xed\xa0\x80",
    b"&x;",
    b"]]>",
    b"<!--",
    b"%s%n",
)
DEEP = (b"[", b'{"a":', b"- ", b"<a>", b"<div>", b"(", b"{{", b"> ")


def flip(data: bytes, chance: random.Random) -> bytes:
    """A few bits turned."""
    spoilt = bytearray(data or b"\x00")
    for _ in range(chance.choice((1, 4, 32))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def truncate(data: bytes, chance: random.Random) -> bytes:
    """The end cut off, perhaps all."""
    return data[: chance.choice((0, chance.randrange(len(data) + 1)))]


def cut(data: bytes, chance: random.Random) -> bytes:
    """A block left out."""
    start, end = _block(data, chance)
    return data[:start] + data[end:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """A block many times over."""
    start, end = _block(data, chance)
    times = min(chance.choice((2, 20, 2000)), 2**20 // max(end - start, 1))
    return data[:start] + data[start:end] * times + data[end:]


def insert(data: bytes, chance: random.Random) -> bytes:
    """Something nasty put in."""
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(NASTY) + data[place:]


def deepen(data: bytes, chance: random.Random) -> bytes:
    """Brackets or tags that open and never close."""
    place = chance.choice((0, chance.randrange(len(data) + 1)))
    return data[:place] + chance.choice(DEEP) * chance.choice((30, 300, 50_000)) + data[place:]


def value(data: bytes, chance: random.Random) -> bytes:
    """A value of XML, YAML, JSON or CSV replaced by something nasty."""
    return _replaced(rb'"([^"\n]*)"|>([^<>]+)<|: ([^\n]+)|,([^,\n]*),|= ([^\n]+)', data, chance, NASTY)


def name(data: bytes, chance: random.Random) -> bytes:
    """A name of XML, YAML or JSON replaced."""
    return _replaced(
        rb'</?([\w:.-]+)|"(\w+)"\s*:|\n *(\w+):|\b([\w:]+)=', data, chance, (b"x", b"", b"w:p", b"a" * 300)
    )


def lines(data: bytes, chance: random.Random) -> bytes:
    """Lines shuffled, doubled or lost."""
    found = data.split(b"\n")
    start = chance.randrange(len(found))
    some = found[start : start + chance.randrange(1, 9)]
    chance.shuffle(some)
    rest = found[start + len(some) :] if chance.random() < 0.5 else found[start:]
    return b"\n".join((*found[:start], *some, *rest))


def elements(data: bytes, chance: random.Random) -> bytes:
    """An element of XML moved, doubled, or put into itself many times."""
    tags = list(re.finditer(rb"<([\w:]++)[^<>]*+>", data))
    if not tags:
        return insert(data, chance)
    opened = chance.choice(tags)
    end = data.find(b"</" + opened[1] + b">", opened.end())
    whole = data[opened.start() : end + len(opened[1]) + 3] if end > 0 else opened[0]
    there = chance.choice(tags).end()
    nested = opened[0] * 400 + (b"</" + opened[1] + b">") * 400
    return data[:there] + chance.choice((whole, whole * 50, nested)) + data[there:]


BLIND: tuple[Mutation, ...] = (flip, truncate, cut, repeat, insert, deepen)
WRITTEN: tuple[Mutation, ...] = (*BLIND, value, value, value, name, lines)
MARKED: tuple[Mutation, ...] = (*BLIND, value, value, name, elements, elements)


def zipped(data: bytes, chance: random.Random) -> bytes:
    """A member of an archive spoilt, doubled, renamed or lost, and all packed anew; or the archive itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # noqa: BLE001 - spoilt before, in any way
        return flip(data, chance)
    if chance.random() < 0.15:
        return chance.choice(BLIND)(data, chance)
    place = _member(members, chance)
    member, inside = members[place]
    changed = {
        0: [],
        1: [(member, inside), (member, chance.choice(MARKED)(inside, chance))],
        2: [(chance.choice(("x", "../x", member.upper(), member + "/")), inside)],
    }.get(chance.randrange(14), [(member, chance.choice(MARKED)(inside, chance))])
    return _packed([*members[:place], *changed, *members[place + 1 :]])


def _member(members: list[tuple[str, bytes]], chance: random.Random) -> int:
    """A member; one with more text more often, for there stands what is read."""
    sizes = [1 + len(inside) ** 0.5 for _, inside in members]
    return chance.choices(range(len(members)), sizes)[0]


def _packed(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, inside in members:  # a name twice is warned of, and meant
            archive.writestr(zipfile.ZipInfo(member), inside)
    return out.getvalue()


def _block(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 16, 500, 20_000)))


def _replaced(pattern: bytes, data: bytes, chance: random.Random, by: tuple[bytes, ...]) -> bytes:
    found = list(re.finditer(pattern, data))
    if not found:
        return insert(data, chance)
    match = chance.choice(found)
    group = match.lastindex or 0
    return data[: match.start(group)] + chance.choice(by) + data[match.end(group) :]
