"""Statuses in what protocols, clients, servers and code write; ⟦ and ⟧ stand around each."""

import pytest

from tests.marks import mark_mentions, unmarked

PROTOCOL = (
    "HTTP/1.1 ⟦503⟧ Service Unavailable",
    "HTTP/2 ⟦404⟧",
    "< HTTP/2 ⟦502⟧ \n< server: cloudflare\n< content-length: 552",
    "HTTP/1.1 ⟦429⟧ Too Many Requests\nRetry-After: 300\nX-RateLimit-Limit: 500",
    "HTTP ⟦451⟧ in the EU",
    "HTTP Status ⟦404⟧ – Not Found",
    "[  0.003] recv (stream_id=13) :status: ⟦404⟧",
    "    << ⟦404⟧ Not Found 153b",
    "HTTP status code ⟦299⟧ is in no registry, a client treats it as ⟦200⟧",
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
    "Return code is: ⟦401⟧, ReasonPhrase: Unauthorized.",
    "* CONNECT tunnel failed, response ⟦403⟧\n* Closing connection 0",
    "AssertionError: ⟦422⟧ != ⟦200⟧",
    "分块上传返回⟦200⟧OK",
    "the token endpoint gives ⟦400⟧ invalid_grant",
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
    "Ignoring response <⟦410⟧ https://a.example/lot/412>: HTTP status code is not handled",
    "Invalid status code for video page response: ⟦429⟧",
    "http_code=⟦504⟧ time_total=60.001 size_download=167",
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
    (
        "https 2026-07-02T22:23:00.186641Z app/lb/50dc 192.0.2.131:2817 10.0.0.1:80 0.001 -1 -1 ⟦460⟧ - 512 0 "
        '"GET https://shop.example:443/cart HTTP/1.1"'
    ),
)

CODE = (
    "throw new ResponseStatusException(HttpStatus.valueOf(⟦423⟧));",
    'respond "down for maintenance" ⟦503⟧',
    "Custom redirect type: `⟦301⟧`, `⟦302⟧`, `⟦307⟧`",
    "return ⟦100⟧ <= status < ⟦200⟧",
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
    "setTimeout(() => poll(id), 500); if (res.status === ⟦202⟧) again()",
    "return jsonify(error=message), ⟦422⟧",
    "ngx.exit(⟦429⟧)",
    "error_page ⟦495⟧ ⟦496⟧ ⟦497⟧ = @badcert;",
    "[ \"$(curl -so /dev/null -w '%{http_code}' $url)\" = ⟦204⟧ ]",
    "(⟦200⟧..<⟦300⟧).contains(http.statusCode)",
    'probe_http_status_code{target="https://a.example"} ⟦521⟧',
    'shop_orders_open{region="eu"} 521',
    "return ⟦301⟧ https://forms.example.org$request_uri;",
)

TABLES = (
    "id,status,qty,price\n1,⟦404⟧,200,5.00\n500,⟦500⟧,301,4.29",
    "label,elapsed,responseCode,responseMessage,bytes\nlogin,418,⟦200⟧,OK,512\npay,503,⟦504⟧,Gateway Time-out,404",
    "| path | status | hits |\n|---|---|---|\n| /a | ⟦404⟧ | 503 |\n| /b | ⟦500⟧ | 404 |",
    " status | count | p95_ms\n--------+-------+-------\n ⟦304⟧ | 11823 | 412\n ⟦421⟧ | 377 | 409",
    "接口\t状态码\t耗时\n/a\t⟦502⟧\t404\n/b\t⟦200⟧\t503",
    "#Fields: date time s-port c-ip sc-status sc-substatus\n2026-04-11 08:02:11 443 203.0.113.9 ⟦401⟧ 2",
    "| HTTP status | Meaning here | Retry? |\n|---|---|---|\n| ⟦402⟧ | lapsed | no |\n| ⟦423⟧ | closed | later |",
)


@pytest.mark.parametrize("marked", PROTOCOL)
def test_a_status_is_found_where_the_protocol_names_it(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", CLIENTS)
def test_a_status_is_found_in_what_clients_and_tools_print(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", LOG_LINES)
def test_only_the_status_is_found_in_a_log_line(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", CODE)
def test_a_status_is_found_in_code_and_configuration(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", TABLES)
def test_only_the_column_of_statuses_is_found_in_a_table(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
