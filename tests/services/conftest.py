"""An empty office for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from office_maker import new_office

from xinxi_desktop.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A fresh 市委 office, closed afterwards."""
    made = new_office(tmp_path)
    yield made
    made.close()
