"""Which kinds of block the clean view and the clean exports leave out, and who decided that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from annotators.kinds import BOILERPLATE_KINDS, KINDS

if TYPE_CHECKING:
    from tui.settings.config import Settings

__all__ = ["KindChoice", "choice_of", "switched"]

_BUILT_IN: Final = frozenset(BOILERPLATE_KINDS)
_NONE: Final[Mapping[str, bool]] = {}


class KindChoice(NamedTuple):
    """`True` for a kind that is left out, `False` for one that is kept, each layer over the one before.

    `base` is what is left out by what is built in and the settings, `turned` what the reader has
    turned with a key and what is remembered, `asked` what the command line says for this once.
    """

    base: frozenset[str] = _BUILT_IN
    turned: Mapping[str, bool] = _NONE
    asked: Mapping[str, bool] = _NONE

    @property
    def stripped(self) -> frozenset[str]:
        """The kinds that are left out."""
        decided = {kind: kind in self.base for kind in KINDS} | dict(self.turned) | dict(self.asked)
        return frozenset(kind for kind, out in decided.items() if out)

    def turn(self, kind: str) -> KindChoice:
        """With a kind kept that was left out, or left out that was kept."""
        out = kind not in self.stripped
        turned = {one: was for one, was in self.turned.items() if one != kind}
        if out != (kind in self.base):
            turned[kind] = out
        return self._replace(turned=turned, asked={one: was for one, was in self.asked.items() if one != kind})

    def turn_back(self) -> KindChoice:
        """As built in and set, with nothing turned."""
        return KindChoice(self.base)


def switched(keep: Collection[str], strip: Collection[str]) -> dict[str, bool]:
    """The decisions of two lists of kinds; one that is in both is left out."""
    return dict.fromkeys(keep, False) | dict.fromkeys(strip, True)


def choice_of(
    settings: Settings, asked: Mapping[str, bool] | None = None, turned: Mapping[str, bool] | None = None
) -> KindChoice:
    """The choice that settings, the command line and what was remembered come to."""
    return KindChoice((_BUILT_IN - settings.keep) | settings.strip, turned or {}, asked or {})
