"""Pure functions: records in, frozen values out; panes and sheets show the same ones."""
