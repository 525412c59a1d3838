"""What people type, and the entry it leads to; and what must lead nowhere."""

import pytest

from teapot.index import Index
from teapot.lookup import Verdict, look_up
from tests.asking import best, keys


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
    [("430@shopify.2", "430@shopify.2"), ("shopify 430 security rejection", "430"),
     ("shopify 430 too many urls", "430@shopify.2"), ("430 request header fields too large", "430@shopify.2")],
)  # fmt: skip
def test_two_readings_of_one_vendor_are_told_apart(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["430@shopify.3", "430@nginx", "499@", "430@.2"])
def test_a_reading_that_nobody_has_is_not_opened(index: Index, query: str) -> None:
    assert all(hit.key != query for hit in look_up(index, query).hits)


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
