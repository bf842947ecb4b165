"""The panes: each takes frozen values, shows them and emits signals; only the main window connects them."""
