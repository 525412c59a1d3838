"""Numbers that could be HTTP status codes, by their shape alone, and the runs they form ("502/503/504")."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Candidate(NamedTuple):
    """A number that could be a status code.

    ``code`` is in ASCII and lower case, ``start`` and ``end`` are code-point offsets, ``ending`` is what is glued on
    behind ("s" in "404s"), ``after_address`` tells that only separators stand between a URL or path and the number.
    """

    code: str
    start: int
    end: int
    ending: str = ""
    after_address: bool = False


Run = list[Candidate]

SHAPE = re.compile(r"[1-59１-５９][0-9xX０-９ｘＸ]{2}")
"""Three characters without which there is no candidate; a search for it costs next to nothing."""

_HAN = "\u4e00-\u9fff"
_CODE = r"[1-5](?:[0-9]{2}|[xX]{2})(?![0-9A-Za-z_])"
_FILE_OR_HOST = r"\.[a-z][a-z0-9]"

# One pass over the text. The pattern begins with a plain set of characters, so that everything else is skipped at full
# speed. URLs and paths are swallowed whole: the numbers in them never come up. Nothing in it can match a stretch twice.
_SCAN = re.compile(
    rf"""
    [:/1-59]
    (?:
        (?<=[1-59]) (?<![0-9][1-59]) (?=[0-9xX]{{2}}(?![0-9])(?!-[0-9]{{3}}-))
        (?<![\#$€£¥￥@&%^\\±≈×+−!][1-59])
        (?:(?<!~[1-59])|(?<=[0-9x]~[1-59])) (?:(?<!\.[1-59])|(?<=\.\.[1-59])) (?<![0-9:]:[1-59])
        (?: (?<![A-Za-z_][1-59])                                                    # free, or glued as in HTTP404, E404
          | (?<=HTTP[1-59]) | (?<=http[1-59]) | (?<=Http[1-59]) | (?<=http_[1-59]) | (?<=[A-Z]_[1-59])
          | (?<=[Tt]oken[1-59]) | (?<=body[1-59]) | (?<=nginx[1-59])
          | (?<=tatus[1-59]) | (?<=tatus_[1-59]) | (?<=[Cc]ode[1-59])
          | (?<=rror[1-59]) | (?<=rror_[1-59]) | (?<=ERR[1-59])
          | (?<![A-Za-z0-9]E[1-59])(?<=E[1-59]) )
        (?P<rest> (?<=[1-5])(?:[0-9]{{2}}|[xX]{{2}}) | (?<=9)99 )
        (?P<substatus> \.[0-9]{{1,2}}(?![0-9.%A-Za-zµμ]) )?
        (?P<ending> (?![0-9A-Za-z_'’µμ]) | ['’]?(?:s|d|ed|ing)(?![A-Za-z0-9_]) | (?=['’]) | _[A-Z][A-Z_]+
          | (?=_[1-5][xX]{{2}}) | (?=OK(?![A-Za-z0-9]))
          | (?=(?:Timeout|[Ee]rror|ERROR|Bad|Not|Internal|Service|Gateway|Forbidden|Unauthorized|Too)(?![a-z])) )
        (?! [%％°℃‰$€£¥] | \#[0-9] | (?<=[0-9])[.:][0-9] | ×[0-9]{{3}} | \*[0-9]
          | /(?!{_CODE})[0-9] | ,(?!{_CODE})(?![0-9]{{1,2}}[ ]?[个個次条條])[0-9] | /[A-Z]{{2,}}(?![a-z]) | /(?:udp|tcp)
          | -(?:[A-Za-z]+-[a-z]+-[A-Za-z] | [0-9]{{1,2}}(?![0-9]) | [0-9]{{3}}- | [0-9]{{4}}) | {_FILE_OR_HOST}
          | &[A-Za-z_]{{1,16}}= | @[0-9A-Za-z] | \+(?![ ]*(?:status|http|HTTP)) | \s+[245]\.[0-9]{{1,2}}\.[0-9] )
      | (?<=/) (?<![0-9xX]/) (?<!HTTP/)
        (?:(?<![{_HAN}]/(?=[0-9]))|(?<=[问問开開到由径徑址往]/)) [A-Za-z0-9_.\-%~?=&+@\#*$!/\[\]]+
      | (?<=[\s"'`]/) [{_HAN}]{{1,12}} /[A-Za-z0-9_.\-%~?=&+@\#*$!/\[\]]+
      | (?<=:) //[^\s<>"'`|\\^{{}}，。；、：（）「」【】《》{_HAN}]*
    )
    """,
    re.VERBOSE,
)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_TO_ASCII = {
    ord(wide): chr(ord(wide) - ord("０") + ord("0"))
    for wide in map(chr, range(ord("０"), ord("ｚ") + 1))
    if wide.isalnum()
}

_BETWEEN = re.compile(
    r"""
    \s* (?: \.{2,3}[=<]? | [!=]==? | [,/、|~～〜–—+&;，；＋-] | -> | → | => ) \s*
  | \s* (?:,\s*)? (?:and/or | and\ not | or\ not | but\ not | and | or | up\ to | to | vs\.? | versus | not | nor | than
    | rather\ than | instead\ of | through | but | into | like ) \s* (?:an?\s|the\s|to\s)?\s*
  | \s up\ to,?\ but\ (?:not\ including|excluding),?\s
  | ,\s* (?:and\s)?(?:then|second|finally|later|afterwards)\s(?:finally\s)?(?:an?\s)?
  | \s* (?:&&|and) \s* [\w.]{1,12} \s* (?:<=?|>=?) \s* | \s* (?:and|or) \s* [<>]=? \s*
  | ,?\s* (?:but\s|and\s)? (?:got|was|received|instead\ got|(?:less|smaller|lower|greater|more|higher)\ than) \s+
  | ,?\s* (?: 多?[还還]是 | 就是 | 到 | 至 | 还有 | 還有 ) \s*
  | [,，]?\s* (?: 和 | 或者? | 及 | 以及 | 與 | 与 | 跟 | 而不是 | 不是 | 就[回给給]?
    | [\u4e00-\u9fff]{1,2}[译譯射装裝换換]成 | 换成 | 換成 | [或且]?[大小高低][于於](?:等[于於])?
    | 变成 | 變成 | 当成 | 當成 | 吞成 | 转 | 轉
    | 改[成为為](?:返回|回傳|回应|回應|回)? ) \s*
  | ["'`*”’]{1,3} \s* (?: [,/|] | 、 | and | or | 和 | 或 | -> | → )? \s* (?:and\s|or\s)? \s* ["'`*“‘]{1,3}
  | \n\s*[-*]\s+ | \s*,?\s*[A-Da-d1-4][).]\s*
    """,
    re.VERBOSE,
)
_LONGEST_BETWEEN = 28
_SPACES = re.compile(r"[ \t]+")
_SERVER_ERRORS = frozenset({"403", "404", "429", "500", "502", "503", "504"})
_ADDRESS_GAP = re.compile(r"[\"'`)\]|:,，]*[\s→](?:[都就要会會]?[是回给給] ?)?[\s\"'`|:=>→(\[-]*")

_COLOUR = re.compile(r"\x1b\[[0-9;]{0,16}m|\[[0-9;]{1,16}m")
_LONGEST_ADDRESS_GAP, _NO_ADDRESS = 14, -100

AT_ONCE, _CHARACTERS_EACH = 160, 2000
"""The numbers that are read of any text, and the characters that allow one more."""


def without_colours(text: str) -> str:
    """The text with blanks for the sequences by which terminals colour it; nothing else moves."""
    if "[0m" not in text and "\x1b[" not in text:
        return text
    return _COLOUR.sub(lambda sequence: " " * len(sequence[0]), text)


def narrowed(text: str) -> str:
    """The text with ASCII for letters and digits of full width; nothing moves."""
    return text if text.isascii() or _WIDE.search(text) is None else text.translate(_TO_ASCII)


class Budget:
    """How many numbers of one text are read: 160, and one more for every two thousand characters.

    A text denser than that is a table of numbers, and reading all of it would let one message cost as much as a
    thousand. Long logs are best read in pieces.
    """

    def __init__(self) -> None:
        self._left = AT_ONCE

    def closed_until(self) -> int:
        """The offset up to which no number is read any more."""
        return max(0, (1 - self._left) * _CHARACTERS_EACH)

    def take(self) -> None:
        """Count a number that is read."""
        self._left -= 1


def find_runs(text: str, begin: int, until: int, budget: Budget) -> Iterator[Run]:
    """The candidates between two offsets, in order; those that form a list, a range or a pair come as one run.

    What the budget of the text does not allow is skipped.
    """
    run: Run = []
    for candidate in _candidates(text, begin, until, budget):
        if run and _belong_together(text, run[-1], candidate):
            run.append(candidate)
            continue
        if run:
            yield run
        run = [] if _is_part_of_a_number(text, candidate.start) else [candidate]
    if run:
        yield run


def _candidates(text: str, begin: int, until: int, budget: Budget) -> Iterator[Candidate]:
    at = max(begin, budget.closed_until())
    while at < until:
        address_end = _NO_ADDRESS
        unlikely: tuple[str, ...] = ()
        for match in _SCAN.finditer(text, at, until):
            if match.lastgroup is None:
                address_end = match.end()
                unlikely = _unlikely_after(text, match.start())
                continue
            if match.start() < budget.closed_until():
                at = budget.closed_until()
                break
            budget.take()
            yield _candidate(text, match, address_end, unlikely)
        else:
            break


def _unlikely_after(text: str, start: int) -> tuple[str, ...]:
    """Signs behind an address that part it from a number: a list of files gives their sizes, lines and changes."""
    if text[start] != "/":
        return ()
    if text.startswith("/dev/", start):
        return ("\t", " ")
    is_relative = start and (text[start - 1].isalnum() or text[start - 1] == ".")
    return ("\n", "(", "[", '"', "  ", "\t") if is_relative else ("\n",)


def _candidate(text: str, match: re.Match[str], address_end: int, unlikely: tuple[str, ...]) -> Candidate:
    start, end = match.span()
    ending = match["ending"]
    end -= len(ending)
    after_address = (
        start - address_end <= _LONGEST_ADDRESS_GAP
        and _ADDRESS_GAP.fullmatch(text, address_end, start) is not None
        and not any(sign in text[address_end:start] for sign in unlikely)
    )
    return Candidate(text[start:end].lower(), start, end, ending, after_address)


def _is_part_of_a_number(text: str, start: int) -> bool:
    """Tell "1,404" and "24/404" from a list of codes, whose members come with the one before them."""
    return start >= 2 and text[start - 1] in ",/-" and text[start - 2].isdigit()


def _belong_together(text: str, left: Candidate, right: Candidate) -> bool:
    begin = left.end + len(left.ending)
    if right.start - begin > _LONGEST_BETWEEN or ("." in right.code and "." not in left.code):
        return False
    if _BETWEEN.fullmatch(text, begin, right.start):
        return True
    alike = left.code == right.code or (left.code in _SERVER_ERRORS and right.code in _SERVER_ERRORS)
    return alike and _SPACES.fullmatch(text, begin, right.start) is not None
