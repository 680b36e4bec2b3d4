"""Movement by lines and pages through the article or a list, whichever the keys belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

__all__ = ["LineMoving", "Movable"]


class Movable(Protocol):
    """What the movement keys move."""

    def move_lines(self, lines: int) -> None: ...
    def move_pages(self, fraction: float) -> None: ...
    def move_home(self) -> None: ...
    def move_end(self) -> None: ...


class LineMoving:
    """The movement commands, which are the same on all screens; each screen says what is `movable`."""

    if TYPE_CHECKING:

        @property
        def movable(self) -> Movable:
            """What the movement keys move."""
            raise NotImplementedError

    def action_line_down(self) -> None:
        self.movable.move_lines(1)

    def action_line_up(self) -> None:
        self.movable.move_lines(-1)

    def action_half_down(self) -> None:
        self.movable.move_pages(0.5)

    def action_half_up(self) -> None:
        self.movable.move_pages(-0.5)

    def action_page_down(self) -> None:
        self.movable.move_pages(1)

    def action_page_up(self) -> None:
        self.movable.move_pages(-1)

    def action_home(self) -> None:
        self.movable.move_home()

    def action_end(self) -> None:
        self.movable.move_end()
