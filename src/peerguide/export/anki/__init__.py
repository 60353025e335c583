"""What the Anki decks are made of: note types, and questions as notes."""
