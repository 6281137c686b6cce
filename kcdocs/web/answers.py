"""How the page answers: what a script sent, a fault in words, a file to be kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import Response

from kcdocs.errors import FindingsError, KcdocsError
from kcdocs.web.desk import safe_name
from kcdocs.web.errors import UnclearRequestError
from kcdocs.web.words import page_mend, without_folders

if TYPE_CHECKING:
    from starlette.requests import Request

    from kcdocs.api import Finding

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
"""Ending of a file that is sent → what it is."""


async def told_by_script(request: Request) -> dict[str, Any]:
    """What a script sent.

    Raises:
        UnclearRequestError: If it is no JSON object.
    """
    try:
        said = json.loads(await request.body())
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise UnclearRequestError("dữ liệu gửi lên không đọc được")
    return said


def said_text(said: dict[str, Any], name: str) -> str:
    """A text that a script sent under a name; empty where it sent none.

    Raises:
        UnclearRequestError: If it is no text.
    """
    value = said.get(name, "")
    if not isinstance(value, str):
        raise UnclearRequestError("dữ liệu gửi lên không đọc được")
    return value


def said_group(value: object) -> dict[str, Any]:
    """A group of values that a script sent.

    Raises:
        UnclearRequestError: If it is none.
    """
    if not isinstance(value, dict):
        raise UnclearRequestError("chưa có dữ liệu")
    return value


def said_revision(said: dict[str, Any]) -> int:
    """Which revision of a draft a script changed.

    Raises:
        UnclearRequestError: If it does not say so.
    """
    revision = said.get("lan")
    if not isinstance(revision, int):
        raise UnclearRequestError("chưa rõ bản nháp lần nào")
    return revision


def fault_words(fault: KcdocsError) -> dict[str, object]:
    """An error as a page tells it: what was found, what to do, its code last."""
    every = fault.findings if isinstance(fault, FindingsError) else ()
    mend = page_mend(fault.code, fault.mend)
    return {
        "words": without_folders(fault.message),
        "mend": mend,
        "code": fault.code,
        "findings": [*map(finding_words, every)],
    }


def finding_words(finding: Finding) -> dict[str, str]:
    """A finding as a page tells it: what, in which file, what to do."""
    mend = page_mend(finding.code, finding.mend)
    return {
        "words": without_folders(finding.message),
        "place": Path(finding.place.file).name,
        "mend": mend,
        "code": finding.code,
    }


def attachment(data: bytes, name: str, form: str) -> Response:
    """A file to be kept by the browser, never shown by it."""
    headers = {"content-disposition": disposition(name, form), "content-type": MEDIA[form]}
    return Response(data, headers=headers)


def disposition(name: str, form: str) -> str:
    """The header that makes a browser keep a file, under a name of any letters."""
    safe = safe_name(f"{name.replace('/', '-')}.{form}")
    return f"attachment; filename=\"kcdocs.{form}\"; filename*=UTF-8''{quote(safe)}"
