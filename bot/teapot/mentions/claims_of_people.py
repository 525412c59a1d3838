"""The claims of trades, of daily life, and of whoever counts or measures."""

from teapot.mentions.claim import claim

_OF_OTHER_STATES = (
    *claim(  # order status 200, device state 404
        "status statuses state states",
        r"""\b(?:order|ticket|job|task|device|shipment|parcel|game|room|printer|approval|invoice|case|machine|sensor|loan|elevator
        |robot|meter|inverter|charger)s?\s(?:status|state)(?:es|s)?(?:\scodes?)?\s?[:=]?\s?(?:of\s|is\s)?""",
        certain=True,
    ),
    *claim(  # the order is stuck in status 300
        "status state",
        r"\b(?:order|ticket|shipment|parcel|approval|invoice|case|loan|claim|i?doc)s?\s(?:\w+\s){0,3}(?:status|state)\s(?:[0-9]+\s(?:vs|or|and|to)\s)?",
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
        |referral|pin|trouble|blink|flash|beep|netflix|hulu|disney|spotify)\s(?:error\s|status\s)?codes?:?\s(?:is\s)?""",
    ),
)
_SETTINGS = (
    "timeout timeouts limit limits size max maximum min minimum pool workers threads replicas retries interval ttl"
    " memory budget quota ceiling cap threshold concurrency page"
)
"""What is set to another number: "timeout in gateway.yaml: 300 -> 500"."""
_OF_TRADE_AND_COUNTING = (
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
        r"\bof\s(?:which|them|those)\s(?:[\w ]{1,20}\s)?(?:was|were|is|are|took)\s",
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
        rf"\b(?:set|raised?|increased?|lower(?:ed)?|reduced?|changed?|bump(?:ed)?)\b[^\n]{{0,20}}\b(?:{'|'.join(_SETTINGS.split())})\b"
        rf"[^\n]{{0,40}}\sto\s",
        certain=True,
    ),
    *claim(  # maximum page size lowered from 500 to 100, lane fees go from 200 to 308
        "from to",
        rf"""\b(?:{"|".join(_SETTINGS.split())}|fees?|dues|rents?|prices?|salary|tuition|wages?|fares?|scores?|ratings?|attendance
        |enrolment|membership|headcount|population|premiums?)\b[^\n]{{0,12}}
        \b(?:raised?|lower(?:ed)?|bump(?:ed)?|cut|reduced?|(?:in|de)creased?|changed?|moved?|go(?:es|ing)?|went|gone)\s(?:(?:up|down)\s)?
        (?:from|to)\s""",
        certain=True,
    ),
    *claim(  # which of the 410 endpoints do we serve?
        "the those these our my your their",
        r"\b(?:which|any|all|some|one|none|each|half|many|few|several|every\sone)\sof\s(?:the|those|these|our|my|your|their)\s",
        r"\s(?!errors|responses|statuses|codes|pages|alerts|failures|exceptions|spikes|cases)[a-z]{2,}s\b",
        certain=True,
    ),
    *claim("got get saved save knocked took", r"\b(?:got|get|saved?|knocked|took)\s", r"\soff\b", certain=True),
    *claim(  # p95 latency of the gateway is 503
        "latency duration p ping jitter ttfb rtt throughput lag uptime bandwidth usage speed",  # "p95" is two tokens
        r"\b(?:latency|duration|p9[059]|ping|jitter|ttfb|rtt|throughput|lag|uptime|bandwidth|usage|speed)\b[^\n]{0,40}\s(?:is|was|at|of|=|:)\s",
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
        r"\b(?:ids?|number|sha|hash|plate|card|phone|account|serial|code)\s(?:\w+\s){0,3}end(?:s|ing)?\s(?:(?:in|with)\s)?",
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
        "request", r"\b(?:purchase|pull|merge|change|feature|travel|leave|support)\srequest\s(?:no\.?\s)?", certain=True
    ),
    *claim("handled", r"\bhandled\srequests\s[\s0-9]*", certain=True),  # nginx's own count of connections
    *claim("request job query task call build run", r"\b\w{3,7}\s", r"\stook\b", certain=True),
)

_SOMEBODYS = r"(?:my|your|his|her|their|our|the)\s"
_OF_SCHOOL = (
    "reading|writing|listening|speaking|verbal|math|maths|science|history|mock|practice|placement|driving|spelling"
)
_SPEAKING_OF_THEMSELVES = (
    "boarding\\spass|clock|coach|dentist|doctor|mechanic|nurse|physio|referee|teacher|trainer|vet|dial|gate|gauge|invoice|label|meter|odometer|receipt|scale|scoreboard|speedometer|sticker"
    "|thermometer"
)
_OF_DAILY_LIFE = (
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
        rf"\s(?:on|in|for)\s(?:{_SOMEBODYS}|a\s)?(?:{_OF_SCHOOL})\b",
        certain=True,
    ),
    *claim(
        "says say said reads read shows showed",
        rf"\b(?:{_SPEAKING_OF_THEMSELVES})\s(?:says?|said|reads?|shows?|showed)\s",
    ),
    *claim(
        "gave put moved me us in into to",
        r"\b(?:hotel|hostel|motel|reception|airline)\s(?:gave|put|moved)\s(?:me|us|him|her|them)\s(?:in(?:to)?\s|to\s)?",
    ),
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
    *claim(  # the request 503 is waiting for approval
        "request deploy",
        rf"(?:\A|[.,;:]\s|\b{_SOMEBODYS})(?:request|deploy)\s",
        r"\s(?:that\s(?:is|was|took)|in\sthe\squeue|is\s(?:mine|yours|open|approved|pending|waiting|done|assigned|still\s(?:in|open|waiting))|has\sbeen|went\sout|was\s(?:approved|declined))\b",
        certain=True,
    ),
)

OF_PEOPLE = (*_OF_OTHER_STATES, *_OF_TRADE_AND_COUNTING, *_OF_DAILY_LIFE)
