"""The text inside a Word paragraph, read as if all tracked changes were accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from xinxi_desktop.importers.docx_figures import figure_of
from xinxi_desktop.importers.docx_lines import Line, Piece, Tally, lines_of
from xinxi_desktop.importers.ooxml import Element, attribute, child, flag, name, value
from xinxi_desktop.importers.styles import Styles
from xinxi_desktop.importers.symbols import from_font, symbol

_SKIPPED = frozenset(
    {
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:instrText",
        "w:delText",
        "w:delInstrText",
        "w:rt",
        "w:rubyPr",
        "w:footnoteRef",
        "w:endnoteRef",
        "w:annotationRef",
        "w:commentReference",
        "w:smartTagPr",
        "w:customXmlPr",
        "w:fldData",
        "w:softHyphen",
        "w:separator",
        "w:continuationSeparator",
        "m:rPr",
        "m:ctrlPr",
    }
)
_LITERAL = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
_GRAPHICS = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}


@dataclass(slots=True)
class Inline:
    """Text and text boxes of one paragraph as they come."""

    text: list[str] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)

    def add_box(self, pieces: list[Piece]) -> None:
        """Keep a box or picture before the paragraph's text if none has come yet, else after."""
        started = any(part.strip() for part in self.text)
        (self.after if started else self.before).extend(pieces)


class InlineReader:
    """Reads paragraphs of one document; fields may run over several paragraphs."""

    def __init__(
        self,
        styles: Styles,
        tally: Tally,
        read_box: Callable[[Element], list[Piece]],
        cite: Callable[[str, str], str],
    ) -> None:
        """Take the reader of text-box contents, and what gives a note's number in the text."""
        self._styles = styles
        self._tally = tally
        self._read_box = read_box
        self._cite = cite
        self._fields: list[str] = []

    def read(self, paragraph: Element, style: str, into: Inline) -> None:
        """Add a paragraph's visible text to ``into``."""
        hidden = self._styles.hidden(style)
        for item in paragraph:
            self._walk(item, into, hidden)
        # An instruction never runs on: a field without its end must not swallow the document.
        self._fields = [state for state in self._fields if state == "result"]

    def _walk(self, element: Element, into: Inline, hidden: bool) -> None:
        kind = name(element)
        if kind in _SKIPPED:
            return
        if kind in ("w:del", "w:moveFrom"):
            self._set_apart(element, kind)
        elif kind == "w:r":
            self._run(element, into, hidden)
        elif kind in _GRAPHICS or kind == "mc:AlternateContent":
            self._graphic(element, into)
        elif kind == "w:fldChar":
            self._field(attribute(element, "fldCharType"))
        elif kind == "w:sdt" and _is_placeholder(element):
            return
        else:
            self._leaf(element, kind, into, hidden)

    def _leaf(self, element: Element, kind: str, into: Inline, hidden: bool) -> None:
        if kind in ("w:ins", "w:moveTo"):
            self._tally.insertions += 1
        text = self._literal(element, kind)
        if text is None:
            for item in element:
                self._walk(item, into, hidden)
        elif text and "code" not in self._fields:
            into.text.append(text)

    def _literal(self, element: Element, kind: str) -> str | None:
        if kind in ("w:t", "m:t"):
            return element.text or ""
        if kind == "w:br":
            return "" if attribute(element, "type") in ("page", "column") else "\n"
        if kind == "w:sym":
            return symbol(attribute(element, "font"), attribute(element, "char"))
        if kind in _NOTES:
            return self._cite(_NOTES[kind], attribute(element, "id"))
        return _LITERAL.get(kind)

    def _run(self, run: Element, into: Inline, hidden: bool) -> None:
        properties = child(run, "w:rPr")
        inner = Inline(text=into.text, before=into.before, after=into.after)
        if self._is_hidden(properties, hidden):
            inner = Inline()
        start = len(inner.text)
        for item in run:
            self._walk(item, inner, hidden)
        font = _font(properties)
        if font:
            inner.text[start:] = [from_font(part, font) for part in inner.text[start:]]
        if inner.text is not into.text and (text := "".join(inner.text)).strip():
            self._tally.hidden += 1
            self._tally.set_apart.append(text)

    def _is_hidden(self, properties: Element | None, inherited: bool) -> bool:
        if properties is None:
            return inherited
        said = flag(properties, "w:vanish")
        if said is None and (style := value(properties, "w:rStyle")):
            return inherited or self._styles.hidden(style)
        return inherited if said is None else said

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _set_apart(self, element: Element, kind: str) -> None:
        if kind == "w:del":
            self._tally.deletions += 1
        else:
            self._tally.moves += 1
        text = "".join(
            item.text or "" for item in element.iter() if name(item) in ("w:t", "w:delText")
        )
        if text.strip():
            self._tally.set_apart.append(text)

    def _graphic(self, element: Element, into: Inline) -> None:
        kind = name(element)
        if kind == "mc:AlternateContent":
            self._alternate(element, into)
        elif kind == "w:object":
            # Its picture is only the preview of what is embedded.
            self._tally.embedded += 1
        elif kind in ("txbxContent", "w:txbxContent"):
            self._tally.text_boxes += 1
            pieces = self._read_box(element)
            lines = [line.text for line in lines_of(pieces)]
            self._tally.boxed += [*lines, "".join(lines)]
            into.add_box(pieces)
        elif kind == "v:textpath":
            if text := attribute(element, "string").strip():
                self._tally.boxed.append(text)
                into.add_box([Line(text)])
        else:
            self._count_graphic(element, kind, into)
            for item in element:
                self._graphic(item, into)

    def _alternate(self, element: Element, into: Inline) -> None:
        """Read the first choice that gives anything; the fallback says the same once more."""
        for choice in element:
            before = self._gain(into)
            for item in choice:
                if name(item) in _GRAPHICS or name(item) == "mc:AlternateContent":
                    self._graphic(item, into)
                else:
                    self._walk(item, into, False)
            if self._gain(into) != before:
                return

    def _gain(self, into: Inline) -> tuple[int, ...]:
        tally = self._tally
        graphics = tally.pictures + tally.charts + tally.diagrams + tally.embedded
        return len(into.text), graphics, tally.text_boxes, len(into.before) + len(into.after)

    def _count_graphic(self, element: Element, kind: str, into: Inline) -> None:
        if kind in ("pic:pic", "v:imagedata"):
            self._tally.pictures += 1
            into.add_box([figure_of(element)])
        elif kind == "c:chart":
            self._tally.charts += 1
        elif kind == "dgm:relIds":
            self._tally.diagrams += 1


def _is_placeholder(element: Element) -> bool:
    properties = child(element, "w:sdtPr")
    return properties is not None and flag(properties, "w:showingPlcHdr") is True


def _font(properties: Element | None) -> str:
    fonts = None if properties is None else child(properties, "w:rFonts")
    if fonts is None:
        return ""
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
