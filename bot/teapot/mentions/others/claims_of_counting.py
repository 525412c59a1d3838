"""The claims of trades, and of whoever counts, measures or sets a value."""

from teapot.mentions.others.claim import claim

_SETTINGS = (
    "timeout timeouts limit limits size max maximum min minimum pool workers threads replicas retries interval ttl"
    " memory budget quota ceiling cap threshold concurrency"
)
"""What is set to another number: "timeout in gateway.yaml: 300 -> 500"."""
OF_COUNTING = (
    *claim(  # the suite ran for 422s
        "for ran runs running lasted took takes waited slept",
        r"\b(?:ran|runs|running|lasted|took|takes|waited|slept)\s(?:for\s)?",
        r"s\b",
        certain=True,
    ),
    *claim("allow allows allowed", r"\ballow(?:s|ed)?\s", r"(?<=[123][0-9]{2})s\b", certain=True),  # allows 300s
    *claim("is at was =", r"\b(?:log\send|high\swatermark|offset)\s(?:is|at|was|=)\s", certain=True),
    *claim(  # 120000 in flight at most, we're at 503
        "at",
        r"\b(?:we|they|you|it|I)(?:'re|'s|'m|\sare|\sis|\sam|\swas|\swere)\s(?:\w+\s)?at\s",
        r"(?=[.,;)]|\s*\Z)",
        certain=True,
    ),
    *claim("at", r"\b(?:wraps?|collapses?|(?:max|top)(?:es|s|ed|ped)?\sout|peak(?:s|ed)?)\sat\s", certain=True),
    *claim(  # we got an error at 501 because of the rules
        "at", r"\b(?:errors?|errored|fails?|failed|crash(?:es|ed)?|dies|died|stops|stopped|breaks|broke)\sat\s"
    ),
    *claim(  # set SESSION_LIFETIME to 500
        "to",
        r"\b(?:set|raise|lower|bump|change)\s(?!\w*(?:stat|http|code|err|resp))[a-z]+(?:_[a-z]+)+\sto\s",
        certain=True,
    ),
    *claim("on of for", r"\b(?:re-)?request(?:s|ed)?\sreview\s(?:on|of|for)\s", certain=True),
    *claim(  # 12 incidents, 403 alerts
        ",",
        r"[0-9]\s(?:incidents|tickets|deploys|releases|commits|visitors|users|calls),\s(?:and\s)?",
        r"\s(?:alerts|errors|warnings|pages)\b",
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
    *claim(  # endpoint count in the swagger: 301
        ":", r"\b(?:count|number|total|amount)\s(?:of|in|on|for)\s[^:\n]{1,24}:\s", certain=True
    ),
    *claim(  # numbers for the status meeting: 200 migrated
        "status", r"\bstatus\s(?:meeting|round)\b[^\n0-9]{0,16}[:,]\s", certain=True
    ),
    *claim(  # the API returns 300 as the delay
        "return returned returns reports reported shows sends sent gives gave has",
        r"\b(?:return(?:s|ed)?|report(?:s|ed)|shows|sends|sent|gives|gave|has)\s",
        r"""\sas\sthe\s(?!(?:[a-z]+\s){0,2}(?:status|code|response|error|answer|reply|default|fallback|redirect
        |success|failure|final|http|signal|sign|way|hint))[a-z]+""",
        certain=True,
    ),
    *claim(  # status code 101 instead of status code 0
        "code", r"\bstatus\scode\s", r"[^.\n0-9]{1,30}\bstatus\scode\s[0-9]\b(?![.0-9])", certain=True
    ),
    *claim("code", r"\bstatus\scode\s[0-9]\b[^.\n0-9]{1,30}\bstatus\scode\s", certain=True),
    *claim("request item row step", r"\bat\s(?:request|item|row|step)\s", certain=True),
    *claim("with at on", r"\bpage\s[0-9]+\s(?:\w+\s)?(?:starts|begins|ends)\s(?:at|with|on)\s", certain=True),
    *claim(  # got 500 from my grandma
        "got gave give given lent owe owes return returned paid sent",
        r"\b(?:got|gave|give|given|lent|owes?|return(?:ed)?|paid|sent)\s(?:(?:me|us|him|her|them|you)\s)?",
        r"\s(?:(?:back\s)?(?:for|from|to)\s(?:my|his|her|our|your|the\s(?:bike|bank|landlord|shop|store|tax|insurance|vendor)|payroll)|of\sthem)\b",
    ),
    *claim(
        "made earned sold", r"\b(?:made|earned|sold)\s", r"\s(?:today|yesterday|so\sfar|(?:this|last)\s[a-z]{3,})\b"
    ),
    *claim(  # ask it for 500
        "for", r"\bask(?:s|ed|ing)?\s(?:\w+\s)?for\s", r"(?<=00)(?!\d)", certain=True
    ),
    *claim(  # the card number ends 503
        "ends ending ended starts in with",
        r"\b(?:no\.?|number|card|account|phone|plate|iban|serial)\s?(?:\w+\s){0,2}(?:end(?:s|ing|ed)|starts)\s(?:(?:in|with)\s)?",
        certain=True,
    ),
    *claim(  # visits yesterday: 404 from search
        "visits hits views signups clicks",
        r"\b(?:visits|hits|views|signups|clicks)\b[^\n:]{0,20}:\s(?:[0-9]+\s[^\n:0-9]{0,20},\s){0,2}",
        certain=True,
    ),
    *claim(  # it allows 500 seats, you have 502
        "have had has", r"[0-9]\s\w{2,12},\s(?:but\s)?(?:you|we|they|I|he|she|it)\s(?:have|had|has)\s"
    ),
    *claim(  # took 504 ms, of which TLS was 200
        "was were is are took",
        r"\bof\swhich\s(?:[\w ]{1,20}\s)?(?:was|were|is|are|took)\s",
        certain=True,
    ),
    *claim(  # 115 connections on it, and 205 on that
        "and",
        r"\b[0-9]+\s+(?:connections|sessions|threads|users|clients|files|rows|items)\b[^.]{0,60}\band\s",
        r"\s(?:on|in|of|at)\b",
        certain=True,
    ),
    *claim(
        _SETTINGS, rf"\b(?:{'|'.join(_SETTINGS.split())})\b[^\n]{{0,30}}[:\s]", r"\s?(?:->|→|=>)\s?[0-9]", certain=True
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
    *claim(  # len(response.items) is 499
        ") `",
        r"\b(?:len|count|size|length|sum|total)\([^)\n]{0,30}\)`?\s(?:be|is|was|returns?|returned|gives?|says?|[=!<>]=?=?)\s",
        certain=True,
    ),
    *claim(  # burst 200, refill 5/s
        "burst : =", r"\bburst\s?[:=]?\s?", r"(?:[,;)]|\s(?:refill|rate|nodelay))", certain=True
    ),
    *claim(  # telnet (459), ftp (423), smtp (327)
        "(", r"\b(?:dns|ftp|imap|irc|ldap|nntp|pop3|rdp|smtp|snmp|ssh|telnet|vnc)\s\(", r"\)", certain=True
    ),
    *claim("' : error", r"\berror:\s'", r"\s[!=]==?\s[0-9]"),  # error: '404 == 500'
    *claim(  # api calls: 502 yesterday, 429 today
        "calls requests views visits orders signups sessions , :",
        r"\b(?:calls|requests|views|visits|orders|signups|sessions):\s(?:[0-9]+\s\w+,\s)?",
        r"\s(?:yesterday|today|last\s(?:week|month|year)|this\s(?:week|month|year))\b",
        certain=True,
    ),
    *claim(  # server 404 is in rack 12
        "server node host",
        r"\b(?:server|node|host)\s",
        r"\s(?:is\s)?(?:in|on)\s(?:the\s)?(?:rack|row|cage|room|floor)\b",
        certain=True,
    ),
    *claim(  # the UI says there are 511
        "are were",
        r"\bthere\s(?:are|were)\s(?:only\s|about\s|still\s)?",
        r"(?:[.,;!?)]|\s*\Z)",
        certain=True,
    ),
    *claim(  # EK 503 is on time but there is no gate for it
        "flight flights train trains rail gate airport airline boarding",
        r"(?-i:\b(?!GET|PUT|API|URL|CDN|AWS|ALB|ELB|RPC)[A-Z]{2,3})\s",
    ),
    *claim(  # deleted 404, kept 12
        "deleted kept accepted rejected imported skipped",
        r"\b(?:deleted|kept|accepted|rejected|imported|skipped)\s",
        r",\s(?:kept|rejected|skipped|deleted|left|accepted)\s[0-9]",
        certain=True,
    ),
    *claim(  # which of the 410 endpoints do we serve?
        "the those these our my your their",
        r"\b(?:which|any|all|some|one|none|each|half|many|few|several|every\sone)\sof\s(?:the|those|these|our|my|your|their)\s",
        r"\s(?!errors|responses|statuses|codes|pages|alerts|failures|exceptions|spikes|cases|redirects|urls|links|hits|replies|answers|calls)[a-z]{2,}s\b",
        certain=True,
    ),
    *claim(
        "got get saved save knocked took", r"\b(?:got|get|saved?|knocked|took)\s", r"\soff\b(?!\sand\son)", certain=True
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
    *claim(  # the card ends in 404
        "in with ending ends",
        r"\b(?:ids?|number|sha|hash|checksum|digest|md5|uuid|plate|card|phone|account|serial|code(?!\spath))\s(?:\w+\s){0,3}end(?:s|ing)?\s(?:(?:in|with)\s)?",
        certain=True,
    ),
    *claim(
        "made earned donated collected",
        r"\b(?:made|earned|donated|collected)\s",
        r"\sfor\s(?:the|our|my|a|charity)\b",
        certain=True,
    ),
    *claim(  # bumping to 504, got it down to 410
        "to",
        r"\b(?:bump(?:s|ed|ing)?\s(?:it\s|that\s|this\s|them\s)?|got\s(?:it|him|her|them)\sdown\s)to\s",
        certain=True,
    ),
    *claim(  # the other 499 finish in under 20 ms
        "other",
        r"\b(?:the|all)\sother\s",
        r"\s(?:finish|are|were|have|did|took|all|work|pass|do|go|went|need|look)\b",
        certain=True,
    ),
    *claim("response", r"\b(?:survey|poll|form|questionnaire|feedback)\sresponse\s\#?", certain=True),
    *claim(
        "code codes", r"\b(?:rows|records|items|orders|accounts|entries|products|customers)\swith\s(?:the\s)?codes?\s"
    ),
    *claim(  # the idle timeout is 504, timeout is 504s
        "timeout timeouts ttl delay interval deadline backoff is was of to at = :",
        r"\b(?:idle|session|lock|keep-?alive|statement|job|build|test|visibility)\stimeouts?\s(?:(?:is|was|of|to|at|=|:)\s)?",
        certain=True,
    ),
    *claim(
        "is was of to at",
        r"\b(?:timeout|ttl|delay|interval|deadline|backoff|sleep|wait)\s(?:is|was|of|to|at)\s(?:now\s)?",
        r"s\b",
        certain=True,
    ),
    *claim(
        "request",
        r"\b(?:purchase|pull|merge|change|feature|travel|leave|support|hr|access|refund|quote|pto)\srequest\s(?:no\.?\s)?",
        certain=True,
    ),
    *claim("handled", r"\bhandled\srequests\s[\s0-9]*", certain=True),  # nginx's own count of connections
    *claim("request job query task call build run", r"\b\w{3,7}\s", r"\stook\b", certain=True),
)
