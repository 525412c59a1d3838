"""What the shape of the words before a number says: a program's own words, a question, a share, a verb ahead."""

import re

from teapot.mentions.candidates import Run
from teapot.mentions.numbers import prior
from teapot.mentions.tokens import REACH_BEFORE

_A_QUESTION, _A_VERB, _A_PHRASE = 4, 6, 10
_LONGEST_SHARE, _LONGEST_VERB, _LONGEST_REACTION = 8, 16, 24
_TEXT_AND_STATUS = re.compile(
    r"(?:\breturn (?:jsonify|render_template|make_response|\"|'|\{)[^\n]{0,48},"
    r"|%\{(?:http|response)_code\}[^\n]{0,40}(?:[!=]=?|-(?:eq|ne|ge|gt|le|lt))"
    r"|\bc\.(?:text|json|html|body)\([^\n]{1,56},|\b(?:WebApplication|ResponseStatus|Http|HTTP|Api)Exception\([^\n]{0,48},"
    r"|\brespond\s+\"[^\"\n]*\"|(?:\babort_(?:if|unless)|->json|->make|\.json)\([^\n]{1,56},)\s\Z"
)
_TRY_FILES = re.compile(r"\btry_files\b[^;\n]{0,60}=\Z")
_ANSWERED = re.compile(
    r"\b(?:c|ctx|context)\.(?:JSON|String|HTML|XML|Data|IndentedJSON|AbortWithStatus(?:JSON)?|Status)\(\Z"
)
_ERROR_PAGE = re.compile(r"\berror_page(?:\s[0-9]{3}){0,8}\s\Z")
_RESPONSE = re.compile(r"\b(?:last|got|server|http|bad|unexpected|invalid)\sresponse\s?[:=]\s\Z", re.IGNORECASE)
_RESPONSE_CODE = re.compile(
    r"response[ _]?codes?[\"'`)]{0,2}\s?"
    r"(?:(?:is|was|are|of|in|to|be|were|[:=]|->)\s?|(?:frozen)?set|list|tuple|[(\[{\"'`]){0,4}\Z",
    re.IGNORECASE,
)
_DEFAULT = re.compile(
    r"(?:[sS]tatus|STATUS|[hH]ttp_?|[rR]esponse_?)\w{0,12}[`\"']? ?"
    r"\((?:[\w\[\]|<> ]{1,16}, )?default(?:s to)?[:=]? ?[`\"']?\Z"
    r"|\bdefault response(?: code)? (?:of|is) [`\"']?\Z"
    r"|\bstatus(?: code)?\b[^.\n]{0,40}, default(?:s to)?:? [`\"']?\Z"
    r"|(?:[状狀][态態]|[响響回][应應])[码碼][，,（(] ?(?:默[认認]|[预預][设設]|缺省)值?[是为為：:]? ?\Z"
)
"""What a document or an option says is the default: "`status` (int, default 200)", "状态码，默认 302"."""
_ENDS_WITH_A_STATUS = ("ngx.exit(", "Ignoring response <", "L7STS/", "L7OK/")
_OF_AWK = re.compile(r"\$9 ?[=!<>]=? ?\Z")
_REDIRECTED_PAGE = re.compile(r"\berror_page(?:\s[0-9]{3}){1,8}\s=\Z")
_VALIDATED = re.compile(r"\bvalidateStatus\b[^\n]{0,60}[=<>!]=*\s?\Z")
_ONE_OF = re.compile(r"(?:[cC]ode|[sS]tatus)\)?\.to(?:\.be)?\.(?:oneOf|be\.oneOf)\(\[\Z")
_OF_PHOENIX = re.compile(r"\b(?:html_|json_|text_)?response\(conn, \Z")
_BEHIND_A_SIGN = {
    "=": (_TRY_FILES, _OF_AWK, _REDIRECTED_PAGE, _VALIDATED),
    ">": (_OF_AWK, _VALIDATED),
    "<": (_VALIDATED,),
    "(": (_ANSWERED,),
    "[": (_ONE_OF,),
    ",": (_OF_PHOENIX,),
}
"""By the sign that stands right before the number: "try_files $uri =404", "$9 == 502", "c.JSON(200"."""
_VERB_AHEAD = re.compile(r"(?:\b(?:do|does|did|wo|would|should|must|ca|could)n['’]?t|\b(?:must|should|will) not)\s\Z")
_CIRCUMSTANCE = re.compile(r"\s(?:on|when|if|for|because|anymore|again|here)\b|[,.]\s")
_SHARE = re.compile(r"[0-9] ?[%％] ?(?:(?:[都就]?[是为為回]|are|were|is|was) ?)\Z")
"""A share of what is counted: "57% 是 429"."""
_OF_ERRORS = frozenset(("error", "errors"))
_BARE_SHARE, _APART = re.compile(r"\.[0-9]{1,3} ?[%％] \Z"), re.compile(r"\s*(?:[,;.)，；。]|\Z)")
_ONCE_IT_IS_DONE = re.compile(
    "(?:[点點](?![一二两兩三四五六七八九十几幾0-9]+[桌份碗盘盤杯套锅鍋只隻瓶])|按|翻到|[进進]去|[传傳]|提交|保存|存[档檔]|登[录錄入]|打[开開]|刷新|[扫掃][码碼])"
    "[^，。\n0-9]{0,8}(?:[就会會]|直接){1,2} ?\\Z"
)
"""What is done, and what comes at once: "翻到第二页就 500"."""
_WHY = re.compile(r"\b[Ww]hy (?:an? |the )?\Z")
_WHAT = re.compile(r"\b[Ww]hat (?:does|is|do) (?:an? |the |this |that )?\Z")
_MEANS = re.compile(r"\s(?:[a-z]+\s|in [^?\n]{1,40}\s)?(?:mean|stand|say|tell|indicate|imply)\b|s?\s?(?:\?|\Z)")
_NO_MORE, _AT_AN_END = re.compile(r"\b[Nn]o more \Z"), re.compile(r"s\b|\s*!|\s*\.?\s*\Z")
"""What is asked or told of a status: "what does the 499 mean", "no more 403!"."""
_REACTING = re.compile(
    r"\b(?:back(?:s|ed|ing)? off|backoff|falls? back|bails? out|gives? up|alert(?:s|ed|ing)?|page[sd]? us|choke[sd]?)"
    r" on (?:an? |any |every |all )?\Z"
)


def is_called_a_status(text: str, tokens: list[str], start: int) -> bool:
    """Whether a program's own words call the number a status: "last response: 530", "error_page 495 496"."""
    if text.endswith(_ENDS_WITH_A_STATUS, 0, start):
        return True
    begin = max(0, start - REACH_BEFORE)
    if "response" in tokens and _RESPONSE_CODE.search(text, begin, start):
        return True
    if any(shape.search(text, begin, start) for shape in _BEHIND_A_SIGN.get(tokens[-1], ())):
        return True
    if ("default" in tokens or not text.isascii()) and _DEFAULT.search(text, begin, start):
        return True
    shape = _RESPONSE if tokens[-1] in ":=" else _ERROR_PAGE if "page" in tokens else None
    return shape is not None and shape.search(text, begin, start) is not None


def is_an_argument(text: str, start: int) -> bool:
    """Whether a number follows the text of an answer, or a condition: ``abort_if($late, 403)``."""
    follows = text.endswith((", ", '" ', "= "), 0, start)
    return follows and _TEXT_AND_STATUS.search(text, max(0, start - REACH_BEFORE), start) is not None


def vote_of_the_shape(text: str, tokens: list[str], run: Run) -> int:
    """The vote of a question, a share of what is counted, a reaction or a verb ahead; 0 without one."""
    start, end = run[0].start, run[-1].end
    if _VERB_AHEAD.search(text, max(0, start - _LONGEST_VERB), start) and _CIRCUMSTANCE.match(text, run[0].end):
        return _A_VERB  # it must not 500 on an empty cart
    if text.startswith("?", end) and _WHY.search(text, max(0, start - _LONGEST_VERB), start):
        return _A_QUESTION
    if prior(run[0].code) <= 0:
        return 0
    if not text.isascii() and _ONCE_IT_IS_DONE.search(text, max(0, start - _LONGEST_VERB), start):
        return _A_VERB
    begin = max(0, start - _LONGEST_VERB)
    for before, behind in ((_WHAT, _MEANS), (_NO_MORE, _AT_AN_END)):
        if before.search(text, begin, start) and behind.match(text, end):
            return _A_VERB
    if "%" in tokens[-3:] and (vote := _vote_of_a_share(text, tokens, run)):
        return vote
    if "on" in tokens[-2:] and _REACTING.search(text, max(0, start - _LONGEST_REACTION), start):
        return _A_VERB
    return 0


def _vote_of_a_share(text: str, tokens: list[str], run: Run) -> int:
    """The vote of a share of what is counted: "57% 是 429", "99.2% 200, the rest 503", "error rate: 3% 500"."""
    begin, start = max(0, run[0].start - _LONGEST_SHARE), run[0].start
    if _SHARE.search(text, begin, start):
        return _A_PHRASE
    if tokens[-1] != "%" or _APART.match(text, run[-1].end) is None:
        return 0
    is_of_errors = not _OF_ERRORS.isdisjoint(tokens)
    return _A_VERB if is_of_errors or _BARE_SHARE.search(text, begin, start) else 0
