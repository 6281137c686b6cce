"""What can go wrong with a batch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.batch import limits
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.files import trouble
from kcdocs.model.folding import folded
from kcdocs.register.errors import issued_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kcdocs.model.finding import Finding
    from kcdocs.register.errors import RegisterFailedError
    from kcdocs.register.nouns import Number


class BatchFaultsError(FindingsError):
    """Records that cannot be made into documents.

    Args:
        every: All faults of all records.
        good: How many records have none.
        until: The record at which checking stopped since there were too many faults; empty if it did not.
    """

    good: int
    until: str = ""

    code = "BT101"
    exit_code = ExitCode.DATA
    words = "Dữ liệu có {count} lỗi ({summary}); {good} hồ sơ không có lỗi. Chưa ghi tệp nào.{stopped}{rest}"
    mend = (
        "Sửa dữ liệu rồi chạy lại; --marked TỆP.xlsx ghi bảng đánh dấu từng ô sai, --keep-going chỉ lập các "
        "hồ sơ đúng."
    )
    most = limits.FAULTS_SHOWN

    @property
    def summary(self) -> str:
        kinds = Counter(finding.code for finding in self.every).most_common()
        return ", ".join(f"{code}: {count}" for code, count in kinds)

    @property
    def stopped(self) -> str:
        return f" Đã dừng kiểm tra ở {self.until} vì có quá nhiều lỗi." if self.until else ""

    @property
    def rest(self) -> str:
        return (
            f" Dưới đây là {limits.FAULTS_SHOWN} lỗi đầu."
            if len(folded(self.every)) > limits.FAULTS_SHOWN
            else ""
        )


class RecordsIssuedError(BatchFaultsError):
    """Records that have a number already, nothing else being wrong.

    Args:
        every: One fault for each of them.
        good: How many records have no number.
        until: As in `BatchFaultsError`.
        numbers: The numbers they have.
    """

    numbers: Sequence[Number] = ()

    code = "BT118"
    words = (
        "{count} hồ sơ đã được cấp số: {issued}; {good} hồ sơ chưa có số. "
        "Chưa ghi tệp nào, chưa lấy số nào.{stopped}{rest}"
    )
    mend = "Mỗi hồ sơ chỉ một số; thật sự muốn cấp số lần nữa thì thêm --again{otherwise}."

    @property
    def findings(self) -> Sequence[Finding]:
        return super().findings if self.good else ()

    @property
    def issued(self) -> str:
        return issued_words(self.numbers)

    @property
    def stopped(self) -> str:
        return f" Đã dừng kiểm tra ở {self.until}." if self.until else ""

    @property
    def rest(self) -> str:
        return (
            f" Dưới đây là {limits.FAULTS_SHOWN} hồ sơ đầu."
            if self.good and self.count > limits.FAULTS_SHOWN
            else ""
        )

    @property
    def otherwise(self) -> str:
        return "; chỉ lập các hồ sơ chưa có số thì thêm --keep-going" if self.good else ""


class FolderInUseError(KcdocsError):
    """The folder holds something already."""

    out: Path
    batch: bool

    code = "BT102"
    words = "Thư mục «{out}» {what}; chưa ghi tệp nào."
    mend = "{advice}"

    @property
    def what(self) -> str:
        return "đã có một đợt văn bản" if self.batch else "không trống"

    @property
    def advice(self) -> str:
        return (
            "Chạy lại đúng lệnh cũ với --resume để làm tiếp, hoặc chọn thư mục khác."
            if self.batch
            else "Mỗi đợt cần một thư mục riêng: chọn một thư mục mới."
        )


class NothingToResumeError(KcdocsError):
    """The folder holds no batch to go on with."""

    out: Path

    code = "BT103"
    words = "Thư mục «{out}» không có nhật ký của đợt nào để làm tiếp."
    mend = (
        "Xem lại --out; nếu thư mục nằm trên ổ mạng, nối lại ổ trước. Chỉ bỏ --resume khi muốn bắt đầu "
        "đợt mới."
    )


class ChangedSinceError(KcdocsError):
    """The data, the template or the options are not those the batch began with."""

    out: Path
    what: str

    code = "BT104"
    exit_code = ExitCode.DATA
    words = "Không làm tiếp được đợt trong «{out}»: {what} đã khác so với khi bắt đầu."
    mend = "Dùng lại đúng dữ liệu, bộ mẫu và tùy chọn cũ; dữ liệu mới thì lập đợt mới ở thư mục khác."


class BusyBatchError(KcdocsError):
    """Another process is at work on the very batch."""

    out: Path

    code = "BT105"
    words = "Một tiến trình khác đang lập đợt trong «{out}»."
    mend = "Chờ tiến trình đó xong, hoặc dừng nó rồi chạy lại với --resume."


class BatchStoppedError(KcdocsError):
    """The batch was stopped by the user."""

    done: int
    total: int
    prints: int = 0

    code = "BT106"
    exit_code = ExitCode.INTERRUPTED
    words = "Đã dừng theo yêu cầu: xong {done}/{total} văn bản{left}, không có tệp dở dang."
    mend = "Làm tiếp bằng đúng lệnh cũ, thêm --resume."

    @property
    def left(self) -> str:
        return f", còn {self.prints} tệp PDF chưa tạo" if self.prints else ""


class BatchBrokenError(KcdocsError):
    """The disk or the network gave way."""

    done: int
    total: int
    fault: OSError

    code = "BT107"
    words = "Không ghi được {trouble}: xong {done}/{total} văn bản, không có tệp dở dang."
    mend = (
        "Đóng tệp nếu đang mở, giải phóng dung lượng đĩa, nối lại ổ mạng, kiểm tra quyền ghi, rồi chạy "
        "lại đúng lệnh cũ với --resume."
    )

    @property
    def trouble(self) -> str:
        return trouble(self.fault)


class BrokenJournalError(KcdocsError):
    """A journal that this program did not write."""

    path: Path
    line: int

    code = "BT108"
    words = "Nhật ký «{path}» hỏng ở dòng {line}."
    mend = "Khôi phục tệp này từ bản sao lưu rồi chạy lại."


class WorkerLostError(KcdocsError):
    """A process that made documents died."""

    done: int
    total: int

    code = "BT109"
    exit_code = ExitCode.ENVIRONMENT
    words = "Một tiến trình con dừng đột ngột: xong {done}/{total} văn bản, không có tệp dở dang."
    mend = "Chạy lại đúng lệnh cũ với --resume; nếu máy thiếu bộ nhớ, giảm --jobs."


class NoManifestError(KcdocsError):
    """A folder without a batch's list of documents."""

    folder: Path

    code = "BT110"
    words = "Thư mục «{folder}» không có bảng kê đọc được của một đợt văn bản (bang-ke.json)."
    mend = "Đợt chưa xong thì chạy lại lệnh batch với --resume; một văn bản thì chỉ thẳng tệp .docx."


class NoClusterError(KcdocsError):
    """A cluster that cannot be used."""

    address: str
    why: str

    code = "BT111"
    exit_code = ExitCode.ENVIRONMENT
    words = "Không dùng được cụm máy «{address}»: {why}."
    mend = (
        "Cài kcdocs[cluster], chạy «dask scheduler» và «dask worker» trên các máy rồi thử lại, hoặc bỏ "
        "--cluster."
    )


class RegisterLostError(KcdocsError):
    """The register went away while the batch was made."""

    done: int
    total: int
    fault: RegisterFailedError

    code = "BT112"
    exit_code = ExitCode.ENVIRONMENT
    words = "Mất liên lạc với sổ đăng ký số ({fault.why}): xong {done}/{total} văn bản, không mất số nào."
    mend = "Kiểm tra máy chủ hoặc tệp của sổ, rồi chạy lại đúng lệnh cũ với --resume."


class FolderLostError(KcdocsError):
    """The batch's folder is no longer the one it began in: its disk or network share went away."""

    done: int
    total: int
    out: Path

    code = "BT113"
    exit_code = ExitCode.ENVIRONMENT
    words = (
        "Không còn thấy thư mục «{out}» của đợt, có lẽ ổ mạng hoặc ổ rời đã bị ngắt: xong {done}/{total} "
        "văn bản, không mất số nào."
    )
    mend = "Nối lại ổ rồi chạy lại đúng lệnh cũ với --resume; đừng bắt đầu đợt mới."


class OtherSetError(KcdocsError):
    """A worker's set is not the one the plan was made by."""

    machine: str
    version: str

    code = "BT114"
    exit_code = ExitCode.TEMPLATE
    words = "Bộ mẫu {version} trên máy «{machine}» khác với bộ mẫu đã dùng để kiểm tra dữ liệu."
    mend = (
        "Chép cùng một bộ mẫu sang mọi máy, đừng sửa mẫu khi đợt đang chạy, rồi chạy lại đúng lệnh cũ "
        "với --resume."
    )


class ClusterLostError(KcdocsError):
    """The cluster was lost while it was at work."""

    address: str

    code = "BT115"
    exit_code = ExitCode.ENVIRONMENT
    words = "Mất liên lạc với cụm máy «{address}» khi đang làm; không có tệp dở dang, không mất số nào."
    mend = "Xem bộ điều phối và các máy của cụm còn chạy không, rồi chạy lại lệnh cũ với --resume."


class TooManyToMergeError(KcdocsError):
    """More documents than one Word file takes."""

    count: int
    most: int

    code = "BT116"
    exit_code = ExitCode.DATA
    words = (
        "--merge gộp được nhiều nhất {most} văn bản vào một tệp Word, mà dữ liệu có {count} văn bản. "
        "Lệnh này chưa ghi tệp nào, chưa lấy số nào."
    )
    mend = "Bỏ --merge và dùng --pdf để in, hoặc chia dữ liệu thành các đợt không quá {most} văn bản."


class MergedInsideError(KcdocsError):
    """The merged file would lie among the documents of the batch."""

    merge: Path
    out: Path

    code = "BT117"
    exit_code = ExitCode.USAGE
    words = "Tệp gộp «{merge}» nằm trong thư mục của đợt «{out}», nơi chỉ chứa văn bản của đợt."
    mend = "Đặt tệp gộp ở ngoài thư mục ấy, ví dụ ngay bên cạnh."


class JournalLostError(KcdocsError):
    """A journal that no longer tells what stands beside it, so that records would get a second number."""

    path: Path
    what: str

    code = "BT119"
    exit_code = ExitCode.DATA
    words = "Nhật ký «{path}» không còn khớp: {what}. Chưa ghi tệp nào, chưa lấy số nào."
    mend = "Khôi phục nhật ký từ bản sao lưu rồi chạy lại; đừng sửa, đừng xóa tệp này."


class BatchVoidError(KcdocsError):
    """A batch whose numbers were made void."""

    out: Path
    reason: str

    code = "BT120"
    exit_code = ExitCode.DATA
    words = "Đợt trong «{out}» đã hủy ({reason}); không làm tiếp được."
    mend = "Lập đợt mới ở thư mục khác; các hồ sơ của đợt đã hủy được cấp số mới."


class OtherRegisterError(KcdocsError):
    """A register that does not know the block of numbers a batch has."""

    out: Path
    series: str
    holder: str

    code = "BT121"
    exit_code = ExitCode.DATA
    words = (
        "Sổ đăng ký không có khối số «{series}» của {holder} trong «{out}»: đây là sổ khác, hoặc bản sao "
        "cũ của sổ."
    )
    mend = "Dùng lại đúng sổ lúc bắt đầu (biến KCDOCS_REGISTER, KCDOCS_DATA) rồi chạy lại."


class LinkInsideError(KcdocsError):
    """A link where a batch keeps its own files: what is written there would land elsewhere."""

    path: Path

    code = "BT122"
    words = "«{path}» là một liên kết; đợt văn bản không ghi qua liên kết trong thư mục của mình."
    mend = "Xóa liên kết ấy rồi chạy lại đúng lệnh cũ với --resume."
