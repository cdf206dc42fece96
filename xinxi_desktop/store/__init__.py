"""The office file: open, lock, migrate, back up; all SQL lives here."""
