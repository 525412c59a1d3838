"""How Han characters sound, and which words of Latin letters can be Chinese."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from teapot.folding import Han, is_han

LONGEST_SYLLABLE = 6
LEAST_INITIALS = 4
"""First letters by which a name is found: fewer of them are those of too many."""
LONGEST_SPOKEN = 10
"""Characters of the longest text that is also kept as one string of pinyin."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The Han tokens of each blurred sound (``alike``) and with each character (``holding``).

    ``texts`` are the short Chinese texts of a string of pinyin, ``letters`` all such strings in order; ``pairs`` the
    blurred sound of two syllables written as one word, ``spelled`` all those words; ``initials`` the short Chinese
    names of the first letters of their syllables.
    """

    alike: Mapping[str, Sequence[str]]
    holding: Mapping[str, Sequence[str]]
    texts: Mapping[str, Sequence[str]]
    letters: Sequence[str]
    pairs: Mapping[str, str]
    spelled: Sequence[str]
    initials: Mapping[str, Sequence[str]]


def gather_sounds(tokens: Collection[str], texts: Iterable[str], names: Iterable[str], han: Han) -> Sounds:
    """The sounds of tokens, of folded texts and of those among them that are names."""
    runs = [token for token in tokens if is_han(token)]
    blurred = {
        character: [blur(sound) for sound in han.readings.get(character, ())] for character in set("".join(runs))
    }
    first = {character: readings[0] for character, readings in han.readings.items()}
    alike: dict[str, list[str]] = defaultdict(list)
    holding: dict[str, list[str]] = defaultdict(list)
    for token in runs:
        one, other = token[0], token[-1]
        holding[one].append(token)
        if len(token) == 1:
            for sound in blurred[one]:
                alike[sound].append(token)
            continue
        if one != other:
            holding[other].append(token)
        for sound in blurred[one]:
            for next_sound in blurred[other]:
                alike[f"{sound} {next_sound}"].append(token)
    pairs = {sound.replace(" ", ""): sound for sound in alike if " " in sound}
    spoken = _spelled(texts, first)
    initials = _spelled(names, {character: sound[:1] for character, sound in first.items()})
    return Sounds(
        alike=dict(alike),
        holding=dict(holding),
        texts=spoken,
        letters=tuple(sorted(spoken)),
        pairs=pairs,
        spelled=tuple(pairs),
        initials={letters: found for letters, found in initials.items() if len(letters) >= LEAST_INITIALS},
    )


def _spelled(texts: Iterable[str], letters: Mapping[str, str]) -> dict[str, list[str]]:
    """The short Chinese ones among texts by how they are spelled in each character's letters."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if is_han(text) and len(text) <= LONGEST_SPOKEN and " " not in text:
            spelled["".join([letters.get(character, "") for character in text])].append(text)
    return dict(spelled)


def sounds_of(pair: str, han: Han) -> list[str]:
    """How a pair of Han characters, or one, can be read: syllables parted by a space."""
    first = han.readings.get(pair[0], ())
    if len(pair) == 1:
        return list(first)
    return [f"{one} {other}" for one in first for other in han.readings.get(pair[1], ())]


def blur(sound: str) -> str:
    """The sound as many speakers and typists merge it: zh, ch, sh as z, c, s; final ng as n; l as n."""
    return sound.replace("zh", "z").replace("ch", "c").replace("sh", "s").replace("ng", "n").replace("l", "n")


def letters_of(folded: Sequence[str]) -> str:
    """Folded words as letters alone, tone digits dropped; empty when something else is among them."""
    joined = re.sub("(?<=[a-z])[1-5]", "", "".join(folded)).replace("v", "u")
    return joined if joined.isascii() and joined.isalpha() else ""


def syllables_of(folded: Sequence[str], han: Han) -> tuple[str, ...]:
    """The syllables that folded words consist of; none when one of the words does not."""
    found: list[str] = []
    for word in folded:
        parts = _parted(letters_of((word,)), han.syllables)
        if not parts:
            return ()
        found += parts
    return tuple(found)


def _parted(word: str, syllables: frozenset[str]) -> tuple[str, ...]:
    """The fewest syllables that make up a word; none when it cannot be parted so."""
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(end - LONGEST_SYLLABLE, 0), end):
            way, best = ways[start], ways[end]
            if way is not None and word[start:end] in syllables and (best is None or len(way) + 1 < len(best)):
                ways[end] = (*way, word[start:end])
    return ways[-1] or ()
