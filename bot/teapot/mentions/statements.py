"""Statements in which a number is a status by how they are built: it opens them, is their verb, or is led up to."""

import re

from teapot.mentions.candidates import Run
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.roles import words

_MAYBE, _LIKELY, _OUTRIGHT = 4, 5, 6
"""The votes of statements, from what may be told of other numbers as well to what engineers alone say."""
_LONGEST_LEAD = 40
_OPENING = re.compile(r"(?:\A|[\n.!?;–—]|\n\s{0,4}[-*•])\s{0,2}\Z")
_A_TICKET = re.compile(
    r"(?:(?:\A|[\n;.]\s?|\b(?:and|but) )(?:title|issue|problem|symptoms?|[A-Z]{2,8}-[0-9]{1,5}): )\Z", re.IGNORECASE
)
_A_TEST = re.compile(
    r"(?:(?:\A|[\n;.]\s?|\b(?:and|but) )(?:fix(?:\([\w-]+\))?|bug): "
    r"|\b(?:test|it|describe|context|scenario)\([\"'`])\Z",
    re.IGNORECASE,
)
"""The titles of tickets, as of much else, and those that engineers alone write."""
_WHEN = re.compile(
    r" (?:only |always |still )?"
    r"(?:after [0-9]+ ?(?:ms|s|sec|seconds|min|minutes)|when(?:ever)?|if|without|because|due to|until|while"
    r"|(?:right|shortly|just) (?:after|before|when)"
    r"|(?:on|in|during|after) (?:the )?(?:every|all|any|save|submit|login|logout|checkout|refresh|reload|startup|deploy"
    r"|prod|production|staging|dev|qa|upload|delete|bulk (?:delete|edit|export|import|insert|update|upload)|click))\b"
    r"| (?:on|from|for|after|with|without) (?=/|[\"'`])"
    r"| (?:on|from) the (?:[aA][pP][iI]|server|page|gateway|backend|endpoint)\b"
)
"""What opens a statement or a ticket, and when and where a status comes: "500 when I click save"."""
_IN_A_TITLE = re.compile(
    r" (?:when(?:ever)?|if|on|after|before|for(?! a broken (?!link|page))|from|in|because|due to"
    r"|with|without|during|at|only|while|until|page"
    r"|error)\b"
)
_ACTUAL = re.compile(r"(?:\A|\n|[.;,] )(?:actual|got)(?: result| behaviou?r| response)?: \Z", re.IGNORECASE)
_OF_A_REPORT = re.compile("steps|response|status|request|page|api|login|click|http", re.IGNORECASE)
_LONGEST_REPORT = 200
_AS_A_RESULT = re.compile(r"\s*(?:\n|\Z)|[.]|\s(?:page|error|response|from|on|when)\b")
"""What came of the steps of a bug report: "Actual: 500"."""
_MODAL = re.compile(
    r"\b(?:will|would|should|might|may|could|must|(?:seems?|started|starts|used|supposed|likely) to)"
    r" (?:not |just |always |never |still |also |simply |probably )?\Z"
)
_DOES_IT = re.compile(
    r"\b(?:do|does|did|will|would|should|can) "
    r"(?:the |this |that |your |my |our |its |all |any |every |these |those )?"
    r"(?:[a-z]+ ){0,2}(?!(?:a|about|and|around|at|be|by|cost|for|from|get|have|in|is|make|need|of|on|or|over|pay|see"
    r"|take|than|the|to|under|want|with) )(?:[a-z]+|/[\w/-]+) \Z"
)
_GOES_ON_WHEN = re.compile(
    r"(?:s|'d|'s)?(?:\s*(?:[.?!,;)]|\Z)|\n"
    r"| (?:to (?:the|a|an|its|our|www|https?)|if|for|when|on|unless|instead|until|after|once|too|there|here|with"
    r"|because|immediately|again)\b)"
)
"""A number as a verb: "unknown slugs should 404", "does the page 404 for you too?"."""
_COUNTS = re.compile(
    r"s? (?:count (?:against|toward|as (?:an? )?(?:error|failure|success|outage))|matter|trigger|page us|alert)\b"
)
"""A question on it: "do 499 count against the SLO?"."""
_WE, _SENT_THERE = (
    re.compile(r"\b(?:[Ww]e|I|[Yy]ou|[Tt]hey|[Jj]ust|[Pp]lease) \Z"),
    re.compile(r" (?:the|all|every|old|those|these|it|them|everything|any|anything|anyone|users?|traffic|people)\b"),
)
_SENT = frozenset(("301", "302", "303", "307", "308", "401", "403", "404", "410"))
"""What somebody does to addresses: "we 301 the old paths"."""
_HERE = re.compile(r" (?:here|again(?!, always)|too|for (?:me|us)|on (?:my|our))\b")
"""What somebody adds who sees it as well: "same 502 here"."""
_LED_UP_TO = (
    (
        _OUTRIGHT,
        re.compile(
            r"\b(?:[Ff]ailed to (?:load|fetch|download|connect|pull|push|clone)[^\n:]{0,24}: "
            r"|(?:crap|die|bail|blow|barf|crash)\w{0,4} (?:out |up )?(?:with|on) (?:an? )?|blew up with )\Z"
        ),
    ),
    (
        _LIKELY,
        re.compile(
            r"\b(?:attempt [0-9]{1,3}(?:/[0-9]{1,3})?: "
            r"|(?:first|second|third|1st|2nd|next|last|every|each|another) (?:call|try|attempt|request|hit|run|retry) "
            r"|get(?:ting|s)? rid of (?:the |this |that |these |all )?"
            r"|(?:went|goes|go|is|are|it's|we're|now|all) back (?:to|at) (?:an? |plain )?"
            r"|(?:full of|leads? to|leading to|stuck (?:at|on|with)) (?:an? |the )?"
            r"|(?:anything|everything|nothing) (?:but|above|over|except|other than|outside|besides) (?:an? )?"
            r"|bam,? )\Z"
        ),
    ),
    (_MAYBE, re.compile(r"\b(?:looks? like (?:an? )?|(?:the )?same )\Z")),
)
"""Phrases that lead to a status, with their votes: "the log is full of 499", "stuck at 401"."""
_ENDS_OF_LEADS = words(
    "a above all an at attempt bam besides but call except hit like of on outside over plain request",
    "retry run same than that the these this to try with , :",
)
"""The last word of each, which spares other numbers the search."""


def vote_of_a_statement(text: str, tokens: list[str], run: Run) -> int:
    """The vote of an English statement that a status opens, is the verb of, or ends; 0 of another."""
    if prior(run[0].code) <= 0:
        return 0
    (begin, start), end = _before(run), run[-1].end
    if _opens_a_statement(text, run):
        return _LIKELY
    if _tells_a_result(text, run):
        return _OUTRIGHT
    if vote := _vote_of_a_verb(text, run):
        return vote
    is_an_error = run[0].code[0] in "45" and prior(run[0].code) > FAMILIAR
    if is_an_error and text.endswith(("same ", "Same "), begin, start) and _HERE.match(text, end):
        return _OUTRIGHT
    if tokens and tokens[-1] in _ENDS_OF_LEADS:
        return next((vote for vote, lead in _LED_UP_TO if lead.search(text, begin, start)), 0)
    return 0


def _tells_a_result(text: str, run: Run) -> bool:
    start = run[0].start
    if _ACTUAL.search(text, *_before(run)) is None or _AS_A_RESULT.match(text, run[-1].end) is None:
        return False
    return _OF_A_REPORT.search(text, max(0, start - _LONGEST_REPORT), start) is not None


def _vote_of_a_verb(text: str, run: Run) -> int:
    (begin, start), end = _before(run), run[-1].end
    if _GOES_ON_WHEN.match(text, end):
        if _MODAL.search(text, begin, start):
            return _OUTRIGHT
        if _DOES_IT.search(text, begin, start):
            return _LIKELY
    if _COUNTS.match(text, end) and text.endswith(("do ", "Do ", "does ", "should "), begin, start):
        return _OUTRIGHT
    is_sent = run[0].code in _SENT and _SENT_THERE.match(text, end) is not None
    return _OUTRIGHT if is_sent and _WE.search(text, begin, start) else 0


def vote_of_a_title(text: str, run: Run) -> int:
    """The vote of a title of a ticket, a commit or a test that it opens: "fix: 500 when the cart is empty"."""
    if prior(run[0].code) <= 0 or _IN_A_TITLE.match(text, run[-1].end) is None:
        return 0
    if _A_TEST.search(text, *_before(run)):
        return _OUTRIGHT
    return _LIKELY if _A_TICKET.search(text, *_before(run)) else 0


def _opens_a_statement(text: str, run: Run) -> bool:
    """Whether it opens a statement that tells when or where it comes: "404 because the route is missing"."""
    if _WHEN.match(text, run[-1].end) is None:
        return False
    return _OPENING.search(text, *_before(run)) is not None


def _before(run: Run) -> tuple[int, int]:
    start = run[0].start
    return max(0, start - _LONGEST_LEAD), start
