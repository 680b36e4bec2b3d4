"""The annotators as spaCy components, for anyone's pipeline; the only package that imports spaCy."""
