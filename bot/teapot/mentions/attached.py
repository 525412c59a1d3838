"""What is attached to a number in front: a key, an operator, a bracket, a reason phrase."""

import re

from teapot.mentions import english, english_behind, phrases
from teapot.mentions.roles import STRANGER, Role
from teapot.mentions.tokens import REACH_BEFORE

_IRC = re.compile(r"(?:^|\n):[\w-]+\.[\w.-]+ \Z")
_IS_NO_STATUS = re.compile(
    r"""(?:
    \b[Nn]o\.\s?                              # request no. 404
  | \b[nNkp]\s=\s                               # the size of a sample
  | \b[0-9]{2,5}\s(?:by|x)\s                  # 1200 by 503
  | \b[rR]etry[ _-]?[aA]fter["']?\s?[:=,]?\s?["']?
  | \b(?:le|quantile)="                      # a bucket of a metric
  | \b(?:POST|Q-)\s?(?:[cC]odes?|[eE]rrors?)\s        # of a power-on self-test
  | \b[pP][59][059]\s?(?:is|was|at|of|[:=到])?\s?
  | \[[0-9]+[smhd]\]\)+\s?[=<>]+\s?             # a query of a metric
  | (?:HTTP[/ ]?[23]|[hH]2|http2)[ ]?的?(?:流|串流|[帧幀])[ ]?
  | (?:\bper\s[a-z]{1,8}|[a-z]/(?:s|sec|min|h))\s?[:=]?\s   # errors per hour: 404
  | \[(?:ALERT|NOTICE|WARNING|DEBUG)\]\s{1,4}\(  # a process id of HAProxy's
  | \)\s=\s                                     # recv(5, "...", 512) = 404
  | [r-][w-][xsS-](?:[r-][w-][xsStT-]){2}[.+@]?\s+[0-9]+\s(?:[\w-]+\s+)?  # ls -l
  | \+CM[ES]\sERROR:\s?
  | \(integer\)\s                              # an answer of Redis
  | \b[a-z]+_errors\s?(?:[:=]|->|→)\s?           # rx_errors: 503
  | \b[eE]rr(?:[cC]ode|_code|_?no)["']?\s?[:=是为為]?\s?["']?  # of WeChat
  | \bhttp\.server\s
  | Domain\s[cC]ode=                           # of an error of Apple's frameworks
  | :\s?(?:行|第|line)\s?                         # Invoice.cs:行 412
  | (?:\.[0-9]{1,3}){3}["'],\s                     # ('192.0.2.9', 502)
  | \.(?:php|py|rb|js|ts|cs|java|go|cc?|cpp|h|pl)\(                                # Cart.php(429)
  | \b(?:MAX|MIN|NUM|TOTAL)_[A-Z_]{2,16}\s?[:=]\s?
  | [mM]illis(?:econds)?\(
  | =>\s[\w.]{1,12}\([^()\n]{0,8}\),\s            # setTimeout(() => poll(id), 500)
  | \bI/O\s | \bState\s{1,2}
  | \b(?:pages|batched|grouped|grew|grows|increased?|decreased?|rose|fell)\sby\s
  | \[PATCH\s(?:v[0-9]\s)?
  | [0-9]{4,5}[ ]?(?:端口)?[换換改調调設设][成到为為][了]?[ ]?   # 8080 换成 503
  | (?:[mM]illis(?:econds)?|[sS]econds|Ms|Bytes|Count|Size|Length)["']?\s?[:=]\s?
  | \b(?:errors|failures|requests|hits|users|rows)\s?[<>]=?\s?
  | \b(?:max|min|avg|mean)\s?[:=]\s?
  | ["'][1-5][0-9]{2}["']\s?:\s?                  # {"502": 409}
  | \br\(                                       # of Stata
  | \b[tT]ests\srun:\s
  | \b[rR]eply[-_][cC]ode["']?[=:]\s?           # of AMQP, mail, files by FTP
  | (?:-(?:Remaining|Limit|Length|Age)|content-length)\W{0,4}   # of HTTP
    (?:(?:is|was|says)\s|(?:[写寫改设設算]死?[成了为為]|[还還只]?[有是剩到])了?\s?)?
  | \bahead\s[0-9]+,?\s(?:and\s)?behind\s       # of git
  | \b(?:noqa|NOQA):?\s?[A-Z]
  | \*E                                        # a tag of Vim's help
  | \.[a-z]{1,4}["']:                          # "curves.py":307
  | \b(?![A-Z_]{0,16}(?:HTTP|STAT|RESP))[A-Z_]{4,16}\((?:\w{1,12},\s?){1,2}  # PYX_ERR(0, 307
  | \[["'](?!\w*(?:stat|code))\w{1,9}["']\]\s[=!<>]=?=?\s  # ["items"] ==
  | \]\s[A-Z]{4,5}\s\(                       # [13:55:36.123] INFO (404): a process id
  | \w\?(?:[\w.-]{1,16}=[^\s&=]{0,16}&){0,2}[\w.-]{1,16}=   # a query without a path
  | \b(?:n?var)?char2?\( | \b(?:decimal|numeric|varbinary|rand(?:om|int|range|n)?)\((?:[0-9]{1,6},\s?)?
  | \b(?:tail|head|take|skip|limit|top|wait)\(
  | \s--?(?!\S*(?:stat|cod|http|resp|accept|expect|ignor|retry|fail|exclud|succe|ok\b|err))   # --tail 200
    [A-Za-z][A-Za-z-]{2,16}[ =]
  | (?<![A-Z_])(?!\w*(?:STAT|HTTP|CODE|RESP))[A-Z]{3,12}(?:_[A-Z]+){1,3}\s(?:from\s\S{1,6}\s)?to\s   # A_B to 503
  | ["'](?!\w*(?:stat|code))\w{1,16}["']\s?=>\s?["']?   # "order_id"=>"500"
  | (?:Micros?|Millis?|Nanos?|Seconds?)\s
  | \b(?:sl_)?(?:send|t)_reply\(["'] | \bliteral\s[`'"]
  | \bgoroutine\s | \b[lL]eet[cC]ode\s(?:第\s?)? | \blogical\sblock\s | \b(?:done|todo|doing|wip)\s?[:：]?\s
  | \b(?:Always|Offline)\s{2,9}-\s{2,9}           # of a disk's own records
  | \b(?:console\.log|print|println|sleep|delay|toFixed|slice|malloc|range|len)\(
    )\Z""",
    re.VERBOSE,
)
_LABELS = re.compile(r"(?<!code)(?<!status)\{[^{}\n]*=[^{}\n]*\}\s?\Z")
_LONGEST_SIGN, _LONGEST_DEFINITION = 28, 96
_NUMBERED, _UNDERLINED, _LONGEST_LINE = re.compile(r"\s{0,6}[0-9]{1,5} \| "), re.compile(r"\n\s*\|[ ~^-]*[~^]"), 200
_SNAKE = re.compile(r"\b([A-Za-z]+(?:_[A-Za-z0-9]+)+)[\"']?(?:\s{0,8}[:=]\s{0,2}|[ ]{1,2})[\"'\[]?\Z")
_QUOTES = frozenset("\"'`“‘")


def belongs_elsewhere(text: str, tokens: list[str], start: int) -> bool:
    """Whether the characters right before a number make it part of something else."""
    glued = text[max(0, start - 2) : start]
    if text.endswith(": *", 0, start) or (glued[-1] == "*" and glued[0] not in "* \n("):  # 503#0: *404, x*404
        return True
    if glued == "==" and text.startswith("==", start + 3):  # ==404== of valgrind
        return True
    if _is_an_irc_numeric(text, tokens, start):
        return True
    last = tokens[-1]
    shapes = (_is_defined, _is_of_a_metric, _is_quoted_source)
    if any(is_it(text, start) for is_it in shapes) or _IS_NO_STATUS.search(text, max(0, start - _LONGEST_SIGN), start):
        return True
    if tokens[-2:-1] == [")"] and last in "<>":  # p(95)<500, but int(status)<500
        return english.KEYS.union(["status"]).isdisjoint(tokens[-8:])
    if _is_a_part(tokens):
        return True
    if glued[-1] == "-" and glued != "--":  # WEB-404 and -404, but non-2xx
        return len(tokens) < 2 or not glued[0].isalnum() or tokens[-2] not in english.BEFORE_A_HYPHEN
    if (glued[-1] in ":=[" and not glued[0].isspace()) or glued == "={":  # uid=500, app.js:404, rows[404], width={500}
        return _is_a_strange_key(tokens)
    is_an_option = len(last) == 1 and last.isalpha() and len(tokens) > 1 and tokens[-2] == "-"  # -n 500
    return is_an_option or _is_a_strange_member(tokens)


def _is_a_part(tokens: list[str]) -> bool:
    """Whether the number follows "3 of", "3/", "204 out of"."""
    if tokens[-2:] == ["out", "of"]:
        tokens = tokens[:-1]
    return len(tokens) > 1 and tokens[-1] in ("of", "/", "out") and tokens[-2][0].isdigit()


def _is_quoted_source(text: str, start: int) -> bool:
    """Whether the number stands in a line that a compiler quotes, numbered and underlined."""
    begin = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    if _NUMBERED.match(text, begin, start) is None:
        return False
    end = text.find("\n", start, start + _LONGEST_LINE)
    return end >= 0 and _UNDERLINED.match(text, end) is not None


def _is_defined(text: str, start: int) -> bool:
    """Whether the number is that of a macro in C whose name does not speak of HTTP."""
    begin = max(0, start - _LONGEST_DEFINITION)
    at = text.rfind("#define", begin, start)
    return at >= 0 and text.find("\n", at, start) < 0 and text.find("HTTP", at, start) < 0


def _is_of_a_metric(text: str, start: int) -> bool:
    """Whether the number is the value of labels, or of a name like "upstream_rq_pending" that speaks of no status."""
    begin = max(0, start - REACH_BEFORE)
    if "}" in text[max(0, start - 2) : start] and _LABELS.search(text, begin, start):
        return True
    name = _SNAKE.search(text, begin, start) if text.find("_", begin, start) >= 0 else None
    if name is None or text.startswith("/", max(0, name.start() - 1)):  # a part of an address
        return False
    return english.PARTS_OF_A_STATUS_NAME.isdisjoint(name[1].lower().split("_"))


def _is_an_irc_numeric(text: str, tokens: list[str], start: int) -> bool:
    """Whether the number is the numeric of an IRC line, ":irc.example.org 404 me"."""
    return ":" in tokens and _IRC.search(text, max(0, start - REACH_BEFORE), start) is not None


def _is_a_strange_member(tokens: list[str]) -> bool:
    """Whether the number is a value of an object under a name that says nothing: "{ n: 500 }"."""
    if tokens[-1] != ":" or "{" not in tokens:
        return False
    names = [token for token in tokens[-5:-1] if token not in _QUOTES]
    return len(names) > 1 and names[-2] in "{," and names[-1] not in english.PARTS and names[-1].isalpha()


def _is_a_strange_key(tokens: list[str]) -> bool:
    at = len(tokens) - 1
    while at > 0 and (tokens[at] in ":=[{<>!~" or tokens[at] in _QUOTES):
        at -= 1
    key = tokens[at]
    if key == ")":  # len(x)==404, but status()==404
        return english.KEYS.union(["status"]).isdisjoint(tokens[-8:])
    if not key.isascii() or not key[0].isalnum():
        return False
    role = english.PARTS.get(key, STRANGER).role
    if role is Role.LINK and key.isalpha() and at:  # retryOn: [502]
        role = english.PARTS.get(tokens[at - 1], STRANGER).role
    if at and tokens[at - 1] in english.OF_A_COUNT and key != "code":  # maxResults=500
        return True
    if key in english.PROGRESS and tokens[at + 1 :] == [":"]:
        return True
    if key in english.KEYS or role is Role.CUE or (role is Role.LINK and tokens[at + 1] in "<>"):
        return False
    return not (key in english.OF_A_STATUS_KEY and "status" in tokens[max(0, at - 3) : at])


def ends_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase stands before the number: "Not Found (404)"."""
    at = len(tokens)
    while at > 1 and tokens[at - 1] in english_behind.OPENERS:
        at -= 1
    if at < 1:
        return False
    if tokens[at - 1] in phrases.SINGLE_PHRASES.get(code, frozenset()) - phrases.VERBS - phrases.VAGUE:
        return True
    end = f"{tokens[at - 2]} {tokens[at - 1]}"
    return end in phrases.PHRASE_ENDS.get(code, ())
