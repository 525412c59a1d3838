"""What a mention is. In the tables ⟦ and ⟧ stand around every status that must be found."""

import re

import pytest

from teapot.mentions import Mention, find_mentions

_MARKED = re.compile("⟦([^⟧]*)⟧")


def _found(text: str) -> str:
    """The text again, with marks around what was found in it."""
    marked = text
    for mention in reversed(find_mentions(text)):
        marked = f"{marked[: mention.start]}⟦{text[mention.start : mention.end]}⟧{marked[mention.end :]}"
    return marked


def _plain(marked: str) -> str:
    return _MARKED.sub(r"\1", marked)


PROTOCOL = (
    "HTTP/1.1 ⟦503⟧ Service Unavailable",
    "HTTP/2 ⟦404⟧",
    "< HTTP/2 ⟦502⟧ \n< server: cloudflare\n< content-length: 552",
    "HTTP/1.1 ⟦429⟧ Too Many Requests\nRetry-After: 300\nX-RateLimit-Limit: 500",
    "HTTP ⟦451⟧ in the EU",
    "HTTP Status ⟦404⟧ – Not Found",
    "[  0.003] recv (stream_id=13) :status: ⟦404⟧",
    "    << ⟦404⟧ Not Found 153b",
    "status code ⟦299⟧ is in no registry, a client treats it as ⟦200⟧",
    "HTTP request sent, awaiting response... ⟦404⟧ Not Found\n2026-01-03 10:11:12 ERROR ⟦404⟧: Not Found.",
    "已发出 HTTP 请求，正在等待回应... ⟦403⟧ Forbidden\n2026-01-03 10:11:12 错误 ⟦403⟧：Forbidden。",
    "XHR GET https://app.example.com/api/x [HTTP/1.1 ⟦504⟧ Gateway Timeout 60031ms]",
    "GET https://app.example.com/api/me ⟦401⟧ (Unauthorized)",
    "main.js:404 GET http://localhost:3000/api/x ⟦404⟧ (Not Found)",
    '"response": {"status": ⟦503⟧, "statusText": "Service Unavailable", "headersSize": 404, "bodySize": 500}',
    "<html><head><title>⟦502⟧ Bad Gateway</title></head><body><h1>⟦502⟧ Bad Gateway</h1><hr>nginx/1.22.1",
    "<title>⟦418⟧ I&#39;m a teapot</title>",
    "ERR_NON_⟦2XX⟧_⟦3XX⟧_RESPONSE",
    "Request Timeout (⟦408⟧), Unsupported Media Type: ⟦415⟧",
    "\x1b[0mGET /cart \x1b[31m⟦500⟧\x1b[0m 0.993 ms - 1015\x1b[0m",
)

CLIENTS = (
    "urllib.error.HTTPError: HTTP Error ⟦429⟧: Too Many Requests",
    "httpx.HTTPStatusError: Client error '⟦422⟧ Unprocessable Entity' for url 'https://api.example.com/x'",
    "aiohttp.ClientResponseError: ⟦500⟧, message='Internal Server Error', url=URL('https://a.example/404')",
    "AxiosError: Request failed with status code ⟦401⟧\n    at settle (file:///app/axios/lib/core/settle.js:19:12)",
    "HTTPError: Response code ⟦502⟧ (Bad Gateway)\n    at Request.<anonymous> (/app/got/as-promise/index.js:118:42)",
    "retrofit2.HttpException: HTTP ⟦500⟧ Internal Server Error",
    "Response{protocol=http/1.1, code=⟦503⟧, message=Service Unavailable, url=https://api.example.com/}",
    "okhttp: <-- ⟦502⟧ Bad Gateway https://api.example.com/x (503ms)",
    "feign.FeignException$NotFound: [⟦404⟧ Not Found] during [GET] to [http://user-service/users/500] [UserClient#get]",
    "AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: ⟦403⟧; Request ID: 404AB)",
    "botocore.exceptions.ClientError: An error occurred (⟦404⟧) when calling the HeadObject operation: Not Found",
    "googleapi: Error ⟦403⟧: Request had insufficient authentication scopes., forbidden",
    "openai.RateLimitError: Error code: ⟦429⟧ - {'error': {'message': 'Rate limit reached', 'type': 'tokens'}}",
    'reqwest::Error { kind: Status(⟦404⟧), url: "https://api.example.com/x" }',
    "Client error: `GET https://api.example.com/v1` resulted in a `⟦404⟧ Not Found` response",
    "the server responded with status ⟦422⟧ (Faraday::UnprocessableEntityError)",
    "HttpRequestException: Response status code does not indicate success: ⟦503⟧ (Service Unavailable).",
    "System.Net.WebException: The remote server returned an error: (⟦401⟧) Unauthorized.",
    "** (MatchError) no match of right hand side value: {:ok, %HTTPoison.Response{status_code: ⟦404⟧}}",
    "WebSocket connection to 'wss://example.com/ws' failed: Unexpected response code: ⟦400⟧",
    "npm ERR! code E⟦404⟧\nnpm ERR! ⟦404⟧ Not Found - GET https://registry.example.org/leftpad",
    "Could not transfer artifact a:b:pom:1.2: status code: ⟦502⟧, reason phrase: Bad Gateway (⟦502⟧)",
    "E: Failed to fetch http://deb.example.org/pool/x_1.2-404_amd64.deb  ⟦404⟧  Not Found [IP: 192.0.2.7 80]",
    "error: RPC failed; HTTP ⟦413⟧ curl 22 The requested URL returned error: ⟦413⟧",
    "Gem::RemoteFetcher::FetchError: bad response Not Found ⟦404⟧ (https://gems.example.org/x.gem)",
    "Liveness probe failed: HTTP probe failed with statuscode: ⟦500⟧",
    "Uncaught (in promise) Error: ⟦404⟧",
    "2026-11-20 10:00:00 [scrapy.core.engine] DEBUG: Crawled (⟦403⟧) <GET https://shop.example.com/> (referer: None)",
    'Error: expected ⟦201⟧ "Created", got ⟦409⟧ "Conflict"',
    "E   assert ⟦410⟧ == ⟦200⟧\nE    +  where ⟦410⟧ = <Response [⟦410⟧]>.status_code",
    "unable to access 'https://git.example.org/a.git/': The requested URL returned error: ⟦502⟧\nexit code 128",
)

LOG_LINES = (
    '203.0.113.9 - - [10/Oct/2025:13:55:36 +0000] "GET /a/404/b HTTP/1.1" ⟦502⟧ 404 "https://x.example/500" "M/5"',
    '203.0.113.9 - frank [10/Oct/2025:13:55:36 +0000] "POST /login HTTP/2.0" ⟦401⟧ -',
    '203.0.113.9 - - [10/Oct/2025:13:55:36 +0000] "\\x16\\x03" ⟦400⟧ 150 "-" "-"',
    '[2025-10-10T13:55:36.123Z] "GET /api HTTP/1.1" ⟦503⟧ UF,URX upstream_reset_before_response_started 0 91 404 -',
    "lb1 haproxy[412]: 10.0.1.2:33312 [10/Oct/2025:13:55:36.655] in st/srv1 10/0/30/69/109 ⟦200⟧ 2750 - - ---- 1/1",
    (
        "h2 2025-10-10T13:55:36.945571Z app/my-lb/50dc6c495c0c9188 192.0.2.1:2817 10.0.0.1:80 0.086 0.048 0.037 ⟦502⟧ "
        '⟦504⟧ 34 366 "GET https://www.example.com:443/ HTTP/2.0" "curl/7.46.0" - -'
    ),
    "2025-10-10 13:55:36 10.0.0.4 GET /images/500.png - 443 - 203.0.113.7 Mozilla/5.0+(Windows) - ⟦404⟧ 0 2 156",
    "1700000000.503    404 192.0.2.5 TCP_MISS/⟦503⟧ 4040 GET http://example.com/ - HIER_DIRECT/192.0.2.34 text/html",
    '[GIN] 2025/10/10 - 13:55:36 | ⟦200⟧ |     503.1µs |       127.0.0.1 | GET      "/missing"',
    "2025-10-10\t13:55:36\tFRA2\t404\t192.0.2.10\tGET\td1.cloudfront.example\t/x.js\t⟦503⟧\t-\t-",
    "::1 - GET /x HTTP/1.1 ⟦404⟧ 500 - 1.2 ms",
    '"GET http://localhost:3000/x HTTP/1.1" from 10.0.0.1:50404 - ⟦200⟧ 404B in 23.2µs',
    "Request finished HTTP/2 GET https://localhost:5001/api/values - ⟦200⟧ 404 application/json 8.1234ms",
    "[W 2026-11-20 18:50:54.123 ServerApp] ⟦404⟧ GET /api/contents/x.ipynb (::1) 12.50ms referer=None",
    (
        '10.0.0.1 - - [20/Nov/2026:18:50:54 +0000] "GET / HTTP/1.1" ⟦503⟧ 592 "-" "curl/7.88.1" 78 0.000 [svc-80] [] '
        "10.1.1.1:8080, 10.1.1.2:8080 0, 0 0.000, 0.001 ⟦502⟧, ⟦503⟧ 5c8c1f2e3d4b5a69788796a5b4c3d2e1"
    ),
    '{"ts":1700000000.503,"request":{"remote_port":"50404","uri":"/x"},"duration":0.000404,"size":500,"status":⟦502⟧}',
    '{"ClientAddr":"203.0.113.7:40400","DownstreamStatus":⟦404⟧,"OriginStatus":⟦404⟧,"RequestPort":"503"}',
    "Completed ⟦500⟧ Internal Server Error in 503ms (ActiveRecord: 100.2ms | Allocations: 404)",
    "method=GET path=/x action=show status=⟦404⟧ duration=5.03 view=200 db=100",
    "GET /orders/500 ⟦404⟧ 12.503 ms - 150",
    "[Fri Oct 10 13:55:36 2025] 127.0.0.1:50404 [⟦404⟧]: GET /favicon.ico - No such file or directory",
    "/admin                (Status: ⟦403⟧) [Size: 277]",
    "2025-10-10T13:55:36 192.0.2.1 GET /x ⟦404⟧ 503 200ms",
    "2025-10-10T13:55:36 ⟦404⟧ GET /x 503 200ms",
    "GET /x HTTP/1.1 ⟦200⟧ 404 503",
    "GET /x ⟦200⟧ 503 ms - 404",
    "GET /a 503 ms",
    '192.0.2.1 - - [10/Oct/2025:13:55:36 +0000] 503 "GET / HTTP/1.1" ⟦200⟧ 404',
    '"192.0.2.1" "-" "[10/Oct/2025]" "GET / HTTP/1.1" "⟦200⟧" "503"',
    "2025-10-10 13:55:36 10.0.0.4 GET /x - ⟦404⟧ 0 2 503",
    "192.0.2.1,GET,/x,⟦404⟧,503,200",
    "2025-10-10\t192.0.2.1\tGET\t/x\t⟦404⟧\t503\t0.2",
    '10:00:01 web.1 | 192.0.2.1 - "PUT /x" ⟦412⟧ (404 bytes, 503 us)',
    "-   RespStatus     ⟦404⟧\n-   RespReason     Not Found",
)

CODE = (
    "error_page ⟦500⟧ ⟦502⟧ ⟦503⟧ ⟦504⟧ /50x.html;",
    "location / { try_files $uri $uri/ =⟦404⟧; }",
    "return ⟦301⟧ https://$host$request_uri;",
    "RewriteRule ^old$ /new [R=⟦301⟧,L]",
    'custom-http-errors: "⟦404⟧,⟦503⟧"',
    'matcher = "⟦200⟧-⟦299⟧"',
    "res.status(⟦404⟧).json({ error: 'missing' })",
    "if (err.response?.status >= ⟦500⟧) retry()",
    "expect(res.statusCode).toBe(⟦200⟧)",
    'raise HTTPException(status_code=⟦422⟧, detail="bad input")',
    'http.Error(w, "boom", ⟦500⟧)',
    "w.WriteHeader(⟦503⟧)",
    "status.HTTP_⟦404⟧_NOT_FOUND",
    "raise Http⟦404⟧",
    'http_requests_total{code="⟦500⟧",method="GET"} 404',
    'sum(rate(http_requests_total{status=~"⟦5xx⟧"}[5m])) > 100',
    "switch (res.status) {\n  case ⟦200⟧: return ok\n  case ⟦404⟧: return missing\n}",
    '{"success":false,"code":⟦401⟧,"message":"token expired"}',
    '{"code":⟦500⟧,"msg":"服务器内部错误","data":null}',
    "responses:\n  '⟦400⟧':\n    $ref: '#/components/responses/Bad'\n  '⟦404⟧':\n    description: no such pet",
    "Retry(total=3, status_forcelist=[⟦429⟧, ⟦503⟧])",
    "self.assertEqual(⟦204⟧, answer.status)",
    "assert ⟦200⟧ == r.status_code",
    "if (answer.status>=⟦500⟧) again()",
    "raise unless (⟦200⟧..⟦299⟧).cover?(answer.status)",
    '"responses": {"⟦200⟧": {"description": "the order"}, "⟦404⟧": {"description": "no such order"}}',
    "// the status code\n// is set to ⟦422⟧ by the parser",
    "return status >= ⟦200⟧ && status < ⟦300⟧; // by default",
    '{"retryOn":[⟦502⟧,⟦503⟧],"maxRetries":3,"timeout":500}',
    '{"statusCode":⟦400⟧,"message":["qty must not be greater than 500"],"error":"Bad Request"}',
)

ENGLISH_CHAT = (
    "the API returns ⟦500⟧ when the body is empty",
    "we got a ⟦502⟧ from the gateway again",
    "I keep getting ⟦429⟧s from their API after 100 requests",
    "nginx ⟦499⟧s are through the roof, 5% of traffic",
    "lots of ⟦5xx⟧ on staging",
    "⟦502⟧, ⟦503⟧ and ⟦504⟧ should be retried, ⟦400⟧ should not",
    "should it be ⟦401⟧ or ⟦403⟧ when the token is expired?",
    "use ⟦308⟧ instead of ⟦301⟧ if you want to keep POST",
    "got ⟦404⟧'d by the docs link",
    "I was ⟦403⟧ed out of the bucket",
    "500 users hit the site and it gave a ⟦503⟧",
    "S3 gave me a ⟦403⟧ for a key that doesn't exist, not a ⟦404⟧",
    "health check expects ⟦200⟧ but gets ⟦301⟧",
    "/api/users → ⟦404⟧",
    "Our SLO counts ⟦500⟧-⟦599⟧ as failures",
    "the crawler gets ⟦999⟧ from linkedin",
    "still ⟦502⟧ from cloudfront for 3 users in room 404",
    "page not found (⟦404⟧) on mobile only",
    "retries on ⟦502⟧/⟦503⟧/⟦504⟧ only",
    "vault ⟦503⟧ sealed",
    "**⟦404⟧** on every page",
    "Handle ⟦429⟧ and ⟦503⟧ with Retry-After (fixes #404)",
    "- proxy: do not forward ⟦1xx⟧ to HTTP/1.0 clients",
    "IIS keeps giving us ⟦403.14⟧ after the move",
    "Error⟦500⟧ and HTTP⟦502⟧ all day",
    "the code of the answer defaults to ⟦302⟧ if no status is set, as for any redirect",
    "worker crashed, if a backend ⟦401⟧ comes in the wrong moment",
    "orders were answered with ⟦503⟧; 412 carts were lost",
    "a status between ⟦400⟧ and ⟦499⟧, or in the range ⟦500⟧-⟦599⟧",
    "only refresh the token on the first ⟦401⟧ from the API",
    "the route ⟦404⟧s since the merge",
    "readiness probe ⟦503⟧ on two pods",
    "mysql is down and so every page of the site is ⟦500⟧, says the proxy",
    "user 404 got a ⟦503⟧, the API maps a missing user to ⟦404⟧",
    "the job exited with 137 and the proxy says ⟦502⟧",
    "it leaves with *⟦404⟧ - Not Found*",
    "this will exit the loop & send a `⟦500⟧` status code",
    "honours `⟦304⟧`s from the cache, old browsers choke on ⟦204⟧",
)

CHINESE_CHAT = (
    "报⟦502⟧了，谁动了配置",
    "状态码是⟦503⟧，不是⟦500⟧",
    "请求返回了⟦401⟧，token 过期了",
    "线上一直 ⟦504⟧",
    "nginx ⟦413⟧，文件太大",
    "上传 500M 的文件报 ⟦413⟧",
    "⟦502⟧、⟦503⟧、⟦504⟧ 都要重试",
    "把 ⟦301⟧ 改成 ⟦308⟧，不然 POST 会变 GET",
    "源站⟦521⟧",
    "⟦4xx⟧ 和 ⟦5xx⟧ 都要告警",
    "部署完就 ⟦502⟧ 了，等 30 秒自己好了",
    "请求超过 500 次会返回 ⟦429⟧",
    "网关超时（⟦504⟧）",
    "状态码 ５０３ 是全角的".replace("５０３", "⟦５０３⟧"),
    "API 打下去就 ⟦401⟧",
    "網站掛了，⟦503⟧",
    "狀態碼應該是 ⟦201⟧ 不是 ⟦200⟧",
    "轉址要用 ⟦302⟧ 還是 ⟦307⟧？",
    "刪除成功回 ⟦204⟧，找不到回 ⟦404⟧",
    "權限不足應該是 ⟦403⟧ 不是 ⟦401⟧",
    "舊網址請做 ⟦301⟧ 轉址",
    "⟦502⟧/⟦504⟧ 交替出現，網路組在查",
    "昨晚 2 點到 3 點有 500 筆請求失敗，都是 ⟦504⟧",
    "⟦301⟧、⟦302⟧、⟦308⟧ 差在哪裡",
    "怎麼又是 ⟦502⟧ 啦",
    "站台維護中請回 ⟦503⟧ 並帶 Retry-After",
    "⟦200⟧ 到 ⟦399⟧ 之间的状态码都算成功",
    "官网打不开，⟦521⟧",
    "⟦5xx⟧ 突增，先回滚",
    "一点就 ⟦500⟧",
    "手機打開是 ⟦451⟧ 的錯誤頁",
    "MySQL 挂了，页面全是 ⟦500⟧",
    "負載平衡那邊 ⟦504⟧ 的比例變高",
    "被擋了，⟦403⟧",
    "網站一直噴 ⟦502⟧，跳 ⟦500⟧ 的比較少",
    "會議室 502，討論一直 ⟦502⟧ 的 API",
    "我在 404 会议室，接口 ⟦503⟧ 的来找我",
    "昨晚有 3 次 ⟦504⟧，都在网关",
)

LISTS = (
    "錯誤碼：\n⟦400⟧ 參數不對\n⟦401⟧ 未登入\n⟦404⟧ 查無此人\n⟦500⟧ 系統忙碌",
    "Responses\n- `⟦200⟧`: the cart\n- `⟦409⟧`: it was paid before",
    "| Code | Meaning |\n|---|---|\n| ⟦400⟧ | a field is missing |\n| ⟦410⟧ | the shop closed |",
    "Status codes:\n  ⟦200⟧  fine\n  ⟦304⟧  nothing new\n  ⟦503⟧  come back later",
    "only ⟦409⟧ for a conflict, ⟦422⟧ for a bad field, ⟦429⟧ for haste",
    "⟦200⟧、⟦201⟧、⟦204⟧ 都算成功",
    "狀態碼 ⟦400⟧~⟦499⟧ 是用戶端的事，⟦500⟧～⟦599⟧ 是我們的事",
    "⟦2xx⟧ 成功、⟦4xx⟧ 用戶端錯誤、⟦5xx⟧ 伺服器錯誤",
    "這支只會回 ⟦200⟧、⟦400⟧、⟦500⟧ 三種",
    "⟦401⟧ 登出、⟦403⟧ 提示",
)

OTHER_CODES = (
    "Back-off restarting failed container, exit code 137, restart count 503",
    "exit status 125 if the command fails",
    "ninja: build stopped: subcommand failed with exit 404",
    "systemd[1]: foo.service: Main process exited, code=exited, status=203/EXEC",
    "Main process exited, code=exited, status=200/CHDIR",
    "subprocess returned error exit status 101",
    "SMTP 550 5.1.1 user unknown",
    "smtp: 503 bad sequence of commands",
    "421 4.7.0 Temporary System Problem, try again later",
    "postfix/smtp[404]: status=bounced (host mx.example.com said: 550 No such user)",
    "ftp> 530 Login incorrect",
    "lftp: 550 no such file",
    "SIP/2.0 404 Not Found",
    "our asterisk log: 403 Forbidden for REGISTER",
    "RTSP/1.0 404 Not Found",
    "ICY 200 OK",
    "IRC server sends 401 no such nick",
    "grpc status 14 UNAVAILABLE after 500 ms",
    "rpc error: code = DeadlineExceeded desc = 503 calls",
    "SQLSTATE[42S02]: Base table or view not found: 1146, line 404",
    "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES), id 404",
    "Error: read ECONNRESET (errno -104)",
    "cloudflare error 1020",
    '{"code": 50013, "message": "Missing Permissions"}',
    '{"code":-412,"message":"请求被拦截"}',
    "Roblox error code 403 when joining",
    "washing machine shows error 404",
    "car code P0404",
    "打印机报错误 502",
    "游戏报错误码 404",
    "OBD code P0404, the fax returned error 502",
    "Killed by signal 9, errno 104, rc=404",
    "websocket closed with code 1006 after 300 s",
    "npm ERR! code ELIFECYCLE\nnpm ERR! errno 137",
    "LDAP result code 49, bind failed, id 404",
    "errcode 500",
    "寄信被退，對方回 450",
    "进程退出，退出代码 139",
    "curl: (67) Access denied: 530",
    '{"error":{"message":"no permission","type":"OAuthException","code":200}}',
    ":irc.example.org 404 me #chan :Cannot send to channel",
    "make: *** [all] Error 404",
    "KeyError: 404",
    "espresso machine: Error 503, descale",
    "reply: b'500 what?'\nreply: retcode (500); Msg: b'what?'\nsend: 'rset'",
    "温度计坏了，显示 503",
)

NUMBERS_OF_OTHER_THINGS = (
    "503 people signed up",
    "404 items left in stock",
    "the API returns 100 items per page",
    "endpoint returns 500 items max",
    "the gateway handles 500 requests/s",
    "found 404 errors in 200 files",
    "eslint: 404 errors, 503 warnings",
    "errors: 404",
    "total: 404",
    "page=404&per_page=100",
    "room 404, floor 5",
    "page 404 of the book",
    "flight 404 departs at 5",
    "rtx 4090 vs gtx 580",
    "four of us, party of 400",
    "503 bytes written",
    "took 503 ms",
    "500-page book",
    "a 500 mile walk",
    "nginx worker 404 exited",
    "nginx 1.20.404",
    "the proxy listens on 503 now",
    "api latency p99 is 503",
    "response time 500",
    "retry after 300 seconds",
    "api key 404",
    "flats 401 and 403 are empty",
    "tables 404, 503, 504 are booked",
    "bytes_sent=502 bytesSent: 404",
    "worker_connections 512; keepalive_timeout 100;",
    "ab -n 500 -c 100 http://localhost/",
    "content-length: 404",
    "x-ratelimit-limit: 500\nx-ratelimit-remaining: 404",
    "setTimeout(poll, 500)",
    "for (let i = 0; i < 404; i++) {}",
    "x = arr[404]; y = a[[500]]",
    "SELECT * FROM t WHERE id = 404 LIMIT 500",
    "margin: 200px; width: 500px; font-weight: 400",
    "app.js:404:12 and app.js:503",
    "goroutine 404 [running]:",
    "uid=501(me) gid=200",
    "16 files changed, 500 insertions(+), 404 deletions(-)",
    " src/uri.c | 404 +++++-----",
    "CVE-2021-404, JIRA-500, GH-503, #404, PR 500",
    "step 404/500 loss 0.503",
    "showing 100 of 503",
    "4.0.4, v500, 1.4.503",
    "call 415-555-0100 ext 404",
    "$500, €404, 503 EUR, NT$500",
    "500%, ~300, ±200, 404.5, -404, 500+ stars",
    "1,404 and 24/404",
    "10.200.30.40 and 192.168.1.200:404",
    "commit 404abc, sha 503e4f",
    "https://example.com/error/404?code=500#503",
    "src/pages/404.tsx, images/503.png and 500.com",
    "branch hotfix/503, fix-404, image app:503",
    "503?",
    "404",
    "500!!",
    "GTX 5xx and kernel 5.xx",
    "2020/07/13 17:44:56 [error] 503#404: *503 connect() failed (111: Connection refused)",
    "Loaded 404 rows, 500 to go",
    "the site has 500 visitors",
    "aws bill: 503",
    "292\t/usr/lib/a\n500\t/usr/lib/b\n524\t/usr/lib",
    "-rw-r--r-- 1 root root 404 Nov 20 10:00 a.js\n      503  2026-11-20 10:00   b.js",
    "199\t0\ttests/gateway.py\n206\t0\ttests/limits.py",
    " *** 1.2-3 500\n        500 http://mirror.example.org/debian bookworm/main amd64 Packages",
    "Get:404 http://deb.example.org/debian bookworm/main amd64 a",
    "203 |     return answer",
    "409          236 LOAD_CONST 5 (False)",
    "panic: runtime error: index out of range [404] with length 3",
    "AssertionError: assert 404 == 503\n +  where 404 = len(rows)",
    "expected { n: 404 } response body, got { n: 500 }",
    "http_req_duration p(95)<500, http_reqs: 503, http_timeout = 500",
    "<Image width={500} height={404} />",
    "Time per request: 404 [ms] (mean), 503/s",
    "500 loops, best of 3",
    "404 problems (400 errors, 4 warnings)",
    "the qty must be <= 500, the port should be 503",
    "raise the limit from 400 to 500",
    "Chrome 101 and GTX 5xx",
    "merged in !503",
    "bought a 206, make it 200, ok?",
    "202 accepted students, 201 created by hand",
    "progress 404/500",
    "[404/503] Building CXX object",
    "500\n501\n502\n503\n504\n",
    "assert len('x' * 404)==403",
    "366\t0\tcodes/405.json\n424\t0\tcodes/406.json",
    "app.js (404) was minified",
    "linux/syscallent.h [403...423]: likewise, src/app.js (500): smaller",
    "the error bars, the 500 error bars",
    "SIMD_4XX_GOLD and 500d 0000",
    "nginx 101: a talk for beginners, REST API 101",
    "SKU 4xx is on sale, part numbers 3xx are gone",
)

CHINESE_NUMBERS = (
    "有 500 人报名",
    "日志里有 500 条记录",
    "请求 500 次",
    "接口返回 500 条数据",
    "每页返回 500，最多 1000",
    "端口 500 被占用",
    "耗时 503 毫秒",
    "房间 404",
    "我住 502，他住 503",
    "一号楼 401、403 没交物业费",
    "502 胶水粘不住",
    "304 不锈钢",
    "错误在第 404 行",
    "花了 500 块",
    "报销 500",
    "报名 500 了",
    "网站 500 一年",
    "空气指数爆表 500 了",
    "股价涨到 404",
    "服务器 500 一年，挺便宜的",
    "读到 404 页了",
    "我们都是 404 的",
    "超时改成 500",
    "共 503 筆",
    "第 404 頁",
    "搭 502 公車",
    "每秒 500 個請求",
    "花了 500 元有找",
    "會議室 404 在四樓",
    "樂透開出 404",
    "單次最多回傳 500",
    "回 404 則留言",
    "訂單編號 503",
    "全館一律 499",
    "標普 500",
    "搬到 503 了",
    "分機換成 504 了，原本的 503 給新人",
    "充 500 就行",
    "訂單 429，工单 503",
    "业务错误码 500 表示余额不足",
    "显卡 5xx 系列",
    "每秒 500",
    "桌次 503，班次 502",
)


@pytest.mark.parametrize("marked", PROTOCOL)
def test_a_status_is_found_where_the_protocol_names_it(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", CLIENTS)
def test_a_status_is_found_in_what_clients_and_tools_print(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", LOG_LINES)
def test_only_the_status_is_found_in_a_log_line(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", CODE)
def test_a_status_is_found_in_code_and_configuration(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", ENGLISH_CHAT)
def test_a_status_is_found_in_english_chat(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", CHINESE_CHAT)
def test_a_status_is_found_in_chinese_chat(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("marked", LISTS)
def test_statuses_that_are_told_one_after_the_other_are_found(marked: str) -> None:
    assert _found(_plain(marked)) == marked


@pytest.mark.parametrize("text", OTHER_CODES)
def test_the_codes_of_other_protocols_programs_and_machines_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", NUMBERS_OF_OTHER_THINGS)
def test_numbers_of_other_things_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", CHINESE_NUMBERS)
def test_chinese_numbers_of_other_things_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


def test_a_mention_is_told_by_its_code_and_the_offsets_of_its_digits() -> None:
    assert find_mentions("the API gave 503s") == (Mention("503", 13, 16),)


def test_offsets_count_code_points() -> None:
    assert find_mentions("🫖🫖 接口报502了") == (Mention("502", 6, 9),)


def test_the_class_is_lower_case_in_the_code() -> None:
    assert find_mentions("the proxy returns 5XX") == (Mention("5xx", 18, 21),)


def test_full_width_digits_become_an_ascii_code() -> None:
    assert find_mentions("状态码５０３") == (Mention("503", 3, 6),)


def test_a_substatus_belongs_to_the_code() -> None:
    assert find_mentions("HTTP Error 404.13 - Not Found") == (Mention("404.13", 11, 17),)


def test_a_long_list_is_found_whole() -> None:
    codes = ["500", "502", "503", "504"] * 20
    assert [mention.code for mention in find_mentions(f"retry on status {', '.join(codes)}")] == codes


def test_every_line_of_a_log_is_found() -> None:
    line = '192.0.2.1 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 503 0 "-" "-"\n'
    assert [mention.code for mention in find_mentions(line * 2000)] == ["503"] * 2000


def test_a_table_of_numbers_is_not_read_to_its_end() -> None:
    assert len(find_mentions("HTTP 503, x\n" * 5000)) < 2000


def test_after_a_table_of_numbers_a_status_is_still_found() -> None:
    text = "1 404 x 2 503 y\n" * 1000 + "nothing to see here. " * 20_000 + "the API returned 502"
    assert find_mentions(text)[-1] == Mention("502", len(text) - 3, len(text))
