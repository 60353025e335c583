"""Finding passages by the words that people remember."""
