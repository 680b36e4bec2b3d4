"""Articles of broadsheet's own, as dirty as real ones, each with its gold annotations."""
