"""The reader's additions to an article: anchoring of notes after an edit, and corrections of annotations."""
