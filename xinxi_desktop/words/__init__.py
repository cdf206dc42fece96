"""Where words begin and end in Chinese text. Pure, but for reading the shipped lists once."""

from xinxi_desktop.words.lexicon import Lexicon, common_lexicon
from xinxi_desktop.words.phrases import common_phrases, inside_phrases
from xinxi_desktop.words.segment import word_ends

__all__ = ["Lexicon", "common_lexicon", "common_phrases", "inside_phrases", "word_ends"]
