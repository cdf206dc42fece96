import pytest

from xinxi_desktop.domain.fonts import Advances, Face, FontRole, FontSet, has_ink, is_latin


def face(key: str, widths: dict[str, int], bold: bool = False) -> Face:
    runs: list[int] = []
    end = 0
    for char in sorted(widths):
        runs += [ord(char) - end, 1, widths[char]]
        end = ord(char) + 1
    return Face(key, key, key, 0, 1000, 880, 120, 0, Advances(runs), bold)


SONG = face("song", dict.fromkeys("中国“—1A\u3000", 1000) | {"·": 300})
KAI = face("kai", dict.fromkeys("中国喆·", 1000) | {"“": 350, "…": 400})
LATIN = face("latin", dict.fromkeys("1A “×", 500))
BOLD = face("bold", dict.fromkeys("1A", 550), bold=True)


def font_set(title: Face = SONG) -> FontSet:
    chains = dict.fromkeys(FontRole, (SONG, KAI))
    chains |= {FontRole.KAI: (KAI, SONG), FontRole.TITLE: (title,), FontRole.LATIN: (LATIN, SONG)}
    return FontSet(chains, latin_for_title=BOLD)


@pytest.mark.parametrize(
    ("role", "char", "key"),
    [
        (FontRole.BODY, "中", "song"),
        (FontRole.BODY, "喆", "kai"),
        (FontRole.BODY, "1", "latin"),
        (FontRole.BODY, " ", "latin"),
        (FontRole.BODY, "×", "latin"),
        (FontRole.BODY, "“", "song"),
        (FontRole.KAI, "“", "song"),
        (FontRole.BODY, "·", "kai"),
        (FontRole.BODY, "…", "kai"),
        (FontRole.LATIN, "“", "latin"),
        (FontRole.LATIN, "中", "song"),
    ],
)
def test_each_character_finds_its_face(role: FontRole, char: str, key: str) -> None:
    found = font_set().face_for(role, char)
    assert found is not None and found.key == key


def test_a_character_of_no_face_has_none() -> None:
    assert font_set().face_for(FontRole.BODY, "龘") is None


@pytest.mark.parametrize("char", ["\n", "\u200b", "\ufe0f", "\u2003"])
def test_what_has_no_ink_is_never_missing(char: str) -> None:
    assert font_set().missing(char, FontRole.BODY) == []


def test_missing_characters_come_once_and_in_order() -> None:
    assert font_set().missing("龘中靐龘", FontRole.BODY) == ["龘", "靐"]


def test_a_private_character_is_missing() -> None:
    assert font_set().missing("\ue000", FontRole.BODY) == ["\ue000"]


@pytest.mark.parametrize(("title", "key"), [(face("t", {}, bold=True), "bold"), (SONG, "latin")])
def test_a_bold_title_takes_bold_latin(title: Face, key: str) -> None:
    found = font_set(title).face_for(FontRole.TITLE, "A")
    assert found is not None and found.key == key


def test_faces_are_listed_once_and_found_by_key() -> None:
    fonts = font_set()
    assert sorted(face.key for face in fonts.faces()) == ["bold", "kai", "latin", "song"]
    assert fonts.face("kai") is KAI
    with pytest.raises(KeyError):
        fonts.face("none")


def test_advances_know_only_the_code_points_of_their_runs() -> None:
    advances = Advances([0x4E00, 3, 1000, 1, 2, 500])
    assert [advances(chr(code)) for code in range(0x4DFF, 0x4E07)] == [
        None, 1000, 1000, 1000, None, 500, 500, None,
    ]  # fmt: skip
    assert len(advances) == 5


def test_the_middle_dot_is_not_latin_but_the_cross_is() -> None:
    assert [is_latin(char) for char in "aé×·—中"] == [True, True, True, False, False, False]


def test_blanks_have_no_ink() -> None:
    assert [has_ink(char) for char in "中a \u3000\u00a0"] == [True, True, False, False, False]
