"""The rules that find claims: a module for each way of reporting speech, and what these share."""
