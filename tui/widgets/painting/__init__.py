"""Base classes of widgets that paint their own lines."""
