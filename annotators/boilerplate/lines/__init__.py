"""Labels lines of text without markup, by features of each line and two linear-chain CRFs."""
