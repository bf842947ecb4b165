"""The connections of what is selected: a list that answers, and the same as a small picture."""
