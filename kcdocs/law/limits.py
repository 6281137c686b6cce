"""The thresholds of the room: how long numbers, symbols and names of places may be."""

from __future__ import annotations

COUNT_DIGITS = 5
"""Digits of the running number of a document: a ministry's submissions of one year reach five."""

SUBCOUNT_DIGITS = 4
"""Digits behind the dot of a running number: those of the gazette have two ("66.18/2026/NQ-CP")."""

MINISTRY_LETTERS = 9
"""Letters behind the B of a ministry's symbol: the longest have six (BLĐTBXH, BVHTTDL)."""

PLACE_WORDS = 6
"""Words of a place's name behind its unit: "Bà Rịa - Vũng Tàu" has four, the hyphen not counted."""

DETAILS_REACH = 200
"""Characters of a title between "quy định chi tiết" and the number of what it details: "một số điều và biện
pháp để tổ chức, hướng dẫn thi hành Nghị định" takes 67; far beyond it another instrument is named."""
