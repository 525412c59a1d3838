"""What the nouns behind a number say of it: errors and pages go with a status, other things are counted."""

import re

from teapot.mentions import topics
from teapot.mentions.candidates import Run
from teapot.mentions.english import words as english
from teapot.mentions.english import words_behind as english_behind
from teapot.mentions.roles import VETO, words

COUNTED = -19
"""The number counts what follows ("404 rows"), unless a cue calls it a status outright ("HTTP 404 requests")."""

_NOUN, _COUNT, _STRANGER, _OF_DAILY_LIFE = 6, 8, -1, -8
_LOOK_AHEAD, _MOST_STRANGERS = 5, 2
_SAID_OF_CLASSES = {"per": 0, "alarm": _NOUN, "alarms": _NOUN} | dict.fromkeys(english.COUNTABLE, _NOUN)
"""What counts numbers and goes with classes: "split 4xx/5xx per route", "retry 5xx failures"."""
_IDIOMS: dict[tuple[str, str], int | None] = {
    ("of", "course"): 0,
    ("count", "as"): 0,
    ("counts", "as"): 0,
    ("other", "than"): None,  # 4xx other than 429
    **{("code", part): VETO for part in english_behind.PARTS_OF_CODE},
    **{(count, verb): _COUNT for count in ("count", "counts") for verb in english_behind.OF_A_CURVE},
    **{(protocol, noun): VETO for protocol in ("http", "https") for noun in english_behind.COUNTED_BY_HTTP},
    **{("more", judgement): 0 for judgement in english_behind.JUDGED},  # is 412 more correct?
}
"""What two words behind a number say of it."""
_VIEWED = words("view views visit visits")
"""What makes a page one that is counted: "404 page views"."""
_VIEWS_COUNTED = re.compile(
    r"\s?pages?\s(?:views?|visits?)(?:\s(?:since|today|yesterday|this|last|so far)\b|[.,;]|\s*\Z)"
)
_MADE = re.compile(r"\b(?:[Tt]he|[Aa]|[Oo]ur|custom|more)\s\Z")
_COUNTED_BY_NAME = english.COUNTABLE | english_behind.ERROR_NOUNS
_OWNERS = ("our", "that", "the", "their", "this", "your")
_THE = re.compile(r"\b[Tt]h(?:e|at|is)\s\Z")
_SHORT_PLURALS = words("prs mrs ids ips vms cpus gpus dbs")
_OF_TOOLS = words("crc lint checksum parity ecc compile compiler compilation spelling sector disk")
"""Their errors are counted: "504 CRC errors"."""
_VERSUS = re.compile(r"\b(?:vs|versus)\b")
_A_KEY = re.compile(r"[\s,;]{1,3}[A-Za-z][\w.-]{0,30}=")
_MARKS = frozenset("-_\"'`*")
_ARTICLE = re.compile(
    r"\b(?:[Aa]n?|[Tt]h(?:is|at)|[Ee](?:very|ach)|[Aa]nother|[Oo]ne)\s(?:(?!(?:additional|average|estimated|extra|full|further|good|huge|maximum|mere|record|staggering|total"
    r"|whopping)\b)[a-z]{3,12}\s)?\Z"
)
_LONGEST_ARTICLE = 20
_TALLY_BEFORE = re.compile(
    r"\b(?:found|total|warnings?|lint|passed|problems?|compil\w+|typecheck\w*|spell\w*|tsc|mypy|validation)\b",
    re.IGNORECASE,
)
_PRINTED_BEFORE = re.compile(
    r"\b(?:pdf|book|novel|manual|thesis|document|contract|report|statement|paper|manuscript|filing|brief|read|wrote|printed)\b"
    r"|\b(?:docs|documentation|spec|guide|rfc) (?:is|are)\b",
    re.IGNORECASE,
)
_LONG_BEFORE = re.compile(r"\b(?:is|was|about|over|than|to|at|got|runs)\s\Z")
_REACH_BEFORE, _REACH_OF_A_WORD = 30, 8


def vote_of_the_noun(text: str, tokens: list[str], run: Run) -> int:
    """The vote of the first word behind a run that is known, or looks like a plural, within three words."""
    last = run[-1]
    if _A_KEY.match(text, last.end):  # 504 time_total=60
        return 0
    strangers = 0
    is_quoted = False
    for at in range(min(len(tokens), _LOOK_AHEAD)):
        word = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if not strangers and word in _MARKS:
            is_quoted = is_quoted or word in "\"'"
            continue
        if _ends_what_is_counted(word, following):
            break
        vote = _vote_of_a_word(word, following, tokens[0], text, run)
        if vote is not None and (vote >= 0 or not (strangers or is_quoted) or word.endswith("s")):
            if vote >= 0:
                return max(0, vote - 2 * strangers)
            if last.ending:
                return 0
            return COUNTED if vote <= VETO and word in _COUNTED_BY_NAME else vote
        if not is_quoted and _looks_counted(word, following, text, run):
            return COUNTED
        strangers += 1
        if strangers > _MOST_STRANGERS:
            break
    return _STRANGER if strangers else 0


def _ends_what_is_counted(word: str, following: str) -> bool:
    """Whether a word is none, counts for itself ("retries 401 three times"), or is a key ("status=404 bytes=503")."""
    is_a_key = following == "=" or (word == "w" and following == "/")
    return not word[0].isalpha() or word.endswith("://") or word in english_behind.NUMERALS or is_a_key


def _vote_of_a_word(word: str, following: str, nearest: str, text: str, run: Run) -> int | None:
    """The vote of a known word, None of another. ``nearest`` is the first token behind the run."""
    if (word, following) in _IDIOMS:
        return _IDIOMS[word, following]
    if run[-1].code[-1] == "x" and word in _SAID_OF_CLASSES:
        return _SAID_OF_CLASSES[word]
    if word == "of" and following in _OWNERS and _ends_with(_THE, text, run):  # the 304 of your server
        return None
    if word in topics.EVERYDAY:
        return _OF_DAILY_LIFE
    if word in english_behind.ERROR_NOUNS:
        return _vote_of_an_error(word, following, text, run)
    if word in english_behind.PAGES:
        return _vote_of_a_page(word, following, nearest, text, run)
    return english_behind.BEHIND.get(word)


def _vote_of_an_error(word: str, following: str, text: str, run: Run) -> int | None:
    """Errors go with a 4xx or 5xx, and are counted after another number or in the tally of a tool."""
    if word == "error" and (following in english_behind.PARTS_OF_AN_ERROR or following == "-"):
        return None
    if word == "errors" and (following in english_behind.TALLIES or _says_before(_TALLY_BEFORE, text, run)):
        return VETO
    goes_with_it = run[-1].code[0] in "45" or (word in ("loop", "loops") and run[-1].code[0] == "3")
    return _NOUN if goes_with_it else VETO


def _vote_of_a_page(word: str, following: str, nearest: str, text: str, run: Run) -> int:
    """Pages and links go with a 404, and a single one with any error."""
    if following in english_behind.TALLIES or following in english_behind.PRINTED:
        return VETO
    if following in _VIEWED and _VIEWS_COUNTED.match(text, run[-1].end) and not _ends_with(_MADE, text, run):
        return VETO
    if word == "pages" and (_says_before(_PRINTED_BEFORE, text, run) or _ends_with(_LONG_BEFORE, text, run)):
        return VETO
    code = run[-1].code
    one_page_each = code[0] in "45" and nearest != "-" and (not word.endswith("s") or len(run) > 1)
    return _NOUN if code == "404" or one_page_each else VETO


def _says_before(pattern: re.Pattern[str], text: str, run: Run) -> bool:
    start = run[-1].start
    return pattern.search(text, max(0, start - _REACH_BEFORE), start) is not None


def _ends_with(pattern: re.Pattern[str], text: str, run: Run) -> bool:
    start = run[0].start
    return pattern.search(text, max(0, start - _REACH_OF_A_WORD), start) is not None


def _looks_counted(word: str, following: str, text: str, run: Run) -> bool:
    """Whether the word is a plural, and no article before the number tells that this is one thing."""
    if word in _OF_TOOLS and following == "errors":
        return True
    last, start = run[-1], run[0].start
    is_one_that_does = following in english_behind.CIRCUMSTANCES and _ends_with(_THE, text, run)
    are_compared = len(run) > 1 and _VERSUS.search(text, run[-2].end, run[-1].start) is not None
    return (
        _looks_plural(word)
        and not are_compared
        and not is_one_that_does
        and not _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start)
        and not last.ending
        and last.code[-1] != "x"
    )


def _looks_plural(word: str) -> bool:
    return word in _SHORT_PLURALS or (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("js", "ss", "us", "is"))
        and word not in english_behind.NOT_PLURAL
    )
