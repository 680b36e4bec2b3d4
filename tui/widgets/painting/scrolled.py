"""A widget that scrolls the lines it paints and shows no scroll bar: Textual's `ScrollView` without its containers.

Importing those and parsing their styles is a hundredth of what it costs to start.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.widget import Widget

__all__ = ["Scrolled"]


class Scrolled(Widget):
    """Sets `virtual_size`, the size of its content, itself; scrolling repaints it and nothing else."""

    DEFAULT_CSS = """
    Scrolled { width: 1fr; height: 1fr; overflow: hidden hidden; }
    """

    @property
    def is_scrollable(self) -> bool:
        """Always."""
        return True

    @property
    def is_container(self) -> bool:
        """Never: there are no widgets in it."""
        return False

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Repaint when another column is at the left."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint when another line is at the top."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of the content in cells."""
        return self.virtual_size.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines of the content."""
        return self.virtual_size.height

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take a new size from Textual, and ignore its `virtual_size`."""
        resized = size != self._size
        if resized:
            self._set_dirty()
        if resized or virtual_size != self.virtual_size or container_size != self._container_size:
            self._size = size
            self._container_size = size - self.styles.gutter.totals
            self._scroll_update(self.virtual_size)
        return resized or self._container_size != container_size
