"""Reading the YAML files of a corpus, and telling everything that is wrong with them.

From the bottom up: `files` reads bytes, `yaml_tree` makes a tree of them, `placed` has
texts that know their place, `shape` the kinds of shape, `grammar` says with
them what may stand in each file, `raw` holds what was read, `rules` and `scenario_rules` what only the whole can keep, `check` runs it all, and
`schema` publishes the grammar for editors.
"""
