"""`kcdocs amend`: the amending loop."""

from __future__ import annotations

from kcdocs.cli.base import Group

command = Group(
    "amend",
    lazy={
        "read": "kcdocs.cli.amend_read",
        "apply": "kcdocs.cli.amend_apply",
        "write": "kcdocs.cli.amend_write",
        "check": "kcdocs.cli.amend_check",
        "prove": "kcdocs.cli.amend_prove",
    },
    help="Văn bản sửa đổi: đọc lệnh, áp vào văn bản gốc, soát lỗi, chứng minh bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend check cu.docx du-thao.docx",
)
