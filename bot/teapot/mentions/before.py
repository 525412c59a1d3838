"""What the words before a number say of it.

The search goes back from the number, word by word. The nearest cue decides; on the way function words are looked
through, every strange word weakens what stands before it, and hints add their vote. A measure ("port", "第") vetoes
only as long as nothing but tight links ("is", "=", "of") lies between it and the number.
"""

import re

from teapot.mentions import topics
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.english import words as english
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.others.attached import belongs_elsewhere, ends_a_phrase
from teapot.mentions.reading import Before, Reading
from teapot.mentions.roles import VETO, words
from teapot.mentions.search import search_back
from teapot.mentions.tokens import REACH_BEFORE, tokens_between

_ADDRESS, _PHRASE, _GLUED_E, _OF_AN_EDITOR, _A_HEADING, _A_FILE, _A_QUESTION, _A_REQUEST, _A_VERB = (
    4,
    10,
    3,
    -6,
    3,
    3,
    4,
    8,
    6,
)
_LONGEST_ENDING, _LONGEST_VERB, _LONGEST_QUESTION = 8, 16, 16
_LIKE_NPM, _BESIDE = re.compile(r"\bE([0-9]{3})\b"), 80
_OF_NPM = words("403 404 405 409 422 429 500 502 503 504")
_HEADINGS = ("<h1>", "<h2>", "<title>")
_TEXT_AND_STATUS = re.compile(
    r"(?:\breturn (?:jsonify|render_template|make_response|\"|'|\{)[^\n]{0,48},"
    r"|%\{(?:http|response)_code\}[^\n]{0,40}(?:[!=]=?|-(?:eq|ne|ge|gt|le|lt))"
    r"|\brespond\s+\"[^\"\n]*\"|(?:\babort_(?:if|unless)|->json|->make|\.json)\([^\n]{1,56},)\s\Z"
)
_VERB_AHEAD = re.compile(r"(?:\b(?:do|does|did|wo|would|should|must|ca|could)n['’]?t|\b(?:must|should|will) not)\s\Z")
_SHARE = re.compile(r"[0-9] ?[%％] ?(?:(?:[都就]?[是为為回]|are|were|is|was) ?)\Z")
"""A share of what is counted: "57% 是 429"."""
_BARE_SHARE, _APART = re.compile(r"[0-9] ?[%％] \Z"), re.compile(r"\s*(?:[,;.)，；。]|\Z)")
_LISTED = re.compile(r" [a-z][^\n,;0-9]{2,30}[,;] [45][0-9]{2} [a-z]")
_TRY_FILES = re.compile(r"\btry_files\b[^;\n]{0,60}=\Z")
_ANSWERED = re.compile(
    r"\b(?:c|ctx|context)\.(?:JSON|String|HTML|XML|Data|IndentedJSON|AbortWithStatus(?:JSON)?|Status)\(\Z"
)
_REQUEST = re.compile(r"\b(?:get|post|put|patch|delete|head) /[\w/.{}:-]{0,40}\s?(?:->|→|=>)\s?\Z", re.IGNORECASE)
_WHY = re.compile(r"\b[Ww]hy (?:an? |the )?\Z")
_WHAT = re.compile(r"\b[Ww]hat (?:does|is|do) (?:an? |the |this |that )?\Z|\b[Nn]o more \Z")
_REACTING = re.compile(
    r"\b(?:back(?:s|ed|ing)? off|backoff|falls? back|bails? out|gives? up|alert(?:s|ed|ing)?|page[sd]? us|choke[sd]?)"
    r" on (?:an? |any |every |all )?\Z"
)
_ERROR_PAGE = re.compile(r"\berror_page(?:\s[0-9]{3}){0,8}\s\Z")
_RESPONSE = re.compile(r"\b(?:last|got|server|http|bad|unexpected|invalid)\sresponse\s?[:=]\s\Z", re.IGNORECASE)
_RESPONSE_CODE = re.compile(
    r"response[ _]?codes?[\"'`)]{0,2}\s?"
    r"(?:(?:is|was|are|of|in|to|be|were|[:=]|->)\s?|(?:frozen)?set|list|tuple|[(\[{\"'`]){0,4}\Z",
    re.IGNORECASE,
)
_IN_A_RANGE = re.compile(r"(?:[sS]tatus|STATUS|[cC]ode)\w{0,12}(?:\(\))? (?:not )?in x?range\(\Z")
_DEFAULT = re.compile(
    r"(?:[sS]tatus|STATUS|[hH]ttp_?|[rR]esponse_?)\w{0,12}[`\"']? ?"
    r"\((?:[\w\[\]|<> ]{1,16}, )?default(?:s to)?[:=]? ?[`\"']?\Z"
    r"|(?:[状狀][态態]|[响響回][应應])[码碼][，,（(] ?(?:默[认認]|[预預][设設]|缺省)值?[是为為：:]? ?\Z"
)
"""What a document or an option says is the default: "`status` (int, default 200)", "状态码，默认 302"."""
_ENDS_WITH_A_STATUS = (
    "$9 == ",
    "$9==",
    "$9 >= ",
    "$9>=",
    "$9 ~ ",
    "$9~/",
    "ngx.exit(",
    "Ignoring response <",
    "L7STS/",
    "L7OK/",
)
_LONGEST_REACTION = 24
_CIRCUMSTANCE = re.compile(r"\s(?:on|when|if|for|because|anymore|again|here)\b")
_FILE = re.compile(
    r"\w\.(?:js|css|png|jpe?g|svg|ico|gif|html?|xml|json|php|woff2?|map|txt|zip|t?gz|deb|rpm|whl|jar|apk)\s\Z"
)
_POINTED_AT = re.compile(r"[.,]?(?:\s|\Z)(?:from\b|on\b|at\b|\Z)|\.\s|\n|,?\s(?:then|second|next|after|later)\b")


def vote_before(text: str, run: Run) -> tuple[Before, list[str]]:
    """The vote on a run, and the tokens that were read."""
    first = run[0]
    tokens = tokens_between(text, first.start - REACH_BEFORE, first.start)
    if not tokens:
        return Before(0), tokens
    if tokens[-1] in topics.WITH_CODES:  # FTP 4xx
        return Before(VETO), tokens
    if tokens[-1] == "(" and _IN_A_RANGE.search(text, max(0, first.start - REACH_BEFORE), first.start):
        return Before(_PHRASE, named=True), tokens
    if belongs_elsewhere(text, tokens, first.start):
        return Before(VETO), tokens
    if first.after_address:
        return _after_an_address(text, tokens, first.start), tokens
    if _is_called_a_status(text, tokens, first.start):
        return Before(_PHRASE, named=True), tokens
    if ends_a_phrase(tokens, first.code) or _is_an_argument(text, first.start):
        return Before(_PHRASE), tokens
    if run[-1].ending == "s" and first.code[0] in "123" and tokens[-1] in english.DURING:  # firing for 302s
        return Before(VETO), tokens
    if tokens[-2:] == ["non", "-"] or tokens[-1] == "non":  # non-2xx, non 200
        return Before(_PHRASE, named=True), tokens
    return _search(text, tokens, run), tokens


def _after_an_address(text: str, tokens: list[str], start: int) -> Before:
    if _REQUEST.search(text, max(0, start - REACH_BEFORE), start):  # post /orders -> 201
        return Before(_A_REQUEST, by_a_cue=True)
    return Before(VETO if "listening" in tokens else _ADDRESS)


def _is_called_a_status(text: str, tokens: list[str], start: int) -> bool:
    """Whether a program's own words call the number a status: "last response: 530", "error_page 495 496"."""
    if text.endswith(_ENDS_WITH_A_STATUS, 0, start):
        return True
    begin = max(0, start - REACH_BEFORE)
    if "response" in tokens and _RESPONSE_CODE.search(text, begin, start):
        return True
    if (tokens[-1] == "=" and _TRY_FILES.search(text, begin, start)) or (
        tokens[-1] == "(" and _ANSWERED.search(text, begin, start)
    ):
        return True
    if ("default" in tokens or not text.isascii()) and _DEFAULT.search(text, begin, start):
        return True
    shape = _RESPONSE if tokens[-1] in ":=" else _ERROR_PAGE if "page" in tokens else None
    return shape is not None and shape.search(text, begin, start) is not None


def _is_an_argument(text: str, start: int) -> bool:
    """Whether a number follows the text of an answer, or a condition: ``abort_if($late, 403)``."""
    follows = text.endswith((", ", '" ', "= "), 0, start)
    return follows and _TEXT_AND_STATUS.search(text, max(0, start - REACH_BEFORE), start) is not None


def _search(text: str, tokens: list[str], run: Run) -> Before:
    first = run[0]
    if tokens[-1] == ">" and text.endswith(_HEADINGS, 0, first.start):
        return search_back(Reading(tokens, run, _A_HEADING))
    if _VERB_AHEAD.search(text, max(0, first.start - _LONGEST_VERB), first.start) and _CIRCUMSTANCE.match(
        text, first.end
    ):
        return Before(_A_VERB, by_a_cue=True)  # it must not 500 on an empty cart
    if text.startswith("?", run[-1].end) and _WHY.search(text, max(0, first.start - _LONGEST_ENDING), first.start):
        return Before(_A_QUESTION, by_a_cue=True)
    if prior(first.code) > 0 and _WHAT.search(text, max(0, first.start - _LONGEST_QUESTION), first.start):
        return Before(_A_VERB, by_a_cue=True)
    if prior(first.code) > 0 and (vote := _vote_of_a_share_or_a_reaction(text, tokens, run)):
        return Before(vote, by_a_cue=True)
    if prior(first.code) >= FAMILIAR and _FILE.search(text, max(0, first.start - _LONGEST_ENDING), first.start):
        return search_back(Reading(tokens, run, _A_FILE))
    if not text.endswith("E", 0, first.start):
        is_pointed_at = _POINTED_AT.match(text, run[-1].end) is not None
        return search_back(
            Reading(
                tokens,
                run,
                is_pointed_at=is_pointed_at,
                is_judged=text.startswith(" as ", run[-1].end),
                is_listed=_LISTED.match(text, run[-1].end) is not None,
            )
        )
    if not _may_be_of_npm(text, tokens, first):  # E302 of a bank, E501 of a checker of style
        return Before(VETO)
    of_a_tool = search_back(Reading(tokens[:-1], run, _GLUED_E))  # E404
    if not of_a_tool.by_a_cue and text.startswith(":", first.end):  # E404: Invalid arguments
        return Before(_OF_AN_EDITOR)
    return of_a_tool


def _vote_of_a_share_or_a_reaction(text: str, tokens: list[str], run: Run) -> int:
    """The vote of "57% are" before a number, and of "back off on"; 0 without."""
    start = run[0].start
    if "%" in tokens[-3:] and _SHARE.search(text, max(0, start - _LONGEST_ENDING), start):
        return _PHRASE
    if tokens[-1] == "%" and _BARE_SHARE.search(text, start - 4, start) and _APART.match(text, run[-1].end):
        return _A_VERB  # 99.2% 200, the rest 503
    if "on" in tokens[-2:] and _REACTING.search(text, max(0, start - _LONGEST_REACTION), start):
        return _A_VERB
    return 0


def _may_be_of_npm(text: str, tokens: list[str], number: Candidate) -> bool:
    """Whether "E404" may be what npm says, as none of its neighbours is another's "E203"."""
    if "npm" in tokens:
        return True
    nearby = _LIKE_NPM.finditer(text, max(0, number.start - _BESIDE), number.end + _BESIDE)
    return number.code in _OF_NPM and all(found[1] in _OF_NPM for found in nearby)
