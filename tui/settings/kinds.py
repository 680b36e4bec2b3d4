"""Which kinds of block the clean view and the clean exports leave out, and where each choice comes from."""

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
    """Choices by kind: `True` if it is left out, `False` if it is kept; each field overrides the one before.

    `base` are the kinds left out by the defaults and the settings, `turned` the choices made in the reader, which are
    remembered, and `asked` those of the command line.
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
        """The choice with one kind switched between kept and left out."""
        out = kind not in self.stripped
        turned = {one: was for one, was in self.turned.items() if one != kind}
        if out != (kind in self.base):
            turned[kind] = out
        return self._replace(turned=turned, asked={one: was for one, was in self.asked.items() if one != kind})

    def turn_back(self) -> KindChoice:
        """The choice without those made in the reader."""
        return KindChoice(self.base)


def switched(keep: Collection[str], strip: Collection[str]) -> dict[str, bool]:
    """The choices of two lists of kinds; a kind in both is left out."""
    return dict.fromkeys(keep, False) | dict.fromkeys(strip, True)


def choice_of(
    settings: Settings, asked: Mapping[str, bool] | None = None, turned: Mapping[str, bool] | None = None
) -> KindChoice:
    """The choice from the settings, the command line and the remembered choices."""
    return KindChoice((_BUILT_IN - settings.keep) | settings.strip, turned or {}, asked or {})
