"""The dialogs of the window: forms for what can be added or changed, and what there is to read."""
