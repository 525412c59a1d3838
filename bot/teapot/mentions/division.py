"""Parts a run of numbers that only look like a list: "build 418, 502s", "404, 503 rows"."""

import re

from teapot.mentions.behind import vote_behind
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.english.nouns import COUNTED
from teapot.mentions.numbers import NO_STATUS, UNREGISTERED, prior

_PAUSE = re.compile("s?[,;，；]")
_STILL, _LONGEST_SETTING = re.compile(" ?[还還]是 ?"), 24
_SET_TO = re.compile(
    "(?:超[时時]|逾[时時]|timeout|大小|上限|[并並][发發]|[连連][接线線]|worker|buffer|size)"
    "[^，。\\n]{0,8}[改调調设設加提][到成至为為]?了? ?\\Z"
)
_UNIT = re.compile(r"\s?(?:ms|s|sec|seconds|px|[KMG]i?B)\b")


def divide(text: str, run: Run) -> tuple[Run, ...]:
    """Set the first or the last number of a run apart that is in no list with the others.

    So is one that is none of them behind a comma ("build 418, 502s", "count 431, 5xx rate"), that counts what follows
    it, or that is no known code ("Retry-After: 120, or 429"). Numbers with a unit in common stay together.
    """
    if len(run) == 1:
        return (run,)
    former, last = run[-2:]
    between = text[former.end : last.start]
    pauses = _PAUSE.match(text, former.end) is not None
    is_counted = pauses and vote_behind(text, [last])[0] <= COUNTED
    if (between == "," and is_counted) or (len(run) > 2 and _UNIT.match(text, last.end)):  # 502,118 bytes
        return (run,)
    is_set = _SET_TO.search(text, max(0, run[0].start - _LONGEST_SETTING), run[0].start) is not None
    if is_set and _STILL.fullmatch(between):  # 超时改 300 还是 504
        return run[:-1], run[-1:]
    if _is_unlike(former, last, between, pauses=pauses) or (pauses and is_counted):
        return run[:-1], run[-1:]
    if _PAUSE.match(text, run[0].end) and prior(run[0].code) <= UNREGISTERED:
        return run[:1], run[1:]
    return (run,)


def _is_unlike(former: Candidate, last: Candidate, between: str, *, pauses: bool) -> bool:
    """Whether the last number is of another kind than the one before it, by its worth, its ending or as a class."""
    worth = prior(last.code)
    if worth <= NO_STATUS or (worth <= UNREGISTERED and (pauses or "|" in between)):  # redirects 301 to 443
        return True
    is_plural_alone = bool(last.ending) and not former.ending
    return pauses and (is_plural_alone or (last.code[-1] == "x" != former.code[-1]))
