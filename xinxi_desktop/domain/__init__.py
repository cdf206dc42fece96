"""Records and rules of the office: pure, imported by every other package."""
