"""What the words behind a number say of it: a reason phrase, "errors", an address; or a unit, a thing counted."""

import re

from teapot.mentions import topics
from teapot.mentions.candidates import Run
from teapot.mentions.chinese.behind import vote_in_chinese
from teapot.mentions.english import phrases
from teapot.mentions.english import words_behind as english_behind
from teapot.mentions.english.nouns import COUNTED, vote_of_the_noun
from teapot.mentions.numbers import prior
from teapot.mentions.others import amounts
from teapot.mentions.roles import VETO
from teapot.mentions.shapes_behind import POINTING, is_a_phrase, lasts, vote_of_the_ending, vote_of_the_shape
from teapot.mentions.tokens import REACH_BEHIND, is_han, tokens_between

_REASON, _A_VERB, _ADDRESS, _ERROR_NAME, _SCHEMA, _OF_A_PLACE = 10, 3, 4, 5, 6, 3
_LOOK_AHEAD, _LIKELY, _A_QUOTED_CODE = 5, 2, 4
_QUOTES = frozenset("\"'“‘`")

_TO_AN_ADDRESS = re.compile(
    r"""
    (?! [\])]\( ) [\s"'`),:\]]{0,4}
    (?: (?:on|for|from|at|when|to|by|with|→|->|=>)\s (?:(?:a|the|every)\s)? ["'`(<]? (?:https?://|/[A-Za-z])
      | (?:from|by|on|at)\s [a-z0-9-]{1,20} (?:\.[a-z0-9-]{1,20}){0,2} \.[a-z]{2}
      | ["'`(<]? https?://
      | (?:(?:on|for|from|at|when|to|by|with)\s)? (?:(?:a|the|every)\s)? ["'`(<]?
        (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b )
    """,
    re.VERBOSE,
)
_REACH_OF_AN_ADDRESS = 24
_TO_A_PATH = re.compile(r" /[A-Za-z][\w-]{0,20}[/.]")
_NAMED_ERROR = re.compile(
    r"""
    [ :]{1,2} (?=[A-Za-z_]{0,24}(?i:Error|Except|Not|No[A-Z_]|Bad|Invalid|Denied|Limit|Time|Unavail|Forbid|Miss|Fail
      |Unauth|Declin|Grant|Block|Malform|Already|Slow|Exceed|Conflict|Require|Too|Unsupport|Unproc|Illegal|Expire|Abort|Down|Wrong))
    (?: (?:[A-Z][a-z]+){2,} | [A-Z]+(?:_[A-Z]+)+ | [a-z]+(?:_[a-z]+)+ ) (?![A-Za-z(=])
    """,
    re.VERBOSE,
)
_MESSAGE = re.compile(
    r"""[ ]["“'`]?(?:Invalid|Missing|Exceeded|Unknown|Unsupported|Expired|Malformed|Failed|Cannot|Unable
    |Insufficient|Illegal|Duplicate|Wrong)\s[a-z]""",
    re.VERBOSE,
)
_NO_HTTP_STATUS = " is not a valid HTTPStatus"
_LISTED = re.compile(r"\. [A-Za-z]")
"""The number is that of a point in a list; before a bar it is that of a line of source."""
_LONGEST_INDENT = 8
_LINE = re.compile(r" ?LINE ?[\u4e00-\u9fff]")
"""The messenger: "回 204 LINE 會重送嗎"."""
_LED_TO = ("跳", "跳转", "跳转到", "兜底", "做个", "做個", "配个")
_CAPITAL = re.compile(r"\W{1,4}[A-Z]")
_BESIDE_A_STATUS = re.compile(
    r"""
    \]\.(?:includes|contains|indexOf|include\?)\([^)\n]{0,24}(?:[sS]tatus|res(?:ponse)?\.code)
  | ['"]?\)? \s? (?:,|[!=]==?|[<>]=?) \s? (?:[A-Za-z_$][\w$.?]{0,30}?[._?])? (?:status|status_?[cC]ode)\b
    """,
    re.VERBOSE,
)


def vote_behind(text: str, run: Run) -> tuple[int, list[str]]:
    """The vote on the last number of a run, and the tokens that were read."""
    last = run[-1]
    end = last.end + len(last.ending)
    tokens = tokens_between(text, end, end + REACH_BEHIND)
    if amounts.BEHIND.match(text, end, end + REACH_BEHIND):
        return VETO, tokens
    if any(vote_of_the_ending(candidate) <= VETO for candidate in run) or lasts(text, last):
        return VETO, tokens
    vote = vote_of_the_shape(text, run, end, tokens[0] if tokens else "")
    at = 0
    while at < len(tokens) and at < _LOOK_AHEAD and tokens[at] in english_behind.BEFORE_A_NAME:
        at += 1
    if at == len(tokens):
        return vote, tokens
    reason = _vote_of_a_reason(text, end, tokens, at, last.code)
    if reason == _REASON or text.startswith(_NO_HTTP_STATUS, end) or is_beside_a_status(text, end):
        return _REASON, tokens
    vote += reason
    if (_LISTED.match(text, end) and _starts_a_line(text, run[0].start)) or (
        tokens[0] == "|" and not text[max(0, run[0].start - _LONGEST_INDENT) : run[0].start].rpartition("\n")[2].strip()
    ):
        return VETO, tokens
    if tokens[at] in english_behind.SCHEMA and tokens[0] in "'\":":
        return vote + _SCHEMA, tokens
    if tokens[at] == "的" and not english_behind.OF_A_CONTRACT.isdisjoint(
        tokens[at + 1 : at + 2]
    ):  # >= 500 的 HTTP 状态码
        return vote + _SCHEMA, tokens
    if is_han(tokens[at]):
        is_led_to = text.endswith(_LED_TO, 0, run[0].start) or text.endswith(_LED_TO, 0, run[0].start - 1)
        opener = tokens[at - 1] if at else ""
        return vote + vote_in_chinese(tokens[at], run, opener=opener, is_led_to=is_led_to), tokens
    return _vote_in_english(text, end, tokens, run, vote), tokens


def is_beside_a_status(text: str, end: int) -> bool:
    """Whether what is called a status stands behind a number: "assertEqual(200, answer.status)"."""
    return _BESIDE_A_STATUS.match(text, end) is not None


def _vote_in_english(text: str, end: int, tokens: list[str], run: Run, vote: int) -> int:
    if _NAMED_ERROR.match(text, end, end + REACH_BEHIND) or _MESSAGE.match(text, end):
        vote += _ERROR_NAME
    if prior(run[-1].code) >= 0 and (
        _TO_AN_ADDRESS.match(text, end, end + _REACH_OF_AN_ADDRESS)
        or (_TO_A_PATH.match(text, end) and not _starts_a_line(text, run[0].start))
    ):
        vote += _ADDRESS
    if run[-1].code[0] in "45" and _is_at_a_place(tokens, is_pointed_at=text.endswith(POINTING, 0, run[0].start)):
        vote += _OF_A_PLACE
    noun = 0 if _LINE.match(text, end) else vote_of_the_noun(text, tokens, run)
    return noun if noun <= COUNTED else vote + noun


def _is_at_a_place(tokens: list[str], *, is_pointed_at: bool) -> bool:
    """Whether it follows where or when the number is seen: "the 500 on checkout", "404 on refresh"."""
    if tokens[0] not in ("on", "in", "from", "at"):
        return False
    at = 1 + (tokens[1:2] in (["the"], ["our"], ["my"], ["every"], ["all"]))
    places = {*tokens[at : at + 2]} if is_pointed_at else {*tokens[at : at + 1]}
    in_the_web = is_pointed_at and not places.isdisjoint(topics.ONLINE | topics.TOPIC)
    return in_the_web or not places.isdisjoint(english_behind.OCCASIONS)


def _vote_of_a_reason(text: str, end: int, tokens: list[str], at: int, code: str) -> int:
    """The vote of a reason phrase that begins at a token, 0 without one."""
    if not is_a_phrase(tokens[at : at + 3], code):
        return 0
    if (
        " ".join(tokens[at : at + 2]) in phrases.OF_FILES and prior(code) < _LIKELY
    ):  # LeanCloudError(101, "Object not found")
        return 0
    is_quoted = text[end - _A_QUOTED_CODE : end - _A_QUOTED_CODE + 1] in _QUOTES  # "100 continue"
    is_a_verb = tokens[at] in phrases.VERBS | phrases.VAGUE and text[end] != "-" and not is_quoted
    if is_a_verb and not _CAPITAL.match(text, end):
        return 0 if "," in tokens[:at] else _A_VERB
    return _REASON


def _starts_a_line(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_INDENT) : start]
    former, line_break, indent = before.rpartition("\n")
    goes_on = line_break and former.rstrip(" ")[-1:].isalpha()  # converted to a\n404. All other errors
    return not indent.strip() and not goes_on and (bool(line_break) or start <= _LONGEST_INDENT)
