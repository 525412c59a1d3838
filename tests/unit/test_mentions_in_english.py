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
    "NNTP: 502 when reading is not permitted, or 403 for a failure of the server",
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
    "our API workshop is in room B 404",
)
STATUSES = (
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
    "after logout it should be ⟦401⟧",
    "what's the point of ⟦202⟧ if the client polls anyway",
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


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_in_like_words_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
