"""A minimal Textual program: one label, repainted at `j`. All figures are compared with its own."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Counts key presses."""

    BINDINGS = [("j", "bump", ""), ("q", "quit", "")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("MARKERWORD hello")

    def action_bump(self) -> None:
        """Repaint the label."""
        self.count += 1
        self.query_one(Static).update(f"MARKERWORD {self.count}")


if __name__ == "__main__":
    Hello().run()
