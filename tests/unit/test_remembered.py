"""What memory knows of the messages that were answered latest."""

from hypothesis import given
from hypothesis import strategies as st

from teapot.following import Gone
from teapot.remembered import Remembered, Taken

HERE = ("slack", "T1", "C1")
CODES = st.lists(st.sampled_from(["502", "503", "504"]), max_size=2, unique=True)
STEPS = st.lists(st.tuples(st.integers(0, 5), st.none() | CODES), max_size=30)


@given(STEPS)
def test_a_code_was_last_told_by_the_latest_message_that_still_tells_it(
    steps: list[tuple[int, list[str] | None]],
) -> None:
    remembered, answered_at = Remembered(4), dict[int, float]()
    for now, (message, codes) in enumerate(steps):
        key = (*HERE, str(message))
        if codes is None:
            remembered.forget(key)
        else:
            known = remembered.get(key)
            answered_at[message] = known.at if known is not None else float(now)
            remembered.put(key, Taken(answered_at[message], tuple(codes), Gone()))
        for since in {remembered.forgotten_at, max(remembered.forgotten_at, now / 2)}:
            told: dict[str, float] = {}
            for taken in remembered.since(HERE, since):
                told |= {code: max(taken.at, told.get(code, taken.at)) for code in taken.codes}
            assert remembered.told_since(HERE, since) == told
