"""The least that a Textual program can be: one label, repainted at `j`. Every figure is told beside its own."""

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
        """Repaints the label."""
        self.count += 1
        self.query_one(Static).update(f"MARKERWORD {self.count}")


if __name__ == "__main__":
    Hello().run()
