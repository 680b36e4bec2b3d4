"""What a tagging model calls source, cue and content: claims made of it, united with those of the rules."""
