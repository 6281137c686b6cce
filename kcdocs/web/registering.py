"""The register on the page: where it stands, its books, who holds which number, giving numbers up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kcdocs.errors import KcdocsError
from kcdocs.web import limits
from kcdocs.web.answers import attachment, fault_words, told_by_script
from kcdocs.web.errors import BadNumbersError
from kcdocs.web.flow import FramedPages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request


_STATES = ("đang giữ", "đã cấp", "bỏ trống", "hủy")
"""What a number can be, as the register calls it."""


class RegisterPages(FramedPages):
    """The pages of the register, and what they ask for.

    Args:
        session: The run of the page.
    """

    def routes(self) -> list[Route]:
        """What stands under each address."""
        one = "/so/{year:int}/{book}"
        return [
            Route("/so", self.books),
            Route("/so", self.begin, methods=["POST"]),
            Route("/so/noi", self.move, methods=["POST"]),
            Route("/so/tai", self.download),
            Route(one, self.numbers),
            Route(f"{one}/giu", self.reserve, methods=["POST"]),
            Route(f"{one}/bo", self.give_up, methods=["POST"]),
            Route(f"{one}/tai", self.download),
        ]

    async def books(self, request: Request) -> Response:
        """Where the register stands and every book at a glance; also where it cannot be opened."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        del request
        fault = place = None
        books: tuple[object, ...] = ()
        try:
            place = await run_in_threadpool(register.place)
            books = await run_in_threadpool(register.overview)
        except KcdocsError as found:
            fault = fault_words(found)
        return self._page("so.html", place=place, books=books, states=_STATES, fault=fault)

    async def begin(self, request: Request) -> Response:
        """Open a book, or continue one kept elsewhere."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        said = await told_by_script(request)
        following = _whole(said.get("ke") or "1")
        opened = await run_in_threadpool(register.open_series, _text(said, "day"), following)
        return JSONResponse({"den": _address(str(opened))})

    async def move(self, request: Request) -> Response:
        """Take another register from now on."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        said = await told_by_script(request)
        await run_in_threadpool(register.use, _text(said, "dia_chi"))
        return JSONResponse({"den": "so"})

    async def numbers(self, request: Request) -> Response:
        """The numbers of a book, the highest first, those of a state alone, below one."""
        from kcdocs.api import State, register  # noqa: PLC0415 - the page starts without it

        name, state = _name(request), request.query_params.get("la", "")
        below = request.query_params.get("duoi", "")
        asked = partial(
            register.latest,
            name,
            State(state) if state in _STATES else None,
            below=int(below) if below.isdecimal() and len(below) < 7 else None,
        )
        found = await run_in_threadpool(asked)
        every = await run_in_threadpool(register.overview)
        book = next(item for item in every if str(item.series) == str(found[0].series if found else name))
        return self._page("day-so.html", book=book, numbers=found, state=state, states=_STATES)

    async def reserve(self, request: Request) -> Response:
        """Reserve the next numbers."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        said, name = await told_by_script(request), _name(request)
        count = _whole(said.get("bao_nhieu") or "1")
        given = await run_in_threadpool(register.reserve, name, count, _text(said, "cho"))
        shown = f"số {given[0]}" if count == 1 else f"các số từ {given[0]} đến {given[-1]}"
        return JSONResponse({"ke": f"Đã giữ {shown}."})

    async def give_up(self, request: Request) -> Response:
        """Release numbers that are held, or make issued ones void, with a reason."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        said, name = await told_by_script(request), _name(request)
        numbers, reason = list(numbers_typed(_text(said, "cac_so"))), _text(said, "ly_do")
        if said.get("huy") is True:
            await run_in_threadpool(register.void, name, numbers, reason)
            return JSONResponse({"ke": f"Đã hủy số {register.ranges(numbers)}."})
        await run_in_threadpool(register.release, name, numbers, reason)
        return JSONResponse({"ke": f"Đã bỏ trống số {register.ranges(numbers)}."})

    async def download(self, request: Request) -> Response:
        """The register, or one book, as a workbook."""
        from kcdocs.api import register  # noqa: PLC0415 - the page starts without it

        name = _name(request) if "book" in request.path_params else None
        data = await run_in_threadpool(register.workbook, name)
        return attachment(data, f"Sổ văn bản đi {name or ''}".strip(), "xlsx")


def _name(request: Request) -> str:
    return f"{request.path_params['book']}/{request.path_params['year']}"


def _address(series: str) -> str:
    book, _, year = series.rpartition("/")
    return f"so/{year}/{book}"


def _text(said: dict[str, Any], name: str) -> str:
    return str(said.get(name) or "").strip()


def _whole(typed: object) -> int:
    words = str(typed).strip()
    if not (words.isascii() and words.isdecimal() and 1 <= int(words) <= limits.NUMBER):
        raise BadNumbersError(words)
    return int(words)


def numbers_typed(typed: str) -> Iterator[int]:
    """Numbers as people write them: "41, 43-45".

    Raises:
        BadNumbersError: If they are none.
    """
    for part in typed.replace("–", "-").replace(";", ",").split(","):
        first, dash, last = part.partition("-")
        begin = _whole(first)
        end = _whole(last) if dash else begin
        if end < begin:
            raise BadNumbersError(part.strip())
        yield from range(begin, end + 1)
