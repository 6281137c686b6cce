"""What may be wrong with a dossier."""

from __future__ import annotations

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Severity


class DossierFaultsError(FindingsError):
    """The papers of a dossier cannot be made, or do not agree."""

    code = "DS100"
    exit_code = ExitCode.DATA
    words = "Hồ sơ có {count} lỗi; chưa tạo tệp nào."
    mend = "Sửa các chỗ nêu dưới đây rồi chạy lại."


class BrokenZipError(KcdocsError):
    """A ZIP file of a dossier that cannot be opened."""

    code = "DS134"
    exit_code = ExitCode.FILE
    name: str
    words = "Không mở được tệp nén «{name}»: tệp hỏng, có mật khẩu, hoặc giải nén ra quá lớn."
    mend = "Giải nén bằng chương trình khác, rồi ghi thư mục vừa giải nén thay cho tệp này."


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
    mend="Bổ sung văn bản này; trong tệp hồ sơ thì ghi ở «van_ban», lập ở nơi khác thì ghi tai_lieu và tep.",
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
OTHER_NAME = Declared(
    "DS107",
    Severity.ERROR,
    "Two papers name the draft in two ways.",
    "Tên dự thảo ở «{title}» khác ở «{other}» ({where}).",
    expected="{wanted}",
    mend="Sửa một trong hai cho cùng một tên.",
)
OTHER_TARGET = Declared(
    "DS108",
    Severity.WARNING,
    "Running text begins as the draft's name and goes on with another number.",
    "«{title}» nhắc tên dự thảo với số khác ở «{other}» ({where}).",
    expected="{wanted}",
    mend="Xem đây có phải dự thảo này không; phải thì sửa cho cùng một tên.",
)
OTHER_COUNT = Declared(
    "DS109",
    Severity.ERROR,
    "A count in one paper is another than in the paper it is held against.",
    "«{title}» ghi {what} là {value}, còn ở «{other}» ({where}) là {wanted}.",
    expected="{wanted}",
    mend="Đếm lại rồi sửa chỗ sai.",
)
OTHER_DAY = Declared(
    "DS110",
    Severity.ERROR,
    "A paper names another of the dossier with a day that the other does not bear.",
    "«{title}» ghi văn bản số {number} ngày {value}, còn chính văn bản ấy, «{other}» ({where}), ghi ngày "
    "{wanted}.",
    expected="{wanted}",
    mend="Sửa ngày ở một trong hai văn bản.",
)
OTHER_NUMBER = Declared(
    "DS111",
    Severity.WARNING,
    "A paper names a number that no paper of the dossier bears, of the day and symbol of one that it holds.",
    "«{title}» dẫn văn bản số {value} ngày {day}; văn bản cùng ký hiệu, cùng ngày trong hồ sơ là «{other}» "
    "({where}), số {wanted}.",
    expected="{wanted}",
    mend="Xem lại số của văn bản được dẫn.",
)
NAMED_EARLY = Declared(
    "DS112",
    Severity.ERROR,
    "A paper names another of the dossier that is dated after it.",
    "«{title}» ghi ngày {value} mà dẫn «{other}» ({where}) ghi ngày {wanted}, tức là văn bản chưa có.",
    expected="từ ngày {wanted} trở đi",
    mend="Sửa ngày của một trong hai văn bản.",
)
BEFORE_ITS_TIME = Declared(
    "DS113",
    Severity.WARNING,
    "A paper is dated before one that comes about before it.",
    "«{title}» ghi ngày {value}, trước «{other}» ({where}) ghi ngày {wanted}; theo trình tự thì phải sau.",
    expected="từ ngày {wanted} trở đi",
    mend="Xem lại ngày của hai văn bản.",
)
SAME_NUMBER = Declared(
    "DS114",
    Severity.WARNING,
    "Two papers bear one number.",
    "«{title}» và «{other}» ({where}) cùng mang số {wanted}.",
    expected="mỗi văn bản một số",
    mend="Xem có tệp nào là bản cũ của văn bản kia không; không thì sửa số.",
)
UNANSWERED = Declared(
    "DS115",
    Severity.WARNING,
    "An opinion of the table of opinions is not answered in exactly one way.",
    "Chưa rõ ý kiến này được tiếp thu, tiếp thu một phần hay giải trình.",
    expected="mở đầu bằng đúng một trong ba: «Tiếp thu», «Tiếp thu một phần», «Giải trình»",
    mend="Ghi rõ ở cột tiếp thu, giải trình.",
)
STAGE_OPEN = Declared(
    "DS116",
    Severity.NOTE,
    "No paper tells at which stage the dossier is, so what is missing was not looked at.",
    "Chưa rõ hồ sơ ở bước nào nên chưa xem còn thiếu văn bản gì.",
    mend="Cho biết hồ sơ ở bước nào: lấy ý kiến, thẩm định hay trình.",
)
DAY_OPEN = Declared(
    "DS117",
    Severity.NOTE,
    "No paper bears a day, so what is missing was not looked at.",
    "Không văn bản nào ghi ngày nên chưa xem còn thiếu văn bản gì theo quy định lúc đó.",
    mend="Cho biết xét theo quy định của ngày nào.",
)
DRAFTS = Declared(
    "DS118",
    Severity.NOTE,
    "Not exactly one draft stands in the dossier, so no paper was held against its articles.",
    "Hồ sơ có {count} dự thảo văn bản quy phạm pháp luật, nên chưa đối chiếu được với số điều của dự thảo.",
    mend="Đặt đúng một dự thảo (chưa có số) trong hồ sơ.",
)
NOT_WORD = Declared(
    "DS119",
    Severity.NOTE,
    "A file of the folder is no Word file and was not read.",
    "Tệp này không phải Word (.docx) nên không được đọc.",
    mend="Nếu là văn bản của hồ sơ, mở bằng Word và lưu dạng .docx; nếu không thì để nguyên.",
)
NO_LIST = Declared(
    "DS120",
    Severity.NOTE,
    "The papers that a dossier of such a draft must hold are not known.",
    "Chưa có danh mục hồ sơ cho loại văn bản {type} vào ngày {day}, nên chưa xem còn thiếu văn bản gì.",
)
TRACKED = Declared(
    "DS121",
    Severity.WARNING,
    "Tracked changes stand in a paper.",
    "Văn bản còn {count} chỗ sửa đang theo dõi; đọc như đã chấp nhận hết.",
    mend="Chấp nhận hoặc bác bỏ các chỗ sửa rồi kiểm tra lại.",
)
SHORT_NAME = Declared(
    "DS122",
    Severity.WARNING,
    "A paper names the draft by its title with words left out; a note where a letter does.",
    "Tên dự thảo ở «{title}» là tên viết gọn của tên ở «{other}» ({where}).",
    expected="{wanted}",
    mend="Nếu đây là chỗ phải ghi đủ tên thì ghi đủ; nếu là cách gọi tắt thì để nguyên.",
)
LONG_SUBMISSION = Declared(
    "DS123",
    Severity.WARNING,
    "A submission to the Government seems too long to go without a summary, and none is there.",
    "Tờ trình dài chừng {pages} trang; dài hơn {most} trang A4 thì phải kèm tờ trình tóm tắt không quá "
    "{summary} trang, hồ sơ chưa có.",
    mend="Đếm số trang của Tờ trình; nếu dài hơn thì lập tờ trình tóm tắt.",
)
UNLISTED_OFFICE = Declared(
    "DS124",
    Severity.WARNING,
    "A text names a body as having given an opinion, and the table of opinions has none of it.",
    "«{title}» ghi {value} có ý kiến; ở «{other}» ({where}) không có nơi này.",
    expected="{wanted}",
    mend="Xem lại tên ở hai văn bản; nếu nơi ấy có ý kiến thì thêm vào bảng.",
)
UNTOLD_OFFICE = Declared(
    "DS125",
    Severity.WARNING,
    "A text lists those who gave opinions and leaves out one whose opinion stands in the table.",
    "«{title}» kể các nơi có ý kiến mà không có {wanted}, là nơi có ý kiến ở «{other}» ({where}).",
    expected="có {wanted}",
    mend="Bổ sung tên nơi ấy, hoặc sửa tên ở bảng.",
)
FEWER_OFFICES = Declared(
    "DS126",
    Severity.WARNING,
    "A text counts more bodies with an opinion than the table lists, and none is said to have agreed to all.",
    "«{title}» ghi {value} nơi có ý kiến, còn bảng ở «{other}» ({where}) có ý kiến của {wanted} nơi.",
    expected="{wanted}",
    mend="Đếm lại; nếu có nơi trả lời mà không đề nghị gì thì ghi rõ bao nhiêu nơi.",
)
CITED_EARLY = Declared(
    "DS127",
    Severity.ERROR,
    "A paper names a document that is dated after it.",
    "«{title}» ghi ngày {day} mà dẫn văn bản số {number} ngày {value}, tức là văn bản chưa có.",
    expected="ngày không sau {day}",
    mend="Sửa ngày của văn bản được dẫn, hoặc ngày của chính văn bản này.",
)
TWO_DAYS = Declared(
    "DS128",
    Severity.ERROR,
    "Two papers name one document with two days.",
    "«{title}» ghi văn bản số {number} ngày {value}, còn «{other}» ({where}) ghi ngày {wanted}.",
    expected="{wanted}",
    mend="Xem lại ngày của văn bản ấy rồi sửa chỗ sai.",
)
NO_PROVISION = Declared(
    "DS129",
    Severity.WARNING,
    "A paper speaks of a provision that the draft has not.",
    "«{title}» nói tới {value} của dự thảo; dự thảo ở «{other}» ({where}) không có.",
    expected="{wanted}",
    mend="Xem lại số điều, khoản; nếu là của văn bản khác thì ghi rõ của văn bản nào.",
)
OTHER_STATED_DAY = Declared(
    "DS130",
    Severity.ERROR,
    "Two papers give one day of the dossier in two ways: that of effect, or the last one for opinions.",
    "«{title}» ghi {what} {value}, khác ngày ở «{other}» ({where}): {wanted}.",
    expected="{wanted}",
    mend="Sửa một trong hai văn bản.",
)
LATE_DEADLINE = Declared(
    "DS131",
    Severity.ERROR,
    "The last day for opinions is not after the day of the paper that asks for them.",
    "«{title}» ghi ngày {day} mà hạn gửi ý kiến là {value}.",
    expected="sau ngày {day}",
    mend="Sửa hạn gửi ý kiến, hoặc ngày của văn bản.",
)
OTHER_ENCLOSING = Declared(
    "DS132",
    Severity.WARNING,
    "A paper says with which one it comes, by a number that none of the dossier bears.",
    "«{title}» ghi kèm theo văn bản số {value}; văn bản cùng ký hiệu trong hồ sơ là «{other}» ({where}), "
    "số {wanted}.",
    expected="{wanted}",
    mend="Xem lại số của văn bản mà văn bản này kèm theo.",
)
OTHERS_NUMBER = Declared(
    "DS133",
    Severity.WARNING,
    "A paper names another by its words and gives the number of a third.",
    "«{title}» ghi số {value} («{named}») mà nói về «{about}»; văn bản ấy là «{other}» ({where}), "
    "số {wanted}.",
    expected="{wanted}",
    mend="Xem lại số của văn bản được dẫn.",
)
