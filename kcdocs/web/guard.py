"""Who is let in: what this page itself asks for, in a browser that its user opened; nobody else.

The order of the questions is that of what can be forged least: the host (against names that were turned
round), where the browser says a request comes from, then the cookie.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kcdocs.web import limits
from kcdocs.web.errors import SentTooMuchError, SilentSenderError
from kcdocs.web.session import COOKIE, HOST, Session

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a page may load and do: only what this program serves, and no markup made of strings."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_READING = frozenset({"GET", "HEAD"})
CLOSED = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,">'
    "<title>kcdocs</title>"
    "<h1>Trang này chưa được mở đúng cách</h1><p>Hãy mở kcdocs từ lối tắt trên màn hình, "
    "hoặc chạy lại lệnh kcdocs serve.</p></html>"
)
"""What a stranger reads: no link, no data, nothing of the user's."""


class Guard:
    """Stands before an application: refuses, limits what is sent, and adds the headers of safety.

    Args:
        app: The application.
        session: The run of the page.
        entrance: The paths that are open without a cookie.
        crashed: Told of a fault that nobody foresaw; the application has answered by then.
    """

    def __init__(
        self,
        app: ASGIApp,
        session: Session,
        entrance: frozenset[str],
        crashed: Callable[[Exception], object],
    ) -> None:
        self._app = app
        self._session = session
        self._entrance = entrance
        self._crashed = crashed
        self._hosts = {f"{HOST}:{session.port}", f"localhost:{session.port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; anything that is no HTTP request gets no answer."""
        if scope["type"] == "http":
            answer = self._refusal(scope, Headers(scope=scope)) or self._app
            try:
                await answer(scope, _limited(scope, receive), _safe(send))
            except Exception as fault:  # noqa: BLE001 - a trace in a window says nothing to its reader
                self._crashed(fault)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return HTMLResponse(CLOSED, 421)
        reading = scope["method"] in _READING
        if hosts[0].startswith("localhost") and reading:
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(f"{self._session.origin}{scope['path']}{'?' * bool(query)}{query}")
        opening = scope["path"] in self._entrance and reading
        from_here = headers.get("sec-fetch-site", "none") in {"same-origin", "none"}
        own = reading or self._is_own(headers)
        if opening or (from_here and own and self._is_known(headers)):
            return None
        return HTMLResponse(CLOSED, 403)

    def _is_own(self, headers: Headers) -> bool:
        """Whether a script of a page of ours asks: another's may not set this header without asking first."""
        return headers.getlist("origin") == [self._session.origin] and headers.get("x-kcdocs") == "1"

    def _is_known(self, headers: Headers) -> bool:
        shown = _cookies(headers).get(COOKIE, "")
        return hmac.compare_digest(shown.encode(), self._session.cookie.encode())


def _cookies(headers: Headers) -> Mapping[str, str]:
    found: SimpleCookie = SimpleCookie()
    try:
        found.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in found.items()}


def _limited(scope: Scope, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """What is sent, counted as it comes: a length that a sender states is worth nothing."""
    limit = limits.UPLOAD if scope["method"] == "PUT" else limits.JSON
    count = 0

    async def counted() -> Message:
        nonlocal count
        try:
            message = await asyncio.wait_for(receive(), limits.SILENCE)
        except TimeoutError:
            raise SilentSenderError from None
        count += len(message.get("body", b""))
        if count > limit:
            raise SentTooMuchError(limit // 2**20)
        return message

    return counted


def _safe(send: Send) -> Send:
    """Answers with the headers of safety; an answer that has one of its own keeps it."""

    async def safely(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return safely
