"""What is done to recipients and distributions, for the test that undoes every act."""

from __future__ import annotations

from collections.abc import Callable

import office_maker as make

from xinxi_desktop.domain.vocabulary import CopyOutcome
from xinxi_desktop.services import distribution, recipients
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.office import Changes, Office

DISTRIBUTION_ACTS = (
    "登记分发对象", "修改分发对象", "调整分发次序", "删除分发对象", "列分发名单", "增加分发",
    "更改分发", "去掉分发", "登记签收", "登记清退销毁",
)  # fmt: skip


def listed_issue(office: Office, *names: str) -> int:
    """Make an issue of the daily bulletin whose list names these recipients, 2 copies each."""
    family = find_publication(office, "每日快报")
    for name in names:
        recipients.save_recipient(office, family, None, {"name": name, "copies": 2, "way": "机要"})
    key = make.issue(office)
    distribution.make_distribution(office, key)
    return key


def distribution_act(office: Office, name: str) -> Callable[[], Changes]:
    """Prepare what an act needs and give the act."""
    key = listed_issue(office, "市委办公室", "市政府办公室")
    family = find_publication(office, "每日快报")
    one, other = (row["id"] for row in recipients.recipients(office, family))
    share, _ = (row["id"] for row in distribution.distribution(office, key))
    if name in ("登记签收", "登记清退销毁"):
        make.on_press(office, key)
    if name == "列分发名单":
        recipients.save_recipient(office, family, one, {"copies": 3})
    return {
        "登记分发对象": lambda: recipients.save_recipient(office, family, None, {"name": "市政协"}),
        "修改分发对象": lambda: recipients.save_recipient(office, family, one, {"copies": 5}),
        "调整分发次序": lambda: recipients.order_recipients(office, family, [other, one]),
        "删除分发对象": lambda: recipients.delete_recipient(office, one),
        "列分发名单": lambda: distribution.make_distribution(office, key),
        "增加分发": lambda: distribution.save_share(office, key, None, {"name": "望川县委办"}),
        "更改分发": lambda: distribution.save_share(office, key, share, {"copies": 7}),
        "去掉分发": lambda: distribution.drop_share(office, share),
        "登记签收": lambda: distribution.hand_over(office, [share], received_by="王某"),
        "登记清退销毁": lambda: distribution.take_back(
            office, share, CopyOutcome.RETURNED, copies=1
        ),
    }[name]
