"""Dialogs: only for a decision or a form."""
