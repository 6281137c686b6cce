"""The command line: `kcdocs` and its commands, each in a file of its own."""

from __future__ import annotations

from kcdocs.cli.base import Group, run, version_option

COMMANDS = {
    "generate": "kcdocs.cli.generate",
    "register": "kcdocs.cli.register",
    "batch": "kcdocs.cli.batch",
    "verify": "kcdocs.cli.verify",
    "compare": "kcdocs.cli.compare",
    "amend": "kcdocs.cli.amend",
    "show": "kcdocs.cli.show",
    "decrees": "kcdocs.cli.decrees",
    "templates": "kcdocs.cli.templates",
    "demo": "kcdocs.cli.demo",
}
"""Command name → module that holds it; imported only when asked for."""

root = Group(
    "kcdocs",
    lazy=COMMANDS,
    params=[version_option()],
    help="Bàn soạn thảo văn bản: lập văn bản từ dữ liệu, so sánh dự thảo sửa đổi với văn bản gốc.",
    epilog="Ví dụ: kcdocs compare cu.docx moi.docx --out so-sanh.html",
)


def main() -> None:
    """Run the command line and leave with the command's exit code."""
    run(root)
