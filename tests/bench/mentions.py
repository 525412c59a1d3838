"""Finding mentions: chat without a status, ordinary logs, and the worst texts we can think of."""

import random
import re
import time
from collections.abc import Callable

from teapot.mentions import find_mentions
from teapot.scanning import PIECE_BYTES
from tests.bench.figures import Figure

LENGTH = 100_000
ROUNDS = 7

BARE = re.compile(r"\d{3}")
CHAT = (
    "can someone look at the staging deploy? it looks broken again and nobody knows why",
    "ok merged, thanks!",
    "能不能帮我看一下测试环境的部署，好像又坏了，谁有空",
    "午餐要訂什麼？我想吃便當",
    "lunch at 12:30, table for 4 under my name",
    "the new dashboard is so much nicer than what we had before, who made it? 🫖",
)
TEMPTING = (
    "see you in room 404 at 5",
    "the PR adds 200 lines and 3 tests",
    "这次团建一共 503 人，每人 200 块",
    "step 404 of 500, loss is still going down",
)
ACCESS_LOG = (
    '203.0.113.9 - - [10/Oct/2025:13:55:36 +0000] "GET /api/v1/orders/81723 HTTP/1.1" 200 4521 '
    '"https://shop.example.com/cart" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0"\n'
    '203.0.113.77 - - [10/Oct/2025:13:55:37 +0000] "POST /api/v1/pay HTTP/2.0" 503 190 "-" "curl/8.4.0"\n'
)
APPLICATION_LOG = (
    "2025-10-10T13:55:36.123Z ERROR [checkout] POST https://api.example.com/v1/pay failed: 503 Service Unavailable\n"
    "2025-10-10T13:55:37.001Z WARN [cart] upstream answered with status 502, retrying in 200 ms\n"
    "2025-10-10T13:55:37.402Z INFO [cart] worker 7 ready, queue length 12\n"
)
HOSTILE_UNITS = (
    *("404 ", "404,", "502/503/", "404-", "404.", '"404" ', "HTTP 404 ", "a 404 b ", "404 x404 ", "status: 503\n"),
    *(
        "报502了",
        "接口返回了很多很多的 502 ",
        "404的",
        "５０３",
        "E404 ",
        "5xx ",
        "4xx/",
        "404 error not found ",
        "404\n",
    ),
    *(" ", "\n", '"', "(", "[", "5", "://", "/a ", "/", "error ", "http ", '"GET /x ', '"GET /x HTTP/1.1" 404 '),
    *(
        " 1/1/1/1/1 ",
        "| 404 |",
        "\tGET\t",
        " - ",
        '[{("404")}]',
        "TCP_",
        "TCP_A/404 1 GET ",
        '] "x" 404 1 ',
        " GET /x ",
    ),
    *(
        "404" + " " * 50,
        "404 " + "x" * 90 + " ",
        "api a b c 404, and then words ",
        "第一次收到了一个 404 ",
        "404 1.1.1 ",
        "sum = 404, want 503, got and returned 502 ",
        "assert that it must be < 404 or was 503 ",
        "支付宝说返回了错误码 404 ",
        "got got 5 got want 404, ",
        "的" * 60 + "404 ",
        "为 404 为 ",
        "报 404，",
        "404 : =>500 的404的",
        "| 404 | 404 |\n",
        'RETURNED(422, "货"), ',
        "Status\n\n咱\n",
        '"GET /x HTTP/1.1" 404 1\nHTTP 404 and 503 or the api got a 502 ',
        "网关超时从 404 调到 503，body 里 code 500，文案 404 ",
        "the sheet has 503 rows and the page shows 502 ",
        "99.2% 200, what does the 404 mean? errors: 400 bad body, ",
        "post /a -> 201, every api call 401, no more 403 ",
    ),
)


def measure() -> list[tuple[str, list[Figure]]]:
    """Ratios to a bare search in the same run, megabytes a second, and the worst text against an ordinary one."""
    plain = _seconds_per_character(_filled(ACCESS_LOG))
    application = _seconds_per_character(_filled(APPLICATION_LOG)[:PIECE_BYTES])
    hostile, worst = max((_seconds_per_character(text), text[:20]) for text in _hostile_texts())
    return [
        (
            "Finding mentions",
            [
                Figure("chat without a number, against a bare search", _ratio_to_bare(CHAT), "times", 3),
                Figure("chat with a tempting number, against a bare search", _ratio_to_bare(TEMPTING), "times"),
                Figure("access log", 1e-6 / plain, "MB/s", 10, at_least=True),
                Figure("application log with a status in two of three lines", 1e-6 / application, "MB/s"),
                Figure("worst hostile text, against the application log", hostile / application, "times", 2),
                Figure(f"the same ({worst!r}), against the access log", hostile / plain, "times"),
            ],
        )
    ]


def _filled(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


def _hostile_texts() -> list[str]:
    noise = random.Random(404)
    return [*map(_filled, HOSTILE_UNITS), "".join(noise.choices('0123456789 .,:/-"ax\n个', k=LENGTH))]


def _ratio_to_bare(texts: tuple[str, ...]) -> float:
    found = _best(lambda: [find_mentions(text) for text in texts for _ in range(200)])
    bare = _best(lambda: [BARE.search(text) for text in texts for _ in range(200)])
    return found / bare


def _seconds_per_character(text: str) -> float:
    return _best(lambda: find_mentions(text)) / len(text)


def _best(measured: Callable[[], object]) -> float:
    """The least processor time of a few rounds, in seconds: other processes do not count."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        measured()
        seconds.append(time.process_time() - start)
    return min(seconds)
