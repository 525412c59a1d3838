"""Lists of entries to open."""

from collections.abc import Sequence

from teapot.card import Choice, Picker
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.press import Press, Verb

MAX_CHOICES = 25


def picker(catalogue: Catalogue, keys: Sequence[str], language: Language, sentence: str) -> Picker | None:
    """A list of entries to open; None when there is nothing to pick."""
    unique = [key for key in dict.fromkeys(keys) if key.partition("@")[0] in catalogue][:MAX_CHOICES]
    if not unique:
        return None
    choices = tuple(
        Choice(catalogue.title(key), catalogue.gist(key, language), Press(Verb.SUMMARY, key, language))
        for key in unique
    )
    return Picker(catalogue.say(sentence, language), choices)
