"""Numbers that sound like a status and are something else's: what claims them, and how it shows."""
