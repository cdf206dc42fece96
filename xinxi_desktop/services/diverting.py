"""改发: one item of an issue becomes an issue of its own in another publication (practice.md §5)."""

from __future__ import annotations

from xinxi_desktop.errors import UserError
from xinxi_desktop.services.issues import Row, begin_issue, leave_issue, publications
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store.transaction import Transaction


def divert_item(
    office: Office, item_id: int, publication: int, *, person: int | None = None
) -> Changes:
    """Take an item out of its issue and begin an issue of ``publication`` with it alone.

    The issue that it leaves falls back as after 撤下; the new one begins at 拟编 and is signed by
    its own publication's chain. The article keeps its 核稿. ``Changes.id`` is the new issue.
    """

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        item = tx.get("issue_item", item_id)
        issue = tx.get("issue", item["issue"])
        family = tx.get("publication", publication)
        _check_other(issue, family)
        leave_issue(tx, item_id, f"改发《{family['name']}》")
        key = begin_issue(tx, publication, [item["article"]], person or office.person)
        return f"已撤下 1 条，改发《{family['name']}》", (key,)

    return office.do("改发", work, person=person)


def targets(office: Office, publication: int) -> list[Row]:
    """List where an item of ``publication`` may go instead: the single-topic ones come first."""
    others = [row for row in publications(office) if row["id"] != publication]
    return sorted(others, key=lambda row: not row["single_topic"])


def _check_other(issue: Row, family: Row) -> None:
    if issue["publication"] == family["id"]:
        raise UserError(
            "same_publication",
            f"这一条本来就在《{family['name']}》里，没有改发。请选另一种刊物，或用撤下留待下期。",
        )
