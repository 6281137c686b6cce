"""Files fetched from an http(s) address within limits, and never from the own network by way of outside."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from typing import TYPE_CHECKING

from kcdocs.loading import LargeFileError
from kcdocs.settings import VERSION
from kcdocs.sources import limits
from kcdocs.sources.errors import FetchError
from kcdocs.text.addresses import without_login

if TYPE_CHECKING:
    import httpx


def fetch(address: str, *, limit: int, seconds: float = limits.FETCH_SECONDS) -> bytes:
    """The bytes at an address.

    Args:
        address: An http or https address; redirects are followed, but not from a public address to one of
            the own network.
        limit: Bytes it may have.
        seconds: Time it may take in all.

    Raises:
        FetchError: No answer, an answer that is an error or packed, too slow, or no address at all.
        LargeFileError: More bytes than the limit; the rest is not fetched.
    """
    end = time.monotonic() + seconds
    outcome: queue.SimpleQueue[bytes | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            outcome.put(_fetched(address, limit, end))
        except Exception as fault:  # noqa: BLE001 - it is raised where it is waited for
            outcome.put(fault)

    # Each wait of a socket is short, but a server can make many of them; a thread can be left at any time.
    threading.Thread(target=work, daemon=True).start()
    try:
        got = outcome.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(without_login(address), "tải quá lâu") from None
    if isinstance(got, Exception):
        raise got
    return got


def _fetched(address: str, limit: int, end: float) -> bytes:
    import httpx  # noqa: PLC0415 - most sources are files

    shown = without_login(address)
    head = {"User-Agent": f"kcdocs/{VERSION}", "Accept-Encoding": "identity"}
    try:
        with httpx.Client(headers=head, timeout=min(limits.SILENCE, end - time.monotonic())) as client:
            return _followed(client, client.build_request("GET", address), shown, limit, end)
    except httpx.TimeoutException:
        raise FetchError(shown, "máy chủ không trả lời kịp") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise FetchError(shown, "địa chỉ không đúng") from None
    except (httpx.HTTPError, ValueError):  # h11 and idna have errors of their own for odd heads and names
        raise FetchError(shown, "không kết nối được với máy chủ") from None


def _followed(client: httpx.Client, request: httpx.Request, shown: str, limit: int, end: float) -> bytes:
    for _ in range(limits.REDIRECTS + 1):
        answer = client.send(request, stream=True)
        try:
            following = answer.next_request
            if following is None:
                return _body(answer, shown, limit, end)
            if leads_inside(request.url.host, following.url.host):
                raise FetchError(shown, f"bị chuyển hướng vào mạng nội bộ «{following.url.host}»")
            request = following
        finally:
            answer.close()
    raise FetchError(shown, "bị chuyển hướng quá nhiều lần")


def leads_inside(host: str, following: str) -> bool:
    """Whether a redirect leads from a public address to one of this machine or its network."""
    return not _is_inside(host) and _is_inside(following)


def _is_inside(host: str) -> bool:
    """Whether any address of a host is not public; a name that nobody knows is none of this network."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return not all(_is_public(str(address)) for address in found)


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_global


def _body(answer: httpx.Response, shown: str, limit: int, end: float) -> bytes:
    if answer.status_code != 200:
        raise FetchError(shown, f"máy chủ trả lời mã {answer.status_code}")
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        raise FetchError(shown, "máy chủ gửi dữ liệu nén dù được yêu cầu không nén")
    announced = answer.headers.get("Content-Length", "")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > limit:
        raise LargeFileError(shown, int(announced), limit)
    received = bytearray()
    for piece in answer.iter_raw():
        received += piece
        if len(received) > limit:
            raise LargeFileError(shown, len(received), limit)
        if time.monotonic() > end:
            raise FetchError(shown, "tải quá lâu")
    return bytes(received)
