"""What a terminal shows: entries drawn by Rich, as linear text, or as JSON."""
