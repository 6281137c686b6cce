"""`kcdocs decrees`: the store of instruments."""

from __future__ import annotations

from kcdocs.cli.base import Group

command = Group(
    "decrees",
    lazy={
        "add": "kcdocs.cli.decrees_add",
        "list": "kcdocs.cli.decrees_list",
        "show": "kcdocs.cli.decrees_show",
        "verify": "kcdocs.cli.decrees_verify",
        "outline": "kcdocs.cli.decrees_outline",
        "cite": "kcdocs.cli.decrees_cite",
    },
    help="Kho văn bản: thêm, liệt kê, xem, kiểm tra và viện dẫn văn bản quy phạm.",
    epilog="Ví dụ: kcdocs decrees list",
)
