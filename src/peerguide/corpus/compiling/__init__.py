"""From checked records to a compiled corpus: the rows of each table, and the one database that holds them."""
