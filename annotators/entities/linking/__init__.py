"""Which names are the same someone or something."""
