"""Fingerprints: what each provision of an instrument must read, without its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kcdocs.decrees.errors import BadFactsError
from kcdocs.law.kinds import PROVISIONS
from kcdocs.model.address import Address
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.text.normalise import VERSION, content_form
from kcdocs.text.toml_reading import BadTomlError, read_toml

FILE = "outline.toml"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What one provision's own words must be.

    Attributes:
        address: The provision.
        syllables: Number of syllables of its own words, children's excluded.
        sha256: Of `content_form` of its own words, hexadecimal.
    """

    address: Address
    syllables: int
    sha256: str


def outline(instrument: Instrument) -> tuple[Fingerprint, ...]:
    """The fingerprints of an instrument's provisions, in reading order."""
    return tuple(_fingerprints(instrument))


def write_outline(fingerprints: tuple[Fingerprint, ...]) -> str:
    """The fingerprints as TOML: address, kind, label, syllables and hash of each provision."""
    blocks = [f"normaliser = {VERSION}\n"]
    blocks += [
        "[[provision]]\n"
        f'address = "{item.address}"\n'
        f'kind = "{item.address.kind}"\n'
        f'label = "{item.address.label}"\n'
        f"syllables = {item.syllables}\n"
        f'sha256 = "{item.sha256}"\n'
        for item in fingerprints
    ]
    return "\n".join(blocks)


def read_outline(path: Path) -> tuple[Fingerprint, ...]:
    """Read fingerprints from TOML.

    Raises:
        BadFactsError: If the file is damaged or was made by another version of the normaliser.
    """
    try:
        data = read_toml(path.read_bytes())
        if data["normaliser"] != VERSION:
            raise BadFactsError(path, f"dấu vân tay theo cách chuẩn hóa {data['normaliser']}, cần {VERSION}")
        return tuple(
            Fingerprint(Address.parse(item["address"]), item["syllables"], item["sha256"])
            for item in data["provision"]
        )
    except BadTomlError as fault:
        raise BadFactsError(path, str(fault)) from fault
    except (KeyError, TypeError, ValueError) as fault:
        raise BadFactsError(
            path, "có mục thiếu hoặc sai; tệp này do lệnh kcdocs decrees outline ghi"
        ) from fault


def differences(expected: tuple[Fingerprint, ...], instrument: Instrument) -> list[Finding]:
    """The provisions that are missing, too many or read otherwise, with both syllable counts."""
    actual = {item.address: item for item in _fingerprints(instrument)}
    wanted = {item.address: item for item in expected}
    findings = [_missing(item, instrument.name) for item in expected if item.address not in actual]
    findings += [_extra(item, instrument.name) for item in actual.values() if item.address not in wanted]
    findings += [
        _changed(item, actual[item.address], instrument.name)
        for item in expected
        if item.address in actual and actual[item.address].sha256 != item.sha256
    ]
    return findings


def _fingerprints(instrument: Instrument) -> Iterator[Fingerprint]:
    for node in instrument.provisions():
        if node.kind in PROVISIONS:
            form = content_form(node.text)
            digest = hashlib.sha256(form.encode()).hexdigest()
            yield Fingerprint(node.address, len(form.split()), digest)


def _finding(code: str, address: Address, name: str, message: str, found: str, expected: str) -> Finding:
    place = Place(file=name, address=str(address))
    return Finding(code, Severity.ERROR, place, message, found=found, expected=expected)


def _missing(item: Fingerprint, name: str) -> Finding:
    return _finding(
        "DC211", item.address, name, "Thiếu điều khoản này.", "không có", f"{item.syllables} âm tiết"
    )


def _extra(item: Fingerprint, name: str) -> Finding:
    return _finding(
        "DC212", item.address, name, "Thừa điều khoản này.", f"{item.syllables} âm tiết", "không có"
    )


def _changed(item: Fingerprint, actual: Fingerprint, name: str) -> Finding:
    return _finding(
        "DC213",
        item.address,
        name,
        "Nội dung khác với dấu vân tay.",
        f"{actual.syllables} âm tiết",
        f"{item.syllables} âm tiết",
    )
