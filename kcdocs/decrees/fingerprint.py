"""Fingerprints: what each provision of an instrument must read, without its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kcdocs.codes import Declared
from kcdocs.decrees.errors import BadFactsError
from kcdocs.law.kinds import PROVISIONS
from kcdocs.loading import load
from kcdocs.model.address import Address
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.text.normalise import VERSION, content_form
from kcdocs.text.toml_reading import BadTomlError, read_toml

FILE = "outline.toml"


_SYLLABLES = "{0.syllables} âm tiết"

_MISSING = Declared(
    "DC211",
    Severity.ERROR,
    "A provision of the outline that the text does not have.",
    "Thiếu điều khoản này.",
    expected="{syllables} âm tiết",
    mend="Đối chiếu với bản chính thức; dùng bản đầy đủ của văn bản.",
)

_EXTRA = Declared(
    "DC212",
    Severity.ERROR,
    "A provision that the outline does not have.",
    "Thừa điều khoản này.",
    expected="không có",
    mend="Đối chiếu với bản chính thức; bỏ phần không thuộc văn bản.",
)

_CHANGED = Declared(
    "DC213",
    Severity.ERROR,
    "A provision whose words are not those of the outline.",
    "Nội dung khác với dấu vân tay.",
    expected="{syllables} âm tiết",
    mend="Đối chiếu từng chữ của điều khoản này với bản chính thức.",
)


_RECOGNISED = Declared(
    "DC215",
    Severity.ERROR,
    "A text whose words a program recognised in pictures, which proves nothing.",
    "Chữ của bản này do máy nhận dạng từ ảnh quét, nên không thể coi là khớp với bản chính thức.",
    mend="Dùng bản Word hoặc bản PDF có lớp chữ của văn bản.",
)


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
        data = read_toml(load(path))
        if data["normaliser"] != VERSION:
            raise BadFactsError(path, f"dấu vân tay theo cách chuẩn hóa {data['normaliser']}, cần {VERSION}")
        return tuple(map(_fingerprint, data["provision"]))
    except BadTomlError as fault:
        raise BadFactsError(path, str(fault)) from fault
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise BadFactsError(
            path, "có mục thiếu hoặc sai; tệp này do lệnh kcdocs decrees outline ghi"
        ) from fault


def _fingerprint(item: Mapping[str, Any]) -> Fingerprint:
    syllables, digest = item["syllables"], item["sha256"]
    if type(syllables) is not int or type(digest) is not str:
        raise TypeError
    return Fingerprint(Address.parse(item["address"]), syllables, digest)


def differences(expected: tuple[Fingerprint, ...], instrument: Instrument) -> list[Finding]:
    """The provisions that are missing, too many or read otherwise, with both syllable counts.

    Words recognised in pictures are a difference themselves: that they agree may be chance.
    """
    actual = {item.address: item for item in _fingerprints(instrument)}
    wanted = {item.address: item for item in expected}
    findings = [_missing(item, instrument.name) for item in expected if item.address not in actual]
    findings += [_extra(item, instrument.name) for item in actual.values() if item.address not in wanted]
    findings += [
        _changed(item, actual[item.address], instrument.name)
        for item in expected
        if item.address in actual and actual[item.address].sha256 != item.sha256
    ]
    if instrument.recognised:
        findings.append(_RECOGNISED.at(Place(file=instrument.name)))
    return findings


def _fingerprints(instrument: Instrument) -> Iterator[Fingerprint]:
    for node in instrument.provisions():
        if node.kind in PROVISIONS:
            form = content_form(node.text)
            digest = hashlib.sha256(form.encode()).hexdigest()
            yield Fingerprint(node.address, len(form.split()), digest)


def _at(item: Fingerprint, name: str) -> Place:
    return Place(file=name, address=str(item.address))


def _missing(item: Fingerprint, name: str) -> Finding:
    return _MISSING.at(_at(item, name), "không có", syllables=item.syllables)


def _extra(item: Fingerprint, name: str) -> Finding:
    return _EXTRA.at(_at(item, name), _SYLLABLES.format(item))


def _changed(item: Fingerprint, actual: Fingerprint, name: str) -> Finding:
    return _CHANGED.at(_at(item, name), _SYLLABLES.format(actual), syllables=item.syllables)
