"""The office's own settings inside an act."""

from __future__ import annotations

from xinxi_desktop.store.transaction import Transaction


def put_setting(tx: Transaction, key: str, value: str) -> None:
    """Set a setting, whether or not it was there."""
    if tx.one("SELECT 1 FROM setting WHERE key = ?", key) is None:
        tx.insert("setting", {"key": key, "value": value})
    else:
        tx.update("setting", key, {"value": value})
