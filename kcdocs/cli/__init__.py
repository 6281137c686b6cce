"""The command line: `kcdocs` and its commands, one file a group."""

from __future__ import annotations

from kcdocs.cli.base import CommandGroup, Lazy, run, version_option

COMMANDS = {
    "generate": Lazy(
        "kcdocs.cli.generate:command",
        "Lập văn bản Word từ bộ mẫu và tệp dữ liệu; phiên bản mẫu chọn theo ngày văn bản.",
    ),
    "register": Lazy(
        "kcdocs.cli.register:group",
        "Sổ đăng ký số văn bản đi: mở dãy số, giữ, bỏ trống, hủy số có lý do, nhận sổ cũ, xuất sổ.",
    ),
    "batch": Lazy(
        "kcdocs.cli.batch:command",
        "Lập hàng loạt văn bản có số từ một bảng: kiểm tra hết rồi mới ghi, sau sự cố làm tiếp được.",
    ),
    "dossier": Lazy(
        "kcdocs.cli.dossier:group",
        "Hồ sơ của một việc: lập mọi văn bản từ một tệp; kiểm tra các văn bản có khớp với nhau.",
    ),
    "verify": Lazy(
        "kcdocs.cli.verify:command",
        "Xác minh một văn bản do kcdocs lập (còn nguyên, đã sửa tay…), hoặc thư mục của cả một đợt.",
    ),
    "compare": Lazy(
        "kcdocs.cli.compare:command",
        "So sánh hai văn bản: điều khoản nào thêm, bỏ, sửa, chuyển chỗ; từng chữ và loại thay đổi.",
    ),
    "opinions": Lazy(
        "kcdocs.cli.opinions:command",
        "Tổng hợp ý kiến góp ý: đọc các bản dự thảo gửi về, lập bảng tổng hợp, tiếp thu, giải trình.",
    ),
    "merge": Lazy(
        "kcdocs.cli.merge:command",
        "Gộp nhiều bản sửa của một văn bản gốc vào một tệp Word, mỗi người một tên; nêu chỗ trái nhau.",
    ),
    "amend": Lazy(
        "kcdocs.cli.amend:group",
        "Văn bản sửa đổi: đọc lệnh, áp vào văn bản gốc, soát lỗi, chứng minh bản hợp nhất.",
    ),
    "show": Lazy(
        "kcdocs.cli.show:command",
        "Xem một văn bản đã đọc: cây điều khoản, toàn văn, viện dẫn, chỗ bất thường.",
    ),
    "decrees": Lazy(
        "kcdocs.cli.decrees:group", "Kho văn bản: thêm, liệt kê, xem, kiểm tra và viện dẫn văn bản quy phạm."
    ),
    "templates": Lazy(
        "kcdocs.cli.templates:group",
        "Bộ mẫu văn bản: liệt kê, xem, kiểm tra, so sánh phiên bản, lập tệp dữ liệu, thêm bộ mẫu mới.",
    ),
    "check": Lazy(
        "kcdocs.cli.check:command",
        "Kiểm tra thể thức văn bản Word: khổ giấy, lề, phông, cỡ chữ, các phần, số, ngày, căn cứ, chữ ký.",
    ),
    "serve": Lazy(
        "kcdocs.cli.serve:command",
        "Mở trang kcdocs trong trình duyệt của máy này: thả tệp vào trang để so sánh, không cần gõ lệnh.",
    ),
    "backup": Lazy(
        "kcdocs.cli.backup:backup",
        "Sao lưu vào một tệp: sổ đăng ký số, kho văn bản, bộ mẫu riêng, thuyết minh, việc trên trang.",
    ),
    "restore": Lazy(
        "kcdocs.cli.backup:restore", "Khôi phục dữ liệu từ tệp sao lưu, trên máy này hay máy khác."
    ),
    "demo": Lazy(
        "kcdocs.cli.demo:command",
        "Xem thử: lập một tờ trình, so sánh một dự thảo, và để lại tệp ví dụ cho các lệnh khác.",
    ),
}
"""Command name → where it is and what the first help page says of it: that page imports none of them."""

root = CommandGroup(
    "kcdocs",
    lazy=COMMANDS,
    params=[version_option()],
    help="Bàn soạn thảo văn bản: lập văn bản từ dữ liệu, so sánh dự thảo sửa đổi với văn bản gốc.",
    epilog="Ví dụ: kcdocs compare cu.docx moi.docx --out so-sanh.html",
)


def main() -> None:
    """Run the command line and leave with the command's exit code."""
    run(root)
