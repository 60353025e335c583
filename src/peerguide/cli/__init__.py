"""The words people type. Each command is one file in `commands`; what they share is beside it."""
