"""What right behind a number makes it an amount, a date, an id or a part of a sum, each with an example of it."""

import re

_SIGNS = {
    "404 of 500 done": r"\s*(?:of(?: the)?|out of|/)\s*[0-9]+(?![0-9A-Za-z.])",
    "404 % of": r"\s*%\s*[A-Za-z0-9(]",
    "404 * 2": r"\s*\*\s*[0-9(]| \* ",
    "x = 404 + offset;": r"\s*\+\s*(?:[0-9(]|(?!(?:err_?|biz_?)?(?:code|msg|body|data|ret)\b)"
    r"[A-Za-z_]\w*\s*(?:[+*/)=;]|$))",
    "300, 500 and 700": r"(?:,\s?|\s?/\s?|\s(?:and|or|to)\s)[678][0-9]{2}\b(?!\s[a-z]{3,}s\b)",
    "406 and 1001": r"(?<=[0-9x])\s*(?:和|跟|与|與|及|、|,|/|and|or)\s*(?!8080|8443|3000|5000|9000)[0-9]{4,}"
    r"(?![0-9-]|\s?(?:bytes|requests|ms|rows|B)\b)",
    "404, v1a2b": r",[ ]v[0-9a-f]{4}\b",
    "308 OK 🚫 2 Errors": r"(?<!20[0-9])[ ]OK\W{1,4}[0-9]+[ ](?:[Ee]rrors?|[Ff]ailed|FAILED)\b",
    "电机返回 500 转": r"[ ]?[转轉](?:[，。、；]|/|每分|\Z)",
    "404 joined": r"[ ](?:joined|attending|interested|subscribed|enrolled|going(?=,))(?![a-z])|[ ]open,[ ][0-9]",
    "reading manifest 503 in registry.example.com/web": r"(?<=manifest[ ][0-9]{3})[ ]in[ ]"
    r"[a-z][\w-]{1,30}(?:\.[\w-]{2,30}){1,4}/\w",
    "404 在线，96 离线": r"[ ]?(?:在[线線]|[离離][线線]|完成|待[办辦测測处處])[，,、 ]{1,2}[0-9]",
    "502 20 分钟一班": r"[ ]?[0-9半一二三四五六七八九十]{1,3}[ ]?(?:分[钟鐘]|小[时時])一[班趟]",
    "404 请求加床": r"[ ]?(?![不没沒无無])[^\n，。0-9 ]{0,4}(?:加床|打[扫掃]|退房|返航|[换換]房|[续續]住)",
    "429 上线，501 放假": r"[ ]?(?:放假|[开開][学學工]|上班|上[线線]|[发發]版|[联聯][调調]|交付)"
    r"[，,、 ]{1,2}[1-9][0-9]{2}",
    "API 429/月": r"[ ]?/[ ]?(?:[个個]?月|年|季|人)(?=[\s，。；、,.!！?？）)]|\Z)",
    "app 429，到店 499": r"(?<!20[0-6])[ ]?[，,、]?[ ]?"
    r"(?:[线線]下|外地|[门門]店|[门門]市|到店|店[里裡]|[实實][体體]店|[专專][柜櫃])"
    r"[ ]?[0-9]{3}(?![0-9]|[ ]?[家个個人名号台])",
    "小程序 429 更便宜": r"[ ]?"
    r"(?:更?便宜(?![没沒]|了|的?服[务務])|有[货貨](?=[，。！\s]|\Z)|[现現][货貨]|包[邮郵])",
    "同一把钥匙开 401 和 403 两个机房": r"(?<=和[ ][0-9]{3})[ ]?"
    r"[两兩几幾三四五][个個间間]?"
    r"(?:[机機]房|房[间間]|[会會][议議]室|教室|[仓倉][库庫]|[车車][间間]|[门門]店|[柜櫃]子|[车車]位)(?![都各里裡也輪轮])",
    "财务那边 415，差两条": r"(?<!20[0-7])[，,][ ]?差了?[一二两兩三四五六七八九十几0-9]+[ ]?"
    r"[条條单單笔筆份人张張票元块塊]",
    "401 那个 nginx 进程": r"[ ]?[那这這][个個][ ]?(?:(?!的)\w){0,10}[ ]?[进進]程(?=[，。]|\s*\Z)",
    "旁边 :499 那行是注释": r"(?<=:[0-9]{3})[ ]?那一?行是(?:注[释釋]|[备備]注)",
    "加 403 减 401": r"[ ]?[减減][ ]?[0-9]+(?![0-9]|[ ]?[%％成个個倍])",
    "404 乘 5": r"[ ]?(?:乘以?|除以)[ ]?[0-9]",
    "504 弹幕": r"[ ]?(?:[弹彈]幕|[赞讚]|大卡|百帕)(?=[，。、,！？\s]|\Z)|[ ]?(?:[会會]客室|茶水[间間])",
    "吃了 422，人均一百": r"[，,][ ]?人均(?=[一二两兩三四五六七八九十百0-9])",
    "那套 401 带电梯": r"[ ]?[带帶](?:[电電]梯|[阳陽][台臺]|[车車]位|院子|装修|裝修)(?!的)",
    "503 is prime": r"[ ]is[ ](?:a[ ])?prime(?=[ ]so\b|[.,;!)]|\s*\Z)",
    "five times, 500 apart": r"[ ]apart\b(?![ ]from)",
    "改成 500 了，原来 100": r"(?<=00)[ ]?了?[，,][ ]?(?:原[来來]|之前|以前)[是才就]?[ ]?"
    r"(?![2345][0-9]{2}(?![0-9]))[0-9]{2,4}(?=[，。！？!?]|\s*\Z)",
    "503 是 5 月 3 日的意思": r"[ ]?[”」\"']?[ ]?"
    r"(?:是?[说說指][ ]?[0-9]{1,2}[ ]?月[ ]?[0-9]|是[ ]?[0-9]{1,2}[ ]?月[ ]?[0-9]{1,2}[ ]?[日号號]?的意思)",
    "去 401 窗口": r"(?<=去[ ][0-9]{3})[ ]?窗口|[ ]?[经經]典款(?=[，。\s]|\Z)",
    "520 快乐": r"(?<=520)[ ]?(?:快[乐樂]|表白|情人[节節])",
    "lowered the pool from 500 to 50 connections": r"(?<=from[ ][0-9]{3})[ ]to[ ][0-9]{1,5}[ ]"
    r"(?:connections|workers|threads|seconds|ms|MB|GB|replicas|pods|rows)\b",
    "300 redirect chains": r"(?<=00)[ ]redirect[ ]chains\b",
    "401,ERR_NOSUCHNICK": r",(?:ERR|RPL)_[A-Z]{3}",
    "404 idle": r"[ ](?:idle|unread|are dup(?:e|licate)s)\b",
    "螺丝 5xx 系列的缺货": r"(?<=[xX])[ ]?系列(?!的?(?:[错錯状狀响響回返报報])|[是都里中属屬]|[，。\s]|\Z)",
    "502 还有三站": r"[ ]?[还還]有[一二两兩三四五六七八九十0-9]+站",
    "404 页第二段": r"[ ]?[页頁](?:第|公式|倒)",
    "502 把面板粘上": r"[ ]?把[^，。\n]{1,8}[粘黏](?:上(?![来來])|住|牢)",
    "404 third-parties": r"[ ](?!multi-status)[a-z]{2,12}-[a-z]{2,8}s\b",
    "404 on 2024-01-02": r"[ ]on[ ][12][0-9]{3}[/-]",
    "404 ago": r"[ ](?:old|ago)\b",
    "/* 404 */": r"\s*\*/",
    "a 504s deadline": r"(?<=[0-9]s)[ ](?:cooldown|deadline|delay|interval|limit|pause|timeout|ttl|window)\b",
    "404 error.log": r"[ ](?!robots|sitemap|security|humans)[\w-]{1,30}\.(?:log|txt|csv|md|sql|gz)(?!\S)",
    "404 responses to the survey": r"[ ](?:responses|replies|answers)[ ](?:on|to|from|for)[ ](?:the|our|my|this)[ ]"
    r"(?:form|poll|survey|quiz|ad)\b",
    "404 for, 200 against": r"[ ](?:for|yes|in favou?r)(?:,| and)[ ][0-9]+[ ](?:against|no)\b",
    "404 still pending": r"[ ](?:still[ ]|more[ ])?(?:pending|remaining|to[ ]go)\b",
    "500 and it ignores the rest": r"[ ]and[ ](?:it|they)[ ](?:ignores?|drops?|skips?|cuts?)[ ]the[ ]rest\b",
    "503 sent, 12 failed": r"[ ](?:sent|delivered|done|ok|passed|succeeded|accepted|processed|imported|queued"
    r"|skipped),?[ ](?:and )?[0-9]+[ ](?:failed|bounced|rejected|skipped|errors?|dropped|left|pending|remaining)\b",
    "301 were opened": r"[ ](?:were|have been)[ ](?:opened|clicked|delivered|sold|shipped|converted|imported)\b",
    "422 as a return code": r"[ ](?:as[ ]a[ ]return[ ]code|in[ ]register)\b",
    "200→900 ms": r"[ ]?(?:→|->)[ ]?[0-9]+[ ]?(?:ms|s|MB|GB|KB|%)",
    "404 F": r"[ ]?°?F\b",
    "203 from systemd": r"[ ]from[ ]systemd\b",
    "日志 200 多 M": r"[ ]?[多来來几幾][ ]?(?:[MGKT]B?|ms)(?![A-Za-z])",
    "404 to review": r"[ ]to[ ](?:add|change|destroy|go|do|review|merge|fix|migrate)\b",
    "500 is the limit": r"[ ]is[ ](?:the|our|a)[ ](?:[a-z]+[ ])?(?:max|maximum|min|minimum|limit|cap|total|sum"
    r"|average|median|pid)\b",
    "404 €": r"[ ][€£¥₩]",
    "12      404     GET api/list": r"[ ]{4,}(?:GET|POST|PUT|DELETE|HEAD|PATCH)[ ]",
    "404 << 2": r"[ ]*(?:>>|<<)[ ]",
    "404/year": r"/(?:s|sec|min|hr?|hour|day|week|month|mo|year|yr|night|person|seat)\b",
    "101 102 404 这几个门店": r"[ ]?[这這那][几幾][个個家台臺间間位条條款张張]"
    r"(?:[门門]|分?店|房|[柜櫃]|[机機]|[账帳][号號]|[工订訂][单單]|班|座|型|版本|分支|端口|[设設][备備]|[车車]|[仓倉]|城市|渠道)",
    "404，太贵": r"[，, ]{1,2}(?:也|真|有[点點]|太)[贵貴]",
    "404 那款": r"[ ]?那[款双雙件家栋棟节節趟间間户戶张張位排]|[ ]?那[条條](?:先|太|要)",
    "上传 404，剩 60": r"[，,] ?(?:[还還]?剩|[点點打][开開]) ?[0-9]+(?![0-9])",
    "503 那个包": r"[ ]?那[个個]?(?:安装)?(?:包|版本)(?![里裡])",
    "404 (ms)": r"\s*[\[(](?:m?s|secs?|seconds|[KMG]?i?B|bytes)\b",
    "404 = <Point>": r"\s*=\s*<(?!\w{0,16}Resp)",
    "404 = len(x)": r"\s*=\s*[a-z]+\(",
    "404 Mar  4 10:20": r"[ ]+(?:[12][0-9]{3}-[0-9]{2}-[0-9]{2}|[A-Z][a-z]{2}[ ]+[0-9]{1,2}[ ]+[0-9]{2}:?[0-9]{2})",
    "404 a month": r"(?<!one [0-9x]{3})(?<!a [0-9x]{3})[ ]an?[ ]"
    r"(?:sec|second|min|minute|hour|day|week|month|year|person|night|share)\b"
    r"(?![ ](?:after|later|ago|before|in|into))",
    "app.js | 404 ++++---": r"\s+\+{2,}|[ ](?:\++-*|-{2,})(?:\n|$)",
    "404 requests/s": r"\s*(?:requests?|reqs?|条|次)\s*/",
    "404 分之一": r"\s*的?\s*分之",
    "404 silly fetch": r"[ ](?:silly|verbose|timing|http[ ]fetch|http[ ]cache)[ ]",
    "300 with 200.": r"(?<=00)[ ]with[ ][1-5][0-9]{2}(?=[.,;)]|[ ]and\b|\s*\Z)",
    "404 0 obj": r"[ ]0[ ]obj\b",
    "404 x 300 x 200": r"[ ]?[x×][ ]?[0-9]+[ ]?[x×]",
    "404 KB": r"[ ]?[KMGT]i?B\b",
    "404 stars in total": r"[ ](?!errors|responses|alerts)[a-z]{2,20}s[ ]in[ ]total\b",
    "(404 us)": r"[ ]us(?=[)\],|]|\Z)",
    "308 (2m ago)": r"[ ]\([0-9]+[smhd][0-9smhd]*[ ]ago\)",
    "404 not found in [1, 2]": r"\s+(?:is\s)?not\s(?:found\sin\s[\[(]|less|greater|in\srange|a\s"
    r"(?:valid\s(?!status|HTTP|code|JSON)|function))",
    "503 降到 200": r"[ ]?(?:降|升|涨|漲|提升|减|減|跌|增)[到至为為](?!\s?(?:[0零很]|不到|每|[0-9.]+\s?[%％]))",
    "500 Syntax error": r"\s+Syntax\serror",
    "404 s": r"[ ]s(?=[\s,.;:)]|\Z)",
    "[404] [INFO] Booting": r"\]\s\[(?:INFO|WARN|WARNING|ERROR|DEBUG|CRITICAL)\]",
    "403(b)": r"\([a-z]\)",
    "404 --- [main]": r"\s+---\s\[",
    "502 通过 3 失败": r"(?<!200)[ ]?(?:通[过過]|跳[过過]|失[败敗]|成功)[，,、 ]{1,2}(?:[0-9]+[ ]?[个個]?[ ]?)?"
    r"(?:失[败敗]|跳[过過]|成功)",
    "大概 500 token，够了": r"[ ](?:token|user|credit|record|pod|node|client|thread|worker|file|item|commit|follower"
    r"|batch|sample|frame)(?=[，。、；])",
    "429 per minute": r"(?<=[0-9])[ ]per[ ](?:sec|second|min|minute|hour|hr|day|week|month|year)\b",
    "404 or so": r"[ ]or[ ]so\b(?![ ](?:it|I|we|they|you|he|she)\b)",
    "the 500-slot queue": r"-(?!error|page|resp|rate|stat|cod|ish|aware|free|rel|typ|style|only|hand|retr|storm|heavy"
    r"|range|class|level|loop|happy|prone|produc|return|continue|forbid|intern|redirect|bad|not|unauth"
    r"|gateway|service|refresh|then|trigger|relat|induc|on-)[a-z]{3,}[ ]",
    "503 signed up through the page": r"[ ](?:signed up|applied for|enrolled|RSVP)\b",
    "304 stainless": r"[ ](?:stainless|steel)\b",
    "502 West St": r"[ ](?:[NSEW]|North|South|East|West)?\.?[ ]?[A-Z][a-z]*[ ]"
    r"(?:St|Ave|Rd|Blvd|Ln|Dr|Street|Avenue|Road|Lane|Drive|Court)\b",
    "期望 <400> 毫秒": r"> ?(?:ms|毫秒|秒|[个個条條])",
    "200 (CHDIR)": r"\s?[/(](?:CHDIR|EXEC|USER|GROUP|NAMESPACE|STDIN|STDOUT|KEYRING|CGROUP|CAPABILITIES|CREDENTIALS)\b",
    "a 504 plan at school": r"[ ]plans?\b(?![ ](?:[A-Z]\b|to\b|limit))",
    "404-A 红色断货": r"-[A-Z]\b",
    "error-404-final.psd": r"[-_][\w-]{1,40}\.[a-z][a-z0-9]{1,3}\b",
}
EXAMPLES = tuple(_SIGNS)
BEHIND = re.compile("|".join(_SIGNS.values()))
