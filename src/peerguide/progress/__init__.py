"""A learner's history and schedule: answers that are never rewritten, and what follows from them."""
