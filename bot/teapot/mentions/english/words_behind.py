"""English (and code): the words that tell what a number before them is, a status or a count of things."""

from teapot.mentions import topics
from teapot.mentions.english import words as english
from teapot.mentions.roles import VETO, by_word, words

OPENERS = words("-> => \" ' ( ) * , - / : < = > [ ] _ ` { | – — ‘ “ ” 」 』 】 ） 「 『 【 （ ， ：") | {"\n"}
"""What may stand between a number and its reason phrase."""
BEFORE_A_NAME = OPENERS | words("became becomes because means reason")
"""The same, with the words that give it its name ("404 means not found")."""
SCHEMA = words("description $ ref summary content")
"""What an OpenAPI document says of a response."""

_UNITS = words(
    "alive amp amps area baht billion bit bits board bpm bps bucks byte bytes cal call celsius cents char character",
    "chars children cm cny coins column commit concurrent connection copies copy day days dead degree degrees",
    "different dollar dollars done dozen dpi entry epoch eur euro euros extra fahrenheit feet file follower fps free",
    "ft g game gb gbit gbp gbps gems ghz gib gold h hour hours hp hr hrs hundred hz inch inches item iteration job k",
    "kb kbit kbps kcal kg khz kib kill km kmh kph kw kwh l lb lbs left limit line liter liters m mah mana max maximum",
    "mb mbit mbps member men mg mhz mib mile miles million min minimum mins minute minutes ml mm month months more ms",
    "msgs new nm node ns ntd number ohm ohms other others oz passed pcs pct pending people percent percentile",
    "person pesos",
    "phone photo piece ping pixel pixels point points pounds ppb ppm dbm lux kpa mpa psi pts px qps quid record",
    "remaining rep result rmb round row rpm rps rupees sample sec second seconds secs separate simultaneous skipped",
    "star step student task tb test thousand thread time times total tps twd unique unit unread usd user",
    "v view volt",
    "volts vote vu vus w watt watts week weeks wh win women word worker xp year years yen yuan µ μ",
)
BEHIND = by_word(
    {
        VETO: _UNITS | (english.COUNTABLE & words("failures hits requests retries warnings webhooks")),
        -8: words("per"),
        -4: words("of"),
        0: words(
            "a about across adds against all already also although always an and anymore anyway appear appears are",
            "aren as asks at back be beats because becomes been before being belongs between both breaks brings btw",
            "but by came can carries catches causes come confuses constantly correctly could couldn creates depends",
            "did didn disappears do does doesn don down due during each either even every except explains feels finds",
            "fits follows forces get gets go goes got had has hasn have haven he helps here hides him how however",
            "hurts i if immediately in including intermittently into isn it its just keeps kills lacks lands leads",
            "anywhere locally myself reliably remotely leaves lets like literally lol looks loses makes may maybe me",
            "might misses must my needs never no nor not now off often once only onto or otherwise our out over",
            "perhaps persists please pls prevents probably produces randomly rather received regardless remains",
            "requires resolves return returned returns right says seems sent she shouldn show shows smh so sometimes",
            "sounds started starts stays stems still stopped stops suggests t tells than thanks that the them then",
            "there these they this though through to today too turns ugh under unless until up upon us vanishes",
            "versus via vs waits wants was wasn we were weren what whatever whenever wherever whether which while who",
            "why will within won works wouldn wtf yesterday yet you your",
        ),
        1: words("after again everywhere for from on since when with without"),
        2: words(
            "comes happened happens html indicates instead is isnt json mean occurs represents should would",
        ),
        3: words(
            "means climbing flat spiking body branch case detection fallback handling message path scenario screen",
            "template",
        ),
        6: words(
            "answer bubble bubbles cacheable code codes propagate propagates forbidden header http redirect",
            "redirection redirections redirects reply response responses status statuscode statuses unauthenticated",
            "unauthorized",
        ),
    }
)
"""The vote of a word on the number before it."""
ERROR_NOUNS = words(
    "alert alerts apache bad cloudflare crash err error errors exception exceptions gateway issue loop",
    "nginx percentage problem rate rates ratio share spam spike spikes storm storms timeout timeouts warning",
)
"""They go with a 4xx or 5xx; after another number they are counted."""
OF_A_CONTRACT = topics.PROTOCOL | words("body case example handler header log mock page response retry schema")
"""What goes with a status behind 的: "429 的 schema"."""
OF_A_CURVE = words("climbed dropped fell grew is jumped rises rose spiked tripled doubled up was went")
"""What the count of a status does: "499 count went up"."""
PAGES = words("handler link links page pages url urls")
OCCASIONS = words(
    "canary checkout clicking delete deploy dev download export first import load localhost login logout patch post",
    "preview prod production put query refresh reload save saving search staging startup submit submitting upload",
)
"""Where and when the errors of software are seen ("500 on staging", "404 on refresh")."""
NUMERALS = words("one two three four five six seven eight nine ten twelve twenty")
"""They count the word behind them, which the number before them then does not ("retries 401 three times")."""
PARTS_OF_AN_ERROR = words("bar bars free line lines logs margin margins prone records row rows")
PARTS_OF_CODE = words("blocks examples lines points review reviews samples smell smells snippets")
"""They are counted as well: "404 code smells"."""
TALLIES = words(
    "crawled detected emitted failed fixed found generated imported indexed left lint passed remaining reported",
    "scanned total visited warning warnings",
)
""""404 errors found": a tool that counts."""
CIRCUMSTANCES = words("after again and as at because before but for from if in into on once only straight to when with")
JUDGED = words("accurate appropriate common correct fitting likely precise sensible suitable useful")
PRINTED = words("book contract document long manual novel pdf report thesis thick")
"""What has pages of its own ("a 500 page book")."""
NOT_PLURAL = words(
    "accepts affects afterwards allows always annoys anyways applies arises arrives axios backwards begins behaves",
    "besides bothers clears climbs closes complains confirms continues contradicts cors creeps defeats denies depends",
    "deserves destroys emerges escapes exists expires exposes fades fails fills forwards freezes gives goes grows",
    "halts happens hers hides holds https ignores implies impresses improves indoors invalidates irritates jenkins",
    "kubernetes lasts lingers looks misleads news nowadays nudges occurs oops originates ours outdoors overrides",
    "passes pauses perhaps persists postgres promises proves provokes puts quits rails raises reaches recovers recurs",
    "reduces refers rejects reminds repeats replaces represents requires resets reveals rises ruins scares seems sees",
    "sends separates serves settles shuts signifies slips slows sneaks solves sometimes sounds speaks spoils spreads",
    "stands accounts sticks suggests survives suspends switches takes talks tells tends terminates theirs threatens",
    "throws touches towards travels undoes upsets upwards vanishes varies wakes warns whereas whoops wins worries",
    "wrecks yields yours",
)
COUNTED_BY_HTTP = words("calls clients connections hits hosts requests servers sites streams")
"""Behind "http" they are what a number counts ("404 http requests")."""
