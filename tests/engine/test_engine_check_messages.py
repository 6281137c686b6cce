"""What an officer reads for each code, word for word."""

from __future__ import annotations

import pytest
from check_material import RECORD, template

from kcdocs.cli.template_faults import fault_lines
from kcdocs.engine.check import check_template
from kcdocs.engine.shapes import shape_of

CASES = {
    "TP101 two words in a name": (
        template("Theo đề nghị của {{ co quan }};"),
        """
Lỗi TP101 · thân văn bản · đoạn 1
  Thẻ viết sai: thừa «quan» (thiếu dấu nối?).
      Theo đề nghị của {{ co quan }};
                       ^^^^^^^^^^^^^
  Cách sửa: Sửa thẻ trong Word; tên trường không có dấu cách, nối các chữ bằng dấu gạch dưới (_).""",
    ),
    "TP102 unknown filter": (
        template("Số tiền: {{ so|tien_chử }}"),
        """
Lỗi TP102 · thân văn bản · đoạn 1
  Không có bộ lọc «tien_chử».
      Số tiền: {{ so|tien_chử }}
                     ^^^^^^^^
  Cách sửa: Có phải là «tien_chu»?""",
    ),
    "TP102 unknown test": (
        template("{% if so is co_gia_tri %}x{% endif %}"),
        """
Lỗi TP102 · thân văn bản · đoạn 1
  Không có phép thử «co_gia_tri».
      {% if so is co_gia_tri %}x{% endif %}
                  ^^^^^^^^^^
  Cách sửa: Dùng «is defined», hoặc so sánh bằng == và !=.""",
    ),
    "TP103 forbidden statement": (
        template("{% include 'x' %}"),
        """
Lỗi TP103 · thân văn bản · đoạn 1
  Mẫu không được dùng lệnh «include».
      {% include 'x' %}
      ^^^^^^^^^^^^^^^^^
  Cách sửa: Bỏ thẻ này; mẫu chỉ dùng dữ liệu của hồ sơ.""",
    ),
    "TP110 missing brace": (
        template("Số: {{ so }/QĐ-BCT"),
        """
Lỗi TP110 · thân văn bản · đoạn 1
  Thẻ mở bằng «{{» nhưng đến hết đoạn chưa đóng bằng «}}».
      Số: {{ so }/QĐ-BCT
          ^^^^^^^
  Cách sửa: Thêm «}}» vào cuối thẻ; thẻ phải nằm trọn trong một đoạn.""",
    ),
    "TP111 stray closing": (
        template("Số: { so }}/QĐ-BCT"),
        """
Lỗi TP111 · thân văn bản · đoạn 1
  Có «}}» nhưng phía trước không có «{{» mở thẻ.
      Số: { so }}/QĐ-BCT
               ^^
  Cách sửa: Thêm «{{» vào đầu thẻ, hoặc xóa «}}» thừa.""",
    ),
    "TP112 mixed braces": (
        template("Số: {{ so %}/QĐ-BCT"),
        """
Lỗi TP112 · thân văn bản · đoạn 1
  Thẻ mở bằng «{{» nhưng đóng bằng «%}».
      Số: {{ so %}/QĐ-BCT
          ^^^^^^^^
  Cách sửa: In một trường thì viết {{ … }}; lệnh (for, if …) thì viết {% … %}.""",
    ),
    "TP113 unclosed loop": (
        template("{%p for c in can_cu %}", "Căn cứ {{ c.so }};"),
        """
Lỗi TP113 · thân văn bản · đoạn 1
  Vòng lặp «{%p for c in can_cu %}» chưa có thẻ kết thúc {%p endfor %}.
      {%p for c in can_cu %}
      ^^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Thêm {%p endfor %} sau phần nội dung, ở một đoạn riêng.""",
    ),
    "TP114 extra end": (
        template("Số: {{ so }}", "{% endif %}"),
        """
Lỗi TP114 · thân văn bản · đoạn 2
  Thẻ «{% endif %}» không có điều kiện nào đang mở.
      {% endif %}
      ^^^^^^^^^^^
  Cách sửa: Xóa thẻ này, hoặc thêm thẻ mở {% if … %} ở trước.""",
    ),
    "TP115 wrong end": (
        template("{% for c in can_cu %}{{ c.so }}{% endif %}"),
        """
Lỗi TP115 · thân văn bản · đoạn 1
  Thẻ «{% endif %}» đóng không đúng loại: đang mở là «{% for c in can_cu %}».
      …% for c in can_cu %}{{ c.so }}{% endif %}
                                     ^^^^^^^^^^^
  Cần: {% endfor %}
  Cách sửa: Sửa thành {% endfor %}.""",
    ),
    "TP116 loop across cells": (
        template("Điều 1. Danh sách", table=[["{% for c in can_cu %}{{ c.so }}", "{% endfor %}"]]),
        """
Lỗi TP116 · thân văn bản · bảng 1, hàng 1, cột 1 · đoạn 2 · Điều 1
  Khối lệnh «{% for c in can_cu %}» … «{% endfor %}» cắt ngang ô của bảng.
      {% for c in can_cu %}{{ c.so }}
      ^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Lặp theo hàng thì dùng {%tr … %} ở hai hàng riêng, trước và sau hàng được lặp.""",
    ),
    "TP116 loop out of a table": (
        template("{% for c in can_cu %}", table=[["{{ c.so }}"], ["{% endfor %}"]]),
        """
Lỗi TP116 · thân văn bản · đoạn 1
  Khối lệnh «{% for c in can_cu %}» … «{% endfor %}» cắt ngang bảng.
      {% for c in can_cu %}
      ^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Đặt thẻ mở và thẻ đóng trong cùng một ô (hoặc cùng ở ngoài bảng).""",
    ),
    "TP117 different prefixes": (
        template(table=[["{%tr for c in can_cu %}"], ["{{ c.so }}{% endfor %}"]]),
        """
Lỗi TP117 · thân văn bản · bảng 1, hàng 2, cột 1 · đoạn 2
  Thẻ mở «{%tr for c in can_cu %}» và thẻ «{% endfor %}» không cùng tiền tố.
      {{ c.so }}{% endfor %}
                ^^^^^^^^^^^^
  Cách sửa: Dùng cùng một tiền tố ở cả hai thẻ: tr cho hàng, tc cho ô, p cho đoạn.""",
    ),
    "TP118 two row tags in a row": (
        template(table=[["{%tr for c in can_cu %}", "{%tr endfor %}"]]),
        """
Lỗi TP118 · thân văn bản · bảng 1, hàng 1, cột 1 · đoạn 1
  Hàng này có hơn một thẻ tiền tố «tr»; thẻ «{%tr for c in can_cu %}» sẽ mất.
      {%tr for c in can_cu %}
      ^^^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Đặt mỗi thẻ tiền tố «tr» ở một hàng riêng.""",
    ),
    "TP119 text beside a paragraph tag": (
        template("{%p if so %} Nơi nhận:", "{%p endif %}"),
        """
Lỗi TP119 · thân văn bản · đoạn 1
  Thẻ «{%p if so %}» xóa cả đoạn chứa nó, nên phần chữ bên cạnh sẽ mất.
      {%p if so %} Nơi nhận:
      ^^^^^^^^^^^^
  Cách sửa: Chuyển phần chữ ấy sang đoạn khác; đoạn chứa thẻ chỉ để thẻ.""",
    ),
    "TP120 row tag outside a table": (
        template("{%tr if so %}", "{%tr endif %}"),
        """
Lỗi TP120 · thân văn bản · đoạn 1
  Thẻ «{%tr if so %}» dành cho hàng của bảng nhưng không nằm trong bảng nào.
      {%tr if so %}
      ^^^^^^^^^^^^^
  Cách sửa: Chuyển thẻ vào bảng, hoặc dùng {%p … %} cho đoạn.""",
    ),
    "TP121 misspelt statement": (
        template("{% fro c in can_cu %}"),
        """
Lỗi TP121 · thân văn bản · đoạn 1
  Không có lệnh «fro».
      {% fro c in can_cu %}
      ^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Có phải là «for»?""",
    ),
    "TP130 curly quotes that are mended": (
        template("{{ so|default(“chưa có”) }}"),
        """
Cảnh báo TP130 · thân văn bản · đoạn 1
  Trong thẻ có dấu nháy cong; đã hiểu như dấu nháy thẳng.
      {{ so|default(“chưa có”) }}
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Gõ lại bằng dấu nháy thẳng (" hoặc '); trong Word: tắt Smart quotes, hoặc nhấn Ctrl+Z ngay sau khi gõ.""",
    ),
    "TP130 quotes that are not": (
        template("{{ so|default(«chưa có») }}"),
        """
Lỗi TP130 · thân văn bản · đoạn 1
  Trong thẻ có dấu nháy cong nên không đọc được.
      {{ so|default(«chưa có») }}
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Cách sửa: Gõ lại bằng dấu nháy thẳng (" hoặc '); trong Word: tắt Smart quotes, hoặc nhấn Ctrl+Z ngay sau khi gõ.""",
    ),
    "TP131 no-break space that does no harm": (
        template("Số: {{\u00a0so }}"),
        """
Cảnh báo TP131 · thân văn bản · đoạn 1
  Trong thẻ có dấu cách không ngắt.
      Số: {{\u00a0so }}
          ^^^^^^^^
  Cách sửa: Xóa ký tự đó và gõ lại bằng dấu cách thường (Ctrl+Shift+Space gõ ra dấu cách không ngắt).""",
    ),
    "TP131 no-break space after a prefix": (
        template("{%p\u00a0if so %}", "{%p endif %}"),
        """
Lỗi TP131 · thân văn bản · đoạn 1
  Trong thẻ có dấu cách không ngắt nên không đọc được.
      {%p\u00a0if so %}
      ^^^^^^^^^^^^
  Cách sửa: Xóa ký tự đó và gõ lại bằng dấu cách thường (Ctrl+Shift+Space gõ ra dấu cách không ngắt).""",
    ),
    "TP132 letters with combining marks": (
        template("{{ nga\u0300y }}"),
        """
Lỗi TP132 · thân văn bản · đoạn 1
  Chữ có dấu trong thẻ ở dạng Unicode tổ hợp nên không khớp với tên trường nào.
      {{ nga\u0300y }}
      ^^^^^^^^^^^
  Cách sửa: Gõ lại thẻ bằng bảng mã Unicode dựng sẵn; tên trường nên viết không dấu.""",
    ),
    "TP140 split tag": (
        template(["Số: {{ s", "o }", "}/QĐ"]),
        """
Ghi chú TP140 · thân văn bản · đoạn 1
  Thẻ bị Word cắt thành 3 đoạn chạy; đã tự ghép, kiểu chữ lấy theo đoạn đầu.
      Số: {{ so }}/QĐ
          ^^^^^^^^""",
    ),
    "TP201 missing field": (
        template(
            "Điều 3. Hiệu lực",
            "Quyết định này có hiệu lực kể từ ngày {{ ngay_hieu_lục }}. Bãi bỏ các quy định trước đây.",
        ),
        """
Lỗi TP201 · thân văn bản · đoạn 2 · Điều 3
  Mẫu dùng «ngay_hieu_lục» nhưng dữ liệu không có.
      …này có hiệu lực kể từ ngày {{ ngay_hieu_lục }}. Bãi bỏ các quy định trước…
                                     ^^^^^^^^^^^^^
  Cách sửa: Có phải là «ngay_hieu_luc»?""",
    ),
    "TP201 missing inside a group": (
        template("{{ co_quan.tên }}"),
        """
Lỗi TP201 · thân văn bản · đoạn 1
  Mẫu dùng «tên» nhưng dữ liệu không có trong «co_quan».
      {{ co_quan.tên }}
                 ^^^
  Cách sửa: Có phải là «ten»?""",
    ),
    "TP201 in a group the author forgot": (
        template("{{ ho_ten }}"),
        """
Lỗi TP201 · thân văn bản · đoạn 1
  Mẫu dùng «ho_ten» nhưng dữ liệu không có.
      {{ ho_ten }}
         ^^^^^^
  Cách sửa: Có phải là «nguoi_ky.ho_ten»?""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_first_fault_reads_as_written_here(case):
    data, expected = CASES[case]

    report = check_template(data, name="mau.docx", shape=shape_of([RECORD]))

    told = [fault for fault in report.faults if fault.finding.code == case.split()[0]]
    assert "\n".join(fault_lines(told[0])) == expected


def test_every_code_of_the_checker_has_a_case():
    told = {case.split()[0] for case in CASES}
    assert told == {
        *("TP101", "TP102", "TP103", "TP110", "TP111", "TP112", "TP113", "TP114", "TP115", "TP116"),
        *("TP117", "TP118", "TP119", "TP120", "TP121", "TP130", "TP131", "TP132", "TP140", "TP201"),
    }
