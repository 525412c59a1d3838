"""Numbers that sound like a status and are somebody else's, beside the statuses they resemble (in ⟦ and ⟧)."""

import pytest

from teapot.mentions import find_mentions
from tests.marks import mark_mentions, unmarked

PROGRAMS = (
    "the script returned 500",
    "my function returns 404 instead of 3",
    "the query returned 500",
    "sum() returned 404, expected 503",
    "fib(13) returned 233, strlen returned 404",
    "int f(void) { return 500; }",
    "static int timeout(void)\n{\n    return 500;\n}",
    "def width(self):\n    return 404",
    "if (n > 500) return 404;",
    "return x > 500 ? 404 : 200;",
    "return [404, 500]",
    "console.log(503); throw new Error(500)",
    "(503).toFixed(429)",
    "ERR_FOO = 404",
    "脚本返回 500",
    "这个函数返回 200 就对了",
    "函式回傳 404，程式回傳 500",
)
NAMED_SYSTEMS = (
    "Alipay returned error code 404, support says resubmit the form",
    "PS5 error code 503",
    "psql: error code 502 in the extension",
    "ffmpeg returned error code 404",
    "our mail server returned 451 try later",
    "the inverter shows fault 403",
    '{"error_code":403,"error_msg":"quota"}',
    '{"resultCode":"404","resultMsg":"merchant closed"}',
    "支付宝返回错误码 404，让商户重新提交",
    "微信支付报错误码 403",
    "支付寶回傳錯誤碼 404",
    "MongoDB 错误码 500",
    "高德返回 infocode 403",
    '百度地图返回 {"status":302,"message":"quota"}',
    "Switch 报错误码 404",
)
ASSERTIONS = (
    "AssertionError: 404 != 500",
    "E       assert 200 == 404",
    "Expected: 404\nReceived: 500",
    "expected 404 to equal 500",
    "java.lang.AssertionError: expected:<404> but was:<500>",
    "Expected 404 but got 500",
    "Failure/Error: expect(total).to eq(500)\n       expected: 500\n            got: 404",
    "--- FAIL: TestSum (0.00s)\n    sum_test.go:404: Sum() = 404, want 500",
    "RangeError: toFixed() digits argument must be between 0 and 100, got 404",
    "n must be >= 100 and <= 500. Received 404",
    "ValidationError: limit must be less than or equal to 500",
    "maximum is 500, you sent 503",
)
QUANTITIES = (
    "status: 200 units left",
    "status: 503 pallets in the hall",
    "we got 500 replies",
    "got 500 from my grandma for christmas",
    "they gave me 500 for the bike",
    "return 500 to the bank please",
    "he returned 404 of them",
    "the request took 504 ms, of which DNS was 200",
    "nginx answered in 503 µs",
    "the upstream took 404 μs",
    "115 connections on this server, and 205 on the global process",
    "request 503 took 20 ms",
    "request no. 404",
    "max retries 500, cache hits 404",
    '{"duration":503,"size":404,"retries":200}',
    'http_request_duration_seconds_bucket{le="500"} 404',
    "/dev/sda1  503  404  99  80% /",
    "can I move my 401k into a 403(b), we are a 501(c)(3)",
    "[13:55:36.404] INFO (503): request completed",
)
COUNTS_AND_METRICS = (
    "Active connections: 404 \nserver accepts handled requests\n 503 404 500 \nReading: 200 Writing: 1 Waiting: 404",
    "cluster.shop.upstream_cx_active: 503, upstream_rq_pending 404",
    "HTTP/3 took 404 ms, HTTP/2 503 ms",
    "sent 503 http requests in 200 s, https on 500 hosts",
    "[2025-10-10 13:55:36 +0000] [503] [INFO] Listening at: http://0.0.0.0:404 (503)",
    "api p95 404 p99 503",
    "the p99 of our nginx proxy was 503 today",
    "[NOTICE]   (503) : haproxy version is 2.6.12",
    "SMTP 421 and 450 are temporary; msmtp: server message: 535 5.7.8 Error",
    "requests per second 404, errors/s: 503",
    "api usage: 503, proxy pool: 404 alive",
    "rate(http_requests_total[5m]) = 404",
    "response sizes 404, 503, 500",
    "retry delays 100, 200, 400",
    " 12:00:00 up 200 days, load average: 404, 503",
    " 50% |####  | 404/503 [00:01<00:02, 200it/s]",
    "web-404 1/1 Running 503 (200m ago) 404d",
    "path      hits\n/login    404\n/cart     503",
    "endpoint  calls  p99\n/api/a    404    503\n/api/b    500    200",
    "| host | rps | p99 |\n|---|---|---|\n| web | 404 | 503 |",
    "month\trequests\nMay\t404\nJune\t503",
    "endpoint  p95\n/api/a    404\n/api/b    503",
)
NUMBERED_THINGS = (
    "dial 401 for sales, 403 for support, 404 for billing",
    "courses: CS 401, CS 403, CS 404",
    "tables 401 to 404",
    'switch (id) {\n  case 401: return "chair";\n  case 403: return "table";\n  case 404: return "lamp";\n}',
    "printer error codes:\n401 paper out\n403 cover open\n404 jam",
    "| code | fault |\n|---|---|\n| 401 | low oil |\n| 404 | no ignition |",
    "POST code 404 on the motherboard",
    "order status 200 means shipped, 404 means lost",
    "custom error codes: 401 no card, 403 card blocked",
    "Windows error 500, 502 and 503",
    "TypeError: 404 is not a function",
    "#define BIO_C_GET_CIPHER_STATUS 113",
    "    x = 1  # noqa: E501",
    "厂商说错误码 503 是缺纸，内部错误码 404 表示库存不足",
    "自訂錯誤碼 404，銀行回傳碼 503",
    "预期 500 实际 503，add(200, 204) 返回 404",
    "拿到 503 票，回覆 404 則",
    "请求数 404，失败 503；官网价 500，代购 404",
    "订单状态 200 已发货，404 已取消",
    "审批状态码 200 通过，403 驳回",
    "状态 401 是待审核，403 是已驳回，404 是已删除",
    "页面加载从 503 降到 200",
    "HTTP/2 流 503",
    "Failed asserting that 503 is identical to 404.",
    "-  404\n+  503",
    "the result was 503, the answer is 404",
    "const getWidth = () => 404;",
    "the picture is banner-503-v2.png",
    "一瓶 404，健保给付 200",
    "两箱要 503",
    "which 4xx driver do you run",
    "500 的话太贵了",
    "坐 404 的话要转车",
)
STATUSES = (
    "the script got a ⟦500⟧ from the API",
    "the cgi script returned ⟦500⟧",
    "the script returned ⟦500⟧ Internal Server Error",
    "server { listen 80; return ⟦444⟧; }",
    "if ($bad) { return ⟦403⟧; }",
    "return res.status(⟦500⟧).send()",
    'return {"error": "x"}, ⟦404⟧',
    "AssertionError: ⟦404⟧ != ⟦200⟧ : response status",
    "Status expected:<⟦200⟧> but was:<⟦404⟧>",
    "GET /users: want ⟦200⟧, got ⟦404⟧",
    "handler returned wrong status code: got ⟦404⟧ want ⟦200⟧",
    "1) returns ⟦402⟧ when the card is declined",
    "status: ⟦503⟧, body empty",
    "the status ⟦500⟧ requests are retried",
    "Error code: ⟦429⟧ - quota",
    '{"error_code":⟦404⟧,"error":"Not Found"}',
    "linkedin answers our link checker with ⟦999⟧",
    "put the path into the ⟦404⟧ message",
    "⟦599⟧ Internal Exception Could not connect",
    "支付宝网关返回 ⟦502⟧",
    "支付回调返回 ⟦500⟧，支付宝会重试",
    "调微信接口报 ⟦502⟧ Bad Gateway",
    "接口返回错误码 ⟦502⟧",
    "别用 ⟦200⟧ 包错误，前端没法接",
    "該 ⟦404⟧ 就 ⟦404⟧，不要亂回 ⟦200⟧",
    "全部都回 ⟦200⟧ 然後 body 寫錯誤",
    "過去 10 分鐘 ⟦5xx⟧ 比例 3%",
    "被 ⟦429⟧ 擋下來",
    "重導向 ⟦302⟧ 太多次",
    "点提交就 ⟦404⟧",
    "Non-⟦2xx⟧ answers raise an exception",
    "'⟦203⟧' became 'Non-Authoritative Information', ⟦404⟧ means not found",
    "请求 500 次，返回 ⟦503⟧",
    "等了 300 秒，⟦502⟧ 了",
    "path      status\n/login    ⟦404⟧\n/cart     ⟦503⟧",
    "接口返回错误码 ⟦502⟧，错误码 ⟦502⟧ 是网关错误",
    "GET /a ⟦404⟧, GET /b ⟦503⟧ and so on",
    "canary: expected ⟦204⟧, got ⟦502⟧",
    "the shard answers ⟦226⟧ IM Used",
    "zero ⟦5xx⟧ since noon",
    "HTTP ⟦200⟧ in 404 µs",
    "p95 of the gateway is fine again, /cart still answers ⟦503⟧",
)


@pytest.mark.parametrize("text", PROGRAMS)
def test_what_a_program_returns_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", NAMED_SYSTEMS)
def test_the_error_code_of_a_named_system_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", ASSERTIONS)
def test_an_assertion_without_a_sign_of_the_web_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", QUANTITIES)
def test_a_quantity_behind_a_word_of_the_web_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", COUNTS_AND_METRICS)
def test_a_count_in_the_output_of_a_web_server_or_in_a_table_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", NUMBERED_THINGS)
def test_the_numbers_of_things_and_the_codes_of_machines_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_in_the_same_words_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
