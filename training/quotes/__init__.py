"""How the words and weights by which quotations find their speakers were counted: lexicon of cues, ranker of claims."""
