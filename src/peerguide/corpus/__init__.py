"""What the guidelines say: the model, reading and checking it, finding things in it."""
