"""Collects log records from WARNING up, so that none passes a test unnoticed."""

import logging
import re


class LogGuard(logging.Handler):
    """Stands on the root logger during one test; `expect` names what may and must be logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, pattern: str) -> None:
        """Say that a record whose message holds the regular expression `pattern` will come."""
        self._expected.append(pattern)

    def complaint(self) -> str:
        """What went against the expectations, or an empty string."""
        messages = [record.getMessage() for record in self.records]
        unexpected = [text for text in messages if not self._matches_any(text)]
        missing = [p for p in self._expected if not any(re.search(p, text) for text in messages)]
        lines = [f"unexpected log record: {text}" for text in unexpected]
        lines += [f"expected log record never came: {pattern}" for pattern in missing]
        return "\n".join(lines)

    def _matches_any(self, text: str) -> bool:
        return any(re.search(pattern, text) for pattern in self._expected)
