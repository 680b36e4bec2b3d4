"""The screens of the application: the reader and the library."""
