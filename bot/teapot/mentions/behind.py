"""What the words behind a number say of it: a reason phrase, "errors", an address; or a unit, a thing counted."""

import re

from teapot.mentions import topics
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.chinese.behind import vote_in_chinese
from teapot.mentions.english import phrases
from teapot.mentions.english import words_behind as english_behind
from teapot.mentions.english.nouns import COUNTED, vote_of_the_noun
from teapot.mentions.numbers import prior
from teapot.mentions.others import amounts
from teapot.mentions.roles import VETO, words
from teapot.mentions.tokens import REACH_BEHIND, is_han, tokens_between

_REASON, _A_VERB, _GLUED, _ADDRESS, _ERROR_NAME, _SCHEMA = 10, 3, 6, 4, 5, 6
_LOOK_AHEAD, _LIKELY = 5, 2

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
_POINTING = ("the ", "that ", "this ", "The ", "That ", "This ")
_HAPPENS = re.compile(
    r" (?:(?:only|always|still|also|just|never|now) )?(?:com(?:es|ing) from|came from|(?:dis)?appear(?:s|ed)"
    r"|happen(?:s|ed)|hits|occurs|persists"
    r"|vanish(?:es|ed)|(?:goes|went) away|is (?:gone|back)|(?:shows|showed|pops|popped) up"
    r"|(?:I|we|you|they|users|everyone) [A-Za-z]+)\b"
)
_WHILE_DOING = re.compile(
    r" (?:(?:when|while|after|on|if) [a-z]{3,12}ing|for (?:me|us|all|everybody|everyone|many|some)(?! (?:of|the|my)))\b"
)
_JUDGED = re.compile(
    r" (?:be|is|was|seems|would be|counts? as) (?:the |an? )?(?:[a-z]+ ){0,2}"
    r"(?:status|response|code|answer|\"?(?:up|down|healthy))\b"
)
_JUDGING = words("be count counts is seems was would")
_DIGITS = frozenset("(0123456789")
_TIMED = re.compile(r"[ \t]{1,4}\(?[0-9]+(?:\.[0-9]+)? ?(?:ms|µs|毫秒)\b")
_HAS_AN_AMOUNT = re.compile(r" ?(?:有|共|[佔占]|出[现現]了?) ?[0-9]+ ?[筆笔次條条%]")
_AN_AMOUNT = 4
_QUOTED_PLURALS = ("`s ", "`s,", "`s.", "`s)", '"s ')
_GLUED_NOUNS = words("error errors response responses status code")
_CAPITAL = re.compile(r"\W{1,4}[A-Z]")
_QUOTED_LINE = re.compile(r"[\"'“「`][0-9]{3} [A-Z][a-z]")
_A_PLURAL, _A_QUOTED_LINE, _HAPPENING, _DOING, _OF_A_PLACE = 3, 2, 3, 2, 3
_BESIDE_A_STATUS = re.compile(
    r"""
    \]\.(?:includes|contains|indexOf)\([^)\n]{0,24}[sS]tatus
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
    if any(_vote_of_the_ending(candidate) <= VETO for candidate in run):
        return VETO, tokens
    vote = _vote_of_the_shape(text, run, end, tokens[0] if tokens else "")
    at = 0
    while at < len(tokens) and at < _LOOK_AHEAD and tokens[at] in english_behind.BEFORE_A_NAME:
        at += 1
    if at == len(tokens):
        return vote, tokens
    reason = _vote_of_a_reason(text, end, tokens, at, last.code)
    if (
        reason == _REASON or text.startswith(_NO_HTTP_STATUS, end) or _BESIDE_A_STATUS.match(text, end)
    ):  # assertEqual(200, answer.status)
        return _REASON, tokens
    vote += reason
    if (_LISTED.match(text, end) and _starts_a_line(text, run[0].start)) or (
        tokens[0] == "|" and not text[max(0, run[0].start - _LONGEST_INDENT) : run[0].start].rpartition("\n")[2].strip()
    ):
        return VETO, tokens
    if tokens[at] in english_behind.SCHEMA and tokens[0] in "'\":":
        return vote + _SCHEMA, tokens
    if tokens[at] == "的" and not topics.PROTOCOL.isdisjoint(tokens[at + 1 : at + 2]):  # >= 500 的 HTTP 状态码
        return vote + _SCHEMA, tokens
    if is_han(tokens[at]):
        return vote + vote_in_chinese(tokens[at], run, opener=tokens[at - 1] if at else ""), tokens
    return _vote_in_english(text, end, tokens, run, vote), tokens


def _vote_of_the_shape(text: str, run: Run, end: int, following: str) -> int:
    """What is glued on behind, what encloses the number, and when it happens: "404s", "`404`s", '"404 Not Found"'."""
    start, is_of_an_error = run[0].start, run[-1].code[0] in "45"
    return (
        _vote_of_the_ending(run[-1])
        + _AN_AMOUNT * (_HAS_AN_AMOUNT.match(text, end) is not None)
        + _HAPPENING * (is_of_an_error and _HAPPENS.match(text, end) is not None and text.endswith(_POINTING, 0, start))
        + _A_VERB * (following[:1] in _DIGITS and _TIMED.match(text, end) is not None)
        + _A_VERB * (following in _JUDGING and _JUDGED.match(text, end) is not None)
        + _DOING * (is_of_an_error and _WHILE_DOING.match(text, end) is not None)
        + _A_PLURAL * text.startswith(_QUOTED_PLURALS, end)
        + _A_QUOTED_LINE * (_QUOTED_LINE.match(text, start - 1) is not None)
    )


def _vote_in_english(text: str, end: int, tokens: list[str], run: Run, vote: int) -> int:
    if _NAMED_ERROR.match(text, end, end + REACH_BEHIND) or _MESSAGE.match(text, end):
        vote += _ERROR_NAME
    if prior(run[-1].code) >= 0 and (
        _TO_AN_ADDRESS.match(text, end, end + _REACH_OF_AN_ADDRESS)
        or (_TO_A_PATH.match(text, end) and not _starts_a_line(text, run[0].start))
    ):
        vote += _ADDRESS
    if run[-1].code[0] in "45" and _is_at_a_place(tokens, is_pointed_at=text.endswith(_POINTING, 0, run[0].start)):
        vote += _OF_A_PLACE
    noun = vote_of_the_noun(text, tokens, run)
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
    if not _is_a_phrase(tokens[at : at + 3], code):
        return 0
    if (
        " ".join(tokens[at : at + 2]) in phrases.OF_FILES and prior(code) < _LIKELY
    ):  # LeanCloudError(101, "Object not found")
        return 0
    if tokens[at] in phrases.VERBS | phrases.VAGUE and text[end] != "-" and not _CAPITAL.match(text, end):
        return 0 if "," in tokens[:at] else _A_VERB
    return _REASON


def _starts_a_line(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_INDENT) : start]
    former, line_break, indent = before.rpartition("\n")
    goes_on = line_break and former.rstrip(" ")[-1:].isalpha()  # converted to a\n404. All other errors
    return not indent.strip() and not goes_on and (bool(line_break) or start <= _LONGEST_INDENT)


def _vote_of_the_ending(last: Candidate) -> int:
    """What "404s", "403ed" or "404'd" is worth."""
    if not last.ending:
        return 0
    if last.ending.startswith("_"):  # HTTP_404_NOT_FOUND
        ending = last.ending[1:].lower().split("_")
        return _GLUED if ending[0] in _GLUED_NOUNS or _is_a_phrase(ending, last.code) else VETO
    if last.ending == "d":  # as in "got 404d", and in hexadecimal numbers
        return 1
    if last.ending.strip("'’") != "s" or last.code[0] in "45":
        return _GLUED
    return 3 if last.code.endswith("0") else 5  # the 200s may be years


def _is_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase begins here. One of a single word counts beside its own number only."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if second in ("-", "_", "’", "'", "\n") and len(tokens) > 2:
        second = tokens[2]
    if first == "too" and second == "many":
        return code == "429"
    return f"{first} {second}" in phrases.PHRASES or first in phrases.SINGLE_PHRASES.get(code, ())
