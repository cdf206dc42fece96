"""复制上报文本: an article or a submission as plain text for the system of a superior office."""

from __future__ import annotations

from xinxi_desktop.domain import report_text as plain
from xinxi_desktop.services import articles, intake
from xinxi_desktop.services.office import Office


def report_text(office: Office, article_id: int) -> str:
    """Give title and text of an article's newest revision; UserError if there is no such one."""
    row = articles.article(office, article_id)
    return plain.report_text(row["title"], row["document"])


def submission_text(office: Office, submission_id: int) -> str:
    """Give title and text of a submission as it was received."""
    row = intake.submission(office, submission_id)
    return plain.report_text(row["title"], row["document"])
