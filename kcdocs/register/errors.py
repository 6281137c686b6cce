"""What goes wrong in the register."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.register import limits
from kcdocs.register.nouns import Number, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in short: "41–43, 45"; of many ranges the first twenty."""
    counted = groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in run] for _, run in counted]
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(told[: limits.RANGES_SHOWN]) + (" …" if len(told) > limits.RANGES_SHOWN else "")


class RegisterUnreachableError(KcdocsError):
    """A register that cannot be opened.

    Args:
        address: Where it is, without a password.
        why: Why not, in Vietnamese.
    """

    address: str
    why: str

    code = "RG001"
    exit_code = ExitCode.ENVIRONMENT
    words = "Không mở được sổ đăng ký số «{address}»: {why}."
    mend = "Kiểm tra địa chỉ sổ (biến KCDOCS_REGISTER), quyền ghi, và máy chủ PostgreSQL nếu có."


class NetworkDriveError(KcdocsError):
    """A SQLite register on a network drive, where locks do not hold."""

    path: str
    kind: str

    code = "RG002"
    exit_code = ExitCode.ENVIRONMENT
    words = (
        "Sổ đăng ký số «{path}» nằm trên ổ mạng ({kind}); khóa tệp ở đó không bảo đảm, hai máy có thể "
        "lấy trùng số."
    )
    mend = "Để sổ trên ổ của máy này, hoặc dùng chung qua PostgreSQL: KCDOCS_REGISTER=postgresql://…."


class RegisterNewerError(KcdocsError):
    """A register that a newer program made."""

    address: str
    found: int
    known: int

    code = "RG003"
    exit_code = ExitCode.ENVIRONMENT
    words = (
        "Sổ đăng ký số «{address}» do bản kcdocs mới hơn lập (dạng sổ {found}, bản này chỉ đọc được đến "
        "dạng {known}); chưa động vào sổ."
    )
    mend = "Cài bản kcdocs mới nhất trên máy này rồi chạy lại."


class RegisterFailedError(KcdocsError):
    """A register that gave way while it was used."""

    address: str
    why: str

    code = "RG004"
    exit_code = ExitCode.ENVIRONMENT
    words = "Sổ đăng ký số «{address}» không dùng được: {why}."
    mend = "Kiểm tra tệp hoặc máy chủ của sổ; sổ hỏng thì khôi phục từ bản sao lưu."


class SeriesUnknownError(KcdocsError):
    """A series that was never opened."""

    series: str

    code = "RG101"
    exit_code = ExitCode.DATA
    words = "Sổ đăng ký chưa có dãy số «{series}»."
    mend = 'Mở dãy số: kcdocs register open "{series}" --next 1 (hoặc số kế tiếp của sổ đang dùng).'


class SeriesOpenError(KcdocsError):
    """A series that has given numbers already cannot be opened again."""

    series: str
    following: int

    code = "RG102"
    exit_code = ExitCode.DATA
    words = "Dãy số «{series}» đã mở; số kế tiếp là {following}."
    mend = "Cứ lấy số tiếp theo; muốn bỏ một số, dùng kcdocs register release kèm lý do."


class NumbersTakenError(KcdocsError):
    """Numbers asked for that are already given."""

    series: str
    numbers: Sequence[int]

    code = "RG103"
    exit_code = ExitCode.DATA
    words = "Dãy số «{series}» đã cấp các số: {taken}."
    mend = "Sửa số trong dữ liệu, hoặc xóa cột số để kcdocs tự lấy số kế tiếp."

    @property
    def taken(self) -> str:
        return ranges(self.numbers)


class NumbersAheadError(KcdocsError):
    """Numbers asked for that would leave a hole before them."""

    series: str
    following: int
    hole: int

    code = "RG104"
    exit_code = ExitCode.DATA
    words = "Số kế tiếp của dãy «{series}» là {following}; các số xin cấp bỏ cách số {hole}."
    mend = "Bắt đầu từ số {following}, hoặc bỏ trống một số có lý do: kcdocs register release."


class NotHeldError(KcdocsError):
    """Numbers that are not held, so can be neither confirmed nor released.

    Args:
        series: The book.
        numbers: Each of them, and what the register knows of it; None where it knows nothing.
    """

    series: str
    numbers: Mapping[int, Number | None]

    code = "RG105"
    exit_code = ExitCode.DATA
    words = "Dãy số «{series}»: {known}."
    mend = "{advice}"

    @property
    def known(self) -> str:
        return _every(self.numbers)

    @property
    def advice(self) -> str:
        issued = [
            number for number, known in self.numbers.items() if known and known.state is State.CONFIRMED
        ]
        if not issued:
            return f'Xem các số và trạng thái: kcdocs register list "{self.series}".'
        told = f'"{self.series}" {" ".join(map(str, issued[: limits.RANGES_SHOWN]))}'
        return f'Số đã cấp không bỏ trống được; muốn hủy: kcdocs register void {told} --reason "lý do".'


class NotIssuedError(KcdocsError):
    """Numbers that no document bears, so that none can be made void."""

    series: str
    numbers: Mapping[int, Number | None]

    code = "RG107"
    exit_code = ExitCode.DATA
    words = "Chỉ hủy được số đã cấp. Dãy số «{series}»: {known}."
    mend = "Số đang giữ thì bỏ trống: kcdocs register release; xem các số: kcdocs register list."

    @property
    def known(self) -> str:
        return _every(self.numbers)


class BadSeriesError(KcdocsError):
    """Words that name no series."""

    said: str

    code = "RG106"
    exit_code = ExitCode.USAGE
    words = "«{said:.120}» không phải tên một dãy số."
    mend = "Ghi loại văn bản, cơ quan và năm, ví dụ «QĐ-BCT/2026»."


class NumbersExhaustedError(KcdocsError):
    """Numbers beyond the highest there is."""

    series: str
    following: int
    count: int

    code = "RG108"
    exit_code = ExitCode.DATA
    words = "Dãy số «{series}» chỉ có đến số {highest}: số kế tiếp là {following}, không lấy được {count} số."
    mend = "Xem lại số cần lấy; đợt lớn thì chia thành nhiều dãy số."

    @property
    def highest(self) -> int:
        return limits.MOST_NUMBER


class RecordsNumberedError(KcdocsError):
    """Records that have a number already, found at the very moment of giving new ones."""

    numbers: Iterable[Number]

    code = "RG109"
    exit_code = ExitCode.DATA
    words = "Hồ sơ đã được cấp số: {issued}."
    mend = "Mỗi hồ sơ chỉ một số; thật sự muốn cấp số lần nữa thì thêm --again."

    @property
    def issued(self) -> str:
        return issued_words(self.numbers)


class ReasonMissingError(KcdocsError):
    """No reason where the register must keep one."""

    code = "RG110"
    exit_code = ExitCode.USAGE
    words = "Chưa ghi lý do; lý do được giữ mãi trong sổ."
    mend = 'Ghi rõ, ví dụ --reason "rút hồ sơ".'


class HolderUnknownError(KcdocsError):
    """A batch that holds no number of the register."""

    holder: str

    code = "RG111"
    exit_code = ExitCode.DATA
    words = "Sổ đăng ký không có số nào đang giữ hay đã cấp cho «{holder}»."
    mend = 'Ghi thư mục của đợt, hoặc tên đợt như trong cột người giữ: kcdocs register list "DÃY-SỐ".'


class BookFaultsError(FindingsError):
    """A book that cannot be taken in as it is."""

    code = "RG112"
    exit_code = ExitCode.DATA
    words = "Sổ cũ có {count} lỗi; chưa ghi gì vào sổ đăng ký.{rest}"
    mend = "Sửa bảng rồi chạy lại; thêm --dry-run để chỉ kiểm tra."
    most = limits.FAULTS_SHOWN

    @property
    def rest(self) -> str:
        return f" Dưới đây là {self.most} lỗi đầu." if self.count > self.most else ""


def issued_words(numbers: Iterable[Number]) -> str:
    """Which numbers records have: "41–43 của dãy QĐ-BCT/2026, ngày 05/5/2026, đợt dot-1 (3f9a21bc)"."""
    order = sorted(numbers, key=lambda item: (*_source(item), item.number))
    runs = [(key, [item.number for item in run]) for key, run in groupby(order, _source)]
    told = [f"{ranges(run)} của dãy {series}, {day}, {holder}" for (series, day, holder), run in runs]
    return "; ".join(told[: limits.RANGES_SHOWN]) + (" …" if len(told) > limits.RANGES_SHOWN else "")


def _source(number: Number) -> tuple[str, str, str]:
    day = f"{number.at.astimezone():%d/%m/%Y}"
    held = "đang giữ từ ngày" if number.state is State.RESERVED else "ngày"
    return str(number.series), f"{held} {day}", number.holder


def _every(numbers: Mapping[int, Number | None]) -> str:
    told = [f"số {number} {_known(known)}" for number, known in numbers.items()]
    return "; ".join(told[: limits.RANGES_SHOWN]) + (" …" if len(told) > limits.RANGES_SHOWN else "")


def _known(known: Number | None) -> str:
    if known is None:
        return "chưa giữ cho ai"
    match known.state:
        case State.CONFIRMED:
            return f"đã cấp cho «{known.document or known.holder}»"
        case State.RESERVED:
            return f"đang giữ cho «{known.holder}»"
        case State.RELEASED | State.VOID:
            return f"đã {known.state} ({known.reason})"


class PlaceNotPrivateError(KcdocsError):
    """Others may read or write where a user's choice of the register is kept."""

    path: str

    code = "RG113"
    exit_code = ExitCode.ENVIRONMENT
    words = (
        "Nơi đặt sổ đăng ký số ghi ở «{path}», mà thư mục ấy không phải của riêng anh, chị: chưa dùng sổ nào."
    )
    mend = "Đóng thư mục ấy lại cho riêng mình, hoặc xóa nó rồi chọn lại nơi đặt sổ."
