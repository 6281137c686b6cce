"""What can go wrong on the way from a browser."""

from __future__ import annotations

from datetime import datetime

from kcdocs.errors import ExitCode, KcdocsError


class PortTakenError(KcdocsError):
    """Another program listens where the page was to."""

    port: int

    code = "WB101"
    exit_code = ExitCode.ENVIRONMENT
    words = "Cổng {port} của máy này đang có chương trình khác dùng."
    mend = "Bỏ --port để kcdocs tự chọn cổng, hoặc chọn số khác."


class NotPrivateError(KcdocsError):
    """The folder of the page is open to other users, or is a link."""

    folder: str

    code = "WB102"
    exit_code = ExitCode.ENVIRONMENT
    words = "Thư mục «{folder}» không phải của riêng anh, chị, nên trang không giữ khóa và tệp ở đó."
    mend = "Đổi tên thư mục ấy rồi chạy lại; kcdocs lập thư mục mới chỉ anh, chị mở được."


class AtWorkError(KcdocsError):
    """Restoring was asked for while work goes on beside the page."""

    code = "WB111"
    words = "Đang có việc chạy bên cạnh trang (lập hàng loạt, đọc góp ý, thêm vào kho…); chưa khôi phục gì."
    mend = "Đợi việc ấy xong, hoặc mở nó và bấm «Dừng lại», rồi khôi phục."


class SentTooMuchError(KcdocsError):
    """More was sent than the page takes."""

    limit: int

    code = "WB103"
    words = "Tệp quá lớn: kcdocs nhận tệp đến {limit} MB. Tệp chưa được giữ lại."
    mend = "Tách bản quét thành nhiều tệp, rồi thả từng tệp."


class SilentSenderError(KcdocsError):
    """A sender stopped sending."""

    code = "WB104"
    words = "Tệp chưa gửi xong thì bị ngắt. Tệp chưa được giữ lại."
    mend = "Thả lại tệp."


class NothingThereError(KcdocsError):
    """An address of the page under which there is nothing, or no longer."""

    what: str

    code = "WB105"
    words = "Không còn {what} này."
    mend = "Về trang chính để chọn việc khác, hoặc thả lại tệp."


class UnclearRequestError(KcdocsError):
    """What the browser sent does not say what to do."""

    what: str

    code = "WB106"
    exit_code = ExitCode.USAGE
    words = "Trang chưa hiểu yêu cầu này ({what})."
    mend = "Tải lại trang rồi làm lại."


class OtherShortcutError(KcdocsError):
    """Another file of the shortcut's name stands on the desktop."""

    path: str

    code = "WB107"
    words = "Trên màn hình đã có tệp khác cùng tên «{path}»; chưa ghi đè."
    mend = "Đổi tên hoặc xóa tệp ấy rồi chạy lại lệnh."


class StaleDraftError(KcdocsError):
    """A draft that another tab kept since it was opened here."""

    changed: float

    code = "WB108"
    words = "Bản nháp này vừa được sửa ở một thẻ khác lúc {when}."
    mend = "Chữ ở thẻ này chưa mất: giữ thành bản nháp mới, hoặc tải lại trang để xem bản kia."

    @property
    def when(self) -> str:
        return datetime.fromtimestamp(self.changed).astimezone().strftime("%H:%M")


class BadDayError(KcdocsError):
    """Words that are no day."""

    typed: str

    code = "WB109"
    words = "«{typed}» không phải một ngày."
    mend = "Ghi ngày như 27/12/2024."


class BadNumbersError(KcdocsError):
    """Words that are no numbers of a register."""

    typed: str

    code = "WB110"
    words = "«{typed}» không phải số."
    mend = "Ghi số như 41, nhiều số như 41, 43-45; từ 1 đến 999999."
