"""English (and code): the words before a number by which it is told to be an HTTP status, or not.

Words are lower case but for request methods; identifiers are cut at capitals and underscores, so that ``statusCode``
and ``status_code`` are both ``status`` ``code``. A word that stands in no table is a stranger.
"""

from teapot.mentions.english.measures import MEASURES
from teapot.mentions.roles import VETO, Role, merged, parts, words
from teapot.mentions.topics import PRODUCTS, PROTOCOL

OUTRIGHT = 10
"""A cue of this vote calls the number a status; all others only make it likely."""

CODES = words("code codes")
FAILURES = words("err error errorcode errored errorfile erroring errors failure halt")
_CUES = {
    12: PROTOCOL,
    10: words(
        "berespstatus errorhandler httpcode httpstatus httpstatuscode responsecode responsestatus respstatus scstatus",
        "sendstatus status statuscode statuscodes statuses statusforcelist writehead writeheader",
    ),
    8: words(
        "abort aborted aborts answer answered answering answers emit emits emitted redirect redirected redirecting",
        "redirection redirects replied replies reply replying respond responded responding responds return returned",
        "returning returns serve served serves serving rethrow rethrown rethrows threw throw throwing thrown throws",
    ),
    6: FAILURES
    | words(
        "blew blow blowing blown blows rsp debug debugged debugging diagnose diagnosed diagnosing repro reproduce",
        "reproduced reproduces reproducing triage triaged triaging troubleshoot troubleshooting",
    ),
    5: words(
        "DELETE GET HEAD OPTIONS PATCH POST PUT accept accepted accepts actual alternate alternates alternating barf",
        "barfed barfs became become becomes bomb bombed bombs bounce bounces bubble came catch catches catching",
        "caught cause caused causes causing choke choked chokes claim claimed claims come comes coming complain",
        "complained complains convert converted converts denied denies deny deserve deserves die died dies dish",
        "dished dishes distinguish distinguishes dying encounter encountered encounters end ended ending ends expect",
        "expected expecting expects experience experienced experiencing face faces fail failed failing fails flap",
        "flapping flaps flip flipping flips follow followed following follows forward forwarded forwards gave",
        "generate generated generates generating get gets getting give given gives giving goes going got gotten hand",
        "handed handle handled handles handling hands head header hit hits hitting ignore ignored ignores ignoring",
        "log logged logging logs map mapped maps mask masks pass passes produce produced produces producing propfind",
        "raise raised raises raising receive received receives receiving refuse refused refuses reject rejected",
        "rejecting rejects report reported reporting reports resolve resolved resolves resolving result resulted",
        "resulting results retried retries retry retrying said saw say saying says see seeing seen sees send sending",
        "sends sent show showed showing shown shows spat spit spits spitting surface surfaced surfaces swallow",
        "swallows translate translated translates treat treated treats force forced forces forcing inject injected",
        "injecting injects investigate investigated investigating mitigate mitigated observe observed observes wrap",
        "wrapped wrapping wraps mock mocked mocking mocks silence silenced simulate simulated simulates stub stubbed",
        "stubs suppress suppressed suppresses trigger triggered triggers tripped trips turn turned turning turns went",
        "yield yielded yields",
    ),
    3: words(
        "allow allowed allows avoid avoids block blocked blocks cache cached caches caching check checks choose chose",
        "consider considers cover covered covers exception fix fixed fixes fixing include includes keep keeps kept",
        "made make makes making prefer prefers r start started starts support supported supports tell telling tells",
        "told use used uses using want wants wanted",
    ),
}

ARTICLES = words("a an")
OUTAGES = words("broken dead down unreachable")
"""Hints that a comma parts from their number as a rule: "the forum is down, 502"."""
_HINTS = {
    6: ARTICLES,
    4: words(
        "these this ajax akamai alb apache api apigw apis apisix axios backend backends caddy cdn cf checker",
        "cloudflare cloudfront code codes crawler curl django elb endpoint endpoints envoy express fastapi fastly",
        "fetch flask gateway googlebot graphql gunicorn haproxy healthcheck homepage homepages iis ingress istio json",
        "jsonify kong laravel lb lighttpd linkcheck meaning nginx nlb oauth openresty point proxies proxy rails",
        "request requests resp response responses rest semantics squid slb tengine tomcat traefik upstream upstreams",
        "uri url urls uvicorn uwsgi varnish webhook webhooks webpage webserver website websites wget xhr",
    ),
    3: PRODUCTS
    | words(
        "avatars few fonts icons images slugs sourcemaps thumbnails",
        "-> => alarm alert alerts broken dead difference down matcher server unreachable → ⇒ ➔ ➜",
    ),
    1: words(
        "mirror auth authentication authorization deploy download downloads favicon health install prod pull push seo",
        "sitemap staging swagger token tokens webapp",
    ),
    2: words(
        "everything admin always another bare bucket bunch burst bursts callback change checkout completed consistent",
        "consistently constant constantly css dashboard endless fake flood frequent frequently frontend genuine",
        "handful immediately infinite instant instantly intermittent intermittently lambda link links",
        "liveness loads login loop lots many must mysterious occasional occasionally otherwise pages permanent",
        "persistent pile plain plan plenty probe probes proper random randomly readiness repeated service services",
        "should site sites slew soft sometimes spike spikes sporadic spurious sso straight sudden suddenly symptom",
        "tons transient unexpected unexpectedly unhandled upload uploads verdict wave weird",
    ),
}

OF_A_STATUS_KEY = words("code codes forcelist forcelists list set value values whitelist")
"""What may stand "status" in the name of a value: "status_forcelist=[503]"."""
PROGRESS = words("err get hit ign")
"""Keys of lines that count downloads ("Get:404 http://")."""
KEYS = words("code codes r response responses soft us")
"""Besides the cues, the only words that make "word=500" or "word:500" a status; "nginx=500" is none."""
BEFORE_A_HYPHEN = words("code err error errors for http https non on return returns soft status")
"""What may stand before a hyphen: "non-2xx", "HTTP-404"; "WEB-404" is a ticket."""
ENDS_IN = words("end ended ending ends result resulted resulting results")
HTTP_VERSIONS = words("0.9 1.0 1.1 2 2.0 3")

_TIGHT_LINKS = words(
    "above below exactly frozenset tuple listof setof arrayof vec",
    "# ' ( / : < = > [ \" \\ _ ` are at b be been c d eq equal equals ge greater gt is le less lt more ne no",
    "not of than the to up was were ~ ‘ ’ “ ” 《 「 『 【 （ ： ＝ ［",
)
_LINKS = words(
    "normal regular stray blank real legit lone single generic custom clean hard raw empty naked strange dreaded",
    "classic honest lovely nasty silent white ! & * + , - actually again all also and any as assert back being",
    "between both",
    "but by can case class correctly could did didnt do document does doesnt dont eg either etc even every file for",
    "from had handler has have he her him i ie if in instead integer into it its just like may me might mostly my non",
    "nor nothing now on only or our out outright rather real really she simply so some still strict such that their",
    "them then there they those under us values versus via vs we when where while whole will with would wrongly you",
    "your nit fyi { | – — 、 ，",
)

_BULLETS = frozenset({f"{digit}\ufe0f\u20e3" for digit in range(10)} | set("•·▪■●◦○✅❌👍👎🅰🅱🆎\ufe0f"))
_APPROXIMATIONS = words("around about after approximately within")
DEFAULTS = words("default defaulting defaults")
"""They make a setting of the number; what is set, the words before them tell."""
ERRORS_OF_PROGRAMS = words(
    "ad alignment attribute battery bus calibration checksum compiler disk division drive fan fuser hardware heater",
    "import index ink key lens linker lookup media memory motor name overflow paper parity player printhead range",
    "recursion reference rounding runtime sensor servo spindle syntax toner type unicode value voltage win",
)
"""The error of "KeyError: 404" is none of HTTP."""
FAILS = words("bounced denied fail failed failing fails refused reject rejected rejecting rejects")
"""What fails "with" a number fails with a status."""
RAISES = words("goes going went raise raised raises raising")
ORDINALS = words("first last next second")
"""Measures ("the first 500 users") that a familiar code does without ("the first 401")."""
CONJUNCTIONS = words("&", "and because but if once since so then unless when where whether which while")
"""Where one statement ends and the next begins."""
OF_A_CALL = words("code error errors failed status")
"""What makes "rpc" before it a protocol with codes of its own."""
REACHES = words("hit hits hitting went")
"""What a measured value does to a number."""
DURING = words("after every for within")
"""Behind these a number in the plural counts seconds: "firing for 302s"."""
QUALIFIERS = words(
    "enhanced errno exit exitcode exited exits grpc listen listening listens process rpc shell signal sqlstate",
    "subprocess winerror",
)
"""They make the status or error behind them one of another kind."""
COUNTABLE = words(
    "clients connections downloads endpoints errors failures hits images links pages redirects replies requests",
    "responses retries sessions uploads urls warnings webhooks",
)
"""With a colon behind them they announce their number ("errors: 404")."""
OF_A_COUNT = words("all cache max maximum min num total")
"""Before one of these it is counted as well: "max retries 500"."""
PARTS_OF_A_STATUS_NAME = words(
    "abort code codes err error errors expect expected fail forbidden http httpcode httpstatus ignore redirect",
    "response responses ret retry return sc status statuses unauthenticated unauthorized unavailable",
)
"""Of these a name in snake case has one, if it is that of a status ("error_page", "retry_on")."""
OF_A_STATUS = words("code codes http httpcode httpstatus sc status statuses")
PARTS_OF_A_COUNT = words(
    "backoff cnt connections count counter cycles delay depth height interval length limit max maximum min minimum",
    "num port rows size text threshold timeout total ttl width workers",
)
"""What a name holds besides that is one of a setting or a count ("retry_limit", "responseTimeout")."""
BOUNDS = words("least most")
"""Measures that a status has as well: "the status is at least 400"."""
TRANSFERRED = words("read received returned sent transferred written")
"""Behind an amount they announce it ("bytes sent: 404")."""
ANNOUNCING = COUNTABLE | TRANSFERRED
AMOUNTS = words("body byte bytes octets packets rows size")

PARTS = merged(
    parts(Role.LINK, {0: _LINKS | _BULLETS}),
    parts(Role.TIGHT_LINK, {0: _TIGHT_LINKS}),
    parts(Role.MEASURE, {VETO: MEASURES}),
    parts(Role.CUE, {-4: _APPROXIMATIONS, -3: DEFAULTS, **_CUES}),
    parts(Role.HINT, _HINTS),
)
"""What each word does for a number behind it."""
