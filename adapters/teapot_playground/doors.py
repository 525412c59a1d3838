"""Who may come in: the page itself, from this machine's own names, and no other web page.

A foreign page can neither drive the playground (``Origin``, ``Sec-Fetch-Site`` and the JSON content type are looked at)
nor reach it under a name of its own that it lets point here (DNS rebinding: ``Host`` is looked at).
"""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Sent with everything the playground answers."""


def is_own_host(host: str, configured: str) -> bool:
    """Whether a ``Host`` field names us: localhost, the configured host, or any address written in numbers."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name:
        return False
    if name in {"localhost", configured.lower()}:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_own_page(headers: Mapping[str, str]) -> bool:
    """Whether a POST comes from our own page: browsers name the page's origin (Fetch standard, Origin header)."""
    try:
        origin = urlsplit(headers.get("Origin", ""))
    except ValueError:
        return False
    is_same = origin.scheme in {"http", "https"} and origin.netloc == headers.get("Host", "")
    return is_same and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
