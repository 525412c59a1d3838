"""What the words behind a number say of it: a reason phrase, "errors", an address; or a unit, a thing counted."""

import re

from teapot.mentions import chinese_behind, english, english_behind, phrases, topics
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.roles import VETO
from teapot.mentions.tokens import REACH_BEHIND, is_han, tokens_between

COUNTED = -19
"""The number counts what follows ("404 rows"), unless a cue calls it a status outright ("HTTP 404 requests")."""

_REASON, _REASON_CHINESE, _NOUN, _ADDRESS, _ERROR_NAME, _SCHEMA = 10, 8, 6, 4, 5, 6
_OF_DAILY_LIFE = -8
_PAGE_CHINESE, _STRANGER, _STRANGER_CHINESE, _OF_SOMETHING_CHINESE = 3, -2, -3, -1
_LOOK_AHEAD = 5

_CALCULATED = re.compile(
    r"""
    \s* (?:of(?:\ the)?|out\ of|/) \s* [0-9]+ (?![0-9A-Za-z.])         # 404 of 500, 404/500
  | \s* % \s* [A-Za-z0-9(] | \s* \+ \s* (?:[0-9(]|[A-Za-z_]\w*\s*(?:[+*/)=;]|$)) | \s* \* \s* [0-9(] | [ ]\*[ ]
  | [ ][€£¥₩]|[ ]{4,}(?:GET|POST|PUT|DELETE|HEAD|PATCH)[ ]
  | [ ]* (?:>>|<<) [ ] | /(?:s|sec|min|h)\b | \s* [\[(] (?:m?s|secs?|seconds|[KMG]?i?B|bytes)\b
  | \s* = \s* <(?!Resp)
  | \s* = \s* [a-z]+\(                                        # 404 = len(x)
  | [ ]+ (?: [12][0-9]{3}-[0-9]{2}-[0-9]{2} | [A-Z][a-z]{2}[ ]+[0-9]{1,2}[ ]+[0-9]{2}:?[0-9]{2} )  # a size, a date
  | [ ]an?[ ](?:sec|second|min|minute|hour|day|week|month|year|person|night|share)\b(?![ ](?:after|later|ago|before))
  | \s+ \+{2,} | \s (?:\++-*|-{2,}) (?:\n|$)                 # the bar of a diffstat
  | \s* (?:requests?|reqs?|条|次) \s* / | \s* 的? \s* 分之
  | [ ]us(?=[)\],|]|\Z) | [ ]\([0-9]+[smhd][0-9smhd]*[ ]ago\)   # microseconds, restarts of a pod
  | \s+(?:is\s)?not\s(?:found\sin\s[\[(]|less|greater|in\srange|a\s(?:valid\s(?!status|HTTP|code)|function))
  | [ ]?(?:降|升|涨|漲|提升|减|減|跌|增)[到至为為]                # from 503 to 200
  | \s+Syntax\serror | [ ]s(?=[\s,.;:)]|\Z)
  | \]\s\[(?:INFO|WARN|WARNING|ERROR|DEBUG|CRITICAL)\]      # a process id in the logs of gunicorn
  | \([a-z]\)                                               # 403(b), 501(c)(3)
  | \s+---\s\[                                              # a process id in the logs of Spring
  | [-_][\w-]{1,40}\.[a-z][a-z0-9]{1,3}\b                   # error-404-final.psd
    """,
    re.VERBOSE,
)
_TO_AN_ADDRESS = re.compile(
    r"""
    (?! [\])]\( ) [\s"'`),:\]]{0,4}
    (?: (?:on|for|from|at|when|to|by|with|→|->|=>)\s (?:(?:a|the|every)\s)? ["'`(<]? (?:https?://|/[A-Za-z])
      | ["'`(<]? https?://
      | (?:(?:on|for|from|at|when|to|by|with)\s)? (?:(?:a|the|every)\s)? ["'`(<]?
        (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b )
    """,
    re.VERBOSE,
)
_REACH_OF_AN_ADDRESS = 24
_NAMED_ERROR = re.compile(
    r"""
    [ :]{1,2} (?=[A-Za-z_]{0,24}(?i:Error|Except|Not|No[A-Z_]|Bad|Invalid|Denied|Limit|Time|Unavail|Forbid|Miss|Fail
      |Unauth|Declin|Grant|Block|Malform|Already|Slow|Exceed|Conflict|Require|Too|Unsupport|Unproc|Illegal|Expire|Abort|Down|Wrong))
    (?: (?:[A-Z][a-z]+){2,} | [A-Z]+(?:_[A-Z]+)+ | [a-z]+(?:_[a-z]+)+ ) (?![A-Za-z(=])
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(r"\b[Aa]n?\s\Z")
_LISTED = re.compile(r"\. [A-Za-z]")
_LONGEST_INDENT = 8
_QUOTED_PLURALS = ("`s ", "`s,", "`s.", "`s)", '"s ')
_NAMES = frozenset({"error", "errors", "response", "responses", "status", "code"})
_CAPITAL = re.compile(r"\W{1,4}[A-Z]")
_A_VERB = 3
_QUOTED_LINE = re.compile(r"[\"'“「`][0-9]{3} [A-Z][a-z]")
_A_QUOTED_LINE = 2
_TALLY_BEFORE = re.compile(
    r"\b(?:found|total|warnings?|lint|passed|problems?|compil\w+|typecheck\w*|spell\w*|tsc|mypy|validation)\b",
    re.IGNORECASE,
)
_PRINTED_BEFORE = re.compile(r"\b(?:pdf|book|novel|manual|thesis|document|contract)\b", re.IGNORECASE)
_REACH_OF_A_TALLY = 30
_BESIDE_A_STATUS = re.compile(
    r"""['"]?\)? \s? (?:,|[!=]==?|[<>]=?) \s? (?:[A-Za-z_$][\w$.?]{0,30}?[._?])? (?:status|statusCode|status_code)\b""",
    re.VERBOSE,
)


def vote_behind(text: str, run: Run) -> tuple[int, list[str]]:
    """The vote on the last number of a run, and the tokens that were read."""
    last = run[-1]
    end = last.end + len(last.ending)
    tokens = tokens_between(text, end, end + REACH_BEHIND)
    if _CALCULATED.match(text, end, end + REACH_BEHIND):
        return VETO, tokens
    vote = (
        _vote_of_the_ending(last)
        + 3 * text.startswith(_QUOTED_PLURALS, end)
        + _A_QUOTED_LINE * (_QUOTED_LINE.match(text, run[0].start - 1) is not None)
    )
    if any(_vote_of_the_ending(candidate) <= VETO for candidate in run):
        return VETO, tokens
    at = 0
    while at < len(tokens) and at < _LOOK_AHEAD and tokens[at] in english_behind.BEFORE_A_NAME:
        at += 1
    if at == len(tokens):
        return vote, tokens
    reason = _vote_of_a_reason(text, end, tokens, at, last.code)
    if reason == _REASON or _BESIDE_A_STATUS.match(text, end):  # assertEqual(200, answer.status)
        return _REASON, tokens
    vote += reason
    if _LISTED.match(text, end) and _starts_a_line(text, run[0].start):  # 404. the next point of a long list
        return VETO, tokens
    if tokens[0] == "|" and _starts_a_line(text, run[0].start):  # the number of a line of source
        return VETO, tokens
    if tokens[at] in english_behind.SCHEMA and tokens[0] in "'\":":
        return vote + _SCHEMA, tokens
    if is_han(tokens[at]):
        opener = tokens[at - 1] if at else ""
        return vote + _vote_in_chinese(tokens[at], run, opener), tokens
    return _vote_in_english(text, end, tokens, run, vote), tokens


def _vote_in_english(text: str, end: int, tokens: list[str], run: Run, vote: int) -> int:
    if _NAMED_ERROR.match(text, end, end + REACH_BEHIND):
        vote += _ERROR_NAME
    if prior(run[-1].code) >= 0 and _TO_AN_ADDRESS.match(text, end, end + _REACH_OF_AN_ADDRESS):
        vote += _ADDRESS
    noun = _vote_of_the_noun(tokens, text, run)
    return noun if noun <= COUNTED else vote + noun


def _vote_of_a_reason(text: str, end: int, tokens: list[str], at: int, code: str) -> int:
    """The vote of a reason phrase that begins at a token, 0 without one."""
    if not _is_a_phrase(tokens[at : at + 3], code):
        return 0
    if tokens[at] in phrases.VERBS | phrases.VAGUE and text[end] != "-" and not _CAPITAL.match(text, end):
        return 0 if "," in tokens[:at] else _A_VERB
    return _REASON


def _starts_a_line(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_INDENT) : start]
    return before[before.rfind("\n") + 1 :].strip() == "" and ("\n" in before or start <= _LONGEST_INDENT)


def _vote_of_the_ending(last: Candidate) -> int:
    """What "404s", "403ed" or "404'd" is worth."""
    if not last.ending:
        return 0
    if last.ending.startswith("_"):  # HTTP_404_NOT_FOUND
        ending = last.ending[1:].lower().split("_")
        is_known = ending[0] in _NAMES or _is_a_phrase(ending, last.code)
        return 6 if is_known else VETO
    if last.ending == "d":  # as in "got 404d", and in hexadecimal numbers
        return 1
    if last.ending.strip("'’") != "s" or last.code[0] in "45":
        return 6
    return 3 if last.code.endswith("0") else 5  # the 200s may be years


def _is_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase begins here. One of a single word counts beside its own number only."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if second in ("-", "_", "’", "'", "\n") and len(tokens) > 2:
        second = tokens[2]
    if first == "too" and second == "many":
        return code == "429"
    return f"{first} {second}" in phrases.PHRASES or first in phrases.SINGLE_PHRASES.get(code, ())


def _vote_of_the_noun(tokens: list[str], text: str, run: Run) -> int:
    """The first word behind the number that is known, or looks like a plural, within three words."""
    last = run[-1]
    strangers = 0
    for at in range(min(len(tokens), _LOOK_AHEAD)):
        word = tokens[at]
        if not word[0].isalpha():
            if strangers == 0 and word in "-_\"'`*":
                continue
            break
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if following == "=" or (word == "w" and following == "/"):  # the next key of "status=404 bytes=503"
            break
        vote = _vote_of_an_error_noun(word, following, tokens[0], text, run)
        if vote is None:
            vote = english_behind.BEHIND.get(word)
        if vote is not None and (vote >= 0 or not strangers or word.endswith("s")):
            if vote < 0:
                return 0 if last.ending else COUNTED if vote <= VETO and word in english.COUNTABLE else vote
            return max(0, vote - 2 * strangers)
        if (
            _looks_plural(word)
            and not _ARTICLE.search(text, max(0, run[0].start - 3), run[0].start)
            and not last.ending
            and last.code[-1] != "x"
        ):
            return COUNTED
        strangers += 1
        if strangers > 2:
            break
    return _STRANGER if strangers else 0


def _vote_of_an_error_noun(word: str, following: str, nearest: str, text: str, run: Run) -> int | None:
    """The vote of "error", "page" and the like, which go with error codes and are counted after other numbers."""
    last = run[-1]
    is_error = last.code[0] in "45"
    if word in topics.EVERYDAY:
        return _OF_DAILY_LIFE
    if word in ("http", "https"):
        return VETO if following in english_behind.COUNTED_BY_HTTP else None
    if word in english_behind.ERROR_NOUNS:
        if word == "error" and (following in english_behind.PARTS_OF_AN_ERROR or following == "-"):
            return None
        if word == "errors" and (
            following in english_behind.TALLIES
            or _TALLY_BEFORE.search(text, max(0, last.start - _REACH_OF_A_TALLY), last.start)
        ):
            return VETO
        return _NOUN if is_error else VETO
    if word in english_behind.PAGES:
        if following in english_behind.TALLIES | english_behind.PRINTED:
            return VETO
        if word == "pages" and _PRINTED_BEFORE.search(text, max(0, last.start - _REACH_OF_A_TALLY), last.start):
            return VETO
        one_page_each = is_error and nearest != "-" and (not word.endswith("s") or len(run) > 1)
        return _NOUN if last.code == "404" or one_page_each else VETO
    return None


def _looks_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in english_behind.NOT_PLURAL
    )


def _vote_in_chinese(han: str, run: Run, opener: str) -> int:
    code = run[-1].code
    if han.startswith(chinese_behind.PHRASES) and opener not in ("，", ",", "、"):
        return _REASON_CHINESE if _is_its_own_phrase(han, code) else _A_VERB
    if opener:
        return 0
    among = chinese_behind.AMONG.match(han)
    if among is not None:
        return _NOUN if han[among.end() - 1] not in "码碼" else _REASON
    for size in range(chinese_behind.LONGEST, 0, -1):
        vote = chinese_behind.BEHIND.get(han[:size])
        if vote is not None and (code[0] in "45" or size > 1):
            return vote
    if han[0] == "的":
        if han.startswith(chinese_behind.OF_A_STATUS, 1):
            return 2
        return _OF_SOMETHING_CHINESE if len(run) == 1 and prior(code) > FAMILIAR else 0
    if code == "404" and han[0] in "页頁":
        return _PAGE_CHINESE
    if chinese_behind.COUNTER.match(han):
        return VETO
    strange = _STRANGER_CHINESE if len(run) == 1 else _OF_SOMETHING_CHINESE
    return 0 if han[0] in chinese_behind.GOES_ON or code[-1] == "x" else strange


def _is_its_own_phrase(han: str, code: str) -> bool:
    return all(
        code.startswith(codes) for of_one, codes in chinese_behind.PHRASES_OF_ONE.items() if han.startswith(of_one)
    )
