"""Search for a regular expression in another process, because some take for ever and Python cannot interrupt them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from typing import Final

from annotators.annotation import Span
from tui.positions.searching import MOST

__all__ = ["PatternError", "find_by_pattern"]

_PATIENCE: Final = 2
"""Seconds on the processor that a pattern may take."""

_LONGEST: Final = 10.0
"""Seconds that its answer is waited for, whatever else the processor does."""

_KILLED: Final = -9

_PROGRAM: Final = """
import json, re, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, 2 * (int(sys.argv[1]),))  # killed then, with no core dumped
except (ImportError, OSError, ValueError):
    pass  # it is broken off all the same, only later
asked = json.load(sys.stdin)
typed = asked["pattern"]
capital = any(letter.isupper() for letter in re.sub(r"\\\\.", "", typed))
try:
    pattern = re.compile(typed, re.MULTILINE | (0 if capital else re.IGNORECASE))
except (re.error, OverflowError, RecursionError) as error:
    print(json.dumps({"error": str(error)}))
    sys.exit()
found = []
for one in pattern.finditer(asked["text"]):
    if one.end() > one.start():
        found.append(one.span())
        if len(found) >= asked["most"]:
            break
print(json.dumps({"found": found}))
"""


_IN_WORDS: Final = {
    "unterminated character set": "a [ is not closed",
    "missing ), unterminated subpattern": "a ( is not closed",
    "unbalanced parenthesis": "a ) closes nothing",
    "nothing to repeat": "nothing stands before a *, + or ? that could be repeated",
    "multiple repeat": "a *, + or ? follows another",
    "bad escape (end of pattern)": "nothing follows the last \\",
}
"""The usual errors of Python's `re`, whose positions are left out: one sees what one types."""


class PatternError(ValueError):
    """A pattern is invalid or takes too long; the message says which."""


async def find_by_pattern(text: str, pattern: str) -> list[Span]:
    """The matches of a Python regular expression, at most `MOST`; raises `PatternError`.

    Case is ignored unless the pattern has a capital; `^` and `$` match at the ends of lines.
    """
    asked = json.dumps({"pattern": pattern, "text": text, "most": MOST}).encode()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-S", "-c", _PROGRAM, str(_PATIENCE),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        written, _ = await asyncio.wait_for(process.communicate(asked), _LONGEST)
        if process.returncode == _KILLED:
            raise TimeoutError
        answer = json.loads(written)
    except TimeoutError:
        raise PatternError("that takes too long") from None
    except ValueError:
        raise PatternError("that cannot be looked for") from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if "error" in answer:
        error = str(answer["error"]).partition(" at position ")[0]
        raise PatternError(f"no pattern: {_IN_WORDS.get(error, error)}")
    return [Span(*span) for span in answer["found"]]
