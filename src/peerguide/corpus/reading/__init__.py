"""Reading the YAML files of a corpus, and telling everything that is wrong with them.

From the bottom up: `files` reads bytes, `yaml_tree` makes a tree of them, `shape` has the kinds of shape, `grammar` says with
them what may stand in each file, `raw` holds what was read, `rules` what only the whole can keep, `check` runs it all, and
`schema` publishes the grammar for editors.
"""
