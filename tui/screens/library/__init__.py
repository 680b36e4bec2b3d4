"""The screen of the library, and navigation from it to an article and back."""
