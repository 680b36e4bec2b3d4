"""Quotation marks, who said what, and the words that say so."""
