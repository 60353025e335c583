"""Reading the National Practice Guidelines for Peer Specialists and Supervisors, 2019, out of a copy."""
