"""Phrases that a title had better not be broken in."""

from xinxi_desktop.words import common_lexicon, common_phrases, inside_phrases, word_ends


def inside(text: str) -> list[int]:
    return sorted(inside_phrases(text, word_ends(text, common_lexicon()), common_phrases()))


def test_a_phrase_of_two_words_is_known_inside_a_title() -> None:
    assert 4 in inside("推动安全生产形势好转")


def test_the_name_of_a_department_has_no_place_to_break() -> None:
    text = "市人力资源和社会保障局"
    assert set(word_ends(text, common_lexicon())) - {1} <= set(inside(text))


def test_words_that_meet_by_chance_are_no_phrase() -> None:
    assert inside_phrases("苹果电灯", frozenset({2}), common_phrases()) == frozenset()


def test_a_phrase_must_begin_and_end_with_a_word() -> None:
    assert inside_phrases("甲乙丙丁", frozenset({1, 3}), frozenset({"乙丙丁"})) == frozenset({3})
