"""What a query finds, in short."""

from teapot.index import Index
from teapot.lookup import Findings, Verdict, look_up


def best(index: Index, query: str) -> str:
    """The key of the first hit that answers, "" when nothing does."""
    findings = look_up(index, query)
    answered = findings.verdict not in {Verdict.NOTHING, Verdict.UNREGISTERED}
    return findings.hits[0].key if answered else ""


def keys(findings: Findings) -> list[str]:
    """The keys of all hits, the best first."""
    return [hit.key for hit in findings.hits]
