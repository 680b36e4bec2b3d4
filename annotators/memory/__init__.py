"""How many annotations are held, sent and kept: columns in place of objects, and work put off until somebody looks."""
