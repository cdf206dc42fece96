"""Issues that have come as far as the printer."""

from __future__ import annotations

import office_maker as make

from xinxi_desktop.services import printing, recipients
from xinxi_desktop.services.issues import find_publication
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.store.transaction import Transaction

DAILY = "每日快报"


def numbered(office: Office, rule: str = "printed") -> None:
    """Let the copies of the daily bulletin bear a 份号: printed, blank, or none."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        tx.update("publication", find_publication(office, DAILY), {"copy_numbers": rule})
        return "", ()

    office.do("修改刊物", work)


def going_to_print(
    office: Office, *recipients_: tuple[str, int], rule: str = "printed", large: str = ""
) -> int:
    """Make an issue sent to print for these recipients (name, copies)."""
    numbered(office, rule)
    family = find_publication(office, DAILY)
    for name, copies in recipients_:
        fields = {"name": name, "copies": copies, "way": "机要", "large_print": name == large}
        recipients.save_recipient(office, family, None, fields)
    key = make.signed_issue(office)
    printing.recheck(office, key, person=find_person(office, "校对"))
    printing.finalise(office, key, person=find_person(office, "科长"))
    printing.send_to_print(office, key)
    return key
