"""Numbers that a count, an option, a table or a title takes, and statuses that stand as close (in ⟦ and ⟧)."""

import pytest

from teapot.mentions import find_mentions
from tests.marks import mark_mentions, unmarked

TOLD_TOGETHER = (
    "the importer stops at 300 urls per sitemap and ours has 415",
    "405 strings untranslated in Polish, 411 in Czech, error page included",
    "we pulled 403 rows from the api and 408 from the ledger",
    "S3 was 301 bucks, CloudFront 403, and nobody noticed",
    "keep-alive timeout is 504s on the proxy and 499s in the app",
    "heading weight 500 on error pages, 400 everywhere else",
    "raised the ceiling of the pool to 500 and the errors stopped",
    "page size lowered from 500 to 200 in the api",
    "which of the 410 endpoints do we still serve?",
    "the other 404 were fine, only this request is slow",
    "retry 100/500 then the client gives up",
    "backoff 100, 200, 400 ms, then the request fails",
    "compiler: 503 errors, 404 warnings",
    "api quota is 429 per minute",
    "204 of the site's testers answered, that is 204 out of 522",
    "the survey response 302 made me laugh",
    "bumping the version code to 504 for the store page",
    "got it down to 410 with the site's voucher",
    "网站排名从 404 掉到 503",
    "报价 500 美金，今早就 520 了",
    "平台上报 502 条，网关只收到 499",
    "金店报 504 一克，昨天才 499",
    "1xx 段料号是五金，4xx 是包材",
    "防抖 300ms 太短，请求改成 500",
    "用例跑完 502 通过 3 失败，接口那组",
    "接口配额 500 封顶",
    "getTotal() 返回 499，单测期望 500",
    "orders: status 100 = new, 200 = paid, 400 = picked, 500 = shipped",
    "分页 size 传 500 会被后端截成 200",
    "the exam site says grade: 418/500, passed",
    "HTTP 连接数封顶 500，单机 100",
    "load test over http: 200 virtual users",
    "my son has a 504 plan at school, the review is on the portal",
    "Budget line 5xx is travel, 4xx is hardware",
)
OPTIONS_AND_CALLS = (
    "kubectl logs --tail 500 the api pod",
    "Invoke-WebRequest -TimeoutSec 200 does not help the request",
    "status is a varchar(500) in that table",
    "code = random.randint(100, 599)",
    "open /login?code=500 and login?code=500, both are blank pages",
    "who changed MAX_RETRIES from 3 to 503, the server suffers",
    'Parameters: {"amount"=>"302", "order_id"=>"500"}',
    "goroutine 429 [running]: server.go",
    'sl_send_reply("404", "User does not exist");',
    "Content-Length 写死成 404 了",
    "the 500-slot queue of the proxy is full",
    "response timeout: Seconds 500",
    "limits what the server accepts. By default this is 200.",
    'java.lang.NumberFormatException: For input string: "503 "\n\tat example.Server.parse(Server.java:67)',
    "LimitRequestFields 200 in the config of the server",
    "proxy pool: 500 residential, 200 datacenter",
    "[Nest] 415  - ERROR [UploadService] upload to the server failed",
    "const ok = Math.floor(response.statusCode / 100) === 2;",
)
TABLES = (
    "$ ps aux | head\nUSER      PID  %CPU  %MEM  COMMAND\nwww-data  502   0.4   2.1  php-fpm: pool www",
    "NAME      READY   STATUS   RESTARTS   AGE\nworker-0  0/1     Error    415        5h3m",
    "BenchmarkParseRequest-16      \t     526\t   2040404 ns/op\t   40400 B/op\t     511 allocs/op",
    "   ncalls  tottime  percall  cumtime\n      520    0.404    0.001    5.020  server.py:201(handle)",
    "c.c:2:9: warning: above bounds\n    2 | int codes[3]={200,404}; return codes[500];\n      |         ~~~~~^~~~",
    "    Building [=====================>      ] 404/500: reqwest",
)
TITLES_CLASSES_AND_MACHINES = (
    "404-A 红色断货了，先把链接下架",
    "返回码 0 成功，500 余额不足",
    "错误码 500 在我们这是库存不足",
    "code=404 是优惠券过期",
    "响应:\t220 Welcome\n响应:\t331 Password required\n响应:\t530 Login incorrect.",
    "Error on main.tf line 307, in resource:\n 307: resource aws_api_gateway api {",
    "《华氏451》的介绍页面打不开书影",
    "首付 4xx 万，先做页面",
    "全屋 2xx 平米，一个网关不够",
    "车牌尾号 4xx 今天限行，网站写的",
    "工号 3xx 开头的先去前台",
    "状态栏 405 像素高",
    "尿酸 503，报告页面全是箭头",
    "这页面在荣耀 200 上白屏",
    "消防主机显示 302 回路故障",
    "HANA 报 301，唯一键冲突",
    "國家代碼填 404，頁面顯示肯亞",
    "師傅報 500，隔壁那間報 300",
    "3表示磁盘异常，202表示网络抖动",
    'LeanCloudError(101, "Object not found")',
    "the restaurant's site: 502 West St, closed on Mondays",
)
STATUSES = (
    '昨晚的 access log 全是 ⟦499⟧\n10.0.3.21 - - [12/May/2024:02:04:10 +0800] "POST /pay HTTP/1.1" ⟦499⟧ 0 "-"',
    "proxy_cache_valid ⟦200⟧ ⟦302⟧ 10m;\nproxy_cache_valid ⟦404⟧ 1m;",
    "Status code distribution:\n  [⟦200⟧]\t1798 responses\n  [⟦502⟧]\t202 responses",
    "Status Codes  [code:count]                      ⟦200⟧:2443  ⟦429⟧:557",
    "$ curl -so /dev/null -w '%{http_code} %{time_total}\\n' https://api.example.com\n⟦200⟧ 0.204\n⟦504⟧ 30.02",
    "`expected_status` (number, default `⟦200⟧`)",
    "if response.status_code in range(⟦200⟧, ⟦300⟧):",
    "valid_response_codes = frozenset([⟦200⟧, ⟦201⟧, ⟦206⟧, ⟦226⟧, ⟦304⟧])",
    "only HTTP status codes >= ⟦100⟧ or <= ⟦599⟧ are parsed",
    "| Status Code | Error | Retry |\n| --- | --- | --- |\n| ⟦404⟧ | `NotFound` | no |\n| >=⟦500⟧ | `Internal` | yes |",
    "validateStatus: s => s >= ⟦200⟧ && s < ⟦300⟧",
    "⟦301⟧ vs ⟦302⟧ questions come up a lot: HTTP ⟦301⟧ is permanent",
    "most of the ⟦404⟧ errors come from bots",
    "imported the contacts, three failed with ⟦422⟧",
    "参数校验不通过：⟦400⟧，未登录：⟦401⟧，资源不存在：⟦404⟧",
    "不应该把 ⟦503⟧ 抛给用户",
    "dubbo 的 rest 协议找不到方法直接给 ⟦404⟧",
    "ollama 拉模型 ⟦504⟧，昨晚还好好的，服务器重启过",
    "签到接口给我 Response code ⟦419⟧",
    "访问直接给 ⟦508⟧ 检测到循环",
    "登录失败由 HTTP ⟦200⟧ + code=-1 改为 HTTP ⟦401⟧",
    "支持的状态码 ⟦4xx⟧:⟦400⟧, ⟦403⟧, ⟦404⟧ ⟦5xx⟧:⟦500⟧, ⟦502⟧, ⟦504⟧",
    "1 表示返回 ⟦2xx⟧ 代表健康，2 表示返回 ⟦3xx⟧ 代表健康",
    "模型可能给出不完整的内容或⟦500⟧内部服务器错误",
    "ValueError: 查詢失敗（例如限流、⟦5xx⟧）時不回傳",
    "ValueError: ⟦599⟧ is not a valid HTTPStatus",
    "assert response.status_code in (⟦403⟧, ⟦404⟧)",
    "=> 'Switching Protocols' goes with ⟦101⟧ => 'Switching Protocols'",
    "if ($res->status_line == ⟦301⟧) {",
    "fallback from HEAD to GET where the FTP proxy issues a ⟦405⟧ error",
    "收藏夹删除已删除的商品，期望返回⟦404⟧，实际返回⟦500⟧",
    "@param int $code HTTP 状态码，默认 ⟦302⟧",
    "+HTTPACTION: 0,⟦404⟧,146",
    "any status code from ⟦200⟧ up to, but not including, ⟦400⟧ counts as healthy",
    "if (![⟦200⟧, ⟦202⟧, ⟦304⟧].includes(res.status)) throw",
    "the logo url went from ⟦403⟧ to ⟦200⟧",
    "https://example.com/ride → Status: ⟦406⟧",
    "ftp 驱动挂上去接口报 ⟦500⟧，换成 webdav 还是⟦500⟧",
    '{"data":{"code":⟦403⟧,"msg":"请使用专属域名访问"},"statusCode":⟦403⟧}',
    "收到 ⟦302⟧ 后不会自动跟随，请读取 Location 标头；⟦303⟧ 亦同。",
    "不存在的页面反回⟦404⟧",
    "nope, no ⟦404⟧, the page just loads blank",
    "couple hundred ⟦499⟧s per min in nginx",
    "the mock server dishes out ⟦200⟧s no matter what",
    "昨晚 2 点到 3 点，⟦502⟧一共 431 次，都是支付网关的",
    "参数少传一个就喜提⟦400⟧",
    "校验失败 ⟦422⟧",
    "重复下单 ⟦409⟧ 了，幂等键冲突",
    "js ⟦404⟧ 导致白屏",
    "被风控 ⟦403⟧",
    "apisix ⟦502⟧",
    "OPTIONS 预检 ⟦403⟧",
    "if ⟦300⟧ <= statuscode < ⟦304⟧:",
    "the API returned ⟦201⟧ or so it seems",
    "the registry returns a ⟦503⟧ plan B is to retry",
    "errors of the proxy\nCurrently it makes codes\n    ⟦200⟧, ⟦400⟧, ⟦403⟧,\n    ⟦429⟧, ⟦500⟧, and ⟦504⟧.",
    "ways to signal a conflict: ⟦409⟧ Conflict, ⟦412⟧ Precondition Failed",
)


@pytest.mark.parametrize("text", TOLD_TOGETHER)
def test_a_number_that_goes_on_from_a_count_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", OPTIONS_AND_CALLS)
def test_the_value_of_an_option_or_the_argument_of_a_call_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", TABLES)
def test_a_number_in_a_table_without_a_sign_of_http_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", TITLES_CLASSES_AND_MACHINES)
def test_the_numbers_of_titles_classes_of_things_and_machines_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_as_close_to_such_words_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
