"""Compiled Designer forms; their sources are in ui/."""
