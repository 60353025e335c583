"""What a style for the Vale linter is made of."""
