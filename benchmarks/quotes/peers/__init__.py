"""Other ways to find quotations, to be measured beside ours on the same texts with the same parse."""
