"""Putting the text of a copy in order, before anybody asks what it says: characters, page headers, columns, units."""
