"""Puts the offline guard into every Python process that a test starts (found by PYTHONPATH)."""

import offline

offline.install()
