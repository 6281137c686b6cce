"""Findings in the page's own words: a field by its title, and what to do on the page instead of a command."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kcdocs.api import Chain, Comparison, Finding, FormField

_KEPT = re.compile(r"«[^«»]*[/\\](?:tep|hang-loat|so-sanh)[/\\][0-9a-f]{16}[/\\](?=[^«»/\\]+»)")
"""A folder of the page before the name of a file, in a message."""

_GO_ON = "Bấm «Làm tiếp» khi đã xong."

MENDS = {
    "AM001": "Chọn đúng văn bản gốc mà dự thảo sửa đổi.",
    "AM002": "Chọn văn bản gốc trong kho theo số, ký hiệu, rồi làm lại.",
    "AM003": "Nếu đây là bản viết lại toàn văn, bấm «So sánh».",
    "AM010": "Bổ sung lệnh hoặc điều khoản cho rõ trong tệp, rồi thả lại.",
    "AM128": "Tìm chỗ «…………» trong văn bản sửa đổi, viết lệnh vào đó, thả lại, bấm «Đọc từng lệnh sửa đổi».",
    "AM130": "Nếu đây là văn bản sửa đổi, bổ sung, ghi rõ trong tệp văn bản được sửa đổi, rồi thả lại.",
    "BT101": "Tải bản Excel có đánh dấu, sửa từng ô, rồi chọn tệp đã sửa.",
    "BT103": "Nếu thư mục nằm trên ổ mạng, nối lại ổ trước.",
    "BT105": "Chờ việc ấy xong rồi bấm «Làm tiếp».",
    "BT106": "Bấm «Làm tiếp» lúc nào cũng được.",
    "BT107": f"Đóng tệp nếu đang mở, giải phóng dung lượng đĩa, nối lại ổ mạng. {_GO_ON}",
    "BT109": "Đóng bớt chương trình khác, rồi bấm «Làm tiếp».",
    "BT110": "Đợt chưa lập xong thì làm tiếp cho xong trước.",
    "BT111": "Lập đợt này trên máy của anh, chị.",
    "BT112": f"Kiểm tra máy chủ hoặc tệp của sổ. {_GO_ON}",
    "BT113": f"Nối lại ổ, đừng bắt đầu đợt mới. {_GO_ON}",
    "BT114": "Đừng sửa mẫu khi đợt đang chạy; lấy lại mẫu cũ, rồi bấm «Làm tiếp».",
    "BT115": "Xem các máy khác còn chạy không, rồi bấm «Làm tiếp».",
    "BT116": "Bỏ chọn tệp gộp, hoặc chia dữ liệu thành các đợt nhỏ hơn.",
    "BT118": "Mỗi hồ sơ chỉ một số. Thật sự muốn cấp số lần nữa thì bấm «Vẫn lập thêm lần nữa».",
    "BT122": f"Xóa liên kết ấy. {_GO_ON}",
    "BT202": "Sửa ký hiệu trong bảng, hoặc chọn dãy số khác.",
    "BT203": "Sửa ngày trong bảng, hoặc chọn dãy số khác.",
    "BT205": "Sửa để hai văn bản khác số hoặc ký hiệu.",
    "BT207": "Bỏ hồ sơ này khỏi bảng. Thật sự muốn cấp số lần nữa thì bấm «Vẫn lập thêm lần nữa».",
    "BT208": "Bỏ hàng thừa khỏi bảng.",
    **dict.fromkeys(
        ("BT301", "BT302", "BT303", "BT304"),
        "Bấm «Lập lại tệp thiếu» nếu thiếu tệp; tệp đã sửa thì xem lại với người đã sửa.",
    ),
    "DC101": "Ghi đúng số, ký hiệu như ở trang Kho văn bản, hoặc thả tệp của văn bản ấy vào trang chính.",
    "DC102": "Thả toàn văn của văn bản ấy vào trang Kho văn bản, rồi làm lại.",
    "DC103": "Thả bản của ngày ấy vào trang chính, bấm «Thêm vào kho văn bản».",
    "DC104": "Ghi số, ký hiệu của văn bản vào ô «Số, ký hiệu».",
    "DC105": "Kiểm tra xem có đúng tệp văn bản quy phạm không; nếu là bản quét, cần bản có chữ.",
    "DC106": "Mở văn bản ở trang Kho văn bản để xem mọi điều khoản.",
    "DC109": "Ghi ngày văn bản có hiệu lực vào ô «Có hiệu lực từ ngày».",
    "DC110": "Chọn bản của ngày khác ở trang Kho văn bản.",
    "DC112": "Thả văn bản sửa đổi vào trang chính, bấm «Thêm vào kho văn bản».",
    "DC201": "Xem từng chỗ khác; nếu chắc đây là bản chính thức thì đánh dấu «Vẫn thêm», rồi bấm lại.",
    "DC202": "Thả lại văn bản ấy vào trang chính, bấm «Thêm vào kho văn bản».",
    "DC203": "Nếu là bản của một ngày hiệu lực khác thì ghi ngày ấy; nếu muốn thay bản đang giữ thì đánh dấu "
    "«Thay bản đang giữ», rồi bấm lại.",
    "DC300": "Sửa từng căn cứ như trên; xem các văn bản ở trang Kho văn bản.",
    "DC301": "Kiểm tra số, ký hiệu trên bản gốc; nếu đúng, nhờ người phụ trách thêm vào danh mục.",
    "DC403": "Thả bản hợp nhất của ngày ấy vào trang chính, bấm «Thêm vào kho văn bản», "
    "ghi ngày có hiệu lực.",
    "DC404": "Thả lại văn bản ấy vào trang chính, bấm «Thêm vào kho văn bản», đánh dấu «Thay bản đang giữ».",
    "DS102": "Xóa ô ấy ở phần chung, hoặc mở văn bản ấy ghi cho giống phần chung.",
    "DS104": "Soạn văn bản này, hoặc thêm tệp Word lập ở nơi khác.",
    "DS105": "Xóa ô ấy ở phần chung nếu không cần.",
    "DS106": "Bỏ dòng ấy khỏi hồ sơ, hoặc thêm lại tệp.",
    "LT406": "Bấm «Kiểm tra mẫu, làm bộ mẫu từ tệp này»; kiểm tra thể thức ở văn bản đã lập.",
    "RC104": "Điền ít nhất một hồ sơ, rồi chọn lại tệp.",
    "RC105": "Chọn tệp Excel, CSV, YAML hoặc JSON.",
    "RC160": "Tải lại bảng các trường, rồi sửa trong bảng ấy.",
    "RC163": "Tải lại bảng các trường, rồi lưu dưới dạng .xlsx.",
    "RG001": "Xem lại địa chỉ và mạng, rồi thử lại; hoặc dùng sổ ở máy này.",
    "RG002": "Dùng sổ ở máy này, hoặc sổ dùng chung ở máy chủ PostgreSQL của cơ quan.",
    "RG003": "Cài bản kcdocs mới nhất trên máy này.",
    "RG101": "Chọn «Dãy mới», hoặc mở dãy số này ở trang Sổ số.",
    "RG102": "Chọn dãy ấy trong danh sách.",
    "RG103": "Sửa số trong bảng, hoặc xóa cột số để kcdocs tự lấy số kế tiếp.",
    "RG104": "Ghi các số liền nhau từ số kế tiếp, hoặc xóa cột số.",
    "RG107": "Số đang giữ thì bỏ trống ở sổ số.",
    "RG109": "Mỗi hồ sơ chỉ một số. Thật sự muốn cấp số lần nữa thì bấm «Vẫn lập thêm lần nữa».",
    "RG110": "Ghi rõ lý do.",
    "RG111": "Xem các số đang giữ ở sổ số.",
    "RG112": "Sửa bảng rồi chọn lại tệp.",
    "OP102": "Mở tệp xem có đúng là văn bản không, lưu dạng .docx rồi chọn lại. Bản quét: xin bản có chữ.",
    "OP103": "Chọn lại tệp góp ý của cơ quan ấy.",
    "OP104": "Đổi tên các tệp cho khác nhau: tên tệp là tên người sửa.",
    "OP106": "Lập bản tổng hợp ý kiến từ các tệp ấy; gửi các tệp cho người bảo trì kcdocs.",
    "OP201": "So sánh tệp này với văn bản gốc rồi quyết định.",
    "RP101": "Chọn bảng so sánh do kcdocs lập.",
    "RP105": "Chọn thêm một văn bản để so sánh.",
    "RP112": "Xem lại số của điều.",
    "RP201": "Xem từng lệnh: bấm «Đọc từng lệnh sửa đổi».",
    "RP202": "Xem lệnh này: bấm «Đọc từng lệnh sửa đổi».",
    "SR109": "Mở bằng trình soạn thảo, lưu lại theo UTF-8, rồi thả lại.",
    "SR110": "Mở bằng trình soạn thảo, xem chữ có đúng không, lưu lại theo UTF-8, rồi thả lại.",
    "SR111": "Chấp nhận hoặc từ chối hết các chỗ sửa trong Word, lưu rồi thả lại. "
    "Thả tệp ấy vào trang chính thì soát được các dấu sửa đổi.",
    "SR112": "Dùng bản Word hoặc bản PDF có lớp chữ.",
    "SR115": "Tách riêng văn bản cần đọc thành một tệp, rồi thả lại.",
    "SR204": "Xem trang này trong tệp gốc; nếu nó thuộc văn bản, dùng bản Word.",
    "TP101": "Báo người phụ trách bộ mẫu.",
    "TP146": "Xóa trường đó trong Word, gõ thẻ {{ … }} vào chỗ của nó.",
    "KP202": "Đợi các lệnh kcdocs khác xong, rồi khôi phục lại.",
    "RP115": "Chọn tên khác, hoặc dời tệp cũ đi chỗ khác.",
    "TP201": "Bổ sung ô ấy, hoặc báo người phụ trách bộ mẫu.",
    "TP312": "Xóa ô ấy, hoặc báo người phụ trách bộ mẫu.",
    "TP303": "Xem lại ngày của văn bản.",
    "TP306": "Ghi ngày của văn bản; văn thư điền sau thì đánh dấu «Để trống» và ghi ngày dự kiến.",
    "TP307": "Xóa ngày dự kiến, hoặc sửa ngày văn bản.",
    "TP308": "Bỏ phần khai áp dụng quy định chuyển tiếp.",
    "TP310": "Sửa các chỗ nêu trên.",
    "TP332": "Kiểm tra số, ký hiệu trên bản gốc; nếu đúng, nhờ người phụ trách kcdocs thêm vào danh mục.",
    "TP350": "Đổi tên hoặc dời tệp cũ đi chỗ khác.",
    "TP353": "Chọn tên khác.",
    "TP354": "Báo người phụ trách bộ mẫu.",
    "TP372": "Tải lại bảng các trường; hoặc bỏ thẻ ấy trong tệp Word.",
    "TP379": "Thả tệp Word của bộ mẫu vào trang chính, bấm «Kiểm tra mẫu, làm bộ mẫu từ tệp này».",
    "TP380": "Ghi phiên bản mới dùng cho văn bản từ ngày nào.",
    "TP381": "Chọn tệp Word hoặc bảng trường đã sửa.",
    "TP383": "Đề nghị nơi gửi lập lại tệp.",
    "TP401": "Nếu văn bản vốn do kcdocs lập, lấy lại bản gốc đã tải.",
    "TP402": "So với bản gốc đã tải để xem những đoạn nào đã khác.",
    "WD121": "In riêng các văn bản khác mẫu, hoặc tải cả đợt dưới dạng PDF.",
    "WD124": "Chấp nhận hoặc bác bỏ các chỗ sửa đó trong Word, lưu rồi thả lại.",
}
"""Code of an error → what to do on the page, where its own words speak of the command line."""

_COMMAND = re.compile(r"(?<!\S)--[a-z]|\bkcdocs [a-z]")
"""What speaks of an option or a command."""

_SENTENCE_END = re.compile(r"(?<=[.;]) ")

_OF_COMMANDS = re.compile(r" ?\((?:[^()-]|-(?!-))*--[^()]*\)|; ghi «để trống»[^;]*")
"""What a description says of the command line, and of a value that a form has a box for."""

_CODE = re.compile(r"^[A-Z]{2}\d{3}: ")
_NAME = re.compile(r"«([a-z][a-z0-9_]*)»")


def without_folders(words: str) -> str:
    """Words in which a file that was dropped goes by its name, not by where the page keeps it."""
    return _KEPT.sub("«", words)


def page_mend(code: str, mend: str) -> str:
    """What to do about an error, without what only the command line has."""
    sentences = _SENTENCE_END.split(mend)
    return MENDS.get(code) or " ".join(item for item in sentences if not _COMMAND.search(item))


def pressed(finding: Finding) -> str:
    """What to do about a finding on the page."""
    return page_mend(finding.code, finding.mend)


def on_page(chain: Chain) -> Chain:
    """Comparisons whose findings say what to press instead of what to type."""
    net = _pressed(chain.net) if chain.net else None
    return replace(chain, steps=tuple(map(_pressed, chain.steps)), net=net)


def _pressed(comparison: Comparison) -> Comparison:
    told = (replace(item, mend=pressed(item)) for item in comparison.findings)
    return replace(comparison, findings=tuple(told))


def field_titles(fields: Iterable[FormField]) -> dict[str, str]:
    """Name of each field of a form → its title."""
    return dict(_titles(fields))


def _titles(fields: Iterable[FormField]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield field.name, field.title
        yield from _titles(field.fields)


def at_field(finding: Finding, titles: Mapping[str, str]) -> dict[str, str]:
    """A finding as the form shows it: the path of its field, what is wrong, what to do."""

    def titled(text: str) -> str:
        return _NAME.sub(lambda found: f"«{titles.get(found[1], found[1])}»", text)

    mend = page_mend(finding.code, titled(finding.mend))
    needed = (
        f"Cần: {uncommanded(titled(finding.expected))}.".replace("Cần: ví dụ:", "Ví dụ:")
        if finding.expected
        else ""
    )
    return {
        "o": finding.place.field,
        "loi": titled(finding.message),
        "chua": needed or mend,
        "ma": finding.code,
    }


def page_words(finding: Finding) -> dict[str, str]:
    """A finding as a list on the page shows it."""
    return {"loi": finding.message, "chua": page_mend(finding.code, finding.mend), "ma": finding.code}


def in_sheet(finding: Finding) -> dict[str, str]:
    """A finding of data as the table of faults shows it: where, what stands there, what is needed."""
    place = finding.place
    where = [f"trang «{place.sheet}»"] if place.sheet else []
    where += [f"ô {place.cell}" if place.sheet else place.cell] if place.cell else []
    where += [f"dòng {place.line}"] if place.line and not place.sheet else []
    needed = f" Cần: {uncommanded(finding.expected)}." if finding.expected else ""
    spot = ", ".join(where) or place.part
    return page_words(finding) | {"noi": spot, "co": finding.found, "can": needed.strip()}


def plain_remark(remark: str) -> str:
    """A remark on a document without the code that it begins with."""
    return _CODE.sub("", remark)


def uncommanded(text: str) -> str:
    """What is said of a field without what it says of the command line."""
    return _OF_COMMANDS.sub("", text)
