"""Names, entities and quotation roles of an article, by the model that ships or any spaCy pipeline."""

from __future__ import annotations

from annotators.analysis.analysing import Analysis, analyse, analyse_stream
from annotators.analysis.reader import Found, Reader

__all__ = ["Analysis", "Found", "Reader", "analyse", "analyse_stream"]
