"""Views that are imported later are known beforehand for what they are."""

from __future__ import annotations

import pytest

from xinxi_desktop.gui.view import LaterView, ViewMaker
from xinxi_desktop.gui.views import PAGES, TABS


@pytest.mark.parametrize("place", (*TABS, *(page for page, _icon in PAGES)), ids=lambda v: v.key)
def test_a_tab_says_of_its_view_what_the_view_says(place: ViewMaker) -> None:
    assert isinstance(place, LaterView)
    view = place.load()
    assert (place.key, place.title, place.kinds) == (view.key, view.title, view.kinds)
