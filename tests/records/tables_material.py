"""Schemas, workbooks and readers that tests of tables share."""

from __future__ import annotations

from pathlib import Path

from kcdocs.drafting.reading import without_repeats
from kcdocs.records.reading import open_records
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract
from kcdocs.sheet.write import Column, Table, workbook

SCHEMA = {
    "title": "Quyết định",
    "type": "object",
    "required": ["so", "ngay", "nguoi_ky"],
    "$defs": {"ngay": {"type": "string", "format": "ngay-van-ban", "title": "Ngày văn bản"}},
    "properties": {
        "so": {"type": "string", "title": "Số"},
        "ngay": {"$ref": "#/$defs/ngay"},
        "kinh_phi": {"type": "integer", "title": "Kinh phí"},
        "ty_le": {"type": "number", "title": "Tỷ lệ"},
        "kem_theo": {"type": "boolean", "title": "Kèm theo"},
        "noi_nhan": {"type": "array", "title": "Nơi nhận", "items": {"type": "string"}},
        "nguoi_ky": {
            "type": "object",
            "title": "Người ký",
            "required": ["ho_ten"],
            "properties": {
                "ho_ten": {"type": "string", "title": "Họ và tên"},
                "chuc_vu": {"type": "string", "title": "Chức vụ"},
            },
        },
    },
}


GROUPED = {
    "type": "object",
    "required": ["ten", "thu_tuc"],
    "properties": {
        "ten": {"type": "string", "title": "Tên"},
        "thu_tuc": {
            "type": "array",
            "title": "Thủ tục",
            "items": {
                "type": "object",
                "required": ["ma"],
                "properties": {
                    "ma": {"type": "string", "title": "Mã số"},
                    "thanh_phan": {
                        "type": "array",
                        "title": "Thành phần",
                        "items": {
                            "type": "object",
                            "properties": {"giay_to": {"type": "string", "title": "Giấy tờ"}},
                        },
                    },
                },
            },
        },
    },
}


def book(path: Path, **sheets) -> Path:
    """A workbook of text sheets: name → rows."""
    tables = []
    for name, rows in sheets.items():
        columns = tuple(Column(title) for title in rows[0])
        tables.append(Table(name.replace("_", " ").replace("  ", "_"), columns, rows[1:]))
    path.write_bytes(workbook(tables))
    return path


def loaded(path: Path, schema=SCHEMA):
    """The records of a table, and all that is wrong with it, the values not yet looked at."""
    stream = open_records(path, schema)
    pairs = list(stream.pairs())
    return [record for record, _ in pairs], [*stream.loose, *(fault for _, found in pairs for fault in found)]


def typed(path: Path, schema=SCHEMA):
    """The values of each record of a table, read as what the schema says."""
    contract = Contract(schema)
    return [contract.typed(record.data) for record in sound(path, schema)]


def sound(path: Path, schema=SCHEMA):
    """The records of a table in which there is nothing wrong."""
    records, faults = loaded(path, schema)
    assert faults == []
    return records


def every(path: Path, schema=SCHEMA):
    """All that is wrong with a table and with the values in it, in the order of the records."""
    contract, stream = Contract(schema), open_records(path, schema)
    found = [[*faults, *data_faults(contract, record)] for record, faults in stream.pairs()]
    return without_repeats([*stream.loose, *(fault for faults in found for fault in faults)])


def told(path: Path, schema=SCHEMA) -> list[tuple[str, str, str]]:
    return [(item.code, item.place.sheet, item.place.cell) for item in loaded(path, schema)[1]]
