"""The shipped encoder: words in, scores for entities and quotation roles out, without a training framework."""
