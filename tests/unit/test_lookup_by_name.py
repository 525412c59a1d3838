"""A code by its names in code and documents: constants, headers, RFCs; and what is merely written like one."""

import pytest

from teapot.index import Index
from teapot.lookup import Verdict, look_up
from tests.asking import best, keys


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


@pytest.mark.parametrize(("query", "codes"), [("RFC 6585", {"428", "429", "431", "511"}), ("rfc 7725", {"451"})])
def test_the_number_of_an_rfc_gives_the_codes_it_defines(index: Index, query: str, codes: set[str]) -> None:
    assert set(keys(look_up(index, query))[: len(codes)]) == codes


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
