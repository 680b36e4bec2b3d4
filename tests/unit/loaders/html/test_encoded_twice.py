"""What was encoded twice is read as it was meant."""

from __future__ import annotations

import pytest

from annotators.loaders.html import load_html
from annotators.loaders.html.encoded_twice import read_back

MEANT = "“It’s the quay’s own wall,” she said – and it wasn’t the ferry’s fault. Café Zoë’s is 3 € a cup 🙂."


@pytest.mark.parametrize("once", ["latin-1", "cp1252"])
def test_what_was_encoded_twice_is_read_back(once: str) -> None:
    data = MEANT.encode()
    # Windows-1252 has no character for some bytes, for which browsers take the control characters
    read = "".join(bytes([one]).decode(once, "replace").replace("\ufffd", chr(one)) for one in data)
    assert read != MEANT
    assert read_back(read) == MEANT


@pytest.mark.parametrize(
    "said",
    [
        MEANT,
        "Where a page shows â€™ or â€œ or â€“ for a mark, it was encoded twice: â€™ stands for an apostrophe.",
        "« CAFÉ» et « THÉ», dit-elle, l’âme légère ; « PÂTÉ» aussi. Ça va â€",
        "Thatâ\x80\x99s one alone.",
    ],
)
def test_what_was_not_stays(said: str) -> None:
    assert read_back(said) == said


def test_a_page_that_was_encoded_twice_says_so() -> None:
    page = f"<title>Quay</title><h1>Quay</h1><p>{MEANT}</p>".encode().decode("latin-1").encode()
    article = load_html(page, "quay.html")
    assert MEANT in article.text
    assert "encoded twice" in " ".join(article.notices)
    assert not load_html(f"<h1>Quay</h1><p>{MEANT}</p>".encode(), "quay.html").notices
