"""The claims of other states and codes, and of daily life."""

from teapot.mentions.others.claim import claim

_OF_OTHER_STATES = (
    *claim(  # UPDATE orders SET status = 500
        "status",
        r"""\b(?:update|from|into)\s+\w*(?:order|ticket|job|task|invoice|shipment|payment|booking)s?\b
        (?!-|\sservice|\sapi)[^\n;]{0,40}\b(?:where|set|and)\s[^\n;]{0,20}\bstatus\s?(?:=|<>|!=)\s?""",
        certain=True,
    ),
    *claim(  # order status 200, device state 404
        "status statuses state states",
        r"""(?<!GET\s)\b(?:order|ticket|job|task|device|shipment|parcel|game|room|printer|approval|invoice|case|machine|sensor|loan|elevator
        |robot|meter|inverter|charger)s?\s(?:status|state)(?:es|s)?(?:\scodes?)?\s?[:=]?\s?(?:of\s|is\s)?""",
        certain=True,
    ),
    *claim(  # the order is stuck in status 300
        "status state",
        r"\b(?:order|ticket|shipment|parcel|approval|invoice|loan|i?doc)s?\s(?:(?!http|service|api|endpoint|page|download|creation|fail|return|respon|request|get|with)\w+\s){0,3}(?:status|state)\s(?:[0-9]+\s(?:vs|or|and|to)\s)?",
        certain=True,
    ),
    *claim(  # shipments.status: 300 = out for delivery, 400 = delivered
        "status =",
        r"""\b(?:order|shipment|ticket|job|task|invoice|payment|booking|parcel|delivery|room)(?:e?s)?\.status[`"']?\s?[:=]\s?
        (?:[0-9]{3}\s?=\s?[a-z][a-z ]{2,24},\s){0,3}""",
        r"\s?=\s?[a-z]",
        certain=True,
    ),
    *claim(
        "code",
        r"\bcode\s",
        r"\s(?:at\s(?:checkout|the\s(?:till|register|door|gate))|on\s(?:page|line|form)\s[0-9])",
        certain=True,
    ),
    *claim(  # our own error code 404
        "code codes",
        r"""\b(?:our\sown|custom|internal|application|business|vendor|company|plant|cost|tax|movement|transaction|legacy|proprietary|exception|fault|alarm|product|promo
        |customs|bank|sort|fare|booking|tracking|dress|colou?r|reason|decline|cause|reject|sense|completion|disposition|termination|hangup|abend|trip|crash|stop|door|gate|garage|lock|area|zip|postal|country|dial(?:ing)?|coupon|discount|voucher|gift|invite
        |referral|pin|condition|weather|trouble|blink|flash|beep|netflix|hulu|disney|spotify)[\s_](?:error\s|status\s)?codes?:?\s(?:is\s)?""",
    ),
)
_SOMEBODYS = r"(?:my|your|his|her|their|our|the)\s"
_OF_SCHOOL = (
    "reading|writing|listening|speaking|verbal|math|maths|science|history|mock|practice|placement|driving|spelling"
)
_SPEAKING_OF_THEMSELVES = (
    "quote|estimate|boarding\\spass|clock|coach|dentist|doctor|mechanic|nurse|physio|referee|teacher|trainer|vet|dial|gate|gauge|invoice|label|meter|odometer|receipt|scale|scoreboard|speedometer|sticker"
    "|thermometer"
)
_OF_DAILY_LIFE = (
    *claim("fault faults", r"\b(?<!SOAP\s)faults?\s"),  # the UPS shows fault 504
    *claim(  # took the 401 to work, coming up the 405 this morning
        "the",
        r"\b(?:take|taking|took|via|(?:come|coming|go|going|went|drive|driving|drove|head|heading)\s(?:up|down|along|on))\sthe\s",
        r"(?:\s(?:this\s(?:morning|evening)|today|tonight|to|north|south|east|west|instead)\b|[,.]|\s*\Z)",
    ),
    *claim(  # the 405 is backed up
        "the",
        r"\bthe\s",
        r"""(?:'s|\s(?:is|was))?\s(?:(?:all|totally|completely)\s)?(?:backed\sup|jammed|a\sparking\slot|bumper|gridlocked
        |(?:north|south|east|west)(?:bound)?\b)""",
        certain=True,
    ),
    *claim(  # prices in the low 500s
        "in from to",
        r"(?<!codes\s)(?<!errors\s)(?<!statuses\s)(?<!responses\s)\b(?:in|from|to)\sthe\s(?:(?:low|mid|high|upper|early|late)\s)?",
        r"s\b",
    ),
    *claim(
        "wore wear wearing worn old new jeans pair",
        r"\b(?:wore|wear|wearing|worn|jeans|pair\sof|(?:dad|mom|levi)'s(?:\sold)?)\s",
        r"s\b",
    ),
    *claim(
        "got a an scored",
        r"\b(?:got|get|had|has|have|scored)\s(?:an?\s)?",
        rf"\s(?:on|in|for)\s(?:{_SOMEBODYS}|a\s)?(?:{_OF_SCHOOL})\b(?!\s(?:to|from)\b)",
        certain=True,
    ),
    *claim(
        "says say said reads read shows showed",
        rf"\b(?:{_SPEAKING_OF_THEMSELVES})\s(?:(?:we|I)\sgot\s)?(?:says?|said|reads?|shows?|showed)\s",
    ),
    *claim(
        "gave put moved me us in into to from",
        r"\b(?:hotel|hostel|motel|reception|airline|front\sdesk)\s(?:gave|put|moved)\s(?:me|us|him|her|them)\s(?:in(?:to)?\s|to\s|from\s)?",
    ),
    *claim("to into", r"\bmov(?:ed|ing|e)\s(?:us|me|him|her)\s(?:in)?to\s", r"(?!s|\sredirect)"),
    *claim(
        "error errors",
        r"""\b(?:windows\s(?:update|installer|defender|backup|store)|device\smanager|excel)\s(?:gives?|shows?|says?|failed)?\s?
        (?:\w+\s){0,2}errors?:?\s(?:code:?\s)?""",
    ),
    *claim(
        "code error",
        r"\b(?:code|error)\s",
        r"\sin\s(?:the\s)?(?:device\smanager|event\sviewer|finder|excel|the\smacro)\b",
    ),
    *claim(  # got 404 responses to the survey so far
        "got get collected have received had",
        r"\b(?:got|get|collected|have|received|had)\s(?:about\s|only\s)?",
        r"\s(?:responses|replies|answers)\s(?:so\sfar|already|in\stotal|and\scounting|to\s(?:the|our|my)\s(?:\w+\s){0,2}(?:survey|poll|ad|form))\b",
        certain=True,
    ),
    *claim(  # passed 502, failed 404
        "failed skipped errors errored",
        r"\b(?:passed|succeeded|skipped|ok|total)\s?[:=]?\s?[0-9]+,?\s(?:and\s)?(?:failed|skipped|errors|errored)\s?[:=]?\s",
        certain=True,
    ),
    *claim(
        "errors error problems", r"[0-9]\s(?:errors?|problems?),?\s(?:and\s)?", certain=True
    ),  # 503 errors, 404 warnings
    *claim("failed ok", r"\b(?:failed|ok)\s?[:=]?\s?", r",\s(?:failed|passed|skipped|ok)\s?[:=]?\s[0-9]", certain=True),
    *claim(  # shows 522 for in-flight requests
        "shows show says",
        r"\b(?:shows?|says)\s",
        r"\sfor\s(?:in-flight|active|pending|queued|open|concurrent)\s(?:requests|connections|sessions|jobs|tasks|users)\b",
        certain=True,
    ),
    *claim(  # the request 503 is waiting for approval
        "request deploy",
        rf"(?:\A|[.,;:]\s|\b{_SOMEBODYS}|\bit's\s)(?:request|deploy)\s",
        r"\s(?:that\s(?:is|was|took)|in\sthe\squeue|is\s(?:mine|yours|open|approved|pending|waiting|done|assigned|still\s(?:in|open|waiting))|has\sbeen|went\sout|was\s(?:approved|declined))\b",
        certain=True,
    ),
)

OF_PEOPLE = (*_OF_OTHER_STATES, *_OF_DAILY_LIFE)
