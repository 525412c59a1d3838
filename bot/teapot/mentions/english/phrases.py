"""Reason phrases, registered and common ones, beside which a number is a status."""

from teapot.mentions.roles import phrases, words

PHRASES = phrases(
    """
    a timeout, access denied, account locked, already reported, authentication required, backend fetch, bad
    credentials, bad gateway, bad input, bad request, bandwidth limit, client closed, client error, connection timed,
    content too, early hints, enhance your, entity too, entry too, exceeded quota, exceeded rate, expectation failed,
    failed dependency, file already, file not, gateway time, gateway timeout, http version, i &, i m, im a, im used,
    insufficient balance, insufficient funds, insufficient storage, interim response, interim responses, internal
    error, internal exception, internal server, invalid credentials, invalid grant, invalid json, invalid signature,
    invalid ssl, invalid token, key not, length required, login timeout, loop detected, method not, misdirected
    request, missing access, missing permissions, moved permanently, moved temporarily, multi status, multiple choice,
    multiple choices, network authentication, no content, no healthy, non authoritative, not acceptable, not
    authorized, not extended, not found, not implemented, not modified, object not, origin dns, origin is, page
    expired, page not, partial content, partial contents, payload too, payment required, permanent redirect,
    permission denied, precondition failed, precondition required, proxy authentication, quota exceeded, railgun
    error, range not, rate exceeded, rate limit, rate limited, request denied, request entity, request has, request
    header, request time, request timeout, request uri, requested range, reset content, resource already, resource
    exhausted, resource limit, resource not, route not, see other, server error, server unavailable, service
    temporarily, service unavailable, signature does, signature verification, site is, slow down, ssl handshake,
    switching protocols, temporarily unavailable, temporary redirect, the plain, too early, unauthorized access,
    unavailable for, unprocessable content, unprocessable entity, unsupported media, unsupported method, upgrade
    required, upstream connect, upstream request, uri too, use proxy, validation error, validation failed, variant
    also, web server
    """
)
"""The first two words of reason phrases, registered and common ones."""

OF_FILES = phrases("file already, file not, key not, not found, object not, page not, permission denied, access denied")
"""Phrases that programs say of other things as well, beside numbers that are hardly ever a status."""

PHRASE_ENDS = {
    "103": phrases("early hints"),
    "203": phrases("authoritative information"),
    "204": phrases("no content"),
    "205": phrases("reset content"),
    "206": phrases("partial content"),
    "207": phrases("multi status"),
    "300": phrases("multiple choices"),
    "301": phrases("moved permanently, permanent redirect"),
    "302": phrases("moved temporarily"),
    "303": phrases("see other"),
    "304": phrases("not modified"),
    "307": phrases("temporary redirect"),
    "308": phrases("permanent redirect"),
    "400": phrases("bad request, bad message"),
    "401": phrases("access denied"),
    "402": phrases("payment required"),
    "403": phrases("access denied"),
    "404": phrases("not found, not find"),
    "405": phrases("not allowed"),
    "406": phrases("not acceptable"),
    "407": phrases("authentication required"),
    "408": phrases("request timeout, time out"),
    "411": phrases("length required"),
    "412": phrases("precondition failed"),
    "413": phrases("too large, too long"),
    "414": phrases("too long"),
    "415": phrases("media type, unsupported media"),
    "416": phrases("not satisfiable"),
    "417": phrases("expectation failed"),
    "418": phrases("a teapot"),
    "419": phrases("page expired"),
    "421": phrases("misdirected request"),
    "422": phrases("unprocessable entity, unprocessable content"),
    "424": phrases("failed dependency"),
    "425": phrases("too early"),
    "426": phrases("upgrade required"),
    "428": phrases("precondition required"),
    "429": phrases("many requests, rate limited"),
    "431": phrases("too large, bad message"),
    "451": phrases("legal reasons"),
    "500": phrases("server error"),
    "501": phrases("not implemented"),
    "502": phrases("bad gateway"),
    "503": phrases("service unavailable, temporarily unavailable"),
    "504": phrases("gateway time, gateway timeout, time out"),
    "505": phrases("not supported"),
    "507": phrases("insufficient storage"),
    "508": phrases("loop detected, limit reached"),
    "509": phrases("limit exceeded"),
    "511": phrases("authentication required"),
}
"""The last two words of reason phrases, for "Not Found (404)"; "request timeout 500" is a setting."""

VERBS = words("accepted continue created found gone locked missing ok okay processing success")
"""Reason phrases of one word that say little in small letters ("201 created by hand")."""

VAGUE = words("client denied gateway redirect redirection server success successful timeout unavailable")
"""Words of reason phrases that say little before a number."""

SINGLE_PHRASES = {
    "100": words("continue"),
    "102": words("processing"),
    "1xx": words("informational"),
    "200": words("ok success okay"),
    "201": words("created"),
    "202": words("accepted"),
    "2xx": words("success successful"),
    "301": words("permanent"),
    "302": words("found"),
    "3xx": words("redirect redirection"),
    "307": words("temporary"),
    "308": words("permanent"),
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
