"""The official wording of a guide, read out of the copy that a person has and kept in their own data folder."""
