"""What people type, and the entry it leads to; and what must lead nowhere."""

import pytest

from teapot.index import Index
from teapot.lookup import Findings, Verdict, look_up


def best(index: Index, query: str) -> str:
    """The key of the first hit that answers, "" when nothing does."""
    findings = look_up(index, query)
    answered = findings.verdict not in {Verdict.NOTHING, Verdict.UNREGISTERED}
    return findings.hits[0].key if answered else ""


def keys(findings: Findings) -> list[str]:
    return [hit.key for hit in findings.hits]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("503", "503"), ("  503\t", "503"), ("５０３", "503"), ("5️⃣0️⃣3️⃣", "503"), ("\u202e503", "503"),
        ("5\u200b03", "503"), ("#503", "503"), ("`503`", "503"), ("503!", "503"), ("(503)", "503"),
        ("HTTP 503", "503"), ("http/2 503", "503"), ("status: 503", "503"), ("error 503 page", "503"),
        ("err503", "503"), ("E503", "503"), ("503s", "503"), ("what does 503 mean?", "503"), ("5o3", "503"),
        ("状态码是503", "503"), ("报503了怎么办", "503"), ("回傳 503 錯誤", "503"), ("五〇三", "503"),
        ("五百零三", "503"), ("five oh three", "503"), ("503 Service Unavailable", "503"),
        ("Status503", "503"), ("0", "0"), ("000", "000"), ("999", "999"),
    ],
)  # fmt: skip
def test_a_code_is_found_however_it_is_dressed(index: Index, query: str, key: str) -> None:
    findings = look_up(index, query)
    assert (findings.verdict, keys(findings)) == (Verdict.CLEAR, [key])


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("5xx", "5xx"), ("5XX", "5xx"), ("5**", "5xx"), ("5x", "5xx"), ("5", "5xx"), ("http 5xx errors", "5xx"),
        ("500-599", "5xx"), ("500 to 599", "5xx"), ("7xx", "7xx"), ("cloudflare 1xxx", "1xxx"),
        ("server side errors", "5xx"), ("redirection", "3xx"), ("informational responses", "1xx"),
        ("客户端错误", "4xx"), ("用戶端錯誤", "4xx"),
    ],
)  # fmt: skip
def test_a_class_is_found_by_its_digit_and_by_its_name(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["41", "41x", "http 41", "41?"])
def test_two_digits_give_the_codes_that_begin_so(index: Index, query: str) -> None:
    findings = look_up(index, query)
    assert findings.verdict is Verdict.BEGINNING
    assert findings.term == "41"
    assert keys(findings)[:3] == ["410", "411", "412"]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("404.7", "404.7"), ("iis 404.7", "404.7"), ("HTTP 404.7 error", "404.7"), ("iis 404.99", "404"),
        ("500.21 iis", "500.21"), ("iis file extension denied", "404.7"),
    ],
)  # fmt: skip
def test_a_substatus_is_found_with_and_without_iis(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("499", "499"), ("nginx 499", "499@nginx"), ("499 nginx", "499@nginx"), ("caddy 499", "499@caddy"),
        ("499 from heroku", "499@heroku"), ("499@esri", "499@esri"), ("499 token required", "499@esri"),
        ("七牛 599", "599@qiniu"), ("阿里雲 599", "599@alibaba"), ("tornado 599", "599@tornado"),
        ("530 pantheon", "530@pantheon"), ("cloudflare 523", "523"), ("cf 523", "523"), ("nginx 404", "404"),
        ("arcgis 404", "404"),
    ],
)  # fmt: skip
def test_a_vendor_beside_a_code_chooses_its_reading(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        ("301 308", ["301", "308"]), ("308 vs 301", ["301", "308"]), ("502/504", ["502", "504"]),
        ("401,403", ["401", "403"]), ("difference between 307 and 308", ["307", "308"]),
        ("404 or 410?", ["404", "410"]), ("400还是422", ["400", "422"]), ("400 還是 422", ["400", "422"]),
        ("502 和 503 的区别", ["502", "503"]), ("4xx vs 5xx", ["4xx", "5xx"]),
        ("not found vs gone", ["404", "410"]), ("difference between conflict and locked", ["409", "423"]),
        ("网关错误和网关超时有什么区别", ["502", "504"]), ("閘道錯誤還是閘道逾時", ["502", "504"]),
    ],
)  # fmt: skip
def test_two_codes_are_compared_the_lower_first(index: Index, query: str, pair: list[str]) -> None:
    findings = look_up(index, query)
    assert (findings.verdict, keys(findings)) == (Verdict.VERSUS, pair)


def test_of_two_codes_the_one_the_other_words_speak_for_scores_higher(index: Index) -> None:
    first, second = look_up(index, "429 or 503 while the service is in maintenance").hits
    assert (first.key, second.key) == ("429", "503")
    assert first.score < second.score


def test_three_codes_are_three_hits(index: Index) -> None:
    findings = look_up(index, "502, 503 or 504")
    assert (findings.verdict, keys(findings)) == (Verdict.SEVERAL, ["502", "503", "504"])


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Misdirected Request", "421"), ("gateway timeout", "504"), ("I'm a teapot", "418"), ("Im a Teapot", "418"),
        ("request entity too large", "413"), ("unprocessable entity", "422"), ("moved temporarily", "302"),
        ("request-uri too long", "414"), ("请求头过大", "431"), ("錯誤導向的請求", "421"), ("需要升级协议", "426"),
        ("伺服器內部錯誤", "500"), ("无法处理的内容", "422"),
    ],
)  # fmt: skip
def test_a_code_is_found_by_its_current_and_its_former_names(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("HTTP_418_IM_A_TEAPOT", "418"), ("http_508_loop_detected", "508"), ("StatusTeapot", "418"),
        ("http.StatusGone", "410"), ("statusgatewaytimeout", "504"), ("HttpStatus.BAD_GATEWAY", "502"),
        ("HttpStatusCode.RedirectKeepVerb", "307"), ("HttpStatusCode.Redirect", "302"),
        ("StatusCode::IM_A_TEAPOT", "418"), ("Response::HTTP_LOCKED", "423"), (":not_found", "404"),
        (":conflict", "409"), ("SC_GONE", "410"), ("HTTPStatus.IM_USED", "226"), ("ImATeapotException", "418"),
        ("DEADLINE_EXCEEDED", "504"), ("codes.PermissionDenied", "403"), ("FAILED_PRECONDITION", "400"),
        ("ALREADY_EXISTS", "409"), ("MethodNotAllowedException", "405"), ("Http404", "404"),
        ("TokenMismatchException", "419"),
    ],
)  # fmt: skip
def test_a_constant_is_found_in_any_casing(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


def test_every_constant_of_the_catalogue_finds_its_code(index: Index) -> None:
    lost = []
    for code, entry in index.catalogue.codes.items():
        for reading in entry.readings:
            names = [name for name in reading.constants.__struct_fields__ if name != "also"]
            constants = [getattr(reading.constants, name) for name in names] + list(reading.constants.also)
            written = [form for name in constants if name for form in (name, name.lower(), name.upper())]
            lost += [(code, form) for form in written if best(index, form).partition("@")[0] != code]
    assert lost == []


DRESSES = (
    "http.Status{camel}", "HTTP_{number}_{snake}", "HTTP_{snake}", "status.HTTP_{number}_{snake}", "SC_{snake}",
    "HttpServletResponse.SC_{snake}", "HttpURLConnection.HTTP_{snake}", "StatusCodes.Status{number}{camel}",
    "NGX_HTTP_{snake}", "http::status::{lower}", "HttpStatus::{snake}", "HTTPStatus.{snake}", "kHttp{camel}",
    "HTTP_STATUS_{snake}", "werkzeug.exceptions.{camel}", "HttpResponse{camel}", "{camel}Exception", "{snake}_ERROR",
)  # fmt: skip


@pytest.mark.parametrize("dress", DRESSES)
def test_a_registered_name_is_found_in_the_dress_of_any_library(index: Index, dress: str) -> None:
    lost = []
    for code, entry in index.catalogue.codes.items():
        reading = entry.readings[0]
        if reading.standing != "registered" or not reading.phrase.replace(" ", "").replace("-", "").isalpha():
            continue
        parts = reading.phrase.replace("-", " ").split()
        camel = "".join(part[0].upper() + part[1:] for part in parts)
        snake = "_".join(parts).upper()
        typed = dress.format(camel=camel, snake=snake, lower=snake.lower(), number=code)
        if best(index, typed).partition("@")[0] != code:
            lost.append(typed)
    assert lost == []


@pytest.mark.parametrize(
    ("query", "key"),
    [("StatusCodes.METHOD_FAILURE", "420@webdav-draft"), ("what is METHOD_FAILURE in node", "420@webdav-draft"),
     ("StatusCodes.INSUFFICIENT_SPACE_ON_RESOURCE 是什么", "419@webdav-draft"), ("HttpStatusCode.Redirect", "302")],
)  # fmt: skip
def test_a_constant_of_a_library_comes_before_the_like_name_of_another_code(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["e.g. a dog", "U.S.A.", "iPad", "PowerPoint", "McDonald's menu", "snake_case"])
def test_what_is_merely_written_like_a_constant_is_none(index: Index, query: str) -> None:
    assert look_up(index, query).verdict is Verdict.NOTHING


@pytest.mark.parametrize(
    ("query", "key"),
    [("430@shopify.2", "430@shopify.2"), ("shopify 430 security rejection", "430"),
     ("shopify 430 too many urls", "430@shopify.2"), ("430 request header fields too large", "430@shopify.2")],
)  # fmt: skip
def test_two_readings_of_one_vendor_are_told_apart(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["430@shopify.3", "430@nginx", "499@", "430@.2"])
def test_a_reading_that_nobody_has_is_not_opened(index: Index, query: str) -> None:
    assert all(hit.key != query for hit in look_up(index, query).hits)


@pytest.mark.parametrize(
    ("query", "key"),
    [("which 3xx is permanent and keeps POST", "308"), ("4xx for too many requests", "429"), ("3xx 缓存没变", "304"),
     ("the 5xx when an upstream is too slow", "504"), ("哪个 2xx 表示已创建", "201")],
)  # fmt: skip
def test_words_beside_a_class_choose_a_code_of_it(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [("list of 4xx codes", "4xx"), ("4xx client errors", "4xx"), ("2xx success", "2xx"), ("nginx 5xx", "5xx"),
     ("5xx 是什么意思", "5xx"), ("3xx 重新導向", "3xx"), ("5xx pizza", "5xx")],
)  # fmt: skip
def test_words_that_say_no_more_than_a_class_leave_it_first(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(("query", "codes"), [("RFC 6585", {"428", "429", "431", "511"}), ("rfc 7725", {"451"})])
def test_the_number_of_an_rfc_gives_the_codes_it_defines(index: Index, query: str, codes: set[str]) -> None:
    assert set(keys(look_up(index, query))[: len(codes)]) == codes


@pytest.mark.parametrize(
    ("query", "key"),
    [("web.config 配置错误", "500.19"), ("目錄清單被拒絕", "403.14"), ("应用程序池不可用", "503.0"),
     ("客户端证书已吊销", "403.13"), ("無法辨識的模組", "500.21"), ("iis 上传文件太大", "404.13")],
)  # fmt: skip
def test_a_substatus_is_found_by_its_chinese_name(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("If-None-Match", "304"), ("if-none-match header", "304"), ("Proxy-Authorization", "407"),
        ("Lock-Token", "423"), ("A-IM", "226"), ("Sec-WebSocket-Key", "101"), ("Upload-Offset", "104"),
        ("Access-Control-Allow-Origin", "0"), ("Accept-Language 标头", "406"), ("If-Unmodified-Since 头", "412"),
        ("Content-Range: bytes */9000", "416"), ("Range: bytes=0-499", "206"),
    ],
)  # fmt: skip
def test_a_header_leads_to_the_code_it_is_about(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("rate limited", "429"), ("the certificate of the origin is expired cloudflare", "526"),
        ("username taken", "409"), ("which code when the uploaded video is larger than the limit", "413"),
        ("disk quota of the share is used up", "507"), ("nginx closed the connection without any response", "444"),
        ("tab closed before the answer came", "499"), ("网站正在停机维护", "503"),
        ("用户名被占用返回什么状态码", "409"), ("断点续传的范围超出", "416"), ("磁碟沒有空間了", "507"),
        ("簽章連結過期", "403"), ("憑證過期 cloudflare", "526"), ("超過 API 的呼叫次數限制", "429"),
        ("upstream 超时", "504"), ("cookie 太大 header", "431"),
    ],
)  # fmt: skip
def test_a_meaning_is_found_in_every_language(index: Index, query: str, code: str) -> None:
    assert best(index, query).partition("@")[0] == code


@pytest.mark.parametrize(("query", "key"), [("wgcs", "504"), ("fwbky", "503"), ("QQCS", "408"), ("wgcw", "502")])
def test_the_first_letters_of_a_chinese_name_find_it(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["zzzz", "bcdfg", "qwrt", "xswl", "yyds"])
def test_other_letters_find_no_chinese_name(index: Index, query: str) -> None:
    assert look_up(index, query).verdict is Verdict.NOTHING


@pytest.mark.parametrize(
    ("query", "key"),
    [("nginx wangguan chaoshi", "504"), ("cloudflare zhengshu guoqi", "526"), ("token guoqi le", "401"),
     ("neibu cuowo", "500"), ("fuwqui guzhang weihu", "503")],
)  # fmt: skip
def test_pinyin_is_read_beside_english_and_with_typing_errors(index: Index, query: str, key: str) -> None:
    assert key in keys(look_up(index, query))[:3]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("wangguan chaoshi", "504"), ("wangguanchaoshi", "504"), ("wǎngguān chāoshí", "504"),
        ("wangguan chaoshi shi shenme yisi", "504"), ("ziyuan suoding yong na ge zhuangtaima", "423"),
        ("wang3guan1 chao1shi2", "504"), ("wanguan caosi", "504"), ("yongjiu yidong le", "301"), ("chongtu", "409"),
        ("fuwu bukeyong", "503"), ("neibu cuowu", "500"), ("qingqiu chaoshi", "408"), ("xianliu", "429"),
    ],
)  # fmt: skip
def test_pinyin_is_read_with_and_without_tones_and_spaces(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("gatewya timeout", "504"), ("gateway timout", "504"), ("gatteway timeout", "504"),
        ("gateway timeoit", "504"), ("misdirectd request", "421"), ("teapto", "418"), ("too manny requestss", "429"),
        ("loop detcted", "508"), ("badgateway", "502"), ("pre-condition failde", "412"), ("网关超事", "504"),
        ("网关超", "504"), ("网超时关", "504"), ("內部伺服器錯物", "500"), ("前提条件失拜", "412"),
        ("需要伏款", "402"),
    ],
)  # fmt: skip
def test_typing_errors_are_forgiven(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "?", "...", "pizza", "quattro stagioni", "qwertzuiop", "what is the weather like", "sing a song",
        "lorem ipsum", "xyzzy plugh", "dinner for friends", "今晚吃火锅", "星期天", "新年快樂", "🍵", "👍👍👍",
        "안녕", "привет", "١٢٣", "9", "12", "77", "792", "123456", "1.618", "0x1F4", "+49 404 1234", "10.0.0.404",
        "--", "<b>", "'; --", "\ud800", "\x00\x01", "%s%n", "{{7*7}}",
    ],
)  # fmt: skip
def test_what_is_no_question_about_http_answers_nothing(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(
    "query",
    [
        "squash my git commits", "rebase onto a release branch", "sftp chroot", "imap folder",
        "mysql window functions", "css sticky footer", "exit code 2", "errno 28", "bluetooth headset",
        "pivot table in excel", "蓝牙耳机", "打印机缺墨", "退出码 3", "前端面试", "redirect your career",
        "a page of my diary", "link to my childhood", "server at the bar", "proxy for the king", "请求帮助搬家",
        "跳转舞步大全", "文件柜", "用户调研问卷", "moved to tears", "gone to the dogs", "found footage horror",
        "loop station guitar", "forbidden planet 1956", "upgrade my flight", "冲突管理课程", "禁止宠物入内",
        "超时加班费", "过期牛奶", "永久驻颜", "shijian guanli",
    ],
)  # fmt: skip
def test_words_of_ours_in_talk_of_other_things_answer_nothing(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("git push, proxy authentication required", "407"), ("docker push payload too large", "413"),
        ("sql gateway timeout", "504"), ("ssh tunnel, bad gateway", "502"), ("excel upload too large", "413"),
        ("css file not found", "404"), ("npm proxy authentication required", "407"), ("gone", "410"), ("冲突", "409"),
        ("forbidden", "403"), ("redirect forever", "308"), ("超时的网关", "504"),
    ],
)  # fmt: skip
def test_talk_of_other_things_that_names_a_code_is_answered(index: Index, query: str, key: str) -> None:
    assert key in keys(look_up(index, query))[:3]
    assert best(index, query) != ""


@pytest.mark.parametrize(
    ("brief", "full"),
    [
        ("订阅杂志", "订阅已经过期需要续费"),
        ("certificate of merit", "the certificate of the page is no longer trusted"),
    ],
)
def test_who_says_little_has_to_name_the_thing(index: Index, brief: str, full: str) -> None:
    assert best(index, brief) == ""
    assert best(index, full) != ""


@pytest.mark.parametrize(("query", "key"), [("what does im used mean", "226"), ("too early they say", "425")])
def test_a_name_said_among_common_words_is_enough(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Results.Forbid()", "403"), ("raise Gone()", "410"), ("HTTPStatus.LOCKED.value", "423"), ("RC_FOUND", "302"),
        ("StatusCode::CONFLICT.as_u16", "409"), ("new PreconditionRequiredHttpException()", "428"),
        ("RC_TOO_EARLY", "425"), ("NOT_ACCEPTABLE in kotlin", "406"),
    ],
)  # fmt: skip
def test_a_constant_is_found_in_the_midst_of_code(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["Tree()", "raise Cucumber()", "RC_PLANE", "pizza.value", "gone fishing ()"])
def test_other_code_names_no_constant(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(
    ("query", "keys_of_header"),
    [
        ("哪个响应会有 Retry-After", {"429", "503"}), ("must it carry WWW-Authenticate", {"401"}),
        ("Retry-After tells the seconds", {"429", "503"}), ("回應裡會附 Proxy-Authenticate", {"407"}),
        ("沒有 Content-Length 就不收", {"411"}), ("If-Unmodified-Since no longer holds", {"412"}),
    ],
)  # fmt: skip
def test_a_header_that_is_named_speaks_for_the_codes_it_belongs_to(
    index: Index, query: str, keys_of_header: set[str]
) -> None:
    assert best(index, query) in keys_of_header


@pytest.mark.parametrize("query", ["Allow me to sing", "well-known pizza", "Depth of the sea", "x-ray of my foot"])
def test_a_word_that_some_header_has_too_names_none(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(("query", "key"), [("网扛超时", "504"), ("方法不充许", "405"), ("前题条件失败", "412")])
def test_one_wrong_character_of_four_is_forgiven(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["299", "HTTP 555", "status 199", "418 9 599 x", "错误 477"])
def test_a_number_that_nobody_defines_is_never_given_a_meaning(index: Index, query: str) -> None:
    findings = look_up(index, query)
    named = {hit.key for hit in findings.hits} if findings.verdict is not Verdict.UNREGISTERED else set()
    assert not named & {"299", "555", "199", "477"}


@pytest.mark.parametrize(("query", "number"), [("299", "299"), ("HTTP 555", "555"), ("状态码 477", "477")])
def test_an_unregistered_number_of_a_class_is_told_as_that(index: Index, query: str, number: str) -> None:
    findings = look_up(index, query)
    assert (findings.verdict, keys(findings)) == (Verdict.UNREGISTERED, [number])


@pytest.mark.parametrize(
    "query", ["x509", "sha256", "took 500ms", "waited 504 seconds", "Retry-After: 503", "port=404"]
)
def test_a_number_that_is_a_measure_or_a_part_of_a_word_is_no_code(index: Index, query: str) -> None:
    findings = look_up(index, query)
    assert not [hit for hit in findings.hits if hit.field == "code"]


def test_nothing_found_offers_the_nearest(index: Index) -> None:
    findings = look_up(index, "743")
    assert findings.verdict is Verdict.NOTHING
    assert "403" in keys(findings)


def test_equal_entries_come_in_the_same_order_every_time(index: Index) -> None:
    assert len({tuple(keys(look_up(index, "retry after"))) for _ in range(5)}) == 1


def test_between_equal_matches_the_common_code_comes_first(index: Index) -> None:
    first, second = look_up(index, "Retry-After").hits[:2]
    assert {first.key, second.key} == {"429", "503"}
    assert first.key < second.key


def test_a_hit_tells_the_field_and_the_term(index: Index) -> None:
    hit = look_up(index, "Gateway Time-out").hits[0]
    assert (hit.key, hit.field, hit.term) == ("504", "former name", "gateway time out")


def test_scores_fall_and_stay_within_zero_and_a_hundred_and_some(index: Index) -> None:
    scores = [hit.score for hit in look_up(index, "server").hits]
    assert scores == sorted(scores, reverse=True)


def test_each_number_is_listed_once(index: Index) -> None:
    codes = [key.partition("@")[0] for key in keys(look_up(index, "client closed request"))]
    assert len(codes) == len(set(codes))
