"""What a document says of its making: set and version, hashes of template and record, version of kcdocs."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kcdocs import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

SET, TEMPLATE, RECORD, MAKER = "kcdocs.set", "kcdocs.template", "kcdocs.record", "kcdocs.version"
"""Names of the custom document properties."""


def properties(set_name: str, template_hash: str, record: str) -> dict[str, str]:
    """The custom properties of a document.

    Args:
        set_name: Set and version ("to-trinh@1.0.0").
        template_hash: SHA-256 of the template, hexadecimal.
        record: SHA-256 of the record's typed data, see `record_hash`.
    """
    return {
        SET: set_name,
        TEMPLATE: template_hash,
        RECORD: record,
        MAKER: settings.VERSION,
    }


def record_hash(data: Mapping[str, Any]) -> str:
    """SHA-256 of a record's typed data, hexadecimal; the order of fields does not matter."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=_as_json, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _as_json(value: object) -> str:
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(type(value))
