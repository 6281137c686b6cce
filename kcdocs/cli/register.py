"""`kcdocs register`: the register of outgoing numbers."""

from __future__ import annotations

from kcdocs.cli.base import Group

command = Group(
    "register",
    lazy={
        "open": "kcdocs.cli.register_open",
        "import": "kcdocs.cli.register_import",
        "list": "kcdocs.cli.register_list",
        "reserve": "kcdocs.cli.register_reserve",
        "release": "kcdocs.cli.register_release",
        "void": "kcdocs.cli.register_void",
        "export": "kcdocs.cli.register_export",
    },
    help="Sổ đăng ký số văn bản đi: mở dãy số, giữ, bỏ trống, hủy số có lý do, nhận sổ cũ, xuất sổ.",
    epilog="Ví dụ: kcdocs register list",
)
