"""What the template asks for and the record does not have."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import Any, NoReturn, cast

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import StrictUndefined

from kcdocs.engine import limits


class MissingError(Exception):
    """The template asked for a name, attribute or index that is not there.

    Attributes:
        name: What it asked for.
        owner: Vietnamese word for what it was looked for in; empty for the record itself.
    """

    def __init__(self, name: str, owner: str) -> None:
        super().__init__(name)
        self.name = name
        self.owner = owner


class MissingValue(StrictUndefined):
    """A value that is not there; any use of it but `default` and `is defined` is an error."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None
    ) -> None:
        super().__init__(hint, obj, name, cast("type[TemplateRuntimeError]", exc or self._missing))

    def _missing(self, message: str | None) -> MissingError:
        known = isinstance(self._undefined_obj, Mapping | list | tuple | str)
        owner = _owner(self._undefined_obj) if known else ""
        return MissingError(str(self._undefined_name or message), owner)

    def refuse(self, name: str) -> NoReturn:
        """Tell that it is not there, by the name it was printed by.

        Raises:
            MissingError: Always.
        """
        missing = self._missing(None)
        raise MissingError(name if name.endswith(missing.name) else missing.name, missing.owner)


def _owner(value: object) -> str:
    if isinstance(value, Mapping):
        return "nhóm trường có " + ", ".join(f"«{key}»" for key in list(value)[: limits.NAMES_SHOWN])
    if isinstance(value, str):
        return f"chữ «{value[: limits.VALUE_SHOWN]}»"
    return f"danh sách {len(cast('Sized', value))} phần tử"
