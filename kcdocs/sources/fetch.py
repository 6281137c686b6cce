"""Files fetched from an http(s) address, within limits of size and time."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from kcdocs.loading import LargeFileError
from kcdocs.settings import VERSION
from kcdocs.sources.errors import FetchError

if TYPE_CHECKING:
    import httpx

SECONDS = 60.0
"""Time a fetch may take in all."""

_SILENCE = 15.0
_REDIRECTS = 5
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether a name is an http(s) address rather than a file."""
    return _ADDRESS.match(name) is not None


def fetch(address: str, *, limit: int, seconds: float = SECONDS) -> bytes:
    """The bytes at an address.

    Args:
        address: An http or https address; redirects are followed.
        limit: Bytes it may have.
        seconds: Time it may take in all.

    Raises:
        FetchError: No answer, an answer that is an error, too slow, or no address at all.
        LargeFileError: More bytes than the limit; the rest is not fetched.
    """
    import httpx  # noqa: PLC0415 - most sources are files

    end = time.monotonic() + seconds
    client = httpx.Client(
        headers={"User-Agent": f"kcdocs/{VERSION}"},
        timeout=min(_SILENCE, seconds),
        follow_redirects=True,
        max_redirects=_REDIRECTS,
    )
    try:
        with client, client.stream("GET", address) as answer:
            if answer.status_code != httpx.codes.OK:
                raise FetchError(address, f"máy chủ trả lời mã {answer.status_code}")
            announced = answer.headers.get("Content-Length", "")
            if announced.isdecimal() and len(announced) < 20 and int(announced) > limit:
                raise LargeFileError(address, int(announced), limit)
            return _received(answer, address, limit, end)
    except httpx.TimeoutException:
        raise FetchError(address, "máy chủ không trả lời kịp") from None
    except httpx.TooManyRedirects:
        raise FetchError(address, "bị chuyển hướng quá nhiều lần") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise FetchError(address, "địa chỉ không đúng") from None
    except httpx.HTTPError:
        raise FetchError(address, "không kết nối được với máy chủ") from None


def _received(answer: httpx.Response, address: str, limit: int, end: float) -> bytes:
    received = bytearray()
    for piece in answer.iter_bytes():
        received += piece
        if len(received) > limit:
            raise LargeFileError(address, len(received), limit)
        if time.monotonic() > end:
            raise FetchError(address, "tải quá lâu")
    return bytes(received)
