"""The claims of tests, checks of values and programs."""

from teapot.mentions.others.claim import claim

_COMPARED = r"""(?:is|be|have)\s(?:[<>]=?|at\s(?:most|least)|between|in\srange
    |(?:less|fewer|greater|more|larger|smaller|lower|higher)\s(?:than|or))"""
_SUM = r"\b(?!\w*(?:status|code|resp))[a-z]\w*(?:\([^()\n]{0,30}\))?\s=\s"

_OF_TESTS = (
    *claim(
        "assert asserts asserting assertion expect", r"\b(?:xct)?(?:assert|expect\w*\()[\x20-\x7e]{0,50}", at_large=True
    ),  # AssertionError: 404 != 500
    *claim(
        "expected actual received want wanted",
        r"(?<!\bI\s)(?<!\bwe\s)\b(?:expected|actual|received|wanted|want)\s?[:=]?\s{0,9}[<(\[`'\"]{0,2}",
        r"[^\n]{0,3}(?:[^\n]{0,12}\n\s*)?[^\n]{0,12}?\b(?:but|to|got|received|actual|was|found|instead)\b",
        at_large=True,
    ),
    *claim(
        "expected actual want wanted got",
        r"\b(?:expected|actual|want(?:ed)?|got)\b[^\n0-9]{0,12}[0-9]++[^\n0-9]{0,9}+\n?[ ]{0,8}[a-z]{0,8}+[ :=]{0,4}+",
        at_large=True,
    ),
    *claim("in (", r"\b\w{0,16}id\s(?:not\s)?in\s?\(", certain=True),  # user_id in (401, 403)
    *claim("equal differ equivalent", r"\b(?:equal|differ|equivalent):\s*\[?", at_large=True),
    *claim("got", r"\bgot:?\s{1,3}", r"\)?,?\s(?:but\s)?(?:want|expected)", at_large=True),
    *claim("received actual got want", r"\b(?:received|actual|got|want)\s?[:=]\s{0,3}", r"\s*(?:\n|\Z)", at_large=True),
    *claim("got was received expected", r"[0-9],?\s(?:but\s)?(?:got|was|received|expected)\s", at_large=True),
    *claim("want", r"\bgot\s[0-9]+\s[a-z]+(?:\s[a-z]+)?,\swant\s", certain=True),  # got 523 queued items, want 521
    *claim("want", rf"{_SUM}[0-9]+,\swant\s", certain=True),  # sum = 503, want 504
    *claim("=", _SUM, r",\swant\s", certain=True),
)
_OF_CHECKED_VALUES = (
    *claim(
        "under over above below", r"\b(?:must|should|has\sto|needs\sto)\sbe\s(?:under|over|above|below)\s", certain=True
    ),
    *claim(  # n must be <= 500
        "must should has needs",
        rf"(?<!code\s)(?<!status\s)\b(?:must|should|has\sto|needs\sto)\s(?:not\s)?{_COMPARED}[^\n]{{0,40}}",
        certain=True,
    ),
    *claim(  # a batch may hold up to 300 of them
        "up most than many",
        r"(?<!codes\s)(?<!status\s)\b(?:up\sto|at\smost|(?:no|not)\smore\sthan|as\smany\sas)\s",
        r"(?!\s(?:error|status|resp))",
        certain=True,
    ),
    *claim(
        "maximum minimum max min limit limited",
        r"\b(?:max(?:imum)?|min(?:imum)?|limit(?:ed)?)\s[^\n0-9]{0,24}[0-9]+[^\n]{0,24}\b(?:sent|gave|typed|wrote|used)\s",
        certain=True,
    ),
)
_OF_PROGRAMS = (
    *claim(  # return 500; return x > 500 ? 404 : 200
        "return",
        r"(?:^|[\n{};:)>])[ \t]*return\s(?!code|status)[(\[]?(?:[^;\n]{0,30}[?:<>=+*/-]\s)?",
        r"[)\]]?\s*(?:;|\}|\n|\Z|[?:,]\s|\#|//|\s(?:if|unless|[*/+-])\s)",
        at_large=True,
    ),
    *claim("return", r"\breturn\s[^;\n]{0,30}\s[?:]\s", at_large=True),
    *claim("=", r"[\w$]\s?=\s", r"\)?\s*(?:;|\n|\Z)", at_large=True),
    *claim("=>", r"\)\s?=>\s?", r"\)?\s*(?:[;,]|\n|\Z)", at_large=True),
    *claim("result results answer", r"\b(?:results?|answer)\s?(?::|=|is|was|should\sbe)\s", at_large=True),
    *claim("get", r"\bto\sget\s", at_large=True),
    *claim("+ -", r"(?:^|\n)\s*[-+]\s+", r"\s*(?:\n|\Z)", at_large=True),
    *claim(
        "code retcode", r"\b(?:ret|rtn|biz|sub|inner)_?code[\"']?\s?[:=]?\s?(?:is\s|[是为為]\s?)?[\"']?", certain=True
    ),
    *claim(  # a line number between the bars of a log
        "error warn warning info debug critical",
        r"\b(?:error|warn(?:ing)?|info|debug|critical)\s{1,8}\|\s",
        r"\s{1,8}\|",
        certain=True,
    ),
    *claim(  # {"status": 302, "message": ...}: no body tells its redirect
        "status code",
        r"[{,]\s?[\"'](?:status|code)[\"']\s?:\s?[\"']?",
        r"(?<=3[0-9]{2})[\"']?\s?,\s?[\"'](?:msg|message)[\"'](?![^}\n]{0,12}(?:Moved|Found|edirect|See))",
        certain=True,
    ),
    *claim(  # one that was deleted, in a shell of PostgreSQL
        "DELETE", r"(?:\A|\n)\s?DELETE\s", r"\s*(?:\n|\Z)", certain=True
    ),
    *claim(
        "grep awk wc",
        r"\b(?:grep|awk|wc)\s[^\n]{0,30}?(?:\s(?:returns?|says?|prints?|shows?|gives?)|:)\s",
        certain=True,
    ),
    *claim(  # expect(page.total).toBe(503)
        "expect total count length size items",
        r"\bexpect\([^\n]{0,40}\b(?:total|count|length|size|items)\w*\)[^\n]{0,20}\(",
        certain=True,
    ),
    *claim("error", r"\b[rR]un-?[tT]ime\s[eE]rror\s['\"(]?", certain=True),  # of Visual Basic
    *claim(  # server 503 is down
        "server node host",
        r"(?:\A|[\n.,;:]\s{0,2})(?:server|node|host)\s",
        r"\s(?:(?:is|was|went)\s(?:down|offline|unreachable)|crashed|rebooted|\((?:row|rack|dc|bay|room))\b",
        certain=True,
    ),
    *claim("case", r"\btest\scase\s\#?", certain=True),
    *claim("load hit is was at of", r"\b(?:server|cpu|system|average)\sload\s(?:is|was|hit|at|of)\s", certain=True),
    *claim(  # status 503 means shipped
        "status code state",
        r"\b(?:status|code|state)\s[\"'`]?(?:[0-9]+\s=\s[a-z ]{2,16},\s){0,4}",
        r"""[\"'`]?\s?(?:means|=|stands\sfor)\s(?:new|draft|active|inactive|archived|closed|shipped|delivered|paid|cancell?ed|packed|picked|sold|in\stransit
        |on\shold|out\sof\s(?:paper|stock|order)|(?:a\s)?paper\sjam|low\s(?:ink|toner|oil|battery))\b""",
        certain=True,
    ),
    *claim(  # returned 503 from the function
        "returned returns return got",
        r"\b(?:return(?:ed|s)?|got)\s",
        r"\sfrom\s(?:the|a|my|this|that|our)\s(?:function|method|script|query|loop|macro|formula|sensor|stored\sprocedure)(?=[.,;)\n]|\s(?:and|but|when)\b|\Z)",
    ),
    *claim(  # Google Play error 495
        "error code",
        r"\b(?:google\splay|play\sstore|app\sstore)\b[^.\n]{0,24}\berror\s(?:code\s)?[\"'(]?",
        certain=True,
    ),
    *claim("read write timeout connect", r"\bSocket\serrors:[^\n]*", certain=True),  # of wrk
    *claim(  # (200, 'paid'), as a row of a table
        "(",
        r"[\s,]\(",
        r",\s?['\"](?:created|new|paid|picked|shipped|returned|delivered|cancel\w+|failed|pending|active)['\"]",
        certain=True,
    ),
    *claim("connection", r"\b[aA]borted\sconnection\s", certain=True),  # one of MySQL
    *claim(  # the contract says 500
        "contract quota plan sla tier",
        r"(?<!API\s)\b(?:contract|quota|plan|SLA|tier)\s(?:says?|allows?|promises)\s",
        r"(?!\s(?:after|as|for|if|once|when)\b)",
        certain=True,
    ),
    *claim(
        "gives give includes covers",
        r"\b(?:quota|plan|tier)\s(?:gives?|includes|covers)\s",
        r"(?<=00)(?!\s[a-z]*(?:error|status))",
    ),
    *claim(  # i keep it at 500
        "at to",
        r"\b(?:keep|kept|cap|capped|hold|limited?)\s(?:it|them|this|ours|mine)?\s?(?:at|to)\s",
        r"(?<=00)(?!\s?(?:error|status|resp|[A-Z]))",
        certain=True,
    ),
    *claim(
        "side part layer half",
        r"\b(?:amqp|smtp|ftp|sip|grpc|ldap|mqtt|imap)\s(?:side|part|layer|half)\s\w+\s",
        certain=True,
    ),
    *claim("arguments", r"\barguments\sbut\s", certain=True),  # takes 2 arguments but 200 were given
    *claim("throw", r"\bthrow\snew\sError\(", at_large=True),
    *claim(  # {"error_code": 403, ...}, unless the body says the same in words
        "code",
        r"\b(?:error|err|result|return|business|vendor|device)_?code[\"']?\s?[:=]?\s?(?:is\s|[是为為]\s?)?[\"']?",
        r"""(?![^\n]{0,60}(?:not[\s_]?found|forbidden|unauthori|bad[\s_]request|internal|too[\s_]many|unavailable|gateway
        |conflict|unprocess))""",
    ),
)

OF_PROGRAMS = (*_OF_TESTS, *_OF_CHECKED_VALUES, *_OF_PROGRAMS)
