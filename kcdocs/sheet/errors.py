"""What can be wrong with a spreadsheet file as a whole."""

from __future__ import annotations

from pathlib import Path

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place


class NoSuchSheetFileError(KcdocsError):
    """The file is not there, or is a folder."""

    path: Path

    code = "SH101"
    words = "Tệp bảng tính «{path}» {what}."
    mend = "Kiểm tra lại tên tệp và thư mục."

    def where(self) -> Place:
        return Place(file=str(self.path))

    @property
    def what(self) -> str:
        return "là một thư mục" if self.path.is_dir() else "không có"


class NotASpreadsheetError(KcdocsError):
    """The file is no XLSX workbook, whatever its name says."""

    path: Path
    what: str

    code = "SH102"
    words = "Tệp «{path.name}» không phải bảng tính XLSX đọc được: {what}."
    mend = "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng «Excel Workbook (.xlsx)»."

    def where(self) -> Place:
        return Place(file=str(self.path))


class OldSpreadsheetError(KcdocsError):
    """A workbook of Excel 97–2003 (.xls) or in the binary form (.xlsb)."""

    path: Path
    form: str

    code = "SH103"
    words = "Tệp «{path.name}» là bảng tính dạng {form}, chưa phải .xlsx."
    mend = "Mở tệp bằng Excel, chọn «Lưu thành…» dạng «Excel Workbook (.xlsx)»."

    def where(self) -> Place:
        return Place(file=str(self.path))


class LockedSpreadsheetError(KcdocsError):
    """A workbook that opens only with a password."""

    path: Path

    code = "SH104"
    words = "Tệp «{path.name}» được đặt mật khẩu mở tệp."
    mend = "Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), rồi lưu lại."

    def where(self) -> Place:
        return Place(file=str(self.path))


class OversizedSpreadsheetError(KcdocsError):
    """An archive that unpacks to more than a spreadsheet of data ever does."""

    path: Path
    what: str

    code = "SH105"
    words = "Tệp «{path.name}» giải nén ra quá lớn ({what}) nên không được mở."
    mend = "Nếu đây là dữ liệu thật, chia thành nhiều tệp hoặc lưu dạng CSV UTF-8."

    def where(self) -> Place:
        return Place(file=str(self.path))


class FarCellError(KcdocsError):
    """A sheet whose outermost cells span more than can be held."""

    path: Path
    sheet: str
    cell: str
    limit: int

    code = "SH106"
    exit_code = ExitCode.DATA
    words = "Trang tính trải tới ô {cell}, hơn {millions} triệu ô, nên không được mở."
    mend = (
        "Thường là do có ô lạc ở xa: xóa các hàng, cột thừa (chọn, bấm chuột phải, «Xóa»), lưu lại; nếu "
        "dữ liệu đúng là nhiều như vậy, chia thành nhiều tệp."
    )

    def where(self) -> Place:
        return Place(file=str(self.path), sheet=self.sheet, cell=self.cell)

    @property
    def millions(self) -> int:
        return self.limit // 1_000_000


class UnknownCodePageError(KcdocsError):
    """A CSV file that is not Unicode."""

    path: Path
    code_page: str
    sample: str

    code = "SH107"
    exit_code = ExitCode.DATA
    words = "Tệp «{path.name}» không phải Unicode, {named}{read}; chương trình không tự chuyển mã."
    mend = "Mở tệp bằng phần mềm đã tạo ra nó, chuyển sang Unicode, rồi lưu dạng «CSV UTF-8»."

    def where(self) -> Place:
        return Place(file=str(self.path))

    @property
    def named(self) -> str:
        return f"có vẻ viết bằng {self.code_page}" if self.code_page else "không rõ bảng mã"

    @property
    def read(self) -> str:
        return f" (đọc được: «{self.sample}»)" if self.sample else ""


class MalformedCsvError(KcdocsError):
    """A CSV file whose quotation marks do not close, or with a field beyond any measure."""

    path: Path
    line: int
    what: str

    code = "SH108"
    exit_code = ExitCode.DATA
    words = "Tệp CSV «{path.name}» sai từ dòng {line}: {what}."
    mend = "Kiểm tra dấu nháy kép ở dòng nêu trên; nháy kép trong ô phải gõ hai lần."

    def where(self) -> Place:
        return Place(file=str(self.path), line=self.line)
