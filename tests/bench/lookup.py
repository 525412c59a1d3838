"""Looking up: a query, a keystroke, the plain rapidfuzz call over the same texts, building the index, a cold shell.

Measured in processor time, which other programs on the machine lengthen little: nothing here waits for anything.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

from rapidfuzz import fuzz, process

from teapot import catalogue
from teapot.index import Index, build_index
from teapot.lookup import look_up, suggest
from tests.bench.figures import Figure, percentile

QUERIES_FILE = "TEAPOT_BENCH_QUERIES"
"""The environment variable with the path of a file of {"query"} lines to measure with instead of QUERIES."""

QUERIES = (
    "503", "5xx", "404.13", "nginx 499", "502 vs 504", "bad gateway", "HTTP_418_IM_A_TEAPOT",
    "StatusServiceUnavailable", "rate limited", "Retry-After", "teh page is gone forever", "sevrice unavailabel",
    "which status should an api send while a nightly job locks the table", "payload too large",
    "what does a proxy answer when the upstream closed the connection before it sent any header",
    "网关超时", "请求太频繁了怎么办", "前提条件失拜", "上传的压缩包超过大小限制应该返回哪个状态码",
    "請求太頻繁", "閘道逾時", "登入逾期要回傳哪個狀態碼", "cookie 太多", "cloudflare 证书过期",
    "wangguan chaoshi", "fuwuqi neibu cuowu", "chongtu", "If-None-Match", "too many", "condit",
    "no upstream healthy", "disk is full", "pizza quattro stagioni", "今天晚上吃什么", "１２３４５", "😀😀😀",
    "x" * 4_000,
)  # fmt: skip
KEYSTROKES = (
    "n",
    "no",
    "not ",
    "not mod",
    "5",
    "50",
    "rate",
    "rate li",
    "网",
    "网关",
    "網路驗",
    "wang",
    "wangguan ch",
    "cf 5",
)
Given = TypeVar("Given")
ROUNDS = 20
COLD_ROUNDS = 15
KEEPING_ROUNDS = 15


def measure() -> list[tuple[str, list[Figure]]]:
    """Milliseconds and ratios for lookup, autocomplete, the index, and the command line from a cold shell."""
    known = catalogue.load()
    building = _times(lambda _: build_index(known), range(7))
    index = build_index(known)
    queries = _queries()
    lookups = _times(lambda query: look_up(index, query), queries * ROUNDS)
    keystrokes = _times(lambda typed: suggest(index, typed, "en", 25), KEYSTROKES * ROUNDS)
    plain = _times(lambda query: process.extract(query, index.texts, scorer=fuzz.WRatio), queries * 2)
    codes = _times(lambda code: look_up(index, code), tuple(known.codes) * ROUNDS)
    return [
        (
            f"lookup over {len(queries)} queries and {len(index.texts)} texts",
            [
                Figure("lookup, median", median(lookups), "ms"),
                Figure("lookup, p99", percentile(lookups, 0.99), "ms", 5.0),
                Figure("an exact code, median", median(codes), "ms"),
                Figure("autocomplete keystroke, median", median(keystrokes), "ms"),
                Figure("autocomplete keystroke, p99", percentile(keystrokes, 0.99), "ms", 5.0),
                Figure("plain process.extract with WRatio, median", median(plain), "ms"),
                Figure("plain process.extract with WRatio, p99", percentile(plain, 0.99), "ms"),
                Figure("ratio lookup to plain, median", median(lookups) / median(plain), "x", 1.0),
                Figure("ratio keystroke to plain, median", median(keystrokes) / median(plain), "x", 1.0),
                Figure("building the index, median", median(building), "ms", 150.0),
                Figure("memory kept by each further query", _kept_bytes(index, queries), "B", 16.0),
            ],
        ),
        ("teapot lookup 503 from a cold shell", _cold()),
    ]


def _queries() -> tuple[str, ...]:
    path = os.environ.get(QUERIES_FILE)
    if path is None:
        return QUERIES
    return tuple(json.loads(line)["query"] for line in Path(path).read_text(encoding="utf-8").splitlines())


def _times(
    call: Callable[[Given], object], given: Iterable[Given], clock: Callable[[], float] = time.process_time
) -> list[float]:
    spent = []
    for one in given:
        start = clock()
        made = call(one)
        spent.append((clock() - start) * 1_000)
        del made  # letting go of an index takes time too, which nobody waits for
    return spent


def _kept_bytes(index: Index, queries: Sequence[str]) -> float:
    """What stays allocated by each query after all were asked a few times."""

    def ask() -> None:
        for query in queries:
            look_up(index, query)

        gc.collect()

    tracemalloc.start()
    try:
        for _ in range(KEEPING_ROUNDS):
            ask()
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(KEEPING_ROUNDS):
            ask()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return max(after - before, 0) / (KEEPING_ROUNDS * len(queries))


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cold() -> list[Figure]:
    """Both commands turn by turn, so that a busy machine slows both."""
    baseline, ours = [], []
    for _ in range(COLD_ROUNDS):
        baseline += _times(_run, [("-c", "import json")], _processor_seconds)
        ours += _times(_run, [("-m", "teapot", "lookup", "503")], _processor_seconds)
    return [
        Figure('python -c "import json", median', median(baseline), "ms"),
        Figure("teapot lookup 503, median", median(ours), "ms"),
        Figure("ratio, median", median(ours) / median(baseline), "x", 4.0),
    ]


def _run(words: Sequence[str]) -> None:
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
