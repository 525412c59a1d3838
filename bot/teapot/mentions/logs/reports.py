"""Reports and settings whose shape tells which numbers are statuses: load testers, curl, nginx, sorted counts."""

from teapot.mentions.logs.shapes import STATUS, shape

_CACHE_VALID = "_cache_valid"
WITHOUT_A_SLASH = (
    _CACHE_VALID,
    "Status Codes ",
    " responses",
    "+HTTPACTION:",
    "status codes: ",
    "1xx - ",
    "http.codes.",
    "uniq -c",
    "HTTPCode_",
    "response status code [",
    "actual value is <",
    "s an error.",
)
"""What the lines of the few programs hold that need no address and no date."""
_COUNT_AND_CLASS = r"[0-9]+[ ]([1-5]xx)"
_ANOTHER = rf"(?:,[ ]{_COUNT_AND_CLASS})?"
_NEXT_COUNT = rf"(?:[ ]+{STATUS}:[0-9]+)?"


REPORTS = (
    # Load testers: hey and oha, vegeta.
    shape(("] ", "]\t"), rf"(?m:^)[ ]*\[{STATUS}\][ \t]+[0-9]+[ ]responses\b"),
    shape(
        ("Status Codes ",),
        rf"Status[ ]Codes[ ]+\[code:count\][ ]+(?:0:[0-9]+[ ]+)?{STATUS}:[0-9]+ {_NEXT_COUNT * 4}",
    ),
    # What curl writes of each transfer, asked for the status and times.
    shape(
        ("%{http_code}", "%{response_code}"),
        rf"(?m:^) {STATUS} (?:[ ](?![1-5][0-9]{{2}}\b)[0-9]+(?:\.[0-9]+)?s?){{1,4}} (?m:$)",
    ),
    shape(
        ("%{http_code}", "%{response_code}"),
        rf"(?m:^) {STATUS} " + rf"(?:[ ]{STATUS})?" * 11 + r"[ ]?(?m:$)",
    ),
    # Load testers that count by class, h2load and bombardier, and artillery.
    shape(("status codes: ",), rf"status[ ]codes:[ ]{_COUNT_AND_CLASS}{_ANOTHER * 3}"),
    shape(("1xx - ",), ",[ ]".join(rf"({_class}xx)[ ]-[ ][0-9]+" for _class in "12345")),
    shape(("http.codes.",), rf"http\.codes\.{STATUS}:[ ]\.*[ ][0-9]+"),
    # What "sort | uniq -c" makes of a column of statuses, and lines of a path, its status and its time.
    shape(("uniq -c",), rf"(?m:^)[ ]{{1,12}}[0-9]{{1,9}}[ ]{STATUS}(?m:$)"),
    shape(("ms",), rf"(?<=\s)/[\w/.-]{{1,60}}[ ]{{2,20}}{STATUS}[ ]{{2,20}}[0-9]{{1,7}}ms\b"),
    # Modems, told to fetch a page: the method, the status, the bytes.
    shape(("+HTTPACTION:",), rf"\+HTTPACTION:[ ]?[0-9],[ ]?{STATUS},[ ]?[0-9]+"),
    # Metrics of a balancer, of its own answers and of those of its targets.
    shape(
        ("HTTPCode_",),
        r"HTTPCode_(?:ELB|Target|Backend)_([1-5](?:[0-9]{2}|XX))(?:_Count)?\b",
        from_line_start=False,
    ),
    # A failed test of Laravel, which tells both statuses twice.
    shape(
        ("response status code [",),
        rf"response[ ]status[ ]code[ ]\[{STATUS}\][ ]but[ ]received[ ]{STATUS}\.\s+"
        rf"Failed[ ]asserting[ ]that[ ]{STATUS}[ ](?:is[ ]identical[ ]to|matches[ ]expected)[ ]{STATUS}\b",
        from_line_start=False,
    ),
    # The error pages of Google.
    shape(("s an error.",), rf"{STATUS}\.[ ]That[’']s[ ]an[ ]error\.", from_line_start=False),
    # A failed test of hurl.
    shape(("actual value is <",), rf"actual[ ]value[ ]is[ ]<{STATUS}>", from_line_start=False),
    # An assertion of Rust on the answer to a request.
    shape(
        (" right: ",),
        rf"(?:GET|HEAD|POST|PUT|PATCH|DELETE|status|HTTP)[^\n]{{0,80}}\n"
        rf"[ ]*left:[ ]{STATUS},?\n[ ]*right:[ ]{STATUS}(?m:$)",
        from_line_start=False,
    ),
    # Rules of Netlify: where from, where to, the status.
    shape((":splat", "_redirects"), rf"(?m:^)/\S*[ \t]+[/h]\S*[ \t]+{STATUS}!?[ \t]*(?m:$)"),
    # nginx's configuration: the statuses of answers that are kept, and for how long.
    shape(
        (_CACHE_VALID,),
        rf"[a-z]{{4,9}}{_CACHE_VALID}[ ]{STATUS}(?:[ ]{STATUS})? (?:[ ]{STATUS})? (?:[ ]{STATUS})? [ ][0-9]+[smhd]",
    ),
)
