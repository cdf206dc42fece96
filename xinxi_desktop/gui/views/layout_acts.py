"""What can be done to an issue: the next step, and the ways out of it. Final acts are asked first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import IssueState, Post, Weight
from xinxi_desktop.domain.whole_issue import Finding, Passed
from xinxi_desktop.errors import UserError, XinxiError
from xinxi_desktop.gui import exporting, people
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.final_form import FinalFormDialog
from xinxi_desktop.gui.dialogs.form_dialog import Act, FormDialog
from xinxi_desktop.gui.dialogs.record import RecordDialog
from xinxi_desktop.gui.dialogs.review import ReviewDialog
from xinxi_desktop.gui.dialogs.transcribe import TranscribeDialog, Typed
from xinxi_desktop.gui.dialogs.whole_issue import WholeIssueDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.notify import Offer
from xinxi_desktop.gui.views import layout_words as words
from xinxi_desktop.gui.views.layout_taking_out import signers
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.services import absences, acts, diverting, issues, printing, signing
from xinxi_desktop.services.office import Changes, own_name, person_words
from xinxi_desktop.services.whole_issue import check_issue, passed

Values = dict[str, Any]
_FOR = "/"
"""Stands between the deputy and the absent person in a choice."""
_REASONS = {
    "return": ("退改", "写明要改什么。已有的签名随之作废，但留在记录里。", signing.return_issue),
    "defer": ("缓发", "写明为什么缓发。已有的签名随之作废，但留在记录里。", signing.defer_issue),
    "resubmit": (
        "复审",
        "签发后有实质性修改：回到核稿，改好后重新出清样，由原签批人再签。",
        signing.resubmit,
    ),
}


class IssueActs(QObject):
    """Asks what must be asked and acts on one issue.

    Signals:
        busy: True while a step is under way beside the window.
        print_asked: the row of the issue that is to be printed now.
    """

    busy = Signal(bool)
    print_asked = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Ask over ``window``."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._half_typed: dict[tuple[int, int], Typed] = {}

    def next(self, row: Row) -> None:
        """Take the next step of an issue; a printed one is exported."""
        step = words.NEXT.get(IssueState(row["state"]))
        doors: dict[str, Callable[[Row], None]] = {
            "check": self._check, "proof": self.prove, "send": self._send, "sign": self._sign,
            "recheck": self._recheck, "finalise": self._finalise,
            "send_to_print": self._send_to_print, "print_out": self._print_out,
        }  # fmt: skip
        if step is None:
            self.export(row, printing.PDF)
        else:
            self._try(partial(doors[step], row))

    def prove(self, row: Row) -> None:
        """Make a clean proof; articles that are not reviewed are named first."""
        waiting = [
            item for item in issues.items(self._desk.office, row["id"]) if not words.reviewed(item)
        ]
        if waiting:
            dialog = ReviewDialog(self._desk, waiting, "通过核稿并出清样", parent=self._window)
            dialog.passed.connect(partial(self._make_proof, row))
            dialog.open()
        else:
            self._make_proof(row)

    def review(self, row: Row) -> None:
        """Pass the articles of an issue that are not reviewed."""
        every = issues.items(self._desk.office, row["id"])
        waiting = [item for item in every if not words.reviewed(item)]
        if waiting:
            ReviewDialog(self._desk, waiting, "通过核稿", parent=self._window).open()

    def fall_back(self, action: str, row: Row) -> None:
        """退改, 缓发 or 复审 with a reason."""
        verb, lead, service = _REASONS[action]
        reason = Field("reason", f"{verb}理由", "multiline", required=True)
        office = self._desk.office

        def act(values: Values) -> Changes:
            return service(office, row["id"], values["reason"])

        title = f"{verb}：{issues.issue_name(row)}"
        self._open("reason", title, verb, [reason], lead=lead, act=act)

    def move(self, row: Row) -> None:
        """改刊."""
        office = self._desk.office
        others = [
            (str(each["id"]), f"《{each['name']}》")
            for each in issues.publications(office)
            if each["id"] != row["publication"]
        ]

        signed = signers(self._desk, row)
        void = f"已由{signed}签批的，清样和签批都作废。" if signed else ""

        def act(values: Values) -> Changes:
            return issues.move_to_publication(office, row["id"], int(values["publication"]))

        self._open(
            "move", f"改刊：{issues.issue_name(row)}", "改刊",
            [Field("publication", "改发", "choice", choices=others)],
            lead=f"条目都带过去，报送范围和份数按新刊物，从拟编重新开始。{void}", act=act,
        )  # fmt: skip

    def divert(self, row: Row, item: int, then: Callable[[int], None]) -> None:
        """改发: one item goes out in another publication; ``then`` is given the new issue's id."""
        office = self._desk.office
        others = [
            (str(each["id"]), f"《{each['name']}》")
            for each in diverting.targets(office, row["publication"])
        ]

        made: list[Changes] = []

        def act(values: Values) -> Changes:
            made.append(diverting.divert_item(office, item, int(values["publication"])))
            return made[0]

        dialog = self._open(
            "divert", "改发一条", "改发",
            [Field("publication", "改发", "choice", choices=others)],
            lead="这一条从本期撤下，在所选刊物里单独组一期，按那种刊物的签批链送签；本期的目录、"
            "版面和版记随即重排，已出的清样和签批作废。", act=act,
        )  # fmt: skip
        dialog.accepted.connect(lambda: then(made[0].id))

    def transcribe(self, row: Row) -> None:
        """誊改: what the leader wrote on the signed proof is typed in and checked."""
        every = issues.items(self._desk.office, row["id"])
        dialog = TranscribeDialog(self._desk, row, every, self._half_typed, self._window)
        dialog.open()

    def export(self, row: Row, format_: str, hardened: bool | None = None) -> None:
        """Export the issue's PDF or Word file: the stored one once printed."""
        make = partial(printing.export_issue, self._desk.office, row["id"], format_, hardened)
        note = printing.export_note(self._desk.office, row["id"], format_)
        exporting.export(self._desk, self._window, words.file_name(row), f".{format_}", make, note)

    def show_record(self, row: Row) -> None:
        """Show who did what to the issue and when."""
        history = acts.history(self._desk.office, "issue", row["id"])
        RecordDialog(issues.issue_name(row), history, self._desk.values, self._window).open()

    def _check(self, row: Row) -> None:
        self._desk.do(partial(signing.send_to_check, self._desk.office, row["id"]))

    def check_whole(self, row: Row) -> None:
        """Show what the whole-issue check finds, and what of it was let through before."""
        before = passed(self._desk.office, row["id"])
        self._check_whole(row, partial(self._show_findings, row, before=before))

    def _send(self, row: Row) -> None:
        self.busy.emit(True)
        self._check_whole(row, partial(self._send_checked, row))

    def _send_checked(self, row: Row, findings: tuple[Finding, ...]) -> None:
        """Send at once if nothing is new since it was last sent; else show it first."""
        before = passed(self._desk.office, row["id"])
        wrong = any(finding.weight is Weight.ERROR for finding in findings)

        def act(values: Values) -> Changes:
            reason = str(values.get("reason") or (before.reason if wrong else ""))
            return signing.send_for_signature(
                self._desk.office, row["id"], reason, findings=findings
            )

        self.busy.emit(False)
        if before.news(findings):
            self._show_findings(row, findings, act, before)
        else:
            self._send_again(row, partial(act, {}), bool(before.known(findings)))

    def _send_again(self, row: Row, act: Callable[[], Changes], known: bool) -> None:
        """Send without asking; what was let through before can be looked at from the notice."""
        offer = Offer("看这几处", partial(self.check_whole, row)) if known else None

        def send() -> None:
            self._desk.did(act(), offer=offer)

        self._try(send)

    def _show_findings(
        self,
        row: Row,
        findings: tuple[Finding, ...],
        act: Act | None = None,
        before: Passed = Passed(),  # noqa: B008 - it can't be changed
    ) -> None:
        items = issues.items(self._desk.office, row["id"])
        WholeIssueDialog(self._desk, row, items, findings, act, before, self._window).open()

    def _check_whole(self, row: Row, then: Callable[[tuple[Finding, ...]], None]) -> None:
        """Check beside the window, since the pages are laid out for it."""

        def work(_control: Control) -> tuple[Finding, ...]:
            return check_issue(self._desk.office, row["id"])

        self._desk.jobs.run(work, then, self._failed, title="检查全期")

    def _make_proof(self, row: Row) -> None:
        self._beside("出清样", partial(signing.make_proof, self._desk.office, row["id"]))

    def _sign(self, row: Row) -> None:
        office = self._desk.office
        posts, signed = signing.chain(office, row["id"]), signing.signatures(office, row["id"])
        turn = posts[len(signed)]
        after = posts[len(signed) + 1].label if len(signed) + 1 < len(posts) else ""
        code = signing.proofs(office, row["id"])[0]["check_code"]
        verb = signing.signing_verb(office, row["id"])
        holders = self._holders(turn)

        def tell(values: Values) -> str:
            who = dict(holders)[values["person"]]
            return words.final_signing(row, code, who, parse_date(values["on"]), after)

        def act(values: Values) -> Changes:
            deputy, _, absent = str(values["person"]).partition(_FOR)
            return signing.sign(
                office, row["id"], person=int(deputy), on=str(values["on"]),
                on_behalf_of=int(absent) if absent else None,
            )  # fmt: skip

        self._ask(
            "sign", f"{verb}：{issues.issue_name(row)}", verb,
            [
                Field("person", turn.label, "choice", choices=holders),
                Field("on", f"{verb}日期", "date", required=True, default=today()),
            ],
            lead=f"签批次序：{_order(posts, signed)}。{self._away(turn)}", tell=tell, act=act,
        )  # fmt: skip

    def _recheck(self, row: Row) -> None:
        office = self._desk.office
        alone = len(people.choices(office)) == 1
        editor = own_name(row["editor_name"], Post.EDITOR)
        who = people.choices(
            office, first=[Post.PROOFREADER], besides=() if alone else (int(row["editor"]),)
        )

        def act(values: Values) -> Changes:
            return printing.recheck(office, row["id"], person=int(values["person"]))

        self._open(
            "recheck", f"复核：{issues.issue_name(row)}", "复核",
            [Field("person", "复核人", "choice", choices=who)],
            lead=f"对照签发的清样逐页复核。本期编辑{editor}不能自己复核。", act=act,
        )  # fmt: skip

    def _finalise(self, row: Row) -> None:
        office = self._desk.office
        foreseen = printing.foreseen(office, row["id"])
        who = people.choices(office, first=[Post.SECTION_CHIEF])

        def tell(values: Values) -> str:
            return words.final_edition(printing.foreseen(office, row["id"], values["on"]))

        def act(values: Values) -> Changes:
            person, day = int(values["person"]), str(values["on"])
            return printing.finalise(office, row["id"], person=person, on=day)

        self._ask(
            "finalise", f"定版：{issues.issue_name(row)}", "定版",
            [
                Field("person", "定版人", "choice", choices=who),
                Field("on", "报头日期", "date", required=True, default=foreseen["date"]),
            ],
            lead=words.edition_lead(foreseen), tell=tell, act=act,
        )  # fmt: skip

    def _send_to_print(self, row: Row) -> None:
        act = partial(printing.send_to_print, self._desk.office, row["id"])
        then = Offer("打印…", partial(self.print_asked.emit, row))
        self._desk.notifier.ask_final(
            "付印", words.final_press(row), "付印", partial(self._beside, "付印", act, then)
        )

    def _print_out(self, row: Row) -> None:
        office = self._desk.office

        def tell(values: Values) -> str:
            return words.final_issue(row, parse_date(values["on"]))

        dialog = self._ask(
            "print_out", f"印发：{issues.issue_name(row)}", "印发",
            [Field("on", "印发日期", "date", required=True, default=today())],
            lead=f"共印 {row['copies']} 份。", tell=tell,
        )  # fmt: skip

        def start(values: Values) -> None:
            self._beside("印发", partial(printing.print_out, office, row["id"], on=values["on"]))

        dialog.filled.connect(start)

    def _holders(self, post: Post) -> people.Choices:
        found = people.choices(self._desk.office, [post])
        if not found:
            raise UserError(
                "no_signer",
                f"现在轮到{post.label}签，但“人员”里没有在岗的{post.label}。没有记录。"
                "请先在“单位与信息员—人员”里登记。",
            )
        return [*self._deputies(post), *found]

    def _deputies(self, post: Post) -> people.Choices:
        """Who may sign instead of the absent holders of a post, on top of the choices."""
        return [
            (
                f"{row['deputy']}{_FOR}{row['person']}",
                f"{person_words(row['deputy_name'], row['deputy_post'])}（受{row['person_name']}委托代签）",
            )
            for row in absences.absent_holders(self._desk.office, post)
            if row["deputy"]
        ]

    def _away(self, post: Post) -> str:
        away = absences.remark(absences.absent_holders(self._desk.office, post))
        return f"\n{away}。" if away else ""

    def _open(
        self, name: str, title: str, verb: str, fields: list[Field], **more: Any
    ) -> FormDialog:
        dialog = FormDialog(self._desk, name, title, verb, fields, parent=self._window, **more)
        dialog.open()
        return dialog

    def _ask(
        self, name: str, title: str, verb: str, fields: list[Field], **more: Any
    ) -> FinalFormDialog:
        dialog = FinalFormDialog(self._desk, name, title, verb, fields, parent=self._window, **more)
        dialog.open()
        return dialog

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except XinxiError as error:
            self._desk.notifier.error(error)

    def _beside(self, title: str, act: Callable[[], Changes], offer: Offer | None = None) -> None:
        """Run a slow act as a job; the next step waits for its end, and what to do is offered."""

        def work(_control: Control) -> Changes:
            return act()

        def done(changes: Changes) -> None:
            self.busy.emit(False)
            self._desk.did(changes, offer=offer)

        self.busy.emit(True)
        self._desk.jobs.run(work, done, self._failed, title=title)

    def _failed(self, error: Exception) -> None:
        self.busy.emit(False)
        self._desk.notifier.error(error)


def _order(posts: tuple[Post, ...], signed: list[Row]) -> str:
    parts = []
    for place, post in enumerate(posts):
        if place < len(signed):
            parts.append(f"{post.label}（{moment(signed[place]['signed_on'])} 已签）")
        else:
            parts.append(f"{post.label}（现在）" if place == len(signed) else post.label)
    return " → ".join(parts)
