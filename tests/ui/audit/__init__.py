"""What holds for every window and dialog, looked at one after the other."""
