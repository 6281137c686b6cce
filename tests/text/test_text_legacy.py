"""Vietnamese from before Unicode is told apart and converted."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.legacy import LEGACY, Encoding, characters, convert, detect
from kcdocs.text.syllables import is_syllable, share_of_vietnamese

SENTENCE = "Hộ sản xuất ở nông thôn được hưởng hỗ trợ, ưu đãi về vốn; mức cụ thể do Ủy ban quyết định."
LOWER = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def parts(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    decomposed = unicodedata.normalize("NFD", letter)
    base = "".join(item for item in decomposed if item not in TONES)
    return unicodedata.normalize("NFC", base), "".join(item for item in decomposed if item in TONES)


def windows_1258(text: str) -> bytes:
    """The bytes Windows keeps: base letters of the code page, tones as combining marks."""
    return "".join("".join(parts(letter)) for letter in text).encode("cp1258")


def viqr(text: str) -> str:
    """The text typed by RFC 1456."""
    tones = dict(zip(TONES, "`'~?.", strict=True))
    bases = {"ă": "a(", "â": "a^", "ê": "e^", "ô": "o^", "ơ": "o+", "ư": "u+", "đ": "dd"}
    typed = ""
    for letter in text:
        base, tone = parts(letter.lower())
        out = ("\\" + letter if letter in ".?'" else bases.get(base, base)) + (tones[tone] if tone else "")
        typed += out.capitalize() if letter.isupper() else out
    return typed


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_tcvn3_agrees_with_glibc_on_every_small_letter():
    shown = subprocess.run(
        ["iconv", "-f", "utf-8", "-t", "TCVN5712-1"], input=LOWER.encode(), capture_output=True, check=True
    )
    assert convert(characters(shown.stdout), Encoding.TCVN3) == LOWER


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("NghÞ ®Þnh", "Nghị định"),
        ("§iÒu", "Điều"),
        ("\u00adu ®·i", "ưu đãi"),
        ("c¬ së", "cơ sở"),
        ("¡ ¢ £ ¤ ¥ ¦", "Ă Â Ê Ô Ơ Ư"),
    ],
)
def test_tcvn3_words(written, text):
    assert convert(written, Encoding.TCVN3) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Nghò ñònh", "Nghị định"),
        ("Ñieàu", "Điều"),
        ("ÖÙNG DUÏNG", "ỨNG DỤNG"),
        ("kyõ thuaät", "kỹ thuật"),
        ("cuûa ngöôøi", "của người"),
        ("thuûy lôïi", "thủy lợi"),
        ("baèng, ñaêng kyù", "bằng, đăng ký"),
        ("Tyû leä", "Tỷ lệ"),
        ("quyû", "quỷ"),
        ("ÔÛ ñaây", "Ở đây"),
    ],
)
def test_vni_words(written, text):
    assert convert(written, Encoding.VNI) == text


@given(st.text(alphabet="abceghiklmnopqrstuvxy " + LOWER, min_size=1))
def test_viqr_gives_back_what_was_typed(text):
    assert convert(viqr(text), Encoding.VIQR) == text


@given(st.text(alphabet="abcdeghiklmnopqrstuvxy .,;-()0123456789" + LOWER + LOWER.upper()))
def test_windows_1258_gives_back_what_was_kept(text):
    assert convert(characters(windows_1258(text)), Encoding.WINDOWS_1258) == text


def written(encoding: Encoding) -> str:
    """The sentence as a program shows it that knows nothing of the code page."""
    if encoding is Encoding.VIQR:
        return viqr(SENTENCE)
    if encoding is Encoding.WINDOWS_1258:
        return characters(windows_1258(SENTENCE))
    if encoding is Encoding.VNI:
        return "Hoä saûn xuaát ôû noâng thoân ñöôïc höôûng hoã trôï, öu ñaõi veà voán; möùc cuï theå do UÛy ban quyeát ñònh."
    return "Hé s¶n xuÊt ë n«ng th«n ®\u00adîc h\u00adëng hç trî, \u00adu ®·i vÒ vèn; møc cô thÓ do ñy ban quyÕt ®Þnh."


@pytest.mark.parametrize("encoding", LEGACY)
def test_each_code_page_is_recognised_by_its_words(encoding):
    guess = detect(written(encoding))
    assert guess is not None
    assert guess.encoding is encoding
    assert guess.sample.startswith("Hộ sản xuất ở nông thôn")
    assert convert(written(encoding), encoding).lower() == SENTENCE.lower()


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        unicodedata.normalize("NFD", SENTENCE),
        "",
        "Dieu 1. Pham vi dieu chinh, khong dau",
        "It's only a test. Are we there? No. We go on.",
        "Café Müller, naïve façade, señor, Århus, déjà vu, Zürich",
    ],
)
def test_other_text_is_left_alone(text):
    assert detect(text) is None


def test_real_texts_are_unicode(corpus):
    files = [*corpus.rglob("*.txt"), *corpus.rglob("*.md")]
    assert len(files) > 15
    assert [file.name for file in files if detect(file.read_text(encoding="utf-8-sig"))] == []


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuyến", "QUỐC", "ương", "uý", "gì", "giữ", "quyết", "yêu", "đ" + "iều"]
)
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["ngh", "café́", "strong", "ñònh", "zero", "", "áà"])
def test_no_syllables(word):
    assert not is_syllable(word)


def test_only_stretches_outside_ascii_count():
    assert share_of_vietnamese("abc def") == (0.0, 0)
    assert share_of_vietnamese("hộ ñònh abc") == (0.5, 2)
