"""What failed while a document was filled, told with the field and the place."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2.exceptions import SecurityError

from kcdocs.engine import errors
from kcdocs.engine.budget import LimitReachedError
from kcdocs.engine.characters import BadCharacterError
from kcdocs.engine.limited_filters import NoTextError
from kcdocs.engine.missing import MissingError
from kcdocs.engine.places import find_place
from kcdocs.engine.reasons import calculation_reason
from kcdocs.engine.template import CompiledPart, Functions
from kcdocs.errors import KcdocsError
from kcdocs.model.finding import Finding, Place
from kcdocs.text.wellformed import DoctypeFoundError, NotWellFormedError
from kcdocs.word.package.escaping import FORBIDDEN


def fault(  # noqa: PLR0911 - one error a line
    error: Exception, part: CompiledPart, functions: Functions, file: str, values: Mapping[str, object]
) -> KcdocsError:
    """The error a user sees for one that was raised in a part.

    Args:
        error: What was raised.
        part: The part being written.
        functions: What its code defines.
        file: The template as the user named it.
        values: The data.
    """
    place = _place(error, part, functions, file)
    match error:
        case KcdocsError():
            error.place = replace(place, field=error.place.field if error.place else "")
            return error
        case BadCharacterError():
            return _characters(values, error, place)
        case MissingError():
            return errors.MissingFieldError(error.name, place, owner=error.owner)
        case SecurityError():
            return errors.UnsafeTemplateError(str(error), place)
        case LimitReachedError():
            return errors.LimitError(str(error), place)
        case RecursionError() | MemoryError() | OverflowError():
            return errors.LimitError("mẫu gọi lồng nhau quá sâu hoặc tính ra giá trị quá lớn", place)
        case NoTextError():
            return errors.NotTextError("biểu thức", "giá trị trống, danh sách hay nhóm trường", place)
        case NotWellFormedError() | DoctypeFoundError():
            return errors.BrokenStructureError(str(error), place)
        case UnicodeEncodeError():
            return _characters(values, BadCharacterError("biểu thức", error.object[error.start]), place)
        case _:
            return errors.CalculationError(calculation_reason(error), place)


def _place(error: Exception, part: CompiledPart, functions: Functions, file: str) -> Place:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.code.co_filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    whole = find_place(part.places, 1)
    if not line:
        return Place(file=file, part=whole.part)
    index = bisect.bisect_right(functions.lines, line, key=lambda pair: pair[0]) - 1
    return find_place(part.places, functions.lines[max(index, 0)][1])


def _characters(values: Mapping[str, object], error: BadCharacterError, place: Place) -> KcdocsError:
    bad = list(bad_fields(values)) or [(error.field, error.character)]
    return errors.ForbiddenCharacterError([_forbidden(*pair, place) for pair in bad])


def _forbidden(field: str, character: str, place: Place) -> Finding:
    name = f"U+{ord(character):04X}"
    return errors.FORBIDDEN_CHARACTER.at(replace(place, field=field), name, field=field, name=name)


def bad_fields(values: object, path: str = "") -> Iterator[tuple[str, str]]:
    """The fields that hold a character no document may hold.

    Args:
        values: Data.
        path: Path of the data in the record.

    Yields:
        Path of the field and the character.
    """
    if isinstance(values, str):
        found = FORBIDDEN.search(values)
        if found:
            yield path, found.group()
    elif isinstance(values, Mapping):
        for key, value in values.items():
            yield from bad_fields(value, f"{path}.{key}" if path else str(key))
    elif isinstance(values, list | tuple):
        for index, value in enumerate(values):
            yield from bad_fields(value, f"{path}[{index}]")
