"""Claims from a tagging model's spans (source, cue, content), combined with those of the rules."""
