"""Entities that rules find by form: dates, amounts, ages, languages, handles."""
