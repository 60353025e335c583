"""Aligning what a copy says with the entries of a guide: in order, by wording, and only where that is sure."""
