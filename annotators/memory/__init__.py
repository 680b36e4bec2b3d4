"""Storage of many annotations: as columns instead of objects, with work deferred until it is needed."""
