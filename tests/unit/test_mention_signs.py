"""What stands right before or right behind a number that is something else's: every sign has an example."""

import re

import pytest

from teapot.mentions import find_mentions
from teapot.mentions.others import amounts, lead_ins

NUMBER = re.compile("[1-5](?:[0-9]{2}|xx)s?")


@pytest.mark.parametrize("example", lead_ins.EXAMPLES)
def test_the_example_of_a_lead_in_holds_it(example: str) -> None:
    assert any(lead_ins.lead_elsewhere(example, number.start()) for number in NUMBER.finditer(example))


@pytest.mark.parametrize("example", amounts.EXAMPLES)
def test_the_example_of_an_amount_holds_it(example: str) -> None:
    assert any(amounts.BEHIND.match(example, number.end()) for number in NUMBER.finditer(example))


@pytest.mark.parametrize("example", lead_ins.EXAMPLES + amounts.EXAMPLES)
def test_the_example_of_a_sign_is_silent(example: str) -> None:
    assert find_mentions(example) == ()
