"""What can be wrong with a record, its file or its cells."""

from __future__ import annotations

from kcdocs.codes import Declared
from kcdocs.model.finding import Severity

_CONVERT = "Chuyển tệp sang Unicode bằng bộ gõ (UniKey, công cụ «Chuyển mã»), hoặc gõ lại giá trị."

LOOKALIKE = Declared(
    "RC111",
    Severity.ERROR,
    "A letter that only looks like Đ.",
    "Chữ «{letter}» ({code_point}) chỉ giống chữ Đ, đ của tiếng Việt.",
    mend="Gõ lại chữ Đ hoặc đ bằng bộ gõ tiếng Việt Unicode.",
)
CONTROL = Declared(
    "RC112",
    Severity.ERROR,
    "A character that no Word document can hold.",
    "Có ký tự điều khiển {code_point}, tệp Word không chứa được.",
    mend="Xóa ký tự đó rồi gõ lại đoạn văn.",
)
TOO_LONG = Declared(
    "RC113",
    Severity.ERROR,
    "A value beyond the longest.",
    "Giá trị dài {length} ký tự, quá {most}.",
    mend="Chia giá trị ra nhiều đoạn.",
)
NAMED_TWICE = Declared(
    "RC114",
    Severity.ERROR,
    "A field that stands twice.",
    "Trường «{name}» ghi hai lần{spot}; mỗi trường chỉ ghi một lần.",
    mend="Bỏ một trong hai chỗ.",
)
NO_OBJECT = Declared(
    "RC115",
    Severity.ERROR,
    "A record that is no group of fields.",
    "Một hồ sơ phải gồm các trường và giá trị: {form}.",
    mend="Viết lại hồ sơ theo dạng ấy.",
)
TOO_MUCH = Declared(
    "RC116",
    Severity.ERROR,
    "More values, or deeper, than data of documents ever are.",
    "Dữ liệu quá nhiều (hơn {values} giá trị) hoặc lồng quá sâu (hơn {depth} cấp).",
    mend="Chia dữ liệu thành nhiều tệp; xem lại các dấu ngoặc và dấu gạch đầu dòng.",
)
TAGGED = Declared(
    "RC117",
    Severity.ERROR,
    "A tag of YAML.",
    "Không dùng nhãn kiểu «{tag}» trong tệp dữ liệu.",
    mend="Bỏ nhãn, chỉ ghi giá trị.",
)
CUT_OFF = Declared(
    "RC118",
    Severity.ERROR,
    "Words that YAML takes for a remark.",
    "Phần sau dấu # bị coi là ghi chú nên không có trong giá trị.",
    mend="Đặt cả giá trị trong dấu nháy kép; nếu đúng là ghi chú, chuyển xuống một dòng riêng.",
)
DASHED = Declared(
    "RC119",
    Severity.ERROR,
    "A line with a dash that YAML takes for the rest of the line above.",
    "Dòng bắt đầu bằng dấu gạch bị coi là phần tiếp theo của dòng trên.",
    mend="Thêm dấu cách sau dấu gạch và thụt dòng bằng các mục khác; hoặc đặt cả giá trị trong dấu nháy kép.",
)
ANCHORED = Declared(
    "RC120",
    Severity.ERROR,
    "Words that YAML takes for a name of its own.",
    "Chữ «&{name}» ở đầu giá trị bị coi là ký hiệu riêng của YAML nên không có trong giá trị.",
    mend="Đặt cả giá trị trong dấu nháy kép.",
)
LEGACY = Declared(
    "RC121",
    Severity.ERROR,
    "A value in a code page from before Unicode.",
    "Chữ có vẻ viết bằng {code_page}, không phải Unicode.",
    expected="có lẽ là «{meant}»",
    mend=_CONVERT,
)
MISREAD = Declared(
    "RC122",
    Severity.ERROR,
    "UTF-8 that was read as Windows-1252.",
    "Chữ UTF-8 đã bị đọc nhầm thành Windows-1252.",
    expected="có lẽ là «{meant}»",
    mend=_CONVERT,
)
LOST = Declared(
    "RC123",
    Severity.ERROR,
    "A letter that was lost when the text was converted.",
    "Có ký tự � (U+FFFD): chữ gốc đã mất khi chuyển mã.",
    mend="Gõ lại giá trị từ bản gốc.",
)
UNSEEN = Declared(
    "RC124",
    Severity.ERROR,
    "A character that nobody sees.",
    "Có ký tự không nhìn thấy {code_point}; tìm kiếm trong văn bản sẽ bỏ sót chữ này.",
    mend="Gõ lại giá trị để bỏ ký tự đó.",
)
LONG_NAME = Declared(
    "RC125",
    Severity.ERROR,
    "A name too long for a field.",
    "Tên trường «{name}…» quá dài.",
    mend="Nếu đây là một câu có dấu hai chấm, đặt cả câu trong dấu nháy kép.",
)
BAD_LINE = Declared(
    "RC126",
    Severity.ERROR,
    "A line of JSON Lines that is no JSON.",
    "Dòng này không đúng cú pháp JSON: {reason}.",
    mend="Sửa dòng theo cú pháp JSON.",
)
PRIVATE = Declared(
    "RC127",
    Severity.ERROR,
    "A sign that only a symbol font shows.",
    "Có ký tự {code_point} của phông ký hiệu: phông chữ của văn bản không hiện được.",
    mend="Gõ lại bằng ký tự thường, ví dụ ≥, ×, °, hoặc bỏ đi.",
)
UNKNOWN_COLUMN = Declared(
    "RC201",
    Severity.ERROR,
    "A column that the set does not have.",
    "Bộ mẫu không có cột «{header}».",
    mend="Nếu cột chỉ để ghi chú, thêm dấu # trước tiêu đề.",
)
NO_COLUMN = Declared(
    "RC202",
    Severity.ERROR,
    "A column that must be there and is not.",
    "Thiếu cột «{header}».",
    mend="Thêm cột với tiêu đề như trên.",
)
COLUMN_TWICE = Declared(
    "RC203",
    Severity.ERROR,
    "A header that stands over two columns.",
    "Tiêu đề «{header}» có ở hai cột.",
    mend="Xóa một trong hai cột.",
)
VAGUE_COLUMN = Declared(
    "RC204",
    Severity.ERROR,
    "A header that could be one of several columns.",
    "Tiêu đề «{header}» không rõ là {choices}.",
    mend="Ghi tiêu đề đầy đủ.",
)
EMPTY_SHEET = Declared(
    "RC205",
    Severity.ERROR,
    "A sheet without anything.",
    "Trang tính không có gì.",
    mend="Điền theo tệp mẫu của bộ mẫu.",
)
NO_KEYS = Declared(
    "RC206",
    Severity.ERROR,
    "A sheet without the column that tells which row belongs to which.",
    "Thiếu cột «{name}» nên không biết dòng nào thuộc dòng nào.",
    mend="Thêm cột «{name}».",
)
BAD_KEY = Declared(
    "RC207",
    Severity.ERROR,
    "A key that is missing or not of its row alone.",
    "Mỗi dòng cần một «{name}» riêng, nhưng {what}.",
    mend="Ghi một mã khác.",
)
LOST_ROW = Declared(
    "RC208",
    Severity.ERROR,
    "A row that belongs to no other.",
    "{what}.",
    mend="Ghi vào cột «{name}» mã của dòng mà dòng này thuộc về.",
)
UNCLEAR = Declared(
    "RC211",
    Severity.ERROR,
    "A value that could be two things, or none.",
    "{what}",
    mend="Ghi lại giá trị cho rõ.",
)
BROKEN_CELL = Declared(
    "RC212",
    Severity.ERROR,
    "A cell that holds an error of Excel, or was not calculated.",
    "{what}",
    mend="Mở tệp bằng Excel để tính lại rồi lưu, hoặc gõ thẳng giá trị vào ô.",
)
STRAY_CELL = Declared(
    "RC213",
    Severity.ERROR,
    "A cell with data in a column without a header.",
    "Ô có dữ liệu nhưng cột này không có tiêu đề.",
    mend="Ghi tiêu đề cho cột, hoặc xóa ô này.",
)
MERGED = Declared(
    "RC214",
    Severity.ERROR,
    "Cells merged over several columns.",
    "Vùng {area} gộp nhiều cột nên không rõ giá trị thuộc cột nào.",
    mend="Bỏ gộp ô (Unmerge) rồi điền từng ô.",
)
READ_AS = Declared(
    "RC220",
    Severity.NOTE,
    "How a CSV file was read.",
    "{what}",
)
HIDDEN = Declared(
    "RC221",
    Severity.NOTE,
    "Rows that nobody sees, hidden or filtered out, were read like all others.",
    "{count} hàng đang bị ẩn hoặc bị lọc cũng được lập văn bản như mọi hàng khác (hàng {rows}); muốn bỏ "
    "hàng nào thì xóa hàng đó, hoặc thêm dấu # vào ô đầu tiên của hàng.",
)
NO_MAIN_SHEET = Declared(
    "RC231",
    Severity.ERROR,
    "A workbook without a sheet of records.",
    "Không có trang tính nào chứa hồ sơ.",
    mend="Thêm trang tính «{name}».",
)
NO_GROUP_SHEET = Declared(
    "RC232",
    Severity.ERROR,
    "A workbook without the sheet of a group.",
    "Thiếu trang tính «{name}» cho nhóm «{title}».",
    mend="Thêm trang tính đó theo tệp mẫu.",
)
UNKNOWN_SHEET = Declared(
    "RC233",
    Severity.ERROR,
    "A sheet that is no group of the set.",
    "Bộ mẫu không có nhóm nào ứng với trang tính «{name}».",
    mend="Nếu trang này không phải dữ liệu, thêm dấu _ ở đầu tên trang.",
)
