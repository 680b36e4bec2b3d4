"""A last look at labels that are unsure: what is the story after all, and what is furniture of which kind."""
