"""What comes into a dossier: the seed, and the original text of a source."""
