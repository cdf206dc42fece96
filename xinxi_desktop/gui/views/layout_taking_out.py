"""撤下: at once, but asked first where it makes signatures void."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.services import issues, signing


def take_out(desk: Desk, issue: Row, chosen: Sequence[int]) -> None:
    """Take items out of an issue; they are held over for the next one."""

    def act() -> None:
        desk.do(partial(issues.take_out_items, desk.office, chosen))

    signed = signers(desk, issue)
    if not signed:
        act()
        return
    desk.notifier.ask(
        Question(
            f"撤下 {len(chosen)} 条",
            f"{issues.issue_name(issue)}已由{signed}签批。撤下后退回核稿，"
            "清样和签批作废，要重新出清样、送签。",
            "撤下",
            act,
            "撤下可以撤销，撤销后签批照旧。",
        )
    )


def signers(desk: Desk, issue: Row) -> str:
    """Name who has signed the issue as it stands, each once; empty if nobody has."""
    rows = signing.signatures(desk.office, issue["id"])
    return "、".join(dict.fromkeys(str(row["person_name"]) for row in rows))
