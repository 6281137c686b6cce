"""What a person may write for an option: a word of a list, a date; wrong ones are told in Vietnamese."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli.guess import near, question, slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Choice(click.Choice[str]):
    """One of a few words, also written as the pages show them ("Nội dung" for `noi-dung`).

    Args:
        choices: The words.
        former: Names that a word had in earlier versions, still taken because offices keep them in scripts.
    """

    name = "lựa chọn"

    def __init__(self, choices: Sequence[str], former: Mapping[str, str] | None = None) -> None:
        super().__init__(tuple(map(str, choices)))  # of an enumeration click would offer the names
        self._words = {slug(word): word for word in self.choices}
        self.former = former or {}

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        del param, ctx
        return "LỰA-CHỌN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        said = slug(str(value))
        if word := self._words.get(self.former.get(said, said)):
            return word
        guess = question(near(str(value), self.choices))
        return self.fail(f"«{value}» không phải một trong: {', '.join(self.choices)}.{guess}", param, ctx)


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD or dd/mm/yyyy."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(value, form).date()  # noqa: DTZ007 - a date has no time zone
            except ValueError:
                continue
        return self.fail(
            f"«{value}» không phải một ngày; xin ghi như 2024-12-27 hoặc 27/12/2024.", param, ctx
        )
