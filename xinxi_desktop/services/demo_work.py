"""The steps of the demonstration: 收稿, 初选, 成稿, 核稿, 组期, 清样, 签发, 复核, 定版, 印发."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.vocabulary import ImportStatus, Post
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.files import name_of
from xinxi_desktop.services import articles, issues, registers, reviewing, signing, units
from xinxi_desktop.services.intake import Outcome
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.rounds import finalise_issue, print_issue, prove_issue

Row = dict[str, Any]
Tell = Callable[[str], None]
Clock = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to be made: its submissions; title, text and column where an editor has them."""

    sources: tuple[int, ...]
    title: str = ""
    body: Document | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class PlannedIssue:
    """An issue to be printed: its publication and its articles in order."""

    publication: int
    drafts: tuple[Draft, ...]


@dataclass(slots=True)
class Work:
    """One demonstration on an open office; ``issue`` is the bulletin once it is begun.

    ``receive`` registers the reports; ``decide`` does 初选 and gives the issues to print, the
    bulletin first, by the ``rule`` it states; ``folder`` is what paths are shown relative to.
    """

    office: Office
    tell: Tell
    clock: Clock
    receive: Callable[[], Iterable[Outcome]]
    decide: Callable[[Sequence[Outcome]], Sequence[PlannedIssue]]
    rule: str
    folder: Path | None = None
    issue: int = 0
    summary: Row = field(default_factory=dict)

    def run(self, summary: Row, day: str) -> None:
        """Do every step up to 印发, dated ``day``; UserError if nothing can be printed."""
        self.summary = summary
        with self.clock("import"):
            outcomes = self._receive()
        with self.clock("screen"):
            planned = self.decide(outcomes)
            self._count_decisions(outcomes)
        with self.clock("edit"):
            made = [[self._write(draft) for draft in each.drafts] for each in planned]
        self._count_articles(planned)
        summary["issues"] = []
        for each, keys in zip(planned, made, strict=True):
            key = self._compose(each, keys)
            self.issue = self.issue or key
            self._print(key, day)
            summary["issues"].append(self._described(key))
        summary["issue"] = summary["issues"][0]

    def _receive(self) -> list[Outcome]:
        outcomes = []
        for found in self.receive():
            outcomes.append(found)
            if found.status is ImportStatus.REFUSED:
                self.tell(f"未收 {self._shown(found.path)}：{found.reason}")
        counts = Counter(found.status for found in outcomes)
        refused = [found for found in outcomes if found.status is ImportStatus.REFUSED]
        self.summary["files"] = {
            "found": len(outcomes),
            "registered": counts[ImportStatus.REGISTERED],
            "duplicates": counts[ImportStatus.DUPLICATE],
            "refused": dict(Counter(found.code for found in refused)),
            "ignored": counts[ImportStatus.IGNORED],
        }
        self.summary["refusals"] = [
            {"path": self._shown(found.path), "reason_code": found.code, "reason": found.reason}
            for found in refused
        ]
        words = "，".join(f"{status.label} {counts[status]} 个" for status in ImportStatus)
        self.tell(f"收稿：{words}。")
        if not counts[ImportStatus.REGISTERED]:
            raise UserError(
                "nothing_registered",
                "没有收到一件来稿，没有印出刊物。请看上面每个文件未收的原因，或换一个文件夹。",
            )
        known = units.units(self.office)
        to_confirm = sum(row["to_confirm"] for row in known)
        self.summary["units"] = {"total": len(known), "to_confirm": to_confirm}
        return outcomes

    def _count_decisions(self, outcomes: Sequence[Outcome]) -> None:
        from xinxi_desktop.services.intake import submission_rows

        ids = [found.id for found in outcomes
               if found.id is not None and found.status is ImportStatus.REGISTERED]  # fmt: skip
        rows = submission_rows(self.office, ids)
        counts = Counter(row["disposition"] or "pending" for row in rows)
        self.summary["disposed"] = dict(sorted(counts.items()))
        chosen = counts["shortlist"] + counts["merge"]
        self.summary["chosen_by"] = self.rule
        self.tell(f"初选：{len(rows)} 条中拟用、综合 {chosen} 条。{self.rule}")

    def _write(self, draft: Draft) -> int:
        """成稿 by the editor, 核稿 by the section's chief."""
        made = articles.create_article(
            self.office, draft.sources, title=draft.title, body=draft.body
        )
        reviewing.submit_for_review(self.office, [made.id])
        reviewing.review_article(
            self.office, made.id, person=holder(self.office, Post.SECTION_CHIEF)
        )
        return made.id

    def _count_articles(self, planned: Sequence[PlannedIssue]) -> None:
        drafts = [draft for each in planned for draft in each.drafts]
        merged = sum(len(draft.sources) > 1 for draft in drafts)
        counts = {"made": len(drafts), "merged": merged, "reviewed": len(drafts)}
        self.summary["articles"] = counts
        self.tell(f"成稿、核稿：{len(drafts)} 篇，其中综合 {merged} 篇。")

    def _compose(self, planned: PlannedIssue, keys: Sequence[int]) -> int:
        with self.clock("compose"):
            key = issues.create_issue(self.office, planned.publication, keys).id
            items = issues.items(self.office, key)
            for item, draft in zip(items, planned.drafts, strict=True):
                if draft.column:
                    issues.change_item(self.office, item["id"], {"column_name": draft.column})
        return key

    def _print(self, key: int, day: str) -> None:
        """清样 and 送签, then each of the chain in turn, then 复核 to 印发 by the proofreader."""
        office = self.office
        with self.clock("proof"):
            self._say(prove_issue(office, key))
        with self.clock("sign"):
            for post in signing.chain(office, key):
                self._say([signing.sign(office, key, person=holder(office, post), on=day)])
        with self.clock("finalise"):
            self._say(finalise_issue(office, key, person=holder(office, Post.PROOFREADER)))
        with self.clock("print"):
            self._say(print_issue(office, key, on=day))

    def _say(self, steps: Iterable[Any]) -> None:
        for changes in steps:
            self.tell(f"{changes.sentence}。")

    def _described(self, key: int) -> Row:
        row = issues.issue(self.office, key)
        fields = ("id", "year", "number", "date", "pages", "state", "copies")
        signed = signing.signatures(self.office, key)
        return {
            "publication": row["publication_name"],
            **{name: row[name] for name in fields},
            "items": [item["title"] for item in issues.items(self.office, key)],
            "check_code": signing.proofs(self.office, key)[0]["check_code"],
            "signatures": [
                {"post": each["post"], "person": each["person_name"], "on": each["signed_on"]}
                for each in signed
            ],
        }

    def _shown(self, path: Path) -> str:
        """Name a file by its place in the folder, as text."""
        if self.folder is None or not path.is_relative_to(self.folder):
            return name_of(path)
        parts = path.relative_to(self.folder).parts or (path.name,)
        return "/".join(name_of(Path(part)) for part in parts)


def holder(office: Office, post: Post) -> int:
    """Give the first person who holds a post; UserError if nobody does."""
    for row in registers.persons(office):
        if row["post"] == post.value and row["active"]:
            return int(row["id"])
    raise UserError(
        "post_vacant", f"没有人任“{post.label}”，办不下去。已做的都在。请先在“人员”里登记。"
    )
