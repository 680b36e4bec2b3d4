"""Who said what as rows: the speakers by share of voice, and the quotes of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from annotators.annotation import Statement
from annotators.article import Article
from annotators.quotes.share_of_voice import Voice
from annotators.text.markup import without_markup
from annotators.wording.statements import cue_beside, read_out
from tui.positions.surroundings import wrap
from tui.widgets.lists import Row
from tui.widgets.lists.places import Places

__all__ = ["NOBODY", "bar", "name_of", "quote_rows", "timeline", "voice_key", "voice_rows"]

NOBODY: Final = "nobody named"
"""The name of speakers whom the article does not name."""

_GROUPS: Final = (("named", "Named"), ("organisation", "Organisations"), ("unnamed", "Unnamed"))
_NOT_YET: Final = "Without a name so far"
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_FRAME: Final = 5
"""Cells of a row outside its text: edge, indent, space."""


class _Columns(NamedTuple):
    """The widths of the columns on the right in cells; 0 leaves a column out."""

    bar: int
    words: bool
    line: int


_LAYOUTS: Final = ((84, _Columns(12, True, 20)), (52, _Columns(6, False, 8)), (0, _Columns(0, False, 0)))
"""The least widths of the list, each with its columns."""


def bar(share: float, cells: int) -> str:
    """A bar of `cells` cells, filled for a share from 0 to 1; any share above 0 fills at least a part of a cell."""
    eighths = max(1 if share > 0 else 0, round(share * cells * 8))
    full, rest = divmod(min(eighths, cells * 8), 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(cells)


def timeline(positions: Sequence[int], size: int, cells: int) -> str:
    """A line with a mark for each position in a text of `size` characters."""
    marked = {min(cells - 1, at * cells // max(1, size)) for at in positions}
    return "".join("┃" if cell in marked else "─" for cell in range(cells))


def name_of(voice: Voice) -> str:
    """The name of a speaker."""
    return voice.name or NOBODY


def voice_key(voice: Voice) -> tuple[str, str]:
    """The key of a speaker's row."""
    return (voice.entity or "", voice.name)


def voice_rows(
    article: Article, voices: Sequence[Voice], width: int, words: str = "", *, finding: bool = False
) -> Iterator[Row]:
    """The speakers whose names have all of `words`, in three groups, by share of voice.

    While `finding` names, a speaker without one may yet get it, and is not called unnamed.
    """
    columns = next(columns for least, columns in _LAYOUTS if width >= least)
    wanted = words.lower().split()
    found = [voice for voice in voices if all(word in name_of(voice).lower() for word in wanted)]
    if not found:
        yield Row("Nobody by that name says anything." if voices else "Nobody says anything here.", style="dim")
        return
    yield Row("", _heading(columns), indent=2, style="dim")
    for kind, title in _GROUPS:
        group = [voice for voice in found if voice.kind == kind]
        if group:
            title = _NOT_YET if finding and kind == "unnamed" else title
            yield Row(title, f"{sum(voice.share for voice in group):.0%}{_under_bar(columns)}", style="head")
            for voice in group:
                right = _figures(voice, len(article.text), columns)
                yield Row(name_of(voice), right, indent=2, key=voice_key(voice), target=voice)


def _heading(columns: _Columns) -> str:
    words = "words " if columns.words else ""
    where = f"{'where':<{columns.line}} " if columns.line else ""
    return f"{where}quotes {words}share{_under_bar(columns)}"


def _under_bar(columns: _Columns) -> str:
    return " " * (columns.bar + 1) if columns.bar else ""


def _figures(voice: Voice, size: int, columns: _Columns) -> str:
    where = f"{timeline(voice.positions, size, columns.line)} " if columns.line else ""
    words = f"{voice.words:>5} " if columns.words else ""
    drawn = f" {bar(voice.share, columns.bar)}" if columns.bar else ""
    return f"{where}{len(voice.statements):>6} {words}{voice.share:>5.0%}{drawn}"


def quote_rows(
    article: Article, statements: Mapping[str, Statement], voice: Voice, width: int, words: str = ""
) -> Iterator[Row]:
    """The quotes of a speaker that have all of `words`, in full, in the order of the text."""
    quoted = f", {voice.quoted_words} of them quoted" if voice.quoted_words else ""
    said = "time" if len(voice.statements) == 1 else "times"
    yield Row(name_of(voice), f"share {voice.share:.0%}", style="head")
    about = f"speaks {len(voice.statements)} {said}, {voice.words} words{quoted}"
    yield from (Row(line, indent=2, style="dim") for line in wrap(about, width - _FRAME))
    wanted = words.lower().split()
    shown = 0
    for name in voice.statements:
        one = statements[name]
        text = without_markup(" … ".join(article.text[span.start : span.end] for span in read_out(article.text, one)))
        if all(word in text.lower() for word in wanted):
            shown += 1
            yield from _quote(article, one, text, width)
    if not shown:
        yield Row("No quote has these words.", indent=2, style="dim")


def _quote(article: Article, said: Statement, text: str, width: int) -> Iterator[Row]:
    where = f"at {said.start / max(1, len(article.text)):.0%}"  # with "at", or the percentage would look like a share
    cue = cue_beside(article.text, said)
    about = f"{cue} · {said.type} · {where}" if cue and width >= _LAYOUTS[1][0] else where
    first, *rest = wrap(text, width - _FRAME - len(about) - 1) or [""]
    yield Row("", style="dim")
    yield Row(first, about, indent=2, key=said.id, target=Places((said,)))
    remaining = wrap(" ".join(rest), width - _FRAME)
    yield from (Row(line, indent=2) for line in remaining)
