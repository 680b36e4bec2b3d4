"""How many annotations are packed, sent and kept: as columns in place of objects, with work put off until needed."""
