"""English: the words whose numbers are their own ("port 503", "invoice 404"), and when they are not."""

from teapot.mentions.roles import words

MEASURES = words(
    "dmc ack addr address adreno age ahead airbus aisle almost amd amount apartment approx apt aqi area ate atomic",
    "average backlog",
    "balance bar baseline batch battery bay bed berth bib bill bills bitrate boeing booth born boss bought bpm budget",
    "bug build building bunk bus buy byte bytes cabin cabinet calls capacity celeron celsius cessna channel chapter",
    "campsite charged checked child children chmod cholesterol codec col color colour cols column columns conn",
    "connections",
    "cost costs count counter counters course court cpf cpu crawled cs cve cwe cylinder dau decrease decreased delay",
    "delays depth desk dial discount disk dock door downloaded dpi drank driver drove duration early earn earned",
    "elapsed elitebook elo em entry episode epoch epochs errcode errno eta eur exam exceed exceeded exceeding exceeds",
    "exercise exit exitcode exited exits ext extension fahrenheit fd fee fees ferry fiat fig figure first fl flight",
    "floor followers form fortune fps frame fw firmware gate gb gbp geforce gid glucose gmat gpu gre gtx hangar hash",
    "hdl height highscore highway hp hsl hwy id ids idx ielts increase increased increases index indexed inode intel",
    "inter interstate interval invoice isbn iso issue issues item iter iteration iterations jep jersey job kb",
    "keepalive kep kernel key km kryo lane lap last late latencies latency latitude layer ldl least lecture len length",
    "lesson level levels lifted likes limit limited limits line lines locker loss lost lc leetcode lr lsat lvl mah",
    "margin max maxclients maxconn maximum maxmemory mb md mem member members memory merge metro mid min minimum",
    "minutes mode model most mr ms mt mtu nearly next nice node nonce nr ntd num number nvidia offset opacity order",
    "over page paid part password patch patches pay pentium pep per perm permissions perms peugeot phone pi pid pier",
    "ping place player plot po points porsche port ports pos position ppid pr previous price prices priority problem",
    "probook process processed psi psu pt pump pv px qpm qps qty quadro quantity quest question queue quota rack",
    "radeon ram ran range rank ranked rate rated record reduce reduced reduces register registers release rem rent",
    "reqs resolution ret rev revision rfc rgb rmb room rooms roughly route row rows rpm rps rt rtx rx ryzen salary",
    "scanned score scored scores season seat seconds secret secs section sector seed sell seq serial setting sha shelf",
    "signal since size sizes sku sleep slot snapdragon sold speed spend spent spx sqlstate stage stars step stock",
    "stream streams streetcar studio subscribers suite sum tab table tables tag take takes task tel temp temperature",
    "terminal test tests thinkpad thread threshold ticket tid time timeout timeouts times toefl toeic took top total",
    "totals tp tps track traffic train tram triglycerides ttl type uid umask unit until usage usd uv value ver version",
    "versions vlan vol volt volts volume wait waited waiting waits walked ward watt watts wearing weigh weighs weight",
    "wheel width win window won wore worker workers worth xeon year zip",
)
"""What a number right behind them measures, numbers or names."""
NAMES_OF_MODELS = words(
    "adreno badge bmw bus celeron chapter cost costs course courses driver elitebook extension extensions flight",
    "geforce gtx kernel kryo latitude line locker model number numbers nvidia paid part pentium port price probook",
    "quadro radeon room route rtx rx ryzen salary section series sku snapdragon spent thinkpad uid version year zip",
)
"""The only measures of a class: "GTX 5xx" is none, "number of 5xx" is one."""
ENTITIES = words(
    "press trip flat ward dog cat horse cow dish plot court seat tower villa house vehicle truck van boat vessel",
    "policy quote guest player squad specimen clause scene shot slide exhibit race heat bib song verse recipe meal",
    "bin carton crate pallet wave account box card epic lesson run story branch call camera class comment complaint",
    "contract customer defect department district employee group hall incident invoice item job machine member order",
    "parcel patient product rc receipt record round sensor session shipment shop store student team tenant topic",
    "transaction user warehouse zone",
)
"""A number right behind them is theirs: "user 404", but not "maps a missing user to 404"."""
TRANSPARENT = words("always must server should")
"""Hints through which a measure is still heard: "the port should be 503"."""
ANSWERS = words("are be is should was were")
"""Behind one that answers they tell what it does: "the route should be 405"."""
SERVED = words("batch form page route section tag")
"""Measures that can themselves answer: "the route 404s"."""
BEFORE_A_PAGE = words(
    "_ about admin checkout each every error errors front home index landing login main pricing product search",
    "settings signup start status web",
)
"""Pages that are called so have no numbers ("login page 503")."""
OF_PAGES = words("is request response responses was")
"""Behind "page" they tell that it has no number: "the page is 404", "page response: 429"."""
COLLECTIONS = words("column list lists page pages queue row stack stream table wall")
"""Before "of" they are made of what follows: "a column of 404s"."""
VERBS_OF_JUDGEMENT = words("count counted counts rate rated rates record records take takes taking took")
"""Measures that are verbs where "as" follows the number: "counts 301 as healthy"."""
BROWSERS = words("chrome chromium edge firefox opera safari")
"""Their versions are in the hundreds: "Chrome 101"."""
NO_MEASURES = frozenset(
    {("type", "response"), ("type", "redirect"), ("type", "json"), ("type", "content"), ("value", "status")}
    | {
        ("door", "front"),
        ("worker", "edge"),
        ("worker", "service"),
        ("worker", "web"),
        ("per", "once"),
        ("place", "in"),
    }
    | {("line", colour) for colour in ("blue", "dotted", "green", "grey", "orange", "purple", "red", "yellow")}
)
"""Measures, with the words before them, that measure nothing: "response type 404"."""
