"""How a sign-off is named and fixed: who signed, for whom, and the hash that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xinxi_desktop.domain.document import canonical, sha256

SIGN_OFF_VERSION = 2
"""Version 1 knew no 受托代签; its rows keep the hash they were given."""
_FIELDS = (
    "subject_kind", "subject", "subject_sha256", "hash_version", "post", "person", "signed_on",
    "at", "previous_sha256",
)  # fmt: skip
_ON_BEHALF = "受托代签"


def sign_off_hash(row: Mapping[str, Any]) -> str:
    """Hash a sign-off with the one before it; every field that was true when it was made."""
    names = list(_FIELDS)
    # A version 1 row that names somebody has been tampered with: its hash must not fit either.
    if row["hash_version"] > 1 or row.get("on_behalf_of") is not None:
        names.append("on_behalf_of")
    return sha256(canonical({name: row[name] for name in names}))


def signer_words(row: Mapping[str, Any], name: str) -> str:
    """Give the name on paper: “李四（受托代签）” where a deputy signed."""
    return f"{name}（{_ON_BEHALF}）" if row.get("on_behalf_of") else name


def on_behalf_words(row: Mapping[str, Any]) -> str:
    """Say for whom a deputy signed: “受张三委托代签”; empty for one's own signature."""
    return f"受{row['behalf_name']}委托代签" if row.get("on_behalf_of") else ""
