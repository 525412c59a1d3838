"""What a number is worth before a word around it is read: how often it is a status when people write it."""

import re
from collections.abc import Sequence

from teapot.mentions.candidates import Run
from teapot.mentions.roles import by_word, words
from teapot.mentions.tokens import is_han

_WORTH = {
    7: words("4xx 5xx"),
    5: words("522 524 401 403 404 422 429 502 503 504"),
    4: words("405 409 413 451 499 521 1xx 2xx 3xx"),
    3: words("406 408 411 417 423 424 204 206 301 304 307 308 407 410 412 414 415 416 418 428 431 501 505 511 525 526"),
    2: words("200 205 302 303 305 306 400 425 426 500 520"),
    1: words("506 507 508 421 101 201 202 203 402"),
    0: words(
        "103 419 420 440 444 449 450 460 463 464 472 473 494 495 496 497 498 509 523 527 529 530 540 561 573 579 598",
        "599 999",
    ),
    -1: words("430 218 298 456 457 478 207 300 510"),
    -2: words("100"),
    -3: words("104 102 208 226"),
    -20: words("110 143 389 443 514 543 587"),  # well-known ports
}
"""From 7 (hardly ever anything else) down: classes, registered codes, vendors' codes, and a few that never are one."""
_WORTH_OF_A_CODE = by_word(_WORTH)
FAMILIAR = 4
"""From here on a number is more often a status than anything else."""
UNREGISTERED, NO_STATUS = -6, -20
_WHOLE_CLASS, _CLASSES = 7, 8
_ENDS_OF_CLASSES = frozenset(("199", "299", "399"))
_RARE = -3
_TO = re.compile(r" ?[-–~～到至] ?")

# "401, 403" and "401 和 403" may as well be rooms or tables; "401 vs 403" and "502/504" hardly.
_ENUMERATION = re.compile(
    r"\s*[,，、-]?\s*|,\s(?:and\s)?(?:then|second|finally|later|afterwards)\s(?:finally\s)?(?:an?\s)?|(?:,\s*|\s*)(?:and|or|to|through|和|到|至|或者?|及|以及|與|与|跟)\s*|[\"'`*]+.{1,8}"
)
_PROGRESS, _LONGEST_BAR = re.compile(r"(?:%[ |#=>█.\[(-]+|\[[=>#█.-]{3,}[ >]*\] ?)\Z"), 40  # 50% |####  | 404/503
_AS_IT_SHOULD, _ON_PRINCIPLE = re.compile(r"(?<=[该該]) ?[0-9]{3}s? ?就|[该該][0-9]{3} ?就"), 6  # "该 404 就 404"

REDIRECTS = words("301 302 303 307 308")
_CONTRAST = re.compile(r"\b(?:not|vs|versus|instead|rather)\b|[还還]是|而?不是")

_OUTAGE, _MANY = words("429 500 502 503 504"), 3
"""Three of these in one list are hardly ever anything else."""

_VENDORS = (
    (words("460 463 464 561"), words("alb elb aws loadbalancer balancer 负载均衡 負載平衡")),
    (words("444 494 495 496 497 498 499"), words("access bot bots nginx ingress openresty tengine esri arcgis")),
    (words("520 523 525 526 527 529 530"), words("cloudflare cloudflared flare cf railgun argo")),
    (words("440 449"), words("iis exchange owa outlook")),
    (words("419"), words("laravel csrf tokenmismatchexception")),
    (words("420"), words("twitter")),
    (words("430"), words("shopify")),
    (words("508 509"), words("cpanel hosting moodle wordpress 主机商 主機商 虚拟主机 虛擬主機")),
    (words("529"), words("openai anthropic claude qualys overloaded 模型")),
    (words("530"), words("pantheon")),
    (words("999"), words("linkedin yahoo 领英 領英")),
    (words("472 473"), words("vault")),
    (words("598 599"), words("tornado")),
    (words("514"), words("腾讯云 騰訊雲")),
    (words("573 579 599"), words("七牛")),
)
"""Codes, and the names of the vendors whose they are."""


def is_of_a_vendor(code: str, tokens: Sequence[str]) -> bool:
    """Whether the vendor whose code it is has its name among the tokens."""
    for codes, names in _VENDORS:
        if code in codes and any(
            name in token if is_han(name) else name == token for token in tokens for name in names
        ):
            return True
    return False


def prior(code: str) -> int:
    """How much a single number is worth; a sub-status as much as its code."""
    return _WORTH_OF_A_CODE.get(code[:3], UNREGISTERED)


def is_whole_class(run: Run) -> bool:
    """Whether the run ends in a range such as 500-599 or 200-399, which is nothing but classes of statuses."""
    if len(run) < 2:
        return False
    first, last = run[-2].code, run[-1].code
    is_open = first.endswith("00") or first[:2] == last[0] + "0" or (len(run) > 2 and first[0] == last[0])
    return last.endswith("99") and is_open


def prior_of_a_list(text: str, run: Run) -> int:
    """How much a list is worth: its best member, and more since known codes vouch for each other."""
    weighs_redirects = _weighs_redirects(text, run)
    if len(_OUTAGE.intersection(candidate.code for candidate in run)) >= _MANY:
        return _WHOLE_CLASS + 2
    if weighs_redirects or is_whole_class(run):
        return _WHOLE_CLASS + weighs_redirects
    priors = [prior(candidate.code) for candidate in run if candidate.code not in _ENDS_OF_CLASSES]
    if not priors:
        return UNREGISTERED
    if all(candidate.code[-1] == "x" for candidate in run) and run[0].code != run[1].code:
        return _CLASSES
    if min(priors) == UNREGISTERED and _TO.fullmatch(text, run[0].end, run[1].start):  # codes 100-106
        return NO_STATUS
    strange = sum(worth <= _RARE for worth in priors)
    if strange:
        return min(max(priors), 0) - 4 * strange
    if "==" in text[run[0].end : run[1].start]:  # "assert 404 == 200" may compare anything
        return max(priors)
    if _is_of_a_bar(text, run):
        return UNREGISTERED
    if _AS_IT_SHOULD.match(text, run[0].start - 1) and run[0].code == run[1].code:
        return max(priors) + _ON_PRINCIPLE
    is_enumeration = _ENUMERATION.fullmatch(text, run[0].end, run[1].start) is not None
    return max(priors) + (2 if is_enumeration or min(priors) < FAMILIAR else 3)


def _is_of_a_bar(text: str, run: Run) -> bool:
    """Whether a list is the progress of a build or a download: "[404/503]", "80%|####  | 404/503"."""
    start = run[0].start
    if text[start - 1 : start] == "[" and text[run[0].end : run[1].start] == "/":
        return True
    return _PROGRESS.search(text, max(0, start - _LONGEST_BAR), start) is not None


def _weighs_redirects(text: str, run: Run) -> bool:
    """Whether one redirect is held against another: "why 301 and not 302?"."""
    are_redirects = REDIRECTS.issuperset(candidate.code for candidate in run)
    return are_redirects and _CONTRAST.search(text, run[0].end, run[1].start) is not None
