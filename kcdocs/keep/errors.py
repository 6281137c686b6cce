"""What goes wrong with what a user keeps."""

from __future__ import annotations

from pathlib import Path

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place


class NewerDataError(KcdocsError):
    """A newer program wrote the data folder."""

    folder: Path
    found: str
    known: int

    code = "KP201"
    exit_code = ExitCode.ENVIRONMENT
    words = (
        "Thư mục dữ liệu «{folder}» do bản kcdocs mới hơn ghi (dạng {found}, bản này đọc đến dạng {known}); "
        "chưa đọc, chưa ghi gì."
    )
    mend = "Cập nhật kcdocs trên máy này; hoặc đặt KCDOCS_DATA là thư mục khác."

    def where(self) -> Place:
        """The folder."""
        return Place(file=str(self.folder))


class BusyDataError(KcdocsError):
    """Another command, or the page, is at work with the data folder."""

    folder: Path
    why: str

    code = "KP202"
    exit_code = ExitCode.ENVIRONMENT
    words = "Dữ liệu ở «{folder}» {why}; chưa thay đổi gì."
    mend = "Đóng trang kcdocs và đợi các lệnh kcdocs khác xong, rồi chạy lại lệnh này."


class BackupInsideError(KcdocsError):
    """A backup that would lie in the very folder it is to save."""

    path: Path

    code = "KP203"
    exit_code = ExitCode.USAGE
    words = "«{path}» nằm trong chính thư mục dữ liệu: mất thư mục ấy thì mất cả bản sao lưu; chưa ghi gì."
    mend = "Chọn nơi khác, tốt nhất là một ổ đĩa hoặc máy khác."


class NothingKeptError(KcdocsError):
    """A data folder in which there is nothing to save."""

    folder: Path

    code = "KP204"
    exit_code = ExitCode.FILE
    words = "Thư mục dữ liệu «{folder}» chưa có gì để sao lưu."
    mend = "Dữ liệu ở nơi khác thì đặt KCDOCS_DATA là thư mục ấy rồi chạy lại lệnh."


class DataStandsError(KcdocsError):
    """A data folder that has data already, where a backup is to be laid down."""

    folder: Path

    code = "KP205"
    exit_code = ExitCode.FILE
    words = "Thư mục dữ liệu «{folder}» đã có dữ liệu; chưa khôi phục gì."
    mend = "Thêm --force để cất nguyên thư mục ấy sang bên cạnh rồi khôi phục vào chỗ của nó."


class NoRoomError(KcdocsError):
    """A disk that has no room for what is to be laid down."""

    folder: Path
    needed: int
    free: int

    code = "KP206"
    exit_code = ExitCode.FILE
    words = "Ổ đĩa của «{folder}» chỉ còn {left} MB trống, cần {wanted} MB; chưa khôi phục gì."
    mend = "Dọn bớt ổ đĩa, hoặc đặt KCDOCS_DATA ở ổ đĩa khác."

    @property
    def left(self) -> int:
        """Megabytes that are free."""
        return self.free // 2**20

    @property
    def wanted(self) -> int:
        """Megabytes that are needed, rounded up."""
        return -(-self.needed // 2**20)
