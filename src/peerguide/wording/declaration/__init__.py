"""Reading the Declaration of Peer Roles, Western Mass Peer Network, 2014, out of a copy."""
