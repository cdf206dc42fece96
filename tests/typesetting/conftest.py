"""The shipped fonts, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting.measure import Measured, measure
from xinxi_desktop.typesetting.styles import styles_for

Measurer = Callable[[str], Measured]


@pytest.fixture
def fonts() -> FontSet:
    return shipped()


@pytest.fixture
def body(fonts: FontSet) -> Measurer:
    """Measures text in the style of the body: 16 pt, spacing -5 twips."""
    return lambda text: measure(text, styles_for(STANDARD).body, fonts)
