"""What may be wrong with a dossier."""

from __future__ import annotations

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError
from kcdocs.model.finding import Severity


class DossierFaultsError(FindingsError):
    """The papers of a dossier cannot be made, or do not agree."""

    code = "DS100"
    exit_code = ExitCode.DATA
    words = "Hồ sơ có {count} lỗi; chưa tạo tệp nào."
    mend = "Sửa các chỗ nêu dưới đây rồi chạy lại."


SHAPE = Declared(
    "DS101",
    Severity.ERROR,
    "Something in the record of a dossier that is not of its form.",
    "{what}",
    mend="Tệp hồ sơ có các mục: ten, giai_doan, chung, van_ban; mỗi văn bản có bo_mau, hoặc tai_lieu và tep.",
)
TOLD_TWICE = Declared(
    "DS102",
    Severity.ERROR,
    "A paper says otherwise than what is common to the dossier.",
    "«{field}» của văn bản này khác với phần chung của hồ sơ.",
    expected="{common}",
    mend="Bỏ ô này ở văn bản để lấy theo phần chung, hoặc sửa phần chung.",
)
DATES = Declared(
    "DS103",
    Severity.WARNING,
    "A paper is dated before the paper that stands before it.",
    "Văn bản «{title}» ghi {day}, trước văn bản đứng trên nó ({before}).",
    mend="Xếp các văn bản theo thứ tự thời gian, hoặc sửa ngày.",
)
ABSENT = Declared(
    "DS104",
    Severity.WARNING,
    "A paper that the law asks for at this stage is not there.",
    "Hồ sơ ở bước {stage} chưa có: {paper}.",
    mend="Thêm văn bản này vào «van_ban»; nếu lập ở nơi khác thì ghi tai_lieu và tep.",
)
UNUSED = Declared(
    "DS105",
    Severity.WARNING,
    "Something common that no paper of the dossier uses.",
    "Không văn bản nào của hồ sơ dùng mục chung «{field}».",
    mend="Xem tên mục có gõ đúng không; nếu không cần thì bỏ.",
)
NO_FILE = Declared(
    "DS106",
    Severity.ERROR,
    "A file made elsewhere that is not beside the record.",
    "Không thấy tệp «{file}» của tài liệu «{title}».",
    mend="Đặt tệp ấy cạnh tệp hồ sơ, hoặc sửa tên.",
)
