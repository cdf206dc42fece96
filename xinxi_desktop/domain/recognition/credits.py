"""Credits without labels: “望川县委办公室 张三 13800000000”, “供稿:望川县委办 张三”."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xinxi_desktop.domain.recognition.labels import (
    close_up,
    is_person,
    parse_labels,
    phones,
    without_phones,
)
from xinxi_desktop.domain.recognition.unit_names import UnitIndex

_TOKENS = re.compile(r"[\s\u3000、,，;；/:：]+")
_FILLER_WORDS = """供稿 撰稿 执笔 执笔人 报送 联系人 联系电话 电话 手机 来源 单位 供稿单位 报送单位
    信息员 审核 签发 编辑 和 同志 科长 主任 副主任 供稿人 撰稿人"""
_FILLERS = frozenset(_FILLER_WORDS.split())


@dataclass(slots=True)
class Credits:
    """Units, persons and telephone numbers of a credit."""

    units: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    signers: list[str] = field(default_factory=list)

    def add(self, other: Credits) -> None:
        """Take over what another credit says."""
        self.units += other.units
        self.writers += other.writers
        self.phones += other.phones
        self.signers += other.signers


def read_credit(text: str, index: UnitIndex) -> Credits | None:
    """Read a credit; None unless every word of it is a unit, a person, a number or a filler."""
    if not text:
        return None
    found = Credits(phones=phones(text))
    kinds = {kind for kind, _ in parse_labels(text)}
    into = found.signers if kinds == {"signer"} else found.writers
    spaced = close_up(without_phones(text))
    for token in filter(None, _TOKENS.split(spaced)):
        if token in _FILLERS:
            continue
        token = re.sub(r"(?:供稿|报送|编|撰稿)$", "", token)
        if names := index.split(token, strict=False):
            found.units += names
        elif is_person(token):
            into.append(token)
        else:
            return None
    useful = found.units or (kinds and (found.writers or found.signers or found.phones))
    return found if useful or (found.phones and found.writers) else None
