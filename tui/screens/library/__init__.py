"""The screen of the library, and the way from it to an article and back."""
