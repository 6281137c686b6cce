"""What goes wrong with reports."""

from __future__ import annotations

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place


class ForeignTableError(KcdocsError):
    """The file to be written over is no comparison table of this product: somebody's other work."""

    code = "RP101"
    exit_code = ExitCode.FILE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tệp «{name}» đã có nhưng không phải bản so sánh, thuyết minh do kcdocs lập, nên không ghi đè.",
            mend="Chọn tên khác với --out, hoặc dời tệp cũ đi chỗ khác.",
            place=Place(file=name),
        )
