"""Qt models: they hold ids and ask for rows."""
