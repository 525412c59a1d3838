"""The claims of trades, and of whoever counts or measures."""

from teapot.mentions.others.claim import claim

OF_COUNTING = (
    *claim(  # the suite ran for 422s
        "for ran runs running lasted took takes waited slept",
        r"\b(?:ran|runs|running|lasted|took|takes|waited|slept)\s(?:for\s)?",
        r"s\b",
        certain=True,
    ),
    *claim("is at was =", r"\b(?:log\send|high\swatermark|offset)\s(?:is|at|was|=)\s", certain=True),
    *claim(  # we got an error at 501 because of the rules
        "at", r"\b(?:errors?|errored|fails?|failed|crash(?:es|ed)?|dies|died|stops|stopped|breaks|broke)\sat\s"
    ),
    *claim("on of for", r"\b(?:re-)?request(?:s|ed)?\sreview\s(?:on|of|for)\s", certain=True),
    *claim(  # 12 incidents, 403 alerts
        ",",
        r"[0-9]\s(?:incidents|tickets|deploys|releases|commits|visitors|users|calls),\s(?:and\s)?",
        r"\s(?:alerts|errors|warnings|pages)\b",
        certain=True,
    ),
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
    *claim(  # 115 connections on it, and 205 on that
        "and",
        r"\b[0-9]+\s+(?:connections|sessions|threads|users|clients|files|rows|items)\b[^.]{0,60}\band\s",
        r"\s(?:on|in|of|at)\b",
        certain=True,
    ),
    *claim(  # len(response.items) is 499
        ") `",
        r"\b(?:len|count|size|length|sum|total)\([^)\n]{0,30}\)`?\s(?:be|is|was|returns?|returned|gives?|says?|[=!<>]=?=?)\s",
        certain=True,
    ),
    *claim("errors", r"\b[RT]X\serrors\s", certain=True),
    *claim("at", r"\b(?:the|my)\s(?:monitor|fold|screen)\sends\sat\s"),
    *claim(  # our ids begin with 5xx for shops and 4xx for depots
        "with and",
        r"\b(?:ids?|numbers|skus?|accounts?)\s(?:begin|start)s?\swith\s(?:[0-9]xx\sfor\s\w+\sand\s)?",
        certain=True,
    ),
    *claim("stop", r"\b(?:says?|said|at|from|bus|my|your)\sstop\s", r"(?!s)"),
    *claim(
        "on", r"\bline\s[0-9]+\b[^\n]{0,60}\bis\son\s", r"(?=[.,;]|\s*\Z)", certain=True
    ),  # line 404 is unreachable, the return is on 403
    *claim(  # telnet (459), ftp (423), smtp (327)
        "(", r"\b(?:ftp|imap|irc|nntp|pop3|ssh|telnet)\s\(", r"\)", certain=True
    ),
    *claim("' : error", r"\berror:\s'", r"\s[!=]==?\s[0-9]"),  # error: '404 == 500'
    *claim(  # api calls: 502 yesterday, 429 today
        "calls requests views visits orders signups sessions , :",
        r"(?<!/)\b(?:calls|requests|views|visits|orders|signups|sessions):\s(?:[0-9]+\s\w+,\s)?",
        r"\s(?:yesterday|today|last\s(?:week|month|year)|this\s(?:week|month|year))\b",
        certain=True,
    ),
    *claim(  # server 404 is in rack 12
        "server node host", r"\b(?:server|node|host)\s", r"\s(?:is\s)?in\s(?:the\s)?(?:rack|cage)\b", certain=True
    ),
    *claim(  # the UI says there are 511
        "are were", r"\b(?:UI|app|site|list|file)\ssays\sthere\s(?:are|were)\s", r"(?:[.,;!?)]|\s*\Z)", certain=True
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
