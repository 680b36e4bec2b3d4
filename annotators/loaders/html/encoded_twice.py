"""Repairs text that was encoded twice, as some publishing systems send it: `Thatâ€™s` for `That’s`.

UTF-8 bytes were decoded as Latin letters and encoded again. This affects quotation marks and dashes first, and so the
detection of quotations.
"""

from __future__ import annotations

import re
from typing import Final

from annotators.text.patterns import compiled_late

__all__ = ["read_back"]

_SPECIAL: Final = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""The characters that Windows-1252 has in place of control characters."""
_MORE: Final = rf"[\x80-\xbf{_SPECIAL}]"
_TWICE: Final = compiled_late(rf"[ÂÃÄÅÐÑ]{_MORE}|[à-ï]{_MORE}{{2}}|[ð-ô]{_MORE}{{3}}")
_LETTER: Final = "â"
_SIGNS: Final = (f"{_LETTER}\x80", f"{_LETTER}€")
_SURE: Final = compiled_late(rf"â\x80[\x80-\xbf]|(?<=[a-zà-ÿ]){_SIGNS[1]}{_MORE}(?=[a-zà-ÿ])")
"""Safe evidence: control characters, or a sequence inside a word; a page about such errors shows them between
spaces."""
_FEWEST: Final = 3


def read_back(text: str) -> str:
    """The text with each doubly encoded sequence repaired; unchanged if there are too few."""
    if _LETTER not in text or not any(sign in text for sign in _SIGNS):  # one letter is found in a tenth of the time
        return text
    found = _SURE.finditer(text)
    if sum(1 for _ in zip(range(_FEWEST), found, strict=False)) < _FEWEST:
        return text
    return _TWICE.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    data = b"".join(one.encode("latin-1" if ord(one) < 256 else "cp1252") for one in found.group())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found.group()
