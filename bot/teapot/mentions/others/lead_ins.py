"""What stands right before a number and makes it something else's, each with an example of it.

A sign ends in a word (a letter, digit or Han character, with a blank or without), in a mark (a bracket, a colon, a
quote), or in either; which one it is spares a number half of the patterns. Every pattern is bounded.
"""

import re
from collections.abc import Mapping

REACH = 28
"""How far before a number a sign may begin, in code points."""

_ENDING_IN_A_WORD = {
    ":help *E404*": r"\*E",
    "1200 by 503 pixels": r"\b[0-9]{2,5}\s(?:by|x)\s",
    "POST Code 404 on the board": r"\b(?:POST|Q-)\s?(?:[cC]odes?|[eE]rrors?)\s",
    "HTTP/2 的流 404": r"(?:HTTP[/ ]?[23]|[hH]2|http2)[ ]?的?(?:流|串流|[帧幀])[ ]?",
    "http.server 404": r"\bhttp\.server\s",
    "Invoice.cs:行 412": r":\s?(?:行|第|line)\s?",
    "I/O 503": r"\bI/O\s",
    "State  200": r"\bState\s{1,2}",
    "errors rose by 503": r"\b(?:pages|batched|grouped|grew|grows|increased?|decreased?|rose|fell)\sby\s",
    "[PATCH v2 404/503] http: fix": r"\[PATCH\s(?:v[0-9]\s)?",
    "8080 换成 503 试试": r"[0-9]{4,5}[ ]?(?:端口)?[换換改調调設设][成到为為][了]?[ ]?",
    "ahead 12, behind 404": r"\bahead\s[0-9]+,?\s(?:and\s)?behind\s",
    "# noqa: E501": r"\b(?:noqa|NOQA):?\s?[A-Z]",
    "-rw-r--r-- 1 root 404": r"[r-][w-][xsS-](?:[r-][w-][xsStT-]){2}[.+@]?\s+[0-9]+\s(?:[\w-]+\s+)?",
    "docker logs --tail 200 api": r"\s--?(?!\S*(?:stat|cod|http|resp|accept|expect|ignor|retry|fail|exclud|succe|err))"
    r"[A-Za-z][A-Za-z-]{2,16}[ =]",
    "MAX_RETRIES from 3 to 503": r"(?<![A-Z_])(?!\w*(?:STAT|HTTP|CODE|RESP))[A-Z]{3,12}(?:_[A-Z]+){1,3}\s"
    r"from\s\S{1,6}\sto\s",
    "ResponseTimeoutMicro 500": r"(?:Micros?|Millis?|Nanos?|Seconds?)\s",
    "ESTABLISHED 525/haproxy": r"\b(?:ESTABLISHED|LISTEN|[A-Z]{3,5}_WAIT)\s{1,8}",
    "LimitRequestFields 200": r"\b(?:Limit|Max|Min|Default|Keep)[A-Z]\w{3,20}\s",
    "http client pool is 200": r"\b(?:client|connection|thread|db|worker)\spools?\s(?:is|was|of)\s",
    "ApiGateway.ts has 503": r"\.(?:ts|js|py|go|rs|java|rb|php|cpp|css|md|csv|json|ya?ml)\s(?:has|had)\s",
    "code point 304": r"\bcode\spoint\s",
    "MCC 404 is India": r"\b(?:MCC|MNC|MARC|ICD|NAICS|SIC)\s",
    "the counter stands at 302": r"\bstands?\sat\s",
    "failed payments, of which 429 were retried": r"\bof\s(?:which|whom|these|those)\s",
    "reserved 500 to 599;": r"\breserved\s",
    "Pre-fail 404": r"\b(?:Pre-fail|Old_age)\s{1,4}",
    "sync wave 200 never started": r"\bwave\s",
    "09:21               404 web.config": r"[0-2][0-9]:[0-5][0-9](?:\s[AP]M)?\s{5,24}",
    "goroutine 429 [running]": r"\bgoroutine\s",
    "LeetCode 200 我写了三次": r"\b[lL]eet[cC]ode\s(?:第\s?)?",
    "logical block 503, lost sync": r"\blogical\sblock\s",
    "版本是 5.0.3，不是 503": r"[0-9]\.[0-9]{1,2}(?:\.[0-9]{1,2})?[，,]\s?(?:不是|not)\s?",
    "INC 404 is still open": r"\b(?:INC|CHG|PRB|RITM|TASK|SR|CR|TC|PBI)\s",
    "the E 503 on the display": r"(?<![\w.])[EF]\s",
    "kill -9 404 了还活着": r"\bkill\s(?:-\w{1,7}\s)?",
    "send SIGHUP to 502": r"\bSIG[A-Z]{2,5}\s(?:to|给|給)\s",
    "done 404, doing 12": r"\b(?:done|todo|doing|wip)\s",
}
_ENDING_IN_A_MARK = {
    "HEAD@{404}": r"@\{",
    "✓ 14502 / ✗ 403": r"/[ ]✗[ ]",
    "the key ending in ...503": r"\bending[ ]in[ ]\.\.\.",
    "request no. 404": r"(?:[a-z]\s[Nn]o|\bpp?)\.\s?",
    "statusCode / 100 === 2": r"(?:tatus|ode)\w{0,8}\)?\s?[/%]\s?",
    'For input string: "503 "': r"\binput string: \"",
    "int() with base 10: '404'": r"\bbase 10: '",
    "lambda:{}[404]": r"\{\}\[",
    "request.end('404')": r"\.(?:end|write)\(['\"]",
    "out of range 1..404": r"\b[0-9]{1,2}\.\.",
    "[Errors](#http-404-errors)": r"\]\(#[\w-]{0,20}",
    "Requests      [total, rate, throughput]         500, 100.20": r"throughput\]\s{1,16}",
    "assertEqual(len(rows), 200)": r"\bassert\w*\(len\([^\n()]{1,20}\),\s",
    "int('404')": r"\bint\(['\"]",
    "[Nest] 415  - started": r"\[Nest\]\s",
    "proxy pool: 500 residential": r"\bpool:\s",
    "UPDATE menu SET sort = 405 WHERE id IN (422)": r"\b(?:SET|WHERE|AND|OR)\s(?!\w*(?:stat|code|http|resp))[\w.]{1,20}"
    r"\s?(?:=|<>|!=|[<>]=?|IN)\s?\(?(?:[0-9]+, ?){0,3}",
    "string error_text = 410;": r"\b(?:string|bool|bytes|double|float|u?int(?:32|64))\s\w{1,16}\s=\s",
    "shared hit=401": r"\bshared\shit=",
    "09:14:22 UTC [404] LOG:": r"\b(?:UTC|GMT|CES?T)\s\[",
    "form => {qty => 500}": r"[{(,]\s?(?!\w*(?:stat|code|http|err))\w{2,12}\s=>\s",
    "expect(pm.response.responseTime).to.be.below(400)": r"[tT]ime\)[\w.]{1,16}\(",
    "49800 succeeded, 200 failed": r"[0-9]\s(?:succeeded|done|started|passed),\s",
    "page the team, ext. 415": r"\bext\.?\s",
    "502 × 418": r"[0-9x]\s?×\s",
    "df.shape -> (404, 18)": r"\.shape\b[^\n]{0,5}\(",
    "n = 404": r"\b[nNkp]\s=\s",
    'latency_bucket{le="500"}': r"\b(?:le|quantile)=\"",
    "rate(errors[5m])) > 500": r"\[[0-9]+[smhd]\]\)+\s?[=<>]+\s?",
    "[WARNING] (404) : parsing": r"\[(?:ALERT|NOTICE|WARNING|DEBUG)\]\s{1,4}\(",
    'recv(5, "...", 512) = 404': r"\)\s=\s",
    "+CMS ERROR: 500": r"\+CM[ES]\sERROR:\s?",
    "(integer) 404": r"\(integer\)\s",
    "rx_errors: 503": r"\b[a-z]+_errors\s?(?:[:=]|->|→)\s?",
    "NSURLErrorDomain Code=404": r"Domain\s[cC]ode=",
    "('192.0.2.9', 502)": r"(?:\.[0-9]{1,3}){3}[\"'],\s",
    "Cart.php(429): error": r"\.(?:php|py|rb|js|ts|cs|java|go|cc?|cpp|h|pl)\(",
    "MAX_ROWS = 500": r"\b(?:MAX|MIN|NUM|TOTAL)_[A-Z_]{2,16}\s?[:=]\s?",
    "ofMillis(500)": r"[mM]illis(?:econds)?\(",
    "setTimeout(() => poll(id), 500)": r"=>\s[\w.]{1,12}\([^()\n]{0,8}\),\s",
    "retryMillis: 500": r"(?:[mM]illis(?:econds)?|[sS]econds|Ms|Bytes|Count|Size|Length)[\"']?\s?[:=]\s?",
    "errors > 500": r"\b(?:(?:failures|requests|hits|users|rows)\s?[<>]=?|errors\s?[<>])\s?",
    "max: 500": r"\b(?:max|min|avg|mean)\s?[:=]\s?",
    '{"502": 409}': r"[\"'][1-5][0-9]{2}[\"']\s?:\s?",
    "r(404)": r"\br\(",
    "Tests run: 404": r"\b[tT]ests\srun:\s",
    "reply-code=404": r"\b[rR]eply[-_][cC]ode[\"']?[=:]\s?",
    '"curves.py":307': r"\.[a-z]{1,4}[\"']:",
    "PYX_ERR(0, 307, error)": r"\b(?![A-Z_]{0,16}(?:HTTP|STAT|RESP))[A-Z_]{4,16}\((?:\w{1,12},\s?){1,2}",
    'page["items"] == 404': r"\[[\"'](?!\w*(?:stat|code))\w{1,9}[\"']\]\s[=!<>]=?=?\s",
    "[13:55:36.123] INFO (404): started": r"\]\s[A-Z]{4,5}\s\(",
    "login?code=500 还是打不开页面": r"(?:\w|\A|\s)\?(?:[\w.-]{1,16}=[^\s&=]{0,16}&){0,2}[\w.-]{1,16}=",
    "status varchar(500)": r"\b(?:n?var)?char2?\(",
    "randint(100, 599)": r"\b(?:decimal|numeric|varbinary|rand(?:om|int|range|n)?)\((?:[0-9]{1,6},\s?)?",
    "take(500)": r"\b(?:tail|head|take|skip|limit|top|wait|console\.log|print|println|sleep|delay|toFixed|slice|malloc"
    r"|range|len)\(",
    '"order_id"=>"500"': r"[\"'](?!\w*(?:stat|code))\w{1,16}[\"']\s?=>\s?[\"']?",
    't_reply("404", "no such user")': r"\b(?:sl_)?(?:send|t)_reply\([\"']",
    "the literal `404` does not fit": r"\bliteral\s[`'\"]",
    "done: 404, doing: 12": r"\b(?:done|todo|doing|wip)\s?[:：]\s?",
    "Old_age   Always       -       502": r"\b(?:Always|Offline)\s{2,9}-\s{2,9}",
}
_ENDING_IN_EITHER = {
    "country_code 404 is Kenya": r"\b(?:country|currency|area|zip|postal|dialling|region|product)[ _]code\s?"
    r"[:=]?\s?",
    "Retry-After: 429": r"\b[rR]etry(?:[_-][aA]fter|After|[ ]after(?=[\"']?\s?[:=]))[\"']?\s?[:=,]?\s?[\"']?",
    "p95 is 503": r"\b[pP][59][059]\s?(?:is|was|at|of|[:=到])?\s?",
    "errors per hour: 404": r"(?:(?<!\bas\s)\bper\s[a-z]{1,8}|[a-z]/(?:s|sec|min|h))\s?[:=]?\s",
    "errcode: 404": r"\b[eE]rr(?:[cC]ode|_code|_?no)[\"']?\s?[:=是为為]?\s?[\"']?",
    "Content-Length 写死成 404 了": r"(?:-(?:Remaining|Limit|Length|Age)|content-length)\W{0,4}"
    r"(?:(?:is|was|says)\s|(?:[写寫改设設算]死?[成了为為]|[还還只]?[有是剩到])了?\s?)?",
}
EXAMPLES = (*_ENDING_IN_A_WORD, *_ENDING_IN_A_MARK, *_ENDING_IN_EITHER)


def _any_of(*tables: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(pattern for table in tables for pattern in table.values())})\Z")


_BEHIND_A_WORD = _any_of(_ENDING_IN_A_WORD, _ENDING_IN_EITHER)
_BEHIND_A_MARK = _any_of(_ENDING_IN_A_MARK, _ENDING_IN_EITHER)


def lead_elsewhere(text: str, start: int) -> bool:
    """Whether what stands right before an offset tells that the number there is no status."""
    begin = max(0, start - REACH)
    signs = _BEHIND_A_WORD if text[begin:start].rstrip()[-1:].isalnum() else _BEHIND_A_MARK
    return signs.search(text, begin, start) is not None
