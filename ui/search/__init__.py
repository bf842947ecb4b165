"""Search as you type: the field in the tool bar and the panel under it, which shows what the core found."""
