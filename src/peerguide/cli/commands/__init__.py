"""One file for each command: its words, options and examples. What it does is done below, in other rooms."""
