"""Made-up sentences on industrial promotion for the gold generator; not a line of any instrument."""

from __future__ import annotations

from random import Random

_WHO = """Bộ quản lý ngành|Cục phụ trách địa phương|Trung tâm hỗ trợ sản xuất|Sở chuyên ngành|Ủy ban nhân dân cấp xã
Đơn vị thực hiện đề án|Cơ sở sản xuất nông thôn|Hợp tác xã thụ hưởng|Tổ hợp tác làng nghề|Hội đồng thẩm định
Kho bạc nơi giao dịch|Tổ chức tư vấn độc lập|Doanh nghiệp đầu chuỗi|Chủ nhiệm đề án|Cộng tác viên cơ sở
Cơ quan chủ trì kiểm tra|Ban tổ chức hội chợ|Nghệ nhân được công nhận|Trường dạy nghề công lập|Hiệp hội ngành hàng"""
_DOES = """có trách nhiệm lập|chủ trì xây dựng|được phép điều chỉnh|phải công bố công khai|gửi cho cơ quan cấp trên
thẩm tra và phê duyệt|tổng hợp đầy đủ|lưu trữ bản gốc|từ chối tiếp nhận|yêu cầu bổ sung|thu hồi một phần|nghiệm thu
theo dõi, đôn đốc|phối hợp rà soát|cam kết duy trì|bàn giao nguyên trạng|quyết toán dứt điểm|đánh giá lại|ưu tiên bố trí
không được chuyển nhượng|xác nhận bằng văn bản|cập nhật hằng quý"""
_WHAT = """kế hoạch kinh phí năm sau|danh mục máy móc tiên tiến|báo cáo giữa kỳ|hồ sơ nghiệm thu cơ sở|dự toán chi tiết
mô hình trình diễn kỹ thuật|chương trình dạy nghề ngắn hạn|gian hàng giới thiệu sản phẩm|cơ sở dữ liệu làng nghề
phương án sản xuất sạch hơn|hợp đồng thực hiện đề án|phần vốn đối ứng|bảng kê khối lượng hoàn thành|tài sản hình thành
biên bản kiểm tra hiện trường|danh sách sản phẩm tiêu biểu|quy chế bình chọn|định mức hỗ trợ tối đa|sổ tay hướng dẫn
giấy xác nhận thụ hưởng|mạng lưới tư vấn viên|khoản tạm ứng lần đầu|nhãn hiệu tập thể|cụm liên kết sản xuất"""
_WHEN = """trong thời hạn {n} ngày làm việc|trước ngày {d} tháng {m} hằng năm|khi giá trị vượt quá {k} triệu đồng
nếu tỷ lệ giải ngân dưới {p}%|sau khi có ý kiến của hội đồng|tại địa bàn đặc biệt khó khăn|theo mẫu được ban hành kèm theo
trừ trường hợp bất khả kháng|trên cơ sở đề xuất của địa phương|bằng phương thức điện tử|ít nhất {n} lần mỗi năm
với mức không quá {p}% tổng chi phí|đối với lao động nữ và người khuyết tật|kể từ ngày nhận đủ hồ sơ hợp lệ"""
_WHY = """để bảo đảm tiến độ đã duyệt|nhằm tránh chồng chéo nhiệm vụ|và chịu trách nhiệm về tính chính xác của số liệu
cho phù hợp với quy hoạch vùng|mà không làm tăng tổng mức hỗ trợ|và thông báo cho bên liên quan biết|để làm căn cứ thanh toán
nhằm nâng cao năng suất lao động|cùng các tài liệu chứng minh kèm theo|và gửi về bộ phận tiếp nhận để theo dõi
theo nguyên tắc công khai, minh bạch|để phục vụ công tác thống kê|và không hoàn trả trong mọi trường hợp"""
_TOPIC = """Nguyên tắc hỗ trợ|Điều kiện thụ hưởng|Trình tự lập kế hoạch|Nội dung chi|Mức chi tối đa|Tổ chức dạy nghề
Hội chợ và kết nối|Bình chọn sản phẩm|Mô hình trình diễn|Quản lý tài sản|Tạm ứng và thanh toán|Nghiệm thu đề án|Kiểm tra
Lưu trữ hồ sơ|Chế độ báo cáo|Khen thưởng|Xử lý vi phạm|Cộng tác viên|Trách nhiệm địa phương|Trách nhiệm của bộ
Sản xuất sạch hơn|Liên kết cụm|Ứng dụng số|Hợp tác quốc tế|Công khai kết quả|Điều chỉnh đề án|Ngừng đề án"""
_SPICE = """gốm sứ|mây tre|chè khô|tơ lụa|cơ khí nhỏ|chế biến thủy sản|đúc đồng|rượu nếp|nón lá|thêu ren|mật ong|gạch nung|giấy dó
đá mỹ nghệ|bánh tráng|nước mắm|cà phê rang|hạt điều|trầm hương|khảm trai|đồ gỗ|bún khô|dệt thổ cẩm|muối sạch|hương trầm"""


def _list(text: str) -> list[str]:
    return [item for line in text.splitlines() for item in line.split("|")]


_WHO_L, _DOES_L, _WHAT_L, _WHEN_L, _WHY_L, _TOPIC_L, _SPICE_L = map(
    _list, (_WHO, _DOES, _WHAT, _WHEN, _WHY, _TOPIC, _SPICE)
)


def clause(random: Random) -> str:
    """A sentence without its full stop."""
    parts = [
        random.choice(_WHO_L),
        random.choice(_DOES_L),
        random.choice(_WHAT_L),
        "nghề",
        random.choice(_SPICE_L),
    ]
    parts += [_when(random)] if random.random() < 0.8 else []
    parts += [random.choice(_WHY_L)] if random.random() < 0.7 else []
    return " ".join(parts)


def point(random: Random) -> str:
    """The words of a point."""
    parts = [random.choice(_WHAT_L).capitalize(), "nghề", random.choice(_SPICE_L)]
    parts += [_when(random)] if random.random() < 0.6 else []
    return " ".join(parts)


def heading(random: Random) -> str:
    """A heading of an article."""
    return f"{random.choice(_TOPIC_L)} nghề {random.choice(_SPICE_L)}"


def word(random: Random) -> str:
    """A word to put in place of another."""
    return random.choice(random.choice(_SPICE_L).split())


def _when(random: Random) -> str:
    numbers = {"n": random.randint(2, 45), "d": random.randint(1, 28), "m": random.randint(1, 12)}
    return random.choice(_WHEN_L).format(**numbers, k=random.randint(5, 900), p=random.randint(10, 90))
