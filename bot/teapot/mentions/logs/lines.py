"""Log lines whose shape alone says which number is the status.

Each shape is tried only on a text that holds one of its needles, matches only lines of its programs, and covers the
part of the line in which other numbers could be mistaken. Every pattern is linear: its pieces are cut at quotes, spaces
and line ends, and none can begin twice on the same stretch.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from teapot.mentions.logs.reports import REPORTS, WITHOUT_A_SLASH
from teapot.mentions.logs.shapes import STATUS, LineShape, shape


class Recognized(NamedTuple):
    """A stretch of a known log line, and the offsets of the statuses in it."""

    start: int
    end: int
    statuses: tuple[tuple[int, int], ...]


_METHOD = r"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PROPFIND)"
_LONGEST_PREFIX = 300
_TIMES_BEFORE = re.compile(r"(?<=[\]\n.)-] )[0-9][0-9. -]*[ ]\Z")
_LONGEST_TIMES = 24
_FIELDS = r"""(?:[ ]+(?:[0-9.,:]+|-|[A-Z][A-Z,]*|[a-z]+_[a-z_]+(?:\{[^}\s]*\})?|"[^"\n]*"))*"""
_SIZES_AND_TIMES = r"(?:[ ]+(?:[0-9][0-9.]*(?:[mnuµ]?s|[KM]?B)?|-|[mnuµ]?s|bytes)(?![^\s,]))*"

_METHODS_OF_A_PATH = (" GET /", " POST /", " HEAD /", " PUT /", " DELETE /", " PATCH /", " OPTIONS /")
_METHODS_OF_AN_ADDRESS = (
    *(f' "{method} http' for method in ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")),
    ' "- ',  # a request that the balancer could not read
)
_METHODS_AT_A_LINE_START = tuple(method.replace(" ", "\n", 1) for method in _METHODS_OF_A_PATH)

_REQUEST_LINES = (
    # Apache and nginx (common, combined and their many extensions), Envoy, Traefik, uvicorn, gunicorn, werkzeug, S3;
    # at the end the fields that the Kubernetes ingress adds, with the statuses of the upstreams.
    shape(
        ('" ',),
        rf"""
        (?: "{_METHOD}[ ][^"\n]*" | "[A-Z]+[ ][^"\n]*HTTP/[0-9.]+"
          | \][ ]"[^"\n]*" (?=[ ][0-9]{{3}}[ ](?:[0-9]+|-)[ \n]) )
        [ ]"?{STATUS}"? (?![0-9.]) {_FIELDS}
        (?: [ ]\[[^\]\n]*\] [ ]\[[^\]\n]*\] [ ][0-9.:, ]*? [ ](?:{STATUS},[ ])?{STATUS} (?=[ ][0-9a-f]{{12}}) )?
        """,
        from_line_start=False,
    ),
    # Morgan's short format, and the status line of a message.
    shape(
        ("HTTP/",),
        rf"""
        HTTP/[0-9.]{{1,3}} [ ]{STATUS} (?:[ ][0-9]+(?=[ ]-[ ]))?
        (?! [0-9.] | [ ](?:and|or)[ ][1-5][0-9]{{2}}\b )
        (?! [ ](?:[mnuµ]?s|[kKM]?B|bytes|connections|requests|streams|clients|sessions)\b )
        """,
        from_line_start=False,
    ),
    # chi
    shape(("from ",), rf"""HTTP/[0-9.]{{1,3}}" [ ]from[ ]\S+[ ]-[ ]{STATUS}[ ]\S+"""),
    # ASP.NET Core
    shape(
        ("finished HTTP/",),
        rf"finished[ ]HTTP/[0-9.]{{1,3}}[ ][A-Z]+[ ]\S+[ ] (?:\S+[ ]\S+[ ])? -[ ]{STATUS}[ ] (?:[0-9]+|-) [ ]",
    ),
    # Tornado, Jupyter, and others that put the status before a bare request line, sizes and times behind it.
    shape(
        _METHODS_OF_A_PATH,
        rf"{STATUS} (?<![0-9A-Za-z._/-]...) (?:[ ]-)? [ ]{_METHOD}[ ]/\S* {_SIZES_AND_TIMES}",
        from_line_start=False,
    ),
    # A bare request line, the status, sizes and times: morgan's dev and tiny formats, Next.js and their like.
    shape(
        (*_METHODS_OF_A_PATH, *_METHODS_AT_A_LINE_START),
        rf"""
        (?<![\w"]) {_METHOD}[ ]/[^\s"]* (?:[ ]HTTP/[0-9.]{{1,3}})?
        (?:[ ]-(?=(?:[ ][0-9]+){{3,5}}[ ]*(?:\n|$)))? [ ](?!443){STATUS}
        (?=[ ]+ (?:[0-9][0-9.]*(?:[mnuµ]?s|[KM]?B)?|-) (?:[ ]|$|\n)) {_SIZES_AND_TIMES}
        """,
        from_line_start=False,
    ),
    # HAProxy: five timers, the status, the bytes.
    shape(
        ("haproxy", "-- "),
        rf"[ ]-?[0-9]{{1,9}} (?:/[+-]?[0-9]{{1,9}}){{4}} [ ]{STATUS}[ ][+]?[0-9]+[ ][^\n]*",
    ),
    # AWS load balancers: three times, the balancer's status, the target's, two sizes, the request line.
    shape(
        _METHODS_OF_AN_ADDRESS,
        rf"""
        (?:[ ]-?[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?){{3}}
        [ ](?:{STATUS}|-) [ ](?:{STATUS}|-|0) [ ][0-9]+[ ][0-9]+[ ]"[^\n]*
        """,
    ),
    # IIS, W3C extended: method, stem, query, port, user, client, agent, [referer], status, substatus, win32, [times].
    shape(
        _METHODS_OF_A_PATH,
        rf"""
        [ ]{_METHOD}[ ]/\S*[ ]\S+[ ][0-9]+[ ] (?:\S+[ ]){{2,5}}?
        {STATUS} [ ][0-9]+[ ][0-9]+ (?:[ ][0-9]+)*
        """,
    ),
    # CloudFront and others, separated by tabs: method, [host], path, status; and the like with commas.
    shape(
        ("\tGET\t", "\tPOST\t", "\tHEAD\t"),
        rf"\t{_METHOD}\t[^\t\n]*\t(?:[^\t\n]*\t)??{STATUS}\t[^\n]*",
    ),
    shape((",GET,", ",POST,", ",HEAD,"), rf",{_METHOD},[^,\n]*,(?:[^,\n]*,)??{STATUS},[^\n]*"),
    # Squid: result code / status, size, method.
    shape(
        ("TCP_", "NONE"),
        rf"(?:TCP|UDP|NONE)[A-Z_]{{0,40}}/{STATUS}[ ][0-9]+[ ][A-Z]+[ ][^\n]*",
    ),
    # Gin, Fiber: time | status | duration | client | method path
    shape(
        ("| GET", "| POST", "| PUT", "| DELETE", "| HEAD", "| PATCH", "[GIN]"),
        rf"\|[ ]*{STATUS}[ ]*\|[^|\n]*\|[^|\n]*\|[ ]*{_METHOD}[ ][^\n]*",
    ),
)


def recognize(text: str) -> Iterator[Recognized]:
    """The stretches of known log lines, in order and disjoint."""
    if "/" not in text and not any(map(text.__contains__, WITHOUT_A_SLASH)):  # no request line, no path, no date
        return iter(())
    found: list[Recognized] = []
    shapes = 0
    absent: set[str] = set()
    for line in (*_REQUEST_LINES, *REPORTS):
        if not _holds_one_of(text, line.needles, absent):
            continue
        before = len(found)
        groups = range(1, line.pattern.groups + 1)
        for match in line.pattern.finditer(text):
            statuses = tuple(match.span(group) for group in groups if match[group])
            found.append(Recognized(_covered_from(text, match, line), match.end(), statuses))
        shapes += len(found) > before
    if shapes > 1:
        found.sort()
    return iter(found)


def _holds_one_of(text: str, needles: tuple[str, ...], absent: set[str]) -> bool:
    """Whether the text holds one of the needles; those known to be absent are not sought again."""
    for needle in needles:
        if needle in absent:
            continue
        if needle in text or (needle[0] == "\n" and text.startswith(needle[1:])):
            return True
        absent.add(needle)
    return False


def _covered_from(text: str, match: re.Match[str], line: LineShape) -> int:
    """Where the covered part begins: at the start of the line, unless words may stand before the request line."""
    start = match.start()
    after_date = text[start] == "]" or text[max(0, start - 2) : start] == "] "
    if not line.from_line_start and not after_date:
        has_a_size = match.end() > match.end(1) + 1 and text[start - 1] == " "
        times = _TIMES_BEFORE.search(text, max(0, start - _LONGEST_TIMES), start) if has_a_size else None
        return times.start() if times else start
    line_end = text.rfind("\n", max(0, start - _LONGEST_PREFIX), start)
    return line_end + 1 if line_end >= 0 or start <= _LONGEST_PREFIX else start
