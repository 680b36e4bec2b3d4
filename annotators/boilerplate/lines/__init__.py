"""Labels the lines of text without markup: features of each line, and two linear chains over all of them."""
