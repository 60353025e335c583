"""What the Markdown documents are made of: escaping, blocks, and a module for each family of documents."""
