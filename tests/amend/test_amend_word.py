"""The amending decree written as Word: it reads back to the commands it was written from."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from kcdocs.amend.errors import NothingToAmendError
from kcdocs.amend.read import read as read_commands
from kcdocs.api.amend_write import Drafted, plan, word
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.drafting.amending import ForeignFieldsError, NoSetError, NoSingleRecordError
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Amendment, Claim, Operation
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read
from kcdocs.text.joining import untypeset

MODEL = Path(__file__).parents[2] / "decrees" / "mo-phong-lang-nghe"
DAY = date(2026, 12, 1)
RECORD = """can_cu:
  - 45/2012/NĐ-CP
de_nghi:
  - chuc_vu: Bộ trưởng
    don_vi: Bộ Công Thương
chuyen_tiep:
  - Đề án đã phê duyệt được tiếp tục thực hiện.
noi_nhan:
  - Công báo
luu:
  don_vi: KTTH
nguoi_ky:
  hinh_thuc: KT
  thay_mat: Chính phủ
  ky_thay: Thủ tướng
  chuc_vu: Phó Thủ tướng
  ho_ten: Trần Thị B
"""


@pytest.fixture(scope="module")
def drafted() -> Drafted:
    return plan(str(MODEL / "van-ban.txt"), str(MODEL / "du-thao-thay-the.txt"), effective=date(2027, 3, 1))


def _told(node: Node) -> list[tuple[str, str, str]]:
    """Kinds, labels and words; a print shows neither tabs nor where its lines were joined."""
    return [(str(item.kind), item.label, " ".join(item.text.split())) for item in node.walk()]


def _key(operation: Operation) -> tuple[object, ...]:
    content = [_told(node) for node in operation.content]
    words = (operation.old, operation.new, str(operation.anchor), operation.side)
    return operation.act, str(operation.target), operation.parts, *words, content


def _back(path: Path) -> Amendment:
    return read_commands(parse(read(path)))


def test_the_word_file_and_its_print_read_back_to_the_very_operations(
    drafted: Drafted, soffice: str, tmp_path: Path
) -> None:
    del soffice
    path = tmp_path / "sua-doi.docx"
    path.write_bytes(word(drafted, None, DAY).data)
    (printed,) = to_pdf([path], tmp_path)

    for amendment in (_back(path), _back(printed)):
        assert [_key(item) for item in amendment.operations] == [
            _key(item) for item in drafted.plan.operations
        ]
        assert all(item.claim is not Claim.UNCLAIMED for item in amendment.claims)
        assert amendment.effective == date(2027, 3, 1)


def test_what_nobody_said_is_left_as_a_visible_space_and_told(drafted: Drafted) -> None:
    made = word(drafted, None, DAY)
    said = [untypeset(item.text) for item in docx.Document(io.BytesIO(made.data)).paragraphs]

    assert made.set_name == "nghi-dinh-sua-doi@2.0.0"
    assert made.remarks[0].endswith("căn cứ ban hành, người đề nghị, nơi nhận, đơn vị soạn thảo, người ký.")
    assert "Căn cứ ………… (người soạn ghi căn cứ);" in said
    assert "Theo đề nghị của …………;" in said


def test_a_record_gives_what_is_known_and_its_date_the_regime(drafted: Drafted, tmp_path: Path) -> None:
    record = tmp_path / "ho-so.yaml"
    record.write_text(f"ngay: 16/12/2024\n{RECORD}", "utf-8")

    made = word(drafted, record, DAY)

    said = [untypeset(item.text) for item in docx.Document(io.BytesIO(made.data)).paragraphs]
    assert made.set_name == "nghi-dinh-sua-doi@1.0.0"
    assert not any("………" in item for item in (*said, *made.remarks))
    assert "Theo đề nghị của Bộ trưởng Bộ Công Thương;" in said
    assert [item for item in said if item.startswith("Điều ")][-3:] == [
        "Điều 3. Hiệu lực thi hành",
        "Điều 4. Điều khoản chuyển tiếp",
        "Điều 5. Trách nhiệm thi hành",
    ]


def test_a_spreadsheet_may_give_what_is_known(drafted: Drafted, tmp_path: Path) -> None:
    sheet = tmp_path / "ho-so.csv"
    sheet.write_text("Nơi nhận;Lưu văn bản: Đơn vị soạn thảo\nNhư trên;PC\n", "utf-8")

    made = word(drafted, sheet, DAY)

    assert made.remarks[0].endswith(": căn cứ ban hành, người đề nghị, người ký.")


def test_two_records_articles_in_the_record_and_other_types_are_refused(
    drafted: Drafted, tmp_path: Path
) -> None:
    record = tmp_path / "ho-so.yaml"
    record.write_text(f"{RECORD}---\n{RECORD}", "utf-8")
    with pytest.raises(NoSingleRecordError, match="2 hồ sơ"):
        word(drafted, record, DAY)
    record.write_text(f"{RECORD}dieu:\n  - ten: Điều của người soạn\n", "utf-8")
    with pytest.raises(ForeignFieldsError, match="dieu"):
        word(drafted, record, DAY)
    circular = Drafted(drafted.plan, drafted.written, Citation("Thông tư", "26/2014/TT-BCT"), None)
    with pytest.raises(NoSetError, match="thông tư"):
        word(circular, None, DAY)


def test_a_draft_like_the_original_has_nothing_to_amend() -> None:
    with pytest.raises(NothingToAmendError, match="không khác văn bản gốc"):
        plan(str(MODEL / "van-ban.txt"), str(MODEL / "van-ban.txt"))
