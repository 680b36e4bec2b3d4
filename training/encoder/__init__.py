"""How the shipped encoder is made: data in, model and scores out, one command."""
