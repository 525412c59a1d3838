"""Words, signs and numbers around a candidate."""

import re

REACH_BEFORE, REACH_BEHIND = 64, 48
"""How far a candidate's surroundings are read, in code points."""

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
"""The only tokens that keep their capitals: "GET" asks a server, "get" is a verb."""

_TOKEN = re.compile(
    r"""
    https?:// | (?:GitHub|GitLab|WordPress|LinkedIn|YouTube|OpenAI|ChatGPT|PayPal|CloudFlare|CloudFront|PostgreSQL
      |MySQL|MongoDB|RabbitMQ|ClickHouse|FastAPI|GraphQL|DockerHub|BitBucket|SendGrid|OpenSearch|OAuth|SQLite
      |WebDAV|WebSocket|ETag)(?![a-z])
  | [eE]-mails? | (?:[pP]ull|[mM]erge|[fF]eature|[fF]riend)[ ][rR]equests?(?![a-z])
  | [A-Z]?[a-z]+ | [A-Z]{2,}s(?![a-z])  # words; identifiers fall apart at capitals and underscores
  | [A-Z]+(?![a-z])
  | [0-9]\ufe0f?\u20e3                       # a number on a key, as polls have it
  | [0-9]+(?:[.,:][0-9]+)*
  | [\u4e00-\u9fff]+                         # Han characters up to the next other character
  | -> | =>
  | \n(?![ \t]*(?:(?://+|[#>])[ \t]*)?       # but a line that goes on in the next is one with it
      (?:[`(]?[a-z]+(?:[ ][a-z`(]{2}|[.,;)](?:\s|$))|HTTP[ ]))
  | (?<!\.[a-z])[.!?;](?=\s|$|[\u4e00-\u9fff])               # only as the end of a sentence, "e.g." is none
  | [^\s.!?;A-Za-z0-9\u4e00-\u9fff]
    """,
    re.VERBOSE,
)


def tokens_between(text: str, begin: int, until: int) -> list[str]:
    """The tokens of a stretch, lower case but for request methods; offsets beyond the text's ends are cut."""
    tokens = _TOKEN.findall(text, _start_of_a_word(text, max(0, begin), until), until)
    if METHODS.isdisjoint(tokens):
        return list(map(str.lower, tokens))
    return [token if token in METHODS else token.lower() for token in tokens]


def _start_of_a_word(text: str, begin: int, until: int) -> int:
    """The offset, or that behind the word in letters which it cuts: "ingre|ss" would be another word."""
    if begin and text[begin - 1].isascii() and text[begin - 1].isalpha():
        until = min(until, len(text))
        while begin < until and text[begin].isascii() and text[begin].isalpha():
            begin += 1
    return begin


def is_han(token: str) -> bool:
    """Whether a token is a run of Han characters."""
    return "\u4e00" <= token[0] <= "\u9fff"
