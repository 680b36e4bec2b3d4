"""How the chains and what picks the headline are fitted, by folds of publishers."""
