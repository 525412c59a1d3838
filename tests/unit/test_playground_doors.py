"""Which hosts are ours, and which pages may drive the playground."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teapot_playground.doors import is_own_host, is_own_page


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "10.1.2.3", "teapot.example"])
@pytest.mark.parametrize("port", ["", ":8418"])
def test_own_names_and_addresses_in_numbers_are_served(host: str, port: str) -> None:
    assert is_own_host(host + port, "teapot.example")


@pytest.mark.parametrize(
    "host",
    ["", ":8418", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8418", "[::1"],
)
def test_foreign_names_are_not_served(host: str) -> None:
    assert not is_own_host(host, "127.0.0.1")


@given(st.text(max_size=60))
def test_any_host_is_judged_without_failing(host: str) -> None:
    assert is_own_host(host, "127.0.0.1") in {True, False}


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_origin_is_judged_without_failing(origin: str, site: str) -> None:
    judged = is_own_page({"Host": "localhost:8418", "Origin": origin, "Sec-Fetch-Site": site})
    assert not judged or origin.startswith(("http:", "https:", "HTTP"))


OWN = {"Host": "localhost:8418", "Origin": "http://localhost:8418"}


@pytest.mark.parametrize("more", [{}, {"Sec-Fetch-Site": "same-origin"}])
def test_our_page_may(more: dict[str, str]) -> None:
    assert is_own_page({**OWN, **more})


@pytest.mark.parametrize(
    "more",
    [
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost:8419"},
        {"Origin": "http://localhost:8418.evil.example"},
        {"Origin": "http://evil.example/localhost:8418"},
        {"Origin": "http://user@localhost:8418"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_another_page_may_not(more: dict[str, str]) -> None:
    assert not is_own_page({**OWN, **more})
