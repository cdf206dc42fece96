"""Three kinds of failure: the input is wrong, the world failed, or (anything else) a bug.

Each carries a stable ``code`` and one Chinese sentence that says what happened, what was
kept and what to do. Exit codes of the command line follow (architecture.md): 1 and 3.
"""

from __future__ import annotations


class XinxiError(Exception):
    """A failure with a sentence for the person who caused or met it."""

    exit_code = 1

    def __init__(self, code: str, sentence: str) -> None:
        """Keep the stable reason code and the Chinese sentence."""
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class UserError(XinxiError):
    """The input or the act is not allowed; nothing was changed."""


class WorldError(XinxiError):
    """Disk, lock, permission or damage: not the user's fault and not a bug."""

    exit_code = 3
