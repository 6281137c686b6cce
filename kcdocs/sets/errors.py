"""What can be wrong with a set, its versions or the data given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


class UnknownSetError(KcdocsError):
    """No set bears the name."""

    name: str
    known: Sequence[str]
    near: str = ""

    code = "TP301"
    exit_code = ExitCode.TEMPLATE
    words = "Không có bộ mẫu «{name}».{guess}"
    mend = "Các bộ mẫu hiện có: {listed}."

    @property
    def guess(self) -> str:
        return f" Có phải là «{self.near}»?" if self.near else ""

    @property
    def listed(self) -> str:
        return ", ".join(self.known) or "chưa có bộ nào"


class UnknownVersionError(KcdocsError):
    """The set has no such version."""

    name: str
    version: str
    known: Sequence[str]

    code = "TP302"
    exit_code = ExitCode.TEMPLATE
    words = "Bộ mẫu «{name}» không có phiên bản «{version}»."
    mend = "Các phiên bản hiện có: {known}."


class RecordError(KcdocsError):
    """Something about one record keeps its version from being chosen."""


class NoVersionInForceError(RecordError):
    """No version of the set is in force on the date."""

    name: str
    on: date
    periods: Sequence[str]
    place: Place | None = None

    code = "TP303"
    exit_code = ExitCode.TEMPLATE
    words = "Bộ mẫu «{name}» không có phiên bản nào dùng cho văn bản ngày {day}."
    mend = "Các phiên bản: {listed}. Xem lại ngày, hoặc chọn «{name}@PHIÊN-BẢN»."

    @property
    def day(self) -> str:
        return short_date(self.on)

    @property
    def listed(self) -> str:
        return "; ".join(self.periods)


class BrokenSetError(KcdocsError):
    """A file of the set is missing or cannot be read as what it should be."""

    path: Path
    reason: str

    code = "TP304"
    exit_code = ExitCode.TEMPLATE
    words = "Bộ mẫu có tệp hỏng hoặc thiếu: «{path}» ({reason})."
    mend = "Xem mô tả các tệp của một bộ mẫu trong hướng dẫn, hoặc cài lại kcdocs."


class ChangedReleaseError(KcdocsError):
    """A released version is no longer what was released."""

    name: str

    code = "TP305"
    exit_code = ExitCode.TEMPLATE
    words = "Phiên bản đã phát hành «{name}» bị sửa: mã băm không khớp với templates/released.toml."
    mend = "Khôi phục các tệp của phiên bản ấy; muốn sửa mẫu thì lập phiên bản mới."


class DateNeededError(RecordError):
    """Neither the record nor the command says the document's date, so no version can be chosen."""

    place: Place

    code = "TP306"
    exit_code = ExitCode.DATA
    words = "Chưa biết ngày của văn bản nên không chọn được phiên bản mẫu."
    mend = "Ghi trường «ngay» trong hồ sơ, hoặc thêm --date, ví dụ --date 2024-12-27."


class DateConflictError(RecordError):
    """The record and the command name different dates."""

    recorded: date
    asked: date
    place: Place

    code = "TP307"
    exit_code = ExitCode.DATA
    words = "Hồ sơ ghi ngày {recorded_day} nhưng --date là {asked_day}."
    mend = "Bỏ --date, hoặc sửa trường «ngay» (ghi «để trống» nếu văn thư điền ngày sau)."

    @property
    def recorded_day(self) -> str:
        return short_date(self.recorded)

    @property
    def asked_day(self) -> str:
        return short_date(self.asked)


class NoTransitionError(RecordError):
    """The record declares the transitional regime, but the set has no version kept for it."""

    name: str
    place: Place

    code = "TP308"
    exit_code = ExitCode.DATA
    words = "Bộ mẫu «{name}» không có mẫu nào dùng cho quy định chuyển tiếp."
    mend = "Bỏ trường «che_do_chuyen_tiep», hoặc chỉ định phiên bản bằng tên «BỘ-MẪU@PHIÊN-BẢN»."


class AlreadyReleasedError(KcdocsError):
    """The version was released before."""

    name: str

    code = "TP309"
    exit_code = ExitCode.TEMPLATE
    words = "Phiên bản «{name}» đã phát hành nên không phát hành lại được."
    mend = "Muốn sửa mẫu thì lập phiên bản mới."


class BusySetsError(KcdocsError):
    """Another process is changing the folder of sets."""

    folder: Path

    code = "TP355"
    exit_code = ExitCode.TEMPLATE
    words = "Một lệnh khác đang lập hoặc phát hành bộ mẫu trong thư mục «{folder}»."
    mend = "Chờ lệnh ấy xong rồi chạy lại."


class ContractError(FindingsError):
    """The data is not what the set's version needs."""

    name: str

    code = "TP310"
    exit_code = ExitCode.DATA
    words = "Dữ liệu chưa đúng với bộ mẫu {name}: {count} lỗi; chưa tạo tệp nào."
    mend = "Sửa các chỗ nêu trên; xem các trường bằng lệnh «kcdocs templates show {name}»."


class BadSetNameError(KcdocsError):
    """The name of a new set will not do."""

    name: str

    code = "TP352"
    exit_code = ExitCode.USAGE
    words = "Tên bộ mẫu «{name}» không dùng được."
    mend = "Dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ giay-moi."


class SetExistsError(KcdocsError):
    """A set of the name is there."""

    name: str

    code = "TP353"
    exit_code = ExitCode.USAGE
    words = "Đã có bộ mẫu «{name}»."
    mend = "Chọn tên khác; muốn sửa bộ mẫu ấy thì chạy «kcdocs templates update {name} --from TỆP.docx»."


class BrokenTemplateError(FindingsError):
    """The template has faults."""

    name: str

    code = "TP354"
    exit_code = ExitCode.TEMPLATE
    most = 20
    words = "Mẫu «{name}» còn {count} lỗi."
    mend = (
        "Sửa các chỗ nêu trên trong tệp Word rồi chạy lại; «kcdocs templates check {name} --comments "
        "TỆP.docx» ghi bản sao có chú thích ở từng chỗ."
    )


class ShippedSetError(KcdocsError):
    """The set is none of the user's own folder, so it is not changed."""

    name: str

    code = "TP379"
    exit_code = ExitCode.USAGE
    words = "Bộ mẫu «{name}» không nằm trong thư mục bộ mẫu của đơn vị nên không sửa được."
    mend = "Lập bộ mẫu riêng từ tệp Word của nó: kcdocs templates new TÊN-MỚI --from TỆP.docx."


class NewVersionDayError(KcdocsError):
    """A new version is to start from a released one, and nobody said from which day it is used."""

    name: str
    number: str

    code = "TP380"
    exit_code = ExitCode.USAGE
    words = "Phiên bản «{name}» đã phát hành nên giữ nguyên; thay đổi này lập phiên bản {number}."
    mend = "Cho biết phiên bản mới dùng cho văn bản từ ngày nào: thêm --since NGÀY."


class NothingToUpdateError(KcdocsError):
    """A released version is to be changed, and nothing new was given."""

    name: str

    code = "TP381"
    exit_code = ExitCode.USAGE
    words = "Phiên bản «{name}» đã phát hành và lệnh này không nêu thay đổi nào."
    mend = "Thêm --from TỆP.docx (tệp Word đã sửa) hoặc --fields TỆP.xlsx (bảng trường đã sửa)."
