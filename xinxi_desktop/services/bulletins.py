"""From an issue in the file to what stands on paper: a ``Bulletin``, its layout, its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.cures import breaks_from_json, cures_from_json
from xinxi_desktop.domain.document import canonical, from_json, sha256
from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page_scheme import SCHEMES, STANDARD, PageScheme, scheme_values
from xinxi_desktop.domain.signatures import signer_words
from xinxi_desktop.domain.times import now
from xinxi_desktop.domain.vocabulary import BreakingMode, WordFonts
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.credits import credit_of
from xinxi_desktop.services.frame import annotation_of, head_values, imprint_of, masthead_of
from xinxi_desktop.services.issues import Row
from xinxi_desktop.services.office import Office, person_words
from xinxi_desktop.services.pictures import NO_PICTURES, Pictures, pictures_for
from xinxi_desktop.services.rehearsal import page_mark
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store import people
from xinxi_desktop.store import schemes as scheme_store
from xinxi_desktop.store.reading import Reader

if TYPE_CHECKING:
    from xinxi_desktop.domain.fonts import FontSet
    from xinxi_desktop.domain.page import Layout

HASH_VERSION = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """One issue laid out: what stands on it, with which scheme and fonts, on which pages."""

    bulletin: Bulletin
    scheme: PageScheme
    fonts: FontSet
    layout: Layout
    word_fonts: WordFonts = WordFonts.ACTUAL
    pictures: Pictures = NO_PICTURES

    def used_fonts(self) -> dict[str, list[str]]:
        """Give family and SHA-256 of each font file the pages use, to be stored with them."""
        from pathlib import Path

        keys = {run.face for page in self.layout.pages for run in page.runs}
        faces = [self.fonts.face(key) for key in sorted(keys)]
        return {
            face.key: [face.family, hashlib.sha256(Path(face.path).read_bytes()).hexdigest()]
            for face in faces
        }


def scheme_of(reader: Reader, publication: Row) -> PageScheme:
    """Give a publication's page scheme: one that came ready, or the office's own."""
    name = publication["scheme"]
    return SCHEMES.get(name) or scheme_store.own_scheme(reader, name) or STANDARD


def bulletin_of(reader: Reader, issue_id: int, office_name: str, printed_on: str = "") -> Bulletin:
    """Assemble what stands on an issue, as of now."""
    row = store.issue_rows(reader, [issue_id])[0]
    publication = store.publication(reader, row["publication"])
    items = tuple(
        _item(reader, item, publication, row, office_name) for item in store.items(reader, issue_id)
    )
    return Bulletin(
        items=items,
        masthead=masthead_of(
            row,
            publication,
            office_name,
            _signer(reader, row),
            letter=scheme_of(reader, publication).letter,
        ),
        imprint=imprint_of(row, publication, office_name, printed_on),
        contents=bool(publication["contents"]) and len(items) > 1,
        annotation=annotation_of(publication),
    )


def proof_body(reader: Reader, issue_id: int, office_name: str) -> str:
    """Write the canonical text of everything a signature covers.

    Number and date are given after 签发 and so stand outside; texts, titles, order, columns,
    按语, 供稿单位, cures and title breaks, 报/送/发, copies, marks and the scheme stand inside.
    """
    row = store.issue_rows(reader, [issue_id])[0]
    publication = store.publication(reader, row["publication"])
    items = store.items(reader, issue_id)
    return canonical(
        {
            "hash_version": HASH_VERSION,
            "publication": publication["uuid"],
            "head": head_values(publication, office_name),
            "supplement": row["supplement"],
            "marks": [row["secrecy"], row["secrecy_term"], row["urgency"]],
            "distribution": [
                row["report_to"],
                row["send_to"],
                row["issue_to"],
                row["extra_to"],
                row["copies"],
            ],
            "scheme": scheme_values(scheme_of(reader, publication)),
            "items": [
                {
                    "text": article_store.revision(reader, item["revision"])["sha256"],
                    "title": item["title"],
                    "column": item["column_name"],
                    "note": item["editor_note"],
                    "credit": credit_of(reader, item, publication, row["date"] or "", office_name),
                    **{name: item[name] for name in ("title_breaks", "cures") if item[name]},
                }
                for item in items
            ],
        }
    )


def check_code(body: str) -> str:
    """Give the 校验码 of a clean proof: the first 8 characters of its hash, in capitals."""
    return sha256(body)[:8].upper()


def lay_out(office: Office, issue_id: int, *, watermark: str = "", printed_on: str = "") -> Printed:
    """Typeset an issue as it is now, for preview, proof, export and print alike.

    ``printed_on`` is the day of 印发 for the imprint, before the act itself is recorded.
    """
    from xinxi_desktop.typesetting import compose

    now = bulletin_of(office.file, issue_id, office.name, printed_on)
    bulletin = replace(now, watermark=page_mark(office, watermark))
    row = store.issue_rows(office.file, [issue_id])[0]
    scheme = scheme_of(office.file, store.publication(office.file, row["publication"]))
    fonts = office_fonts()
    names = WordFonts(office.file.setting("word_fonts", WordFonts.ACTUAL.value))
    pictures = pictures_for((item.body for item in bulletin.items), office.file.blob)
    layout = compose(bulletin, fonts, scheme, pictures.facts)
    return Printed(bulletin, scheme, fonts, layout, names, pictures)


def proof_mark(office: Office) -> str:
    """Write what stands on every page of a proof: 清样, who made it, when."""
    person = people.person(office.file, office.person)
    who = person_words(person["name"], person["post"]) if person else ""
    return f"清样\u3000{who}\u3000{now()[:16].replace('T', ' ')}"


@lru_cache(maxsize=1)
def office_fonts() -> FontSet:
    """Give the fonts that the page is set in: the user's official ones, else the shipped."""
    from xinxi_desktop.fonts import font_set

    return font_set()


def pdf_bytes(printed: Printed, title: str, on: str = "") -> bytes:
    """Write the PDF; UserError names characters that no font has.

    ``on`` is the day that its properties give, none for a draft.
    """
    from xinxi_desktop.exporters.pdf import write_pdf

    head = printed.bulletin.masthead
    office = head.office if head else ""
    return write_pdf(
        printed.layout, printed.fonts, title, office=office, on=on,
        pictures=printed.pictures.bytes_of,
    )  # fmt: skip


def docx_bytes(printed: Printed, *, hardened: bool = False) -> bytes:
    """Write the Word file; UserError names characters that no font has.

    Word can't compress marks: a scheme of mode ``fine`` breaks as ``office`` there.
    ``hardened`` (加固) holds lines that Word could end elsewhere by a spacing of their own.
    """
    from xinxi_desktop.exporters.docx import write_docx
    from xinxi_desktop.fonts import named_officially
    from xinxi_desktop.typesetting import harden

    layout, scheme = _for_word(printed)
    if hardened:
        layout, _ = harden(layout, printed.fonts, scheme)
    official = printed.word_fonts is WordFonts.OFFICIAL
    fonts = named_officially(printed.fonts) if official else printed.fonts
    return write_docx(printed.bulletin, layout, fonts, scheme, printed.pictures.bytes_of)


def hardening_note(printed: Printed) -> str:
    """Say how many lines Word could end elsewhere, and how many of them 加固 holds."""
    from xinxi_desktop.typesetting import harden

    layout, scheme = _for_word(printed)
    _, done = harden(layout, printed.fonts, scheme)
    left = done.at_risk - done.hardened
    rest = f"，{left} 行按现有间距限度加固不了" if left else ""
    return (
        f"断行加固：共 {done.lines} 行，{done.at_risk} 行在别的 Word、WPS 里可能断在别处，"
        f"已加固 {done.hardened} 行{rest}。按公开资料推算，没有在 Word、WPS 上实测。"
    )


def _for_word(printed: Printed) -> tuple[Layout, PageScheme]:
    """Give the layout that Word can make: ``fine`` breaks as ``office`` there."""
    from xinxi_desktop.typesetting import compose

    if printed.scheme.mode is BreakingMode.OFFICE:
        return printed.layout, printed.scheme
    scheme = replace(printed.scheme, mode=BreakingMode.OFFICE)
    return compose(printed.bulletin, printed.fonts, scheme, printed.pictures.facts), scheme


FINE_NOTE = "这个版式压缩标点，Word 做不到：Word 文件按“与 Word 一致”断行，个别行与 PDF 不同。"


def word_note(scheme: PageScheme, fonts: FontSet, word_fonts: WordFonts) -> str:
    """Say where the Word file's lines may end otherwise than the PDF's; empty if they agree."""
    if scheme.mode is BreakingMode.FINE:
        return FINE_NOTE
    shipped = any(fonts.primary(role).shipped for role in FontRole)
    if word_fonts is WordFonts.OFFICIAL and shipped:
        return (
            "Word 文件写的是公文字体名，本机排版用的是随程序附带的字体："
            "数字和西文的宽窄略有不同，个别行的断行可能与 PDF 不一致。"
        )
    return ""


def _item(
    reader: Reader, item: Row, publication: Row, issue: Row, office_name: str
) -> BulletinItem:
    revision = article_store.revision(reader, item["revision"])
    return BulletinItem(
        article_id=item["article"],
        title=revision["title"],
        body=from_json(revision["body"]),
        column=item["column_name"],
        editor_note=item["editor_note"],
        credit=credit_of(reader, item, publication, issue["date"] or "", office_name),
        title_breaks=breaks_from_json(item["title_breaks"], revision["title"]),
        cures=cures_from_json(item["cures"]),
    )


def _signer(reader: Reader, row: Row) -> str:
    for proof in store.proofs(reader, row["id"]):
        signed = store.sign_offs(reader, proof["id"])
        if signed:
            return signer_words(signed[-1], signed[-1]["person_name"])
    return "〔待签〕"


def missing_characters(printed: Printed) -> UserError | None:
    """Give the refusal that names characters without a glyph, or None if all can be set."""
    if not printed.layout.missing:
        return None
    signs = "、".join(dict.fromkeys(printed.layout.missing))
    return UserError(
        "missing_glyph",
        f"这些字在现有字体里都没有：{signs}。没有印发，内容没有改动。"
        "请在“设置—字体”里添加含有这些字的字体文件，或改用其他写法。",
    )
