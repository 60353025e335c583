"""Questions about the corpus, fair by construction, and the sitting in which they are answered."""
