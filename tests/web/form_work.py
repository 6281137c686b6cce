"""A submission as a clerk types it, and hands that type it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

LINES = {
    "Kính gửi": "Chính phủ",
    "Cơ sở chính trị, pháp lý": "Luật giao Chính phủ quy định việc cho thuê sạp.",
    "Cơ sở thực tiễn": "Chợ phiên đã đổi cách họp.\nNhiều xã đề nghị sửa.",
    "Mục đích": "Để việc cho thuê sạp được rõ.",
    "Quan điểm xây dựng": "Kế thừa quy định đang có.",
    "Quá trình xây dựng dự thảo": "Bộ đã lấy ý kiến các tỉnh.",
    "Bố cục của dự thảo": "Dự thảo gồm hai điều.",
    "Nội dung cơ bản": "Quy định giá thuê sạp.",
    "Nguồn lực, điều kiện bảo đảm thi hành": "Ngân sách đã bố trí.",
    "Thời gian trình ban hành": "Trong quý IV.",
    "Hồ sơ trình kèm theo": "Dự thảo Nghị định",
    "Nơi nhận": "Như trên\nBộ Tư pháp",
}
TEXTS = {
    "Số văn bản": "27",
    "Ký hiệu văn bản": "TTr-BCT",
    "Ngày văn bản": "15/10/2026",
    "Địa danh": "Hà Nội",
    "Tên cơ quan ban hành": "Bộ Công Thương",
    "Tên dự thảo nghị định": "Nghị định quy định việc cho thuê sạp ở chợ phiên",
    "Đơn vị soạn thảo": "PC",
    "Chức vụ của người ký": "Thứ trưởng",
    "Họ và tên người ký": "Trần Thị B",
}


def begin(tab: Page, title: str = "Tờ trình Chính phủ") -> None:
    tab.get_by_role("link", name="Soạn", exact=True).click()
    tab.get_by_role("button", name=f"Soạn mới {title}").click()
    tab.wait_for_url("**/ban-nhap/*")
    ready(tab)


def ready(tab: Page) -> None:
    """The form holds what was typed before."""
    expect(tab.locator("body[data-san]")).to_have_count(1)


def fill_all(tab: Page) -> None:
    tab.get_by_label("ban hành mới").check()
    tab.get_by_label("ký thay", exact=True).check()
    for label, value in {**LINES, **TEXTS}.items():
        tab.get_by_label(label, exact=True).fill(value)
    tab.get_by_label("Chức vụ của người đứng đầu được ký thay, thừa lệnh hoặc thừa ủy quyền").fill(
        "Bộ trưởng"
    )


def kept(tab: Page) -> None:
    expect(tab.locator("#da-giu")).to_contain_text("Đã giữ bản nháp lúc")
