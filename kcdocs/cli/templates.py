"""`kcdocs templates`: the sets of templates."""

from __future__ import annotations

from kcdocs.cli.base import Group

command = Group(
    "templates",
    lazy={
        "list": "kcdocs.cli.templates_list",
        "show": "kcdocs.cli.templates_show",
        "check": "kcdocs.cli.templates_check",
        "form": "kcdocs.cli.templates_form",
        "diff": "kcdocs.cli.templates_diff",
        "new": "kcdocs.cli.templates_new",
        "release": "kcdocs.cli.templates_release",
    },
    help="Bộ mẫu văn bản: liệt kê, xem, kiểm tra, so sánh phiên bản, lập tệp dữ liệu, thêm bộ mẫu mới.",
    epilog="Ví dụ: kcdocs templates show to-trinh",
)
