"""What can be wrong with a spreadsheet file as a whole."""

from __future__ import annotations

from pathlib import Path

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place


class NoSuchSheetFileError(KcdocsError):
    """The file is not there, or is a folder."""

    code = "SH101"

    def __init__(self, path: Path) -> None:
        what = "là một thư mục" if path.is_dir() else "không có"
        super().__init__(
            f"Tệp bảng tính «{path}» {what}.", mend="Kiểm tra lại tên tệp và thư mục.", place=_file(path)
        )


class NotASpreadsheetError(KcdocsError):
    """The file is no XLSX workbook, whatever its name says."""

    code = "SH102"

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"Tệp «{path.name}» không phải bảng tính XLSX đọc được: {what}.",
            mend="Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng «Excel Workbook (.xlsx)».",
            place=_file(path),
        )


class OldSpreadsheetError(KcdocsError):
    """A workbook of Excel 97–2003 (.xls) or in the binary form (.xlsb)."""

    code = "SH103"

    def __init__(self, path: Path, form: str) -> None:
        super().__init__(
            f"Tệp «{path.name}» là bảng tính dạng {form}, chưa phải .xlsx.",
            mend="Mở tệp bằng Excel, chọn «Lưu thành…» dạng «Excel Workbook (.xlsx)».",
            place=_file(path),
        )


class LockedSpreadsheetError(KcdocsError):
    """A workbook that opens only with a password."""

    code = "SH104"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp «{path.name}» được đặt mật khẩu mở tệp.",
            mend="Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), rồi lưu lại.",
            place=_file(path),
        )


class OversizedSpreadsheetError(KcdocsError):
    """An archive that unpacks to more than a spreadsheet of data ever does."""

    code = "SH105"

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"Tệp «{path.name}» giải nén ra quá lớn ({what}) nên không được mở.",
            mend="Nếu đây là dữ liệu thật, chia thành nhiều tệp hoặc lưu dạng CSV UTF-8.",
            place=_file(path),
        )


class FarCellError(KcdocsError):
    """A sheet whose outermost cells span more than can be held."""

    code = "SH106"
    exit_code = ExitCode.DATA

    def __init__(self, path: Path, sheet: str, cell: str, limit: int) -> None:
        super().__init__(
            f"Trang tính trải tới ô {cell}, hơn {limit // 1_000_000} triệu ô, nên không được mở.",
            mend="Thường là do có ô lạc ở xa: xóa các hàng, cột thừa (chọn, bấm chuột phải, «Xóa»), lưu lại;"
            " nếu dữ liệu đúng là nhiều như vậy, chia thành nhiều tệp.",
            place=Place(file=str(path), sheet=sheet, cell=cell),
        )


class UnknownCodePageError(KcdocsError):
    """A CSV file that is not Unicode."""

    code = "SH107"
    exit_code = ExitCode.DATA

    def __init__(self, path: Path, code_page: str, sample: str) -> None:
        named = f"có vẻ viết bằng {code_page}" if code_page else "không rõ bảng mã"
        read = f" (đọc được: «{sample}»)" if sample else ""
        super().__init__(
            f"Tệp «{path.name}» không phải Unicode, {named}{read}; chương trình không tự chuyển mã.",
            mend="Mở tệp bằng phần mềm đã tạo ra nó, chuyển sang Unicode, rồi lưu dạng «CSV UTF-8».",
            place=_file(path),
        )


class MalformedCsvError(KcdocsError):
    """A CSV file whose quotation marks do not close, or with a field beyond any measure."""

    code = "SH108"
    exit_code = ExitCode.DATA

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(
            f"Tệp CSV «{path.name}» sai từ dòng {line}: {what}.",
            mend="Kiểm tra dấu nháy kép ở dòng nêu trên; nháy kép trong ô phải gõ hai lần.",
            place=Place(file=str(path), line=line),
        )


def _file(path: Path) -> Place:
    return Place(file=str(path))
