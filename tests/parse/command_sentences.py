"""Made-up sentences of every shape that amending instruments use, with what each says."""

from __future__ import annotations

BASE = "Thông tư số 11/2030/TT-BTN"
OWN = "ban hành kèm theo Thông tư này"

SHAPES: dict[str, list[str]] = {
    "Sửa đổi, bổ sung khoản 2 Điều 3 như sau:": ["sua-doi dieu-3.khoan-2"],
    "Sửa đổi, bổ sung một số điểm, khoản của Điều 5 như sau:": ["sua-doi dieu-5 nhóm"],
    "Bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:": ["bo-sung dieu-3.khoan-2a sau dieu-3.khoan-2"],
    "Sửa đổi, bổ sung các khoản 1, 2 Điều 7 như sau:": ["sua-doi dieu-7.khoan-1", "sua-doi dieu-7.khoan-2"],
    f"Sửa đổi, bổ sung một số điều của {BASE}": ["sua-doi nhóm @11/2030/TT-BTN"],
    "Thay thế cụm từ “mây” bằng cụm từ “tre” tại khoản 2 Điều 3.": ["thay-cum-tu dieu-3.khoan-2 “mây”→“tre”"],
    "Bãi bỏ điểm a khoản 2 Điều 7.": ["bai-bo dieu-7.khoan-2.diem-a"],
    "Bãi bỏ từ “mây” tại Điều 4.": ["bo-cum-tu dieu-4 “mây”"],
    f"Thay thế Phụ lục I ban hành kèm theo {BASE} bằng Phụ lục II {OWN}.": [
        "sua-doi phu-luc-I @11/2030/TT-BTN bằng 1"
    ],
    "Bãi bỏ khoản 1 Điều 3, Điều 4 và khoản 2 Điều 6.": [
        "bai-bo dieu-3.khoan-1",
        "bai-bo dieu-4",
        "bai-bo dieu-6.khoan-2",
    ],
    "Bổ sung khoản 4 Điều 3 như sau:": ["bo-sung dieu-3.khoan-4"],
    "Sửa đổi khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 3 như sau:": [
        "sua-doi dieu-3.khoan-2",
        "bo-sung dieu-3.khoan-2a sau dieu-3.khoan-2",
    ],
    "Sửa đổi, bổ sung mục 2 Phụ lục I như sau:": ["sua-doi phu-luc-I.muc-2"],
    "Thay cụm từ “mây” bằng cụm từ “tre” tại Điều 4; bãi bỏ Điều 6.": [
        "thay-cum-tu dieu-4 “mây”→“tre”",
        "bai-bo dieu-6",
    ],
    "Sửa đổi, bổ sung tên Điều 3 như sau:": ["sua-doi dieu-3 ten"],
    "Bổ sung khoản 4 vào Điều 3 như sau:": ["bo-sung dieu-3.khoan-4 vào dieu-3"],
    "Thay thế một số cụm từ tại các điều, khoản sau đây:": ["sua-doi nhóm"],
    "Bãi bỏ Thông tư số 05/2029/TT-BTN.": ["bai-bo toàn văn @05/2029/TT-BTN"],
    "Khoản 2 Điều 3 được sửa đổi, bổ sung như sau:": ["sua-doi dieu-3.khoan-2"],
    "Bổ sung cụm từ “và tre” vào sau cụm từ “mây” tại khoản 1 Điều 3.": [
        "them-cum-tu dieu-3.khoan-1 “mây”→“và tre”"
    ],
    "Bãi bỏ Phụ lục II.": ["bai-bo phu-luc-II"],
    "Sửa đổi, bổ sung đoạn mở đầu khoản 2 Điều 5 như sau:": ["sua-doi dieu-5.khoan-2 doan-mo-dau"],
    "Sửa đổi, bổ sung tên Điều và khoản 2 Điều 3 như sau:": [
        "sua-doi dieu-3 ten",
        "sua-doi dieu-3.khoan-2",
    ],
    "Thay thế cụm từ “mây” bằng cụm từ “tre”, cụm từ “hộ” bằng cụm từ “tổ” tại Điều 4.": [
        "thay-cum-tu dieu-4 “mây”→“tre”",
        "thay-cum-tu dieu-4 “hộ”→“tổ”",
    ],
    "Thay thế các cụm từ “mây” hoặc “song” tại Điều 4 bằng cụm từ “tre”.": [
        "thay-cum-tu dieu-4 “mây”→“tre”",
        "thay-cum-tu dieu-4 “song”→“tre”",
    ],
    "Bãi bỏ gạch đầu dòng thứ hai điểm b khoản 3 Điều 2.": ["bai-bo dieu-2.khoan-3.diem-b gach-dau-dong:2"],
    "Bổ sung vào cuối khoản 2 Điều 3 như sau:": ["bo-sung vào dieu-3.khoan-2 cuối"],
    "Bãi bỏ Điều 4 và cụm từ “10” tại khoản 2 Điều 3; khoản 2 Điều 7.": [
        "bai-bo dieu-4",
        "bo-cum-tu dieu-3.khoan-2 “10”",
        "bai-bo dieu-7.khoan-2",
    ],
}
"""A sentence of each shape and what its commands do; made up for the tests."""

MORE: dict[str, list[str]] = {
    # what a verb opens
    "Bỏ khoản 2 Điều 7.": ["bai-bo dieu-7.khoan-2"],
    "Hủy bỏ khoản 2 Điều 7.": ["bai-bo dieu-7.khoan-2"],
    "Sửa đổi bổ sung khoản 2 Điều 7 như sau:": ["sua-doi dieu-7.khoan-2"],
    "Bãi bỏ toàn bộ Điều 7.": ["bai-bo dieu-7"],
    "Bãi bỏ nội dung khoản 1 Điều 7.": ["bai-bo dieu-7.khoan-1"],
    "Sửa tên Điều 3 thành “Nơi nộp”.": ["sua-doi dieu-3 ten “Nơi nộp”"],
    "Đổi tên Chương II thành “Hồ sơ”.": ["sua-doi chuong-II ten “Hồ sơ”"],
    "Sửa đổi tên gọi của Mục 1 Chương II như sau:": ["sua-doi chuong-II.muc-1 ten"],
    "Sửa đổi tiêu đề khoản 3 Điều 2 như sau:": ["sua-doi dieu-2.khoan-3 ten"],
    # passive
    "Điều 3 được bổ sung khoản 4 như sau:": ["bo-sung dieu-3.khoan-4 vào dieu-3"],
    "Khoản 2 Điều 7 bị bãi bỏ.": ["bai-bo dieu-7.khoan-2"],
    "Cụm từ “mây” tại khoản 2 Điều 3 được thay thế bằng cụm từ “tre”.": [
        "thay-cum-tu dieu-3.khoan-2 “mây”→“tre”"
    ],
    "Các khoản 1, 2 và 3 Điều 3 được sửa đổi, bổ sung như sau:": [
        "sua-doi dieu-3.khoan-1",
        "sua-doi dieu-3.khoan-2",
        "sua-doi dieu-3.khoan-3",
    ],
    "Khoản 2 Điều 3 (đã được sửa đổi theo khoản 1 Điều 1 Thông tư số 03/2030/TT-BTN) được sửa đổi, bổ sung như sau:": [
        "sua-doi dieu-3.khoan-2"
    ],
    # lists and what one item lends another
    "Bãi bỏ khoản 2, điểm b khoản 4 và khoản 7 Điều 11.": [
        "bai-bo dieu-11.khoan-2",
        "bai-bo dieu-11.khoan-4.diem-b",
        "bai-bo dieu-11.khoan-7",
    ],
    "Bãi bỏ điểm b khoản 5, các khoản 6, 7 và khoản 9 Điều 95.": [
        "bai-bo dieu-95.khoan-5.diem-b",
        "bai-bo dieu-95.khoan-6",
        "bai-bo dieu-95.khoan-7",
        "bai-bo dieu-95.khoan-9",
    ],
    "Bãi bỏ các điểm b, c khoản 3, các điểm a, d khoản 6 Điều 9.": [
        "bai-bo dieu-9.khoan-3.diem-b",
        "bai-bo dieu-9.khoan-3.diem-c",
        "bai-bo dieu-9.khoan-6.diem-a",
        "bai-bo dieu-9.khoan-6.diem-d",
    ],
    "Bãi bỏ khoản 3 Điều 8, Điều 9 và Phụ lục I.": [
        "bai-bo dieu-8.khoan-3",
        "bai-bo dieu-9",
        "bai-bo phu-luc-I",
    ],
    "Bãi bỏ Điều 7 khoản 2.": ["bai-bo dieu-7.khoan-2"],
    "Bãi bỏ Khoản 2, Điều 3.": ["bai-bo dieu-3.khoan-2"],
    "Bãi bỏ các khoản từ khoản 3 đến khoản 5 Điều 4.": [
        "bai-bo dieu-4.khoan-3",
        "bai-bo dieu-4.khoan-4",
        "bai-bo dieu-4.khoan-5",
    ],
    "Bãi bỏ từ Điều 10 đến Điều 12.": ["bai-bo dieu-10", "bai-bo dieu-11", "bai-bo dieu-12"],
    "Bãi bỏ khoản 1 Điều 7 và sửa đổi Điều này như sau:": ["bai-bo dieu-7.khoan-1", "sua-doi dieu-7"],
    # parts
    "Bãi bỏ đoạn 2 khoản 2 Điều 2.": ["bai-bo dieu-2.khoan-2 doan:2"],
    "Bãi bỏ đoạn thứ 2 khoản 2 Điều 2.": ["bai-bo dieu-2.khoan-2 doan:2"],
    "Bãi bỏ khổ thứ hai khoản 2 Điều 2.": ["bai-bo dieu-2.khoan-2 doan:2"],
    "Bãi bỏ đoạn cuối của khoản 2 Điều 2.": ["bai-bo dieu-2.khoan-2 doan:-1"],
    "Bãi bỏ câu cuối khoản 2 Điều 2.": ["bai-bo dieu-2.khoan-2 cau:-1"],
    "Bãi bỏ Mẫu số 01/LN-CS, Mẫu số 02 Phụ lục II.": [
        "bai-bo phu-luc-II bieu-mau:01/LN-CS",
        "bai-bo phu-luc-II bieu-mau:02",
    ],
    "Bãi bỏ số thứ tự 2 Mẫu số 01A Phụ lục II.": ["bai-bo phu-luc-II bieu-mau:01A/so-thu-tu:2"],
    "Bỏ mục 1 phần B Phụ lục I-1.": ["bai-bo phu-luc-I-1.phan-B.muc-1"],
    "Bãi bỏ số thứ tự 4 khoản 1 Điều 7 và Điều 4.": ["bai-bo dieu-7.khoan-1 so-thu-tu:4", "bai-bo dieu-4"],
    # positions
    "Bổ sung Điều 4a vào sau Điều 4 Mục 1 Chương II như sau:": ["bo-sung dieu-4a sau dieu-4"],
    "Bổ sung Điều 9a vào trước Điều 9, Mục 3 như sau:": ["bo-sung dieu-9a trước dieu-9"],
    "Bổ sung khoản 3a sau khoản 3 Điều 4 như sau:": ["bo-sung dieu-4.khoan-3a sau dieu-4.khoan-3"],
    "Bổ sung điểm đ vào sau điểm d khoản 2 Điều 5 như sau:": [
        "bo-sung dieu-5.khoan-2.diem-đ sau dieu-5.khoan-2.diem-d"
    ],
    "Bổ sung đoạn vào sau đoạn thứ nhất khoản 2 Điều 4 như sau:": [
        "bo-sung dieu-4.khoan-2 doan sau dieu-4.khoan-2 doan:1"
    ],
    # words
    "Thay cụm từ “mây” tại khoản 1 Điều 2, cụm từ “song” tại khoản 3 Điều 2 bằng cụm từ “tre”.": [
        "thay-cum-tu dieu-2.khoan-1 “mây”→“tre”",
        "thay-cum-tu dieu-2.khoan-3 “song”→“tre”",
    ],
    "Thay thế các cụm từ “mây”, “song” tương ứng bằng các cụm từ “tre”, “nứa” tại Điều 5.": [
        "thay-cum-tu dieu-5 “mây”→“tre”",
        "thay-cum-tu dieu-5 “song”→“nứa”",
    ],
    "Thay cụm từ “mây” bằng cụm từ “tre” và thay cụm từ “hộ” bằng cụm từ “tổ” tại Điều 4.": [
        "thay-cum-tu dieu-4 “mây”→“tre”",
        "thay-cum-tu dieu-4 “hộ”→“tổ”",
    ],
    "Thay thế cụm từ “mây” quy định tại khoản 1 Điều 4 bằng cụm từ “tre”.": [
        "thay-cum-tu dieu-4.khoan-1 “mây”→“tre”"
    ],
    "Thay thế cụm từ “mây” bằng cụm từ “tre” tại tên điều, khoản 1 Điều 3.": [
        "thay-cum-tu dieu-3 ten “mây”→“tre”",
        "thay-cum-tu dieu-3.khoan-1 “mây”→“tre”",
    ],
    f"Thay thế cụm từ “mây” bằng cụm từ “tre” tại {BASE}.": [
        "thay-cum-tu “mây”→“tre” toàn văn @11/2030/TT-BTN"
    ],
    "Thay thế cụm từ “mây” bằng cụm từ “tre” trong toàn văn.": ["thay-cum-tu “mây”→“tre” toàn văn"],
    "Bãi bỏ khoản 1 Điều 7, cụm từ “mây” tại khoản 2 Điều 7.": [
        "bai-bo dieu-7.khoan-1",
        "bo-cum-tu dieu-7.khoan-2 “mây”",
    ],
    "Bãi bỏ khoản 1 Điều 2 và đoạn “Nộp muộn không nhận.” tại khoản 2 Điều 2.": [
        "bai-bo dieu-2.khoan-1",
        "bo-cum-tu dieu-2.khoan-2 “Nộp muộn không nhận.”",
    ],
    "Bổ sung từ “tre” vào trước từ “mây” tại Điều 3; “nứa” vào sau “song” tại Điều 4.": [
        "them-cum-tu dieu-3 “mây”→“tre”",
        "them-cum-tu dieu-4 “song”→“nứa”",
    ],
    # instruments
    f"Thông tư này bãi bỏ khoản 2 Điều 7 {BASE}.": ["bai-bo dieu-7.khoan-2 @11/2030/TT-BTN"],
    f"Khoản 2 Điều 7 {BASE} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.": [
        "bai-bo dieu-7.khoan-2 @11/2030/TT-BTN"
    ],
    f"Bãi bỏ khoản 2 Điều 3 {BASE}; Điều 4 Thông tư số 05/2029/TT-BTN.": [
        "bai-bo dieu-3.khoan-2 @11/2030/TT-BTN",
        "bai-bo dieu-4 @05/2029/TT-BTN",
    ],
    "Bãi bỏ khoản 2 Điều 3 đã được sửa đổi, bổ sung tại khoản 1 Điều 1 Thông tư số 03/2030/TT-BTN.": [
        "bai-bo dieu-3.khoan-2"
    ],
    f"Bãi bỏ mục 1 Phụ lục I - Mức hỗ trợ ban hành kèm theo {BASE}.": [
        "bai-bo phu-luc-I.muc-1 @11/2030/TT-BTN"
    ],
    f"Bãi bỏ Điều 3 và một số nội dung quy định tại {BASE}, gồm: từ “mây” tại Điều 4.": [
        "bai-bo dieu-3 @11/2030/TT-BTN",
        "bo-cum-tu dieu-4 “mây” @11/2030/TT-BTN",
    ],
}
"""Sentences for the rules of the slots: verb, passive, list, part, position, words, instrument."""
