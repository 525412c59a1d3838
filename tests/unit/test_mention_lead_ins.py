"""What stands right before a number that is something else's."""

import re

import pytest

from teapot.mentions import find_mentions
from teapot.mentions.others.lead_ins import EXAMPLES, lead_elsewhere

NUMBER = re.compile("[1-5][0-9]{2}")


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_of_a_sign_holds_it(example: str) -> None:
    assert any(lead_elsewhere(example, number.start()) for number in NUMBER.finditer(example))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_of_a_sign_is_silent(example: str) -> None:
    assert find_mentions(example) == ()
