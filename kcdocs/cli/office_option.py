"""The option that says which office sent a file, shared by the commands that read many drafts."""

from __future__ import annotations

from typing import Any

import click


class OfficeName(click.ParamType[tuple[str, str]]):
    """A file and the office that sent it: "so-a.docx=Sở Công Thương tỉnh A"."""

    name = "cơ quan"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The file and the name."""
        file, mark, office = str(value).partition("=")
        if not (mark and file and office.strip()):
            self.fail(
                f"«{value}» chưa đủ tệp và tên; xin ghi như so-a.docx=Sở Công Thương tỉnh A.", param, ctx
            )
        return file, office.strip()


offices_option = click.option(
    "--office",
    "offices",
    metavar="TỆP=TÊN",
    type=OfficeName(),
    multiple=True,
    help="Tên cơ quan gửi một tệp (ghi nhiều lần được); không ghi thì lấy theo tên tệp.",
)
