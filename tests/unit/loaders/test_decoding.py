"""Bytes become text without a character lost or moved."""

import codecs
import contextlib
import random

import pytest

from annotators.loaders.decoding import decode
from annotators.loaders.errors import LoadError

TEXT = "“Café”\u00a0— naïve\r\nبی‌بی‌سی 👩‍👩‍👧\rend\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_byte_order_mark(mark, encoding):
    decoded = decode(mark + TEXT.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notices) == (TEXT, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_and_said(encoding):
    text = "A plain English sentence, which is mostly zeros.\r\n"
    decoded = decode(text.encode(encoding), "a.txt")
    assert decoded.text == text
    assert "UTF-16" in decoded.notices[0]


def test_windows_text_is_read_as_such_with_a_notice():
    text = "“It’s £5 – or €6,” said Zoë…\r\n"
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert "Windows-1252" in decoded.notices[0]


def test_one_stray_byte_does_not_spoil_the_rest_of_a_utf8_file():
    decoded = decode("Tirana – “größer” ".encode() + b"caf\xe9 " + "ناصر".encode(), "a.txt")
    assert decoded.text == "Tirana – “größer” café ناصر"


def test_every_single_byte_value_decodes_to_one_character_beside_text():
    for code in range(256):
        decoded = decode(b"An article with a strange byte in it: " + bytes([code]) + b" and more", "a.txt")
        assert len(decoded.text) == len("An article with a strange byte in it: ? and more")
        decoded.text.encode("utf-8")


def test_only_the_first_byte_order_mark_is_left_out():
    assert decode(codecs.BOM_UTF8 * 2 + b"a", "a.txt").text == "\ufeffa"


def test_half_a_surrogate_pair_becomes_a_replacement_character():
    decoded = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x3d\xd8" + "c".encode("utf-16-le"), "a.txt")
    assert decoded.text == "ab\ufffdc"
    assert decoded.notices


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01" + bytes(90), b"\x93NUMPY" + bytes(range(200)), bytes(500)],
)
def test_binary_files_are_refused_by_name(data):
    with pytest.raises(LoadError, match=r"photo\.txt is not text"):
        decode(data, "photo.txt")


@pytest.mark.parametrize("piece", [bytes(range(1, 9)), b"\0\0\1\2abc", b"\1\2\3\4\5\6\7\x0e" * 2 + b"\0"])
def test_a_large_binary_file_is_refused_though_not_all_of_it_is_counted(piece):
    with pytest.raises(LoadError, match="not text"):
        decode(piece * (3_000_000 // len(piece)), "big.txt")


def test_a_large_text_with_a_few_control_characters_is_text():
    data = b"\x01Ferries wait for the tide.\n" * 100_000
    assert decode(data, "big.txt").text == data.decode()


def test_no_bytes_make_it_raise_anything_but_a_load_error():
    generator = random.Random(7)
    for size in range(400):
        with contextlib.suppress(LoadError):
            decode(generator.randbytes(size), "x").text.encode("utf-8")
