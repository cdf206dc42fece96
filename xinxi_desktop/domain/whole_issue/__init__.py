"""The check of a whole issue before 送签: what a careful reader would stop at. Pure.

A finding never holds an issue back by itself (practice.md §1.4): an error wants a reason.
"""

from xinxi_desktop.domain.whole_issue.findings import (
    Finding,
    IssueFacts,
    Passed,
    passed_from_json,
    passed_to_json,
)
from xinxi_desktop.domain.whole_issue.run import check_whole_issue

__all__ = [
    "Finding",
    "IssueFacts",
    "Passed",
    "check_whole_issue",
    "passed_from_json",
    "passed_to_json",
]
