"""Holding a text up against plain, person-first, non-clinical language."""
