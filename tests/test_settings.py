import json
from pathlib import Path

import pytest

from xinxi_desktop import settings
from xinxi_desktop.errors import WorldError
from xinxi_desktop.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_defaults_hold_before_anything_was_saved(path: Path) -> None:
    values = Settings(path)
    assert values.get(settings.FONT_SIZE) == 14
    assert values.complaint == ""


def test_every_option_accepts_its_own_default() -> None:
    refused = [o.name for o in settings.OPTIONS if not o.accepts(o.default)]
    assert refused == []


def test_no_two_options_share_a_name() -> None:
    names = [option.name for option in settings.OPTIONS]
    assert len(set(names)) == len(names)


def test_saved_values_come_back(path: Path) -> None:
    values = Settings(path)
    values.set(settings.THEME, "dark")
    values.remember(settings.SPLITTERS, "inbox", [200, 500, 600])
    values.save()
    again = Settings(path)
    assert again.get(settings.THEME) == "dark"
    assert again.get(settings.SPLITTERS) == {"inbox": [200, 500, 600]}


def test_a_table_handed_out_is_a_copy(path: Path) -> None:
    values = Settings(path)
    values.get(settings.SPLITTERS)["inbox"] = [1]
    assert values.get(settings.SPLITTERS) == {}


def test_a_damaged_file_is_put_aside_with_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "da', encoding="utf-8")
    values = Settings(path)
    assert "损坏" in values.complaint and "settings-damaged.json" in values.complaint
    assert path.with_name("settings-damaged.json").read_text("utf-8") == '{"theme": "da'
    assert values.get(settings.THEME) == "system"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("font_size", 72),
        ("font_size", "14"),
        ("theme", "pink"),
        ("recent_files", [1]),
        ("splitters", {"inbox": ["a"]}),
        ("columns", {"inbox": 3}),
        ("unheard_of", 1),
    ],
)
def test_a_value_out_of_range_falls_back_and_the_rest_stays(
    path: Path, name: str, value: object
) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"last_file": "a.xinxi", name: value}), encoding="utf-8")
    values = Settings(path)
    assert values.get(settings.LAST_FILE) == "a.xinxi"
    assert values.get(settings.FONT_SIZE) == 14 and values.get(settings.SPLITTERS) == {}


def test_setting_a_wrong_value_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="font_size"):
        Settings(path).set(settings.FONT_SIZE, 99)


def test_the_file_opened_last_stands_first_and_once(path: Path) -> None:
    values = Settings(path)
    for name in ("a", "b", "a"):
        values.opened(Path(name))
    assert values.get(settings.RECENT_FILES) == ["a", "b"]
    assert values.get(settings.LAST_FILE) == "a"


def test_a_folder_that_cannot_be_made_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file, not a folder")
    with pytest.raises(WorldError, match="稿件不受影响"):
        Settings(in_the_way / "settings.json").save()


def test_the_config_folder_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings.config_folder() == tmp_path / "xinxi"
