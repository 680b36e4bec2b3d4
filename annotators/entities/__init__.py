"""Who and what is named, and which mentions are the same one."""
