"""What can go wrong with a batch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.files import trouble
from kcdocs.register.errors import issued_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kcdocs.model.finding import Finding
    from kcdocs.register.errors import RegisterFailedError
    from kcdocs.register.nouns import Number

SHOWN = 200
"""Most faults told on the screen; the marked copy holds all."""


class BatchFaultsError(FindingsError):
    """Records that cannot be made into documents.

    Args:
        every: All faults of all records.
        good: How many records have none.
        until: The record at which checking stopped since there were too many faults; empty if it did not.
    """

    code = "BT101"
    exit_code = ExitCode.DATA

    def __init__(self, every: Sequence[Finding], good: int, until: str = "") -> None:
        kinds = Counter(finding.code for finding in every).most_common()
        summary = ", ".join(f"{code}: {count}" for code, count in kinds)
        stopped = f" Đã dừng kiểm tra ở {until} vì có quá nhiều lỗi." if until else ""
        rest = f" Dưới đây là {SHOWN} lỗi đầu." if len(every) > SHOWN else ""
        super().__init__(
            f"Dữ liệu có {len(every)} lỗi ({summary}); {good} hồ sơ không có lỗi. Chưa ghi tệp nào."
            f"{stopped}{rest}",
            every[:SHOWN],
            mend="sửa dữ liệu rồi chạy lại; --marked TỆP.xlsx ghi bảng đánh dấu từng ô sai, "
            "--keep-going chỉ lập các hồ sơ đúng.",
        )
        self.every = tuple(every)


class RecordsIssuedError(BatchFaultsError):
    """Records that have a number already, nothing else being wrong.

    Args:
        every: One fault for each of them.
        numbers: The numbers they have.
        fresh: How many records have none.
        until: As in `BatchFaultsError`.
    """

    code = "BT118"

    def __init__(
        self, every: Sequence[Finding], numbers: Sequence[Number], fresh: int, until: str = ""
    ) -> None:
        stopped = f" Đã dừng kiểm tra ở {until}." if until else ""
        rest = f" Dưới đây là {SHOWN} hồ sơ đầu." if fresh and len(every) > SHOWN else ""
        mend = "mỗi hồ sơ chỉ một số; thật sự muốn cấp số lần nữa thì thêm --again"
        super(BatchFaultsError, self).__init__(
            f"{len(every)} hồ sơ đã được cấp số: {issued_words(numbers)}; {fresh} hồ sơ chưa có số. "
            f"Chưa ghi tệp nào, chưa lấy số nào.{stopped}{rest}",
            every[:SHOWN] if fresh else (),
            mend=f"{mend}; chỉ lập các hồ sơ chưa có số thì thêm --keep-going." if fresh else f"{mend}.",
        )
        self.every = tuple(every)


class FolderInUseError(KcdocsError):
    """The folder holds something already."""

    code = "BT102"

    def __init__(self, out: Path, *, batch: bool) -> None:
        what = "đã có một đợt văn bản" if batch else "không trống"
        mend = (
            "chạy lại đúng lệnh cũ với --resume để làm tiếp, hoặc chọn thư mục khác."
            if batch
            else "mỗi đợt cần một thư mục riêng: chọn một thư mục mới."
        )
        super().__init__(f"Thư mục «{out}» {what}; chưa ghi tệp nào.", mend=mend)


class NothingToResumeError(KcdocsError):
    """The folder holds no batch to go on with."""

    code = "BT103"

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"Thư mục «{out}» không có nhật ký của đợt nào để làm tiếp.",
            mend="xem lại --out; nếu thư mục nằm trên ổ mạng, nối lại ổ trước. "
            "Chỉ bỏ --resume khi muốn bắt đầu đợt mới.",
        )


class ChangedSinceError(KcdocsError):
    """The data, the template or the options are not those the batch began with."""

    code = "BT104"
    exit_code = ExitCode.DATA

    def __init__(self, out: Path, what: str) -> None:
        super().__init__(
            f"Không làm tiếp được đợt trong «{out}»: {what} đã khác so với khi bắt đầu.",
            mend="dùng lại đúng dữ liệu, bộ mẫu và tùy chọn cũ; dữ liệu mới thì lập đợt mới ở thư mục khác.",
        )


class BusyBatchError(KcdocsError):
    """Another process is at work on the very batch."""

    code = "BT105"

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"Một tiến trình khác đang lập đợt trong «{out}».",
            mend="chờ tiến trình đó xong, hoặc dừng nó rồi chạy lại với --resume.",
        )


class BatchStoppedError(KcdocsError):
    """The batch was stopped by the user."""

    code = "BT106"
    exit_code = ExitCode.INTERRUPTED

    def __init__(self, done: int, total: int, prints: int = 0) -> None:
        left = f", còn {prints} tệp PDF chưa tạo" if prints else ""
        super().__init__(
            f"Đã dừng theo yêu cầu: xong {done}/{total} văn bản{left}, không có tệp dở dang.",
            mend="làm tiếp bằng đúng lệnh cũ, thêm --resume.",
        )


class BatchBrokenError(KcdocsError):
    """The disk or the network gave way."""

    code = "BT107"

    def __init__(self, done: int, total: int, fault: OSError) -> None:
        super().__init__(
            f"Không ghi được {trouble(fault)}: xong {done}/{total} văn bản, không có tệp dở dang.",
            mend="đóng tệp nếu đang mở, giải phóng dung lượng đĩa, nối lại ổ mạng, kiểm tra quyền ghi, rồi "
            "chạy lại đúng lệnh cũ với --resume.",
        )


class BrokenJournalError(KcdocsError):
    """A journal that this program did not write."""

    code = "BT108"

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            f"Nhật ký «{path}» hỏng ở dòng {line}.", mend="khôi phục tệp này từ bản sao lưu rồi chạy lại."
        )


class WorkerLostError(KcdocsError):
    """A process that made documents died."""

    code = "BT109"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, done: int, total: int) -> None:
        super().__init__(
            f"Một tiến trình con dừng đột ngột: xong {done}/{total} văn bản, không có tệp dở dang.",
            mend="chạy lại đúng lệnh cũ với --resume; nếu máy thiếu bộ nhớ, giảm --jobs.",
        )


class NoManifestError(KcdocsError):
    """A folder without a batch's list of documents."""

    code = "BT110"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Thư mục «{folder}» không có bảng kê của một đợt văn bản (bang-ke.json).",
            mend="đợt chưa xong thì chạy lại lệnh batch với --resume; một văn bản thì chỉ thẳng tệp .docx.",
        )


class NoClusterError(KcdocsError):
    """A cluster that cannot be used."""

    code = "BT111"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"Không dùng được cụm máy «{address}»: {why}.",
            mend="cài kcdocs[cluster], chạy «dask scheduler» và «dask worker» trên các máy rồi thử lại, "
            "hoặc bỏ --cluster.",
        )


class RegisterLostError(KcdocsError):
    """The register went away while the batch was made."""

    code = "BT112"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, done: int, total: int, fault: RegisterFailedError) -> None:
        super().__init__(
            f"Mất liên lạc với sổ đăng ký số ({fault.why}): xong {done}/{total} văn bản, không mất số nào.",
            mend="kiểm tra máy chủ hoặc tệp của sổ, rồi chạy lại đúng lệnh cũ với --resume.",
        )


class FolderLostError(KcdocsError):
    """The batch's folder is no longer the one it began in: its disk or network share went away."""

    code = "BT113"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, done: int, total: int, out: Path) -> None:
        super().__init__(
            f"Không còn thấy thư mục «{out}» của đợt, có lẽ ổ mạng hoặc ổ rời đã bị ngắt: "
            f"xong {done}/{total} văn bản, không mất số nào.",
            mend="nối lại ổ rồi chạy lại đúng lệnh cũ với --resume; đừng bắt đầu đợt mới.",
        )


class OtherSetError(KcdocsError):
    """A worker's set is not the one the plan was made by."""

    code = "BT114"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, machine: str, version: str) -> None:
        super().__init__(
            f"Bộ mẫu {version} trên máy «{machine}» khác với bộ mẫu đã dùng để kiểm tra dữ liệu.",
            mend="chép cùng một bộ mẫu sang mọi máy, đừng sửa mẫu khi đợt đang chạy, "
            "rồi chạy lại đúng lệnh cũ với --resume.",
        )


class ClusterLostError(KcdocsError):
    """The cluster was lost while it was at work."""

    code = "BT115"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, address: str) -> None:
        super().__init__(
            f"Mất liên lạc với cụm máy «{address}» khi đang làm; không có tệp dở dang, không mất số nào.",
            mend="xem bộ điều phối và các máy của cụm còn chạy không, rồi chạy lại lệnh cũ với --resume.",
        )


class TooManyToMergeError(KcdocsError):
    """More documents than one Word file takes."""

    code = "BT116"
    exit_code = ExitCode.DATA

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"--merge gộp được nhiều nhất {most} văn bản vào một tệp Word, mà dữ liệu có {count} văn bản. "
            "Lệnh này chưa ghi tệp nào, chưa lấy số nào.",
            mend=f"bỏ --merge và dùng --pdf để in, hoặc chia dữ liệu thành các đợt không quá {most} văn bản.",
        )


class MergedInsideError(KcdocsError):
    """The merged file would lie among the documents of the batch."""

    code = "BT117"
    exit_code = ExitCode.USAGE

    def __init__(self, merge: Path, out: Path) -> None:
        super().__init__(
            f"Tệp gộp «{merge}» nằm trong thư mục của đợt «{out}», nơi chỉ chứa văn bản của đợt.",
            mend="đặt tệp gộp ở ngoài thư mục ấy, ví dụ ngay bên cạnh.",
        )


class JournalLostError(KcdocsError):
    """A journal that no longer tells what stands beside it, so that records would get a second number."""

    code = "BT119"
    exit_code = ExitCode.DATA

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"Nhật ký «{path}» không còn khớp: {what}. Chưa ghi tệp nào, chưa lấy số nào.",
            mend="khôi phục nhật ký từ bản sao lưu rồi chạy lại; đừng sửa, đừng xóa tệp này.",
        )


class BatchVoidError(KcdocsError):
    """A batch whose numbers were made void."""

    code = "BT120"
    exit_code = ExitCode.DATA

    def __init__(self, out: Path, reason: str) -> None:
        super().__init__(
            f"Đợt trong «{out}» đã hủy ({reason}); không làm tiếp được.",
            mend="lập đợt mới ở thư mục khác; các hồ sơ của đợt đã hủy được cấp số mới.",
        )


class OtherRegisterError(KcdocsError):
    """A register that does not know the block of numbers a batch has."""

    code = "BT121"
    exit_code = ExitCode.DATA

    def __init__(self, out: Path, series: str, holder: str) -> None:
        super().__init__(
            f"Sổ đăng ký không có khối số «{series}» của {holder} trong «{out}»: "
            "đây là sổ khác, hoặc bản sao cũ của sổ.",
            mend="dùng lại đúng sổ lúc bắt đầu (biến KCDOCS_REGISTER, KCDOCS_DATA) rồi chạy lại.",
        )


class LinkInsideError(KcdocsError):
    """A link where a batch keeps its own files: what is written there would land elsewhere."""

    code = "BT122"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"«{path}» là một liên kết; đợt văn bản không ghi qua liên kết trong thư mục của mình.",
            mend="xóa liên kết ấy rồi chạy lại đúng lệnh cũ với --resume.",
        )
