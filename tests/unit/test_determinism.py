"""What is found does not hang on chance: Python orders its sets anew in every process."""

import json
import os
import subprocess
import sys

QUERIES = (
    "too many", "timeout", "which code when validation fails", "redirect but keep post", "header", "网关", "连接超时",
    "權限不足", "wangguan chaoshi", "cloudflare yuanzhan", "sevrice unavailabel", "range", "pizza", "5xx timeout",
)  # fmt: skip
SCRIPT = """
import sys, json
from teapot.catalogue import load
from teapot.lookup import build_index, look_up, suggest
index = build_index(load())
for query in json.loads(sys.stdin.read()):
    found = look_up(index, query)
    offered = suggest(index, query, "zh-Hant", 25)
    print(found.verdict, [(hit.key, hit.score, hit.term, hit.field) for hit in found.hits], offered)
"""


def answers(seed: str) -> str:
    """What a process of its own answers, its hashes made from a seed."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": seed},
        input=json.dumps(QUERIES),
        capture_output=True,
        text=True,
        timeout=50,
        check=True,
    )
    return done.stdout


def test_every_process_gives_the_same_answers_in_the_same_order() -> None:
    first = answers("0")
    assert (first.count("Hit") + first.count("Suggestion") > len(QUERIES), [answers(seed) for seed in "12"]) == (
        True,
        [first, first],
    )
