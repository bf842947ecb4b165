"""“Import contacts…” in the window: a look at the list, what it would change, and what was done."""
