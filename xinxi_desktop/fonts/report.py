"""Says in words which font every role is set in, and what stands in for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xinxi_desktop.domain.fonts import Face, FontRole, FontSet
from xinxi_desktop.fonts.choice import OFFICIAL, font_set


@dataclass(frozen=True, slots=True)
class FontReport:
    """One role: its family and file, where it comes from, how many characters it has.

    ``source`` is ``installed`` or ``shipped``; ``note`` is a Chinese sentence.
    """

    role: FontRole
    family: str
    file: str
    source: str
    characters: int
    note: str


def report(fonts: FontSet | None = None) -> list[FontReport]:
    """Report every role of ``fonts``, of this machine's set if None."""
    chosen = font_set() if fonts is None else fonts
    return [_report(role, chosen) for role in FontRole]


def _report(role: FontRole, fonts: FontSet) -> FontReport:
    face = fonts.primary(role)
    return FontReport(
        role=role,
        family=face.family,
        file=Path(face.path).name,
        source="shipped" if face.shipped else "installed",
        characters=len(face.advances),
        note=_note(role, face, fonts),
    )


def _note(role: FontRole, face: Face, fonts: FontSet) -> str:
    wanted = OFFICIAL[role][0]
    refused = fonts.refused.get(role)
    if face.shipped and refused:
        family, why = refused
        chosen = f"本机的“{family}”不能用（{why}），改用随程序附带的“{face.family}”"
    elif face.shipped:
        chosen = f"本机没有可用的“{wanted}”，改用随程序附带的“{face.family}”"
    elif face.family == wanted:
        chosen = f"使用本机的“{face.family}”"
    else:
        chosen = f"本机没有“{wanted}”，改用本机的“{face.family}”"
    others = [other.family for other in fonts.chains[role][1:] if other.family != face.family]
    if role is FontRole.LATIN or not others:
        return chosen + "。"
    return f"{chosen}；缺字依次由{'、'.join(f'“{name}”' for name in dict.fromkeys(others))}补。"
