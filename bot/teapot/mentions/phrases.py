"""Reason phrases, registered and common ones, beside which a number is a status."""

from teapot.mentions.roles import phrases, words

PHRASES = phrases(
    """
    a timeout, access denied, already reported, authentication required, backend fetch, bad gateway, bad request,
    bandwidth limit, client closed, client error, connection timed, content too, early hints, enhance your, entity
    too, expectation failed, failed dependency, file not, gateway time, gateway timeout, http version, i m, im a, im
    used, insufficient storage, internal error, internal server, invalid credentials, invalid ssl, key not, length
    required, login timeout, loop detected, method not, misdirected request, moved permanently, moved temporarily,
    multi status, multiple choice, multiple choices, network authentication, no content, non authoritative, not
    acceptable, not authorized, not extended, not found, not implemented, not modified, object not, origin dns,
    origin is, page expired, page not, partial content, payload too, payment required, permanent redirect,
    permission denied, precondition failed, precondition required, proxy authentication, railgun error, range not,
    rate limit, rate limited, request denied, request entity, request header, request time, request timeout, request
    uri, requested range, reset content, resource limit, resource not, route not, see other, server error, server
    unavailable, service temporarily, service unavailable, site is, ssl handshake, switching protocols, temporarily
    unavailable, temporary redirect, too early, unauthorized access, unavailable for, unprocessable content,
    unprocessable entity, unsupported media, unsupported method, upgrade required, uri too, use proxy, variant also,
    web server
    """
)
"""The first two words of reason phrases, registered and common ones."""

PHRASE_ENDS = phrases(
    """
    access denied, bad gateway, bad request, entity too large, gateway timeout, many requests, not acceptable, not
    allowed, not found, not implemented, not modified, server error, service unavailable, temporarily unavailable,
    too large
    """
)
"""The last two words of reason phrases, for "Not Found (404)"."""

SINGLE_PHRASES = {
    "100": words("continue"),
    "102": words("processing"),
    "1xx": words("informational"),
    "200": words("ok success okay"),
    "201": words("created"),
    "202": words("accepted"),
    "2xx": words("success successful"),
    "302": words("found"),
    "3xx": words("redirect redirection"),
    "400": words("badrequest"),
    "401": words("unauthorized unauthenticated"),
    "403": words("forbidden denied"),
    "404": words("notfound missing"),
    "408": words("timeout"),
    "409": words("conflict"),
    "410": words("gone"),
    "418": words("teapot"),
    "423": words("locked"),
    "429": words("toomanyrequests"),
    "4xx": words("client"),
    "502": words("gateway badgateway"),
    "503": words("unavailable"),
    "504": words("timeout gateway"),
    "5xx": words("server"),
}
"""Reason phrases of one word, which say nothing beside another number ("300 found", "500 created")."""
