"""What the QTI packages are made of: XML, manifests, and a module for each version."""
