"""English messages that sound alike, of which some name a status (in ⟦ and ⟧) and some do not."""

import pytest

from teapot.mentions import find_mentions
from tests.marks import mark_mentions, unmarked

ON_THE_ROAD = (
    "take the 404 to the airport, it is faster",
    "the 401's jammed again, I'll be late",
    "coming down the 405 this morning took two hours",
    "the streetcar 504 stops at the office",
)
AT_HOME = (
    "my dentist is on door 404, not on 403",
    "the server is in rack 503, third from the left",
    "LDL 204, so no more cheese for me",
    "IELTS results are here, they gave me 502 of whatever in listening",
    "my son got a 404 on his reading test",
    "she wore 501s to the interview",
    "the hotel gave us 503, with a view of the yard",
    "the bathroom scale says 403, I blame the cat",
)
OF_NAMED_THINGS = (
    "modem error 404 since the storm",
    "error 503 on our peloton, is it a subscription thing",
    "the roomba keeps saying error 404",
    "order 7 hangs in status 503, ask logistics",
    "an invoice stuck in status 300 cannot be paid",
    "vpn client: error 412 after the update",
    "the terminal shows reason code 301 and declines",
    "error 404 in device manager, the driver is from 2009",
    "Windows update failed with error 404 twice",
    "the bacnet chiller reports error 503",
    "error 404 in the webex client",
    "itunes says error 404 and restores nothing",
    "xmpp: error code 503, the other server is gone",
    "the ad is skipped with AdError 303",
    "crash code 404 in the launcher",
    "ocpp: the charger sends status 503",
    "UPnP: mapping failed, Error code 501: ActionFailed",
    "my coach says 404, I say never",
    "the form wants customs code 404",
    "NNTP: 502 when reading is not permitted, or 403 for a failure of the server",
    "the customs portal says code 418, that is their own catalogue",
    "this 404 is no HTTP status, the lift counts its doors",
    "503 on the display? our own codes, see the manual",
    "the quiz team is called 404 Not Found",
    "a mug that says 418 I'm a teapot",
    "his nickname is 404 Not Found",
)
COUNTED = (
    "we have 404 replies already, thank you all",
    "passed 500, failed 404, so the nightly is red",
    "the annual report is 404 pages",
    "my loop returns 404, should be 403",
    "the request 503 is mine, I asked for a second monitor",
    "the deploy 503 went out at noon",
    "the banner in the header is 1200 by 503",
    "motion carried, 404 for, 200 against",
    "the bake sale made 429 for the school, lemonade made 200 today",
    "the id of the request ends in 404",
    "response times fell from 503 to 204",
    "ping to the gateway is 204",
    "a batch request may hold up to 300 of them",
    "the bot says: retry after 412",
    "the payload is 500 kg, not 503",
    "small sample, n = 503, so the response rate says little",
    "the tennis server hit 204 kmh",
    "rents are in the low 500s now, they were in the 400s",
    "font weights: 300, 500 and 700 will do for the site",
    "sonar found 404 code smells",
    "the pod is 404d old",
    "grep -c returns 503",
    "our API workshop is in room B 404",
    "an FTP 4xx is no reason to worry",
    "flake8 says 3x E501 and one E402",
    "error 301, the keyboard is not plugged in",
    "the scale says 404 after breakfast",
    "my card number ends in 503",
    "the form takes at most 255 letters, legal sent 410",
    "Set the default batch size of the importer to 200",
    "18 deliveries are out, 429 still to go",
    "booking uses company code 500",
    "the answer to INVITE was sip 403 Forbidden",
    "Cannot connect to host 192.0.2.9:502 [Connect call failed ('192.0.2.9', 502)]",
    "Change 422 on 2004/05/06 by nobody",
    "the handbook is 404 pages long",
    "it caps at 200 names, so you get 200",
    "AcceptSecurityContext error, data 525, v1db1",
    "two shelves, 32/32 wide, and my Levi's 501s on top",
    "page views since noon: 404 from the newsletter, 200 from search",
    "the licence covers 500 desks, we have 502",
    "the raid server shows 429 ping",
    "we had 503 responses to the survey by noon",
    "the new docs are 404 pages when printed",
)
OF_SOURCES = (
    "#define NID_response          404",
    "#define BASE_LIMIT\t\t(BASE + 503)",
    "\t*E403* *E404*\tsyntax tags",
    "MY_ERR(0, 404, fail)",
    '/* "curves.py":404',
    "/* 504 */ V128 w0;",
    "x = 1  # noqa E501",
    "the proxy waits for the 500s timeout",
    "10:02:11 | ERROR    | 416  | main | unknown error",
)
STATUSES = (
    "#define HTTP_NOT_FOUND ⟦404⟧",
    "HTTP_STATUS(NOT_FOUND, ⟦404⟧)",
    "bodies over 1 MB are rejected by our proxy (⟦413⟧)",
    "maps a TimeoutException to ⟦504⟧",
    "Expected: a redirect. Actual: ⟦500⟧",
    "still ⟦503⟧ for us in Oslo",
    "a search for status:⟦503⟧ finds nothing",
    "the code on the poster goes to a ⟦404⟧ page",
    "host error ⟦503⟧ npmjs",
    "endless ⟦301⟧ loop on the start page",
    "the probe alternates between ⟦200⟧ and ⟦503⟧",
    "our scraper stops at ⟦403⟧",
    "clients get ⟦429⟧'d beyond 10 rps",
    "thumbnails say ⟦403⟧ but the html loads",
    "it says that something went wrong (⟦500⟧)",
    "rollback done, ⟦5xx⟧ back to zero",
    "how do I distinguish a ⟦401⟧ from a ⟦403⟧ here?",
    "it fixes the ⟦500⟧ on empty search",
    "never cache ⟦5xx⟧, cache ⟦404⟧ for a minute",
    "support ⟦206⟧ for media files",
    "I tracked down the ⟦500⟧ on checkout this morning",
    "the ⟦502⟧ disappeared after a restart",
    "this ⟦413⟧ only happens behind the company proxy",
    "please have a look at the ⟦500⟧ on signup",
    "kaniko: ⟦403⟧ when pushing the image to the registry",
    "a long column of ⟦302⟧s in devtools",
    "a queue of ⟦503⟧s in the log",
    "does the probe count ⟦302⟧ as healthy? it redirects to https",
    "the sdk retries ⟦503⟧ three times, then the request fails",
    "PUT of a cancelled order should be ⟦409⟧",
    "the same POST twice: first ⟦201⟧, then ⟦409⟧, is it idempotent?",
    "status page ⟦503⟧, how ironic, even the login page ⟦500⟧s",
    "the hospital's booking site shows ⟦502⟧",
    "our intranet gives a ⟦403⟧ on the page with the kids' party",
    "the printer's web ui says ⟦401⟧",
    "my order is paid and the API still says ⟦402⟧",
    "works here, ⟦500⟧ on staging",
    "the router of the app gives a ⟦404⟧ on refresh",
    "registry: ⟦502⟧ from registry.example.org",
    "--> ⟦404⟧ /assets/app.css",
    "apt: ⟦404⟧ Not Found",
    "pypi: ⟦400⟧ File already exists",
    "Bad Message ⟦431⟧ reason: Request Header Fields Too Large",
    "k6 saw 3% ⟦5xx⟧",
    "plan: ⟦301⟧ for the pages that moved",
    "PUT of a large file to the mirror: ⟦413⟧, the limit must be that of the proxy",
    "the body says that Postgres is gone. Change: ⟦503⟧ when the health check fails",
    "the API client gives up on ⟦4xx⟧ other than ⟦429⟧",
    "the link in the mail is dead (⟦404⟧)",
    "the dev server is fine with ⟦2xx⟧ and ⟦3xx⟧ alike",
    "it chokes on the ⟦404⟧ we want to test",
    'sync stopped with "⟦403⟧ Exceeded rate limits"',
    'our webhook should send a plain ⟦400⟧ "Invalid signature"',
    "forged tokens bounce off with ⟦401⟧",
    "the proxy passes ⟦103⟧ through",
    "throw new GoneException() gives ⟦410⟧",
    "disabled after five non ⟦2xx⟧ answers",
    "azure front door ⟦503⟧ again",
    "curl --fail --accept '⟦200⟧..=⟦204⟧'",
    "after logout it should be ⟦401⟧",
    "what's the point of ⟦202⟧ if the client polls anyway",
    "the shop site answers with a ⟦404⟧, the printer is fine",
    "would ⟦412⟧ be better than ⟦409⟧, or is ⟦412⟧ more correct with an ETag?",
    "With a stale ETag: ⟦412⟧, nothing is saved",
    "EACCES becomes a ⟦403⟧ in the answer, ENOENT becomes a\n⟦404⟧. Everything else becomes a ⟦400⟧.",
    "the mock returns ⟦409⟧ for duplicates, ⟦422⟧ for bad dates and ⟦202⟧ for the rest",
    "abort_unless($user->isAdmin(), ⟦403⟧);",
    "main.css ⟦404⟧ since the last deploy",
    "I asked for ⟦307⟧ so that the POST survives",
    "the enrolment portal is ⟦504⟧ing, 9000 students at once",
    "status must be in the range ⟦100⟧-⟦999⟧",
    "why ⟦301⟧ and not ⟦302⟧?",
    "it mustn't ⟦500⟧ on an empty cart",
    "fatal: unable to access 'https://git.example.com/': The requested URL returned error: ⟦403⟧\n--\nread only",
    "we return ⟦404⟧, not an HTTP ⟦500⟧",
    "it is HTTP ⟦502⟧, not one of our own codes",
    "since the change all calls are ⟦431⟧ Request Header Fields Too Large",
    "the banner of the site is gone, every page says ⟦404⟧ Not Found",
    "after 3 retries, we have ⟦503⟧ from the gateway",
)


@pytest.mark.parametrize("text", ON_THE_ROAD)
def test_the_number_of_a_road_or_line_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", AT_HOME)
def test_the_numbers_of_health_school_and_home_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", OF_NAMED_THINGS)
def test_the_error_or_state_of_a_named_thing_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", COUNTED)
def test_what_people_count_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", OF_SOURCES)
def test_a_number_in_sources_that_speak_of_no_http_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_in_like_words_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
