"""Claims on limits, settings and values on their way: what is allowed, asked for, and what it became."""

from teapot.mentions.others.claim import claim

_SETTINGS = (
    "timeout timeouts limit limits size max maximum min minimum pool workers threads replicas retries interval ttl"
    " memory budget quota ceiling cap threshold concurrency"
)
"""What is set to another number: "timeout in gateway.yaml: 300 -> 500"."""
OF_LIMITS = (
    *claim("allow allows allowed", r"\ballow(?:s|ed)?\s", r"(?<=[123][0-9]{2})s\b", certain=True),  # allows 300s
    *claim(  # 120000 in flight at most, we're at 503
        "at",
        r"\b(?:we|they|you|it|I)(?:'re|'s|'m|\sare|\sis|\sam|\swas|\swere)\s(?:\w+\s)?at\s",
        r"(?=[.,;)]|\s*\Z)",
        certain=True,
    ),
    *claim("at", r"\b(?:wraps?|collapses?|(?:max|top)(?:es|s|ed|ped)?\sout|peak(?:s|ed)?)\sat\s", certain=True),
    *claim(  # set SESSION_LIFETIME to 500
        "to",
        r"\b(?:set|raise|lower|bump|change)\s(?!\w*(?:stat|http|code|err|resp))[a-z]+(?:_[a-z]+)+\sto\s",
        certain=True,
    ),
    *claim(  # the limit on the page says 500
        "says is was shows",
        r"\blimit\b(?:(?!answer|code|error|repl|resp|status)[^.,;\n]){0,24}\s(?:says|is|was|shows)\s",
        r"(?<!429)(?<!413)(?<!403)(?!\s(?:error|status|resp))",
        certain=True,
    ),
    *claim(  # schema version shows 502, but total says 503
        "shows show says say reads",
        r"\b(?:version|revision|migration|total|count|counter|sum|balance)\s(?:number\s)?(?:shows?|says?|reads)\s",
        certain=True,
    ),
    *claim("to", r"\b(?:sums?\sup|sums?|adds?\sup|amounts?)\sto\s", certain=True),
    *claim(  # it allows 500 seats, you have 502
        "have had has", r"[0-9]\s\w{2,12},\s(?:but\s)?(?:you|we|they|I|he|she|it)\s(?:have|had|has)\s"
    ),
    *claim(  # took 504 ms, of which TLS was 200
        "was were is are took",
        r"\bof\swhich\s(?:[\w ]{1,20}\s)?(?:was|were|is|are|took)\s",
        certain=True,
    ),
    *claim(  # set the page size of the list to 200
        "to",
        rf"\b(?:set|raised?|increased?|lower(?:ed)?|reduced?|changed?|bump(?:ed)?)\b[^\n]{{0,20}}\b(?:{'|'.join(_SETTINGS.split())})\b(?!-req-status)"
        rf"(?:(?!status|error\spage)[^\n]){{0,40}}\sto\s",
        certain=True,
    ),
    *claim(  # maximum page size lowered from 500 to 100, lane fees go from 200 to 308
        "from to",
        rf"""(?<!rate\s)\b(?:{"|".join(_SETTINGS.split())}|fees?|dues|rents?|prices?|salary|tuition|wages?|fares?|scores?|ratings?|attendance
        |enrolment|membership|headcount|population|premiums?|gate|room|seat|platform)\b(?!\sresponse|-req-status)[^\n]{{0,12}}
        \b(?:raised?|lower(?:ed)?|bump(?:ed)?|cut|reduced?|(?:in|de)creased?|changed?|moved?|go(?:es|ing)?|went|gone)\s(?:(?:up|down)\s)?
        (?:from|to)\s""",
        certain=True,
    ),
    *claim(  # bumped max_connections on the server from 100 to 400
        "from to",
        rf"""\b(?:bump\w*|raise\w*|lower\w*|increas\w*|decreas\w*|chang\w*|reduc\w*|cut|set|scal\w*)\s[^\n.;]{{0,20}}
        (?:{"|".join(_SETTINGS.split())}|connections?)(?:(?!error|status|response|code)[^\n.;]){{0,20}}\sfrom\s""",
        certain=True,
    ),
    *claim(
        "a an", r"\ban?\s", r"\s(?:disk|drive|ssd|hdd)\b(?=\s*(?:[.,;!?]|\Z|(?:in|for|with|and|from)\b))"
    ),  # fit it on a 500 disk
    *claim(  # queue depth stuck at 413
        "at",
        r"\b(?:depth|lag|backlog|length|size|level|score|rank|revision)\s(?:is\s|was\s)?(?:stuck|sitting|hovering|flat)\sat\s",
        certain=True,
    ),
    *claim(
        "and", r"\bcosts?\s[0-9][^.\n]{0,32}\band\s", r"\s(?:in|a|per|for|on|when)\b", certain=True
    ),  # costs 22 a month idle and 422 in May
    *claim(  # a quota of 500 cores, got 400
        "got",
        r"\b(?:asked|ordered|paid)\s(?:\w+\s)?for\s(?:a\s(?:quota|budget)\sof\s)?[0-9]+\s\w+,\s(?:but\s)?got\s",
        certain=True,
    ),
    *claim(  # touched 520 rows, I expected 522
        "expected",
        r"[0-9]\s(?:rows|records|lines),?\s(?:but\s|and\s)?(?:I|we|they)\sexpected\s",
        certain=True,
    ),
    *claim(  # at revision 429, go back to 422
        "to",
        r"\b(?:revision|version|build|release)\s[0-9]+,?\s(?:[a-z]+\s)?(?:go(?:es|ing)?|roll(?:ed)?|revert(?:ed)?|pin(?:ned)?)\s(?:back|it)\sto\s",
        certain=True,
    ),
    *claim(  # 503 ms warm, down to 429 with the cache
        "to", r"[0-9]\s?(?:ms|[KMG]B)\b[^.\n]{0,24}\b(?:down|up)\sto\s", certain=True
    ),
    *claim(  # burst 200, refill 5/s
        "burst : =", r"(?<!a\s)\bburst\s?[:=]?\s?", r"(?:[,;.)]|\s*\Z|\s(?:refill|rate|nodelay))", certain=True
    ),
    *claim(  # p95 latency of the gateway is 503
        "latency duration p ping jitter ttfb rtt throughput lag uptime bandwidth usage speed",  # "p95" is two tokens
        r"\b(?:latency|duration|p9[059]|ping|jitter|ttfb|rtt|throughput|lag|uptime|bandwidth|usage|speed)\b(?!\s(?:endpoint|robot|page|site|api|service|is\sfine))[^\n]{0,40}\s(?:is|was|at|of|=|:)\s",
        r"(?!\s(?:error|status|resp))",
        certain=True,
    ),
    *claim(  # dropped from 503 to 204
        "from",
        r"\b(?:drop(?:s|ped)?|fell|falls|rose|rises|gr[eo]w|jump(?:s|ed)|climb(?:s|ed)|shr[aiu]nk|(?:in|de)creased|improved)\sfrom\s",
        r"\s(?:to|down|up)\b",
        certain=True,
    ),
    *claim(  # bumping to 504, got it down to 410
        "to",
        r"\b(?:bump(?:s|ed|ing)?\s(?:it\s|that\s|this\s|them\s)?|got\s(?:it|him|her|them)\sdown\s)to\s",
        certain=True,
    ),
    *claim(  # the idle timeout is 504, timeout is 504s
        "timeout timeouts ttl delay interval deadline backoff is was of to at = :",
        r"\b(?:idle|session|lock|keep-?alive|statement|job|build|test|visibility)\stimeouts?\s(?:(?:is|was|of|to|at|=|:)\s)?",
        certain=True,
    ),
    *claim(
        _SETTINGS, rf"\b(?:{'|'.join(_SETTINGS.split())})\b[^\n]{{0,30}}[:\s]", r"\s?(?:->|→|=>)\s?[0-9]", certain=True
    ),
    *claim(  # keepalive_requests was 100, I made it 500
        "it to",
        r"\b(?!\w*(?:stat|http|code|err|resp))[a-z]+(?:_[a-z]+)+\s(?:was|is|from)\s[0-9]+,?\s[^.\n]{0,20}\b(?:bumped|raised|made)\sit\s(?:to\s)?",
        certain=True,
    ),
    *claim("above", r"\b(?:version\w*|build|score)\b[^.\n]{0,24}\babove\s"),
    *claim(  # browsers allow 4,096, so we need to lose 409
        "lose cut shed save", r"\b(?:need|have)\sto\s(?:lose|cut|shed|save)\s", r"(?:[.,;!?]|\s*\Z)", certain=True
    ),
    *claim(  # the frame is 400 wide but the note says 429
        "says",
        r"[0-9]\s(?:wide|high|tall|long|deep|px)\b[^.\n]{0,40}\b(?:note|design|mockup|figma)\ssays\s",
        r"(?!\s(?:page|error))",
        certain=True,
    ),
)
