"""The rules that read who says what: a module for each way of reporting speech, and what they share."""
