"""Log lines whose shape alone says which number is the status.

Each shape is tried only on a text that holds one of its needles, matches only lines of its programs, and covers the
part of the line in which other numbers could be mistaken. Every pattern is linear: its pieces are cut at quotes, spaces
and line ends, and none can begin twice on the same stretch.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class _LineShape(NamedTuple):
    """A kind of log line: strings of which it holds one, and its pattern, whose groups are the statuses."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    from_line_start: bool = True


class Recognized(NamedTuple):
    """A stretch of a known log line, and the offsets of the statuses in it."""

    start: int
    end: int
    statuses: tuple[tuple[int, int], ...]


_STATUS = r"([1-5][0-9]{2}|999)"
_METHOD = r"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PROPFIND)"
_LONGEST_PREFIX = 300
_TIMES_BEFORE = re.compile(r"(?<=[\]\n.)-] )[0-9][0-9. -]*[ ]\Z")
_LONGEST_TIMES = 24
_FIELDS = r"""(?:[ ]+(?:[0-9.,:]+|-|[A-Z][A-Z,]*|[a-z]+_[a-z_]+(?:\{[^}\s]*\})?|"[^"\n]*"))*"""


def _shape(needles: tuple[str, ...], pattern: str, *, from_line_start: bool = True) -> _LineShape:
    return _LineShape(needles, re.compile(pattern, re.VERBOSE), from_line_start)


_CACHE_VALID = "_cache_valid"
_WITHOUT_A_SLASH = (
    _CACHE_VALID,
    "Status Codes ",
    " responses",
    "+HTTPACTION:",
    "status codes: ",
    "1xx - ",
    "http.codes.",
    "uniq -c",
)
"""What the lines of the few programs hold that need no address and no date."""
_SIZES_AND_TIMES = r"(?:[ ]+(?:[0-9][0-9.]*(?:[mnuµ]?s|[KM]?B)?|-|[mnuµ]?s|bytes)(?![^\s,]))*"

_COUNT_AND_CLASS = r"[0-9]+[ ]([1-5]xx)"
_ANOTHER = rf"(?:,[ ]{_COUNT_AND_CLASS})?"
_NEXT_COUNT = rf"(?:[ ]+{_STATUS}:[0-9]+)?"

_METHODS_OF_A_PATH = (" GET /", " POST /", " HEAD /", " PUT /", " DELETE /", " PATCH /", " OPTIONS /")
_METHODS_AT_A_LINE_START = tuple(method.replace(" ", "\n", 1) for method in _METHODS_OF_A_PATH)

_SHAPES = (
    # Apache and nginx (common, combined and their many extensions), Envoy, Traefik, uvicorn, gunicorn, werkzeug, S3;
    # at the end the fields that the Kubernetes ingress adds, with the statuses of the upstreams.
    _shape(
        ('" ',),
        rf"""
        (?: "{_METHOD}[ ][^"\n]*" | "[A-Z]+[ ][^"\n]*HTTP/[0-9.]+"
          | \][ ]"[^"\n]*" (?=[ ][0-9]{{3}}[ ](?:[0-9]+|-)[ \n]) )
        [ ]"?{_STATUS}"? (?![0-9.]) {_FIELDS}
        (?: [ ]\[[^\]\n]*\] [ ]\[[^\]\n]*\] [ ][0-9.:, ]*? [ ](?:{_STATUS},[ ])?{_STATUS} (?=[ ][0-9a-f]{{12}}) )?
        """,
        from_line_start=False,
    ),
    # Morgan's short format, and the status line of a message.
    _shape(
        ("HTTP/",),
        rf"""
        HTTP/[0-9.]{{1,3}} [ ]{_STATUS} (?:[ ][0-9]+(?=[ ]-[ ]))?
        (?! [0-9.] | [ ](?:[mnuµ]?s|[kKM]?B|bytes|connections|requests|streams|clients|sessions)\b )
        """,
        from_line_start=False,
    ),
    # chi
    _shape(("from ",), rf"""HTTP/[0-9.]{{1,3}}" [ ]from[ ]\S+[ ]-[ ]{_STATUS}[ ]\S+"""),
    # ASP.NET Core
    _shape(
        ("finished HTTP/",),
        rf"finished[ ]HTTP/[0-9.]{{1,3}}[ ][A-Z]+[ ]\S+[ ] (?:\S+[ ]\S+[ ])? -[ ]{_STATUS}[ ] (?:[0-9]+|-) [ ]",
    ),
    # Tornado, Jupyter, and others that put the status before a bare request line, sizes and times behind it.
    _shape(
        _METHODS_OF_A_PATH,
        rf"{_STATUS} (?<![0-9A-Za-z._/-]...) (?:[ ]-)? [ ]{_METHOD}[ ]/\S* {_SIZES_AND_TIMES}",
        from_line_start=False,
    ),
    # A bare request line, the status, sizes and times: morgan's dev and tiny formats, Next.js and their like.
    _shape(
        (*_METHODS_OF_A_PATH, *_METHODS_AT_A_LINE_START),
        rf"""
        (?<![\w"]) {_METHOD}[ ]/[^\s"]* (?:[ ]HTTP/[0-9.]{{1,3}})?
        (?:[ ]-(?=(?:[ ][0-9]+){{3,5}}[ ]*(?:\n|$)))? [ ](?!443){_STATUS}
        (?=[ ]+ (?:[0-9][0-9.]*(?:[mnuµ]?s|[KM]?B)?|-) (?:[ ]|$|\n)) {_SIZES_AND_TIMES}
        """,
        from_line_start=False,
    ),
    # HAProxy: five timers, the status, the bytes.
    _shape(
        ("haproxy", "-- "),
        rf"[ ]-?[0-9]{{1,9}} (?:/[+-]?[0-9]{{1,9}}){{4}} [ ]{_STATUS}[ ][+]?[0-9]+[ ][^\n]*",
    ),
    # AWS load balancers: three times, the balancer's status, the target's, two sizes, the request line.
    _shape(
        ('" "', ' "GET http', ' "POST http', ' "PUT http', ' "HEAD http'),
        rf"""
        (?:[ ]-?[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?){{3}}
        [ ](?:{_STATUS}|-) [ ](?:{_STATUS}|-|0) [ ][0-9]+[ ][0-9]+[ ]"[^\n]*
        """,
    ),
    # IIS, W3C extended: method, stem, query, port, user, client, agent, [referer], status, substatus, win32, [times].
    _shape(
        _METHODS_OF_A_PATH,
        rf"""
        [ ]{_METHOD}[ ]/\S*[ ]\S+[ ][0-9]+[ ]\S+[ ]\S+[ ]\S+[ ] (?:\S+[ ]){{0,2}}?
        {_STATUS} [ ][0-9]+[ ][0-9]+ (?:[ ][0-9]+)*
        """,
    ),
    # CloudFront and others, separated by tabs: method, [host], path, status; and the like with commas.
    _shape(
        ("\tGET\t", "\tPOST\t", "\tHEAD\t"),
        rf"\t{_METHOD}\t[^\t\n]*\t(?:[^\t\n]*\t)??{_STATUS}\t[^\n]*",
    ),
    _shape((",GET,", ",POST,", ",HEAD,"), rf",{_METHOD},[^,\n]*,(?:[^,\n]*,)??{_STATUS},[^\n]*"),
    # Squid: result code / status, size, method.
    _shape(
        ("TCP_", "NONE"),
        rf"(?:TCP|UDP|NONE)[A-Z_]{{0,40}}/{_STATUS}[ ][0-9]+[ ][A-Z]+[ ][^\n]*",
    ),
    # Gin, Fiber: time | status | duration | client | method path
    _shape(
        ("| GET", "| POST", "| PUT", "| DELETE", "| HEAD", "| PATCH"),
        rf"\|[ ]*{_STATUS}[ ]*\|[^|\n]*\|[^|\n]*\|[ ]*{_METHOD}[ ][^\n]*",
    ),
    # Load testers: hey and oha, vegeta.
    _shape(("] ", "]\t"), rf"(?m:^)[ ]*\[{_STATUS}\][ \t]+[0-9]+[ ]responses\b"),
    _shape(
        ("Status Codes ",),
        rf"Status[ ]Codes[ ]+\[code:count\][ ]+(?:0:[0-9]+[ ]+)?{_STATUS}:[0-9]+ {_NEXT_COUNT * 4}",
    ),
    # What curl writes of each transfer, asked for the status and times.
    _shape(
        ("%{http_code}", "%{response_code}"),
        rf"(?m:^) {_STATUS} (?:[ ][0-9]+(?:\.[0-9]+)?s?){{1,4}} (?m:$)",
    ),
    # Load testers that count by class, h2load and bombardier, and artillery.
    _shape(("status codes: ",), rf"status[ ]codes:[ ]{_COUNT_AND_CLASS}{_ANOTHER * 3}"),
    _shape(("1xx - ",), ",[ ]".join(rf"({_class}xx)[ ]-[ ][0-9]+" for _class in "12345")),
    _shape(("http.codes.",), rf"http\.codes\.{_STATUS}:[ ]\.*[ ][0-9]+"),
    # What "sort | uniq -c" makes of a column of statuses, and lines of a path, its status and its time.
    _shape(("uniq -c",), rf"(?m:^)[ ]{{1,12}}[0-9]{{1,9}}[ ]{_STATUS}(?m:$)"),
    _shape(("ms",), rf"(?<=[\s/])[\w/.-]{{1,60}}[ ]{{2,20}}{_STATUS}[ ]{{2,20}}[0-9]{{1,7}}ms\b"),
    # Modems, told to fetch a page: the method, the status, the bytes.
    _shape(("+HTTPACTION:",), rf"\+HTTPACTION:[ ]?[0-9],[ ]?{_STATUS},[ ]?[0-9]+"),
    # nginx's configuration: the statuses of answers that are kept, and for how long.
    _shape(
        (_CACHE_VALID,),
        rf"[a-z]{{4,9}}{_CACHE_VALID}[ ]{_STATUS}(?:[ ]{_STATUS})? (?:[ ]{_STATUS})? (?:[ ]{_STATUS})? [ ][0-9]+[smhd]",
    ),
)


def recognize(text: str) -> Iterator[Recognized]:
    """The stretches of known log lines, in order and disjoint."""
    if "/" not in text and not any(map(text.__contains__, _WITHOUT_A_SLASH)):  # no request line, no path, no date
        return iter(())
    found: list[Recognized] = []
    shapes = 0
    for shape in _SHAPES:
        for needle in shape.needles:
            if needle in text or (needle[0] == "\n" and text.startswith(needle[1:])):
                break
        else:
            continue
        before = len(found)
        groups = range(1, shape.pattern.groups + 1)
        for match in shape.pattern.finditer(text):
            statuses = tuple(match.span(group) for group in groups if match[group])
            found.append(Recognized(_covered_from(text, match, shape), match.end(), statuses))
        shapes += len(found) > before
    if shapes > 1:
        found.sort()
    return iter(found)


def _covered_from(text: str, match: re.Match[str], shape: _LineShape) -> int:
    """Where the covered part begins: at the start of the line, unless words may stand before the request line."""
    start = match.start()
    after_date = text[start] == "]" or text[max(0, start - 2) : start] == "] "
    if not shape.from_line_start and not after_date:
        has_a_size = match.end() > match.end(1) + 1 and text[start - 1] == " "
        times = _TIMES_BEFORE.search(text, max(0, start - _LONGEST_TIMES), start) if has_a_size else None
        return times.start() if times else start
    line_end = text.rfind("\n", max(0, start - _LONGEST_PREFIX), start)
    return line_end + 1 if line_end >= 0 or start <= _LONGEST_PREFIX else start
