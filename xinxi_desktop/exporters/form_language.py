"""The language of form templates: fields, ``for`` over lists and ``if``, and nothing else.

A template may come from outside, so it is judged twice. ``check_tags`` reads the tags paragraph
by paragraph and names what is wrong with its place, as a person would look for it. Then
``FormEnvironment`` lets through, of the whole template, only the few kinds of expression that the
language has: no calls, no arithmetic, no filters, nothing hidden; and it runs in Jinja's sandbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from xinxi_desktop.domain.forms import FormField, tag_of
from xinxi_desktop.exporters.wordml import printable

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_PREFIX = re.compile(r"^(?:tr|tc|p|r)\s")
"""What docxtpl lets a tag take away around it; in a field it would lose the value."""

_QUOTES = str.maketrans("“”‘’", "\"\"''")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_LOOP = frozenset({"index", "index0", "revindex", "first", "last", "length"})
_DEEPEST = 3
_PLACE = 24

Scope = dict[str, tuple[FormField, ...]]


class TemplateFault(Exception):
    """What is wrong with a template, in a Chinese clause without a full stop."""


class FormEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with all but the form language taken away; values are escaped, unknown ones fail."""

    def __init__(self) -> None:
        """Begin without filters, tests and globals."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_written)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def compile(self, source: Any, *names: Any, **more: Any) -> Any:
        """Compile a template once every part of it is of the form language."""
        tree = self.parse(source) if isinstance(source, str) else source
        _refuse_foreign(tree)
        return super().compile(tree, *names, **more)


def check_tags(paragraphs: Iterable[str], fields: Sequence[FormField]) -> None:
    """Read the tags of a template in order; TemplateFault names the first fault and its place."""
    reader = _Tags(tuple(fields))
    for words in paragraphs:
        reader.read(words)
    reader.end()


class _Tags:
    """Follows the tags through a template: what is open, and what its loops run over."""

    def __init__(self, fields: tuple[FormField, ...]) -> None:
        self._fields = fields
        self._environment = FormEnvironment()
        self._open: list[tuple[str, str]] = []
        self._scopes: list[Scope] = [{}]

    def read(self, words: str) -> None:
        """Read one paragraph."""
        rest = _TAG.sub("", words)
        if stray := _STRAY.search(rest):
            raise TemplateFault(f"“{stray[0]}”没有配成对{at(words)}")
        for found in _TAG.finditer(words):
            is_field = found[0].startswith("{{")
            inside = found[0][2:-2].translate(_QUOTES).strip("-")
            inside = (inside if is_field else _PREFIX.sub("", inside)).strip()
            try:
                self._read_tag(is_field, inside)
            except TemplateFault as fault:
                raise TemplateFault(f"{fault}{at(words)}") from None
            except TemplateSyntaxError:
                raise TemplateFault(f"“{found[0]}”写得不对{at(words)}") from None

    def end(self) -> None:
        """Say what is still open."""
        if self._open:
            word, _ = self._open[-1]
            raise TemplateFault(f"有一个“{word}”没有配上“end{word}”")

    def _read_tag(self, is_field: bool, inside: str) -> None:
        if is_field:
            self._check_names(self._parse(f"{{{{ {inside} }}}}"), shown=True)
            return
        word = inside.split(None, 1)[0] if inside else ""
        if word in ("for", "if"):
            self._begin(word, inside)
        elif word == "elif":
            self._check_names(self._parse(f"{{% if {inside[4:]} %}}{{% endif %}}"))
        elif inside in ("endfor", "endif"):
            self._finish(inside[3:])
        elif inside != "else" or not self._open:
            raise TemplateFault(f"表单里不能用“{inside}”")

    def _begin(self, word: str, inside: str) -> None:
        tree = self._parse(f"{{% {inside} %}}{{% end{word} %}}")
        self._open.append((word, inside))
        if word == "if":
            self._check_names(tree)
            return
        loop = next(tree.find_all(nodes.For))
        if not isinstance(loop.target, nodes.Name):
            raise TemplateFault(f"“{inside}”写得不对")
        rows = self._rows_of(loop.iter, inside)
        self._scopes.append({**self._scopes[-1], loop.target.name: rows})
        if loop.test is not None:
            self._check_names(loop.test)

    def _finish(self, word: str) -> None:
        if not self._open or self._open.pop()[0] != word:
            raise TemplateFault(f"“end{word}”没有对应的“{word}”")
        if word == "for":
            self._scopes.pop()

    def _parse(self, source: str) -> nodes.Template:
        tree = self._environment.parse(source)
        _refuse_foreign(tree)
        return tree

    def _rows_of(self, node: nodes.Node, words: str) -> tuple[FormField, ...]:
        field = self._field(node)
        if field is None or not field.rows:
            raise TemplateFault(f"“{words}”里的不是一份清单，不能逐行写")
        return field.rows

    def _check_names(self, tree: nodes.Node, *, shown: bool = False) -> None:
        holders = {id(node.node) for node in tree.find_all(nodes.Getattr)}
        every = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Name)]
        every += [tree] if isinstance(tree, nodes.Getattr | nodes.Name) else []
        for node in every:
            if id(node) in holders:
                continue
            field = self._field(node)
            if shown and field is not None and field.rows:
                raise TemplateFault(
                    f"“{field.name}”是一份清单，要用“{tag_of(field, field.name)}”逐行写"
                )

    def _field(self, node: nodes.Node) -> FormField | None:
        """Give the field that a name stands for, None for ``loop.index``; a fault if unknown."""
        if isinstance(node, nodes.Name):
            return _find(self._fields, node.name)
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            holder = node.node.name
            if holder == "loop" and len(self._scopes) > 1 and node.attr in _LOOP:
                return None
            if holder in self._scopes[-1]:
                return _find(self._scopes[-1][holder], node.attr)
            raise TemplateFault(f"“{holder}.{node.attr}”这里没有")
        raise TemplateFault("这样的写法表单里不能用")


def _find(fields: Sequence[FormField], name: str) -> FormField:
    for field in fields:
        if field.name == name:
            return field
    raise TemplateFault(f"没有叫“{name}”的字段")


def _refuse_foreign(tree: nodes.Template) -> None:
    """Refuse what the form language does not have; TemplateFault."""
    for node in _every(tree, 0):
        if not isinstance(node, _ALLOWED) or str(getattr(node, "attr", "")).startswith("_"):
            raise TemplateFault("用了字段、for、if 以外的写法")
        if isinstance(node, nodes.For) and (
            node.recursive or not isinstance(node.iter, nodes.Name | nodes.Getattr)
        ):
            raise TemplateFault("for 后面只能是一份清单的名字")


def _every(node: nodes.Node, depth: int) -> Iterable[nodes.Node]:
    depth += isinstance(node, nodes.For)
    if depth > _DEEPEST:
        raise TemplateFault(f"for 套了 {_DEEPEST} 层以上")
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child, depth)


def at(words: str) -> str:
    """Tell a place in a template by the words that stand there."""
    plain = " ".join(words.split())
    return f"（在“{plain[:_PLACE]}{'…' if len(plain) > _PLACE else ''}”处）"


def _written(value: Any) -> Markup:
    """Write a value as XML text: its signs are literal, its lines become paragraphs.

    Braces are hidden from docxtpl, which has marks of its own (``{_{``); a bell is how it is told
    to begin a paragraph like the present one.
    """
    if isinstance(value, bool):
        value = "是" if value else "否"
    plain = escape(printable(str(value)))
    text = str(plain).replace("{", "&#123;").replace("}", "&#125;").replace("\n", "\a")
    return Markup(text)
