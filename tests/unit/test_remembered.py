"""What memory knows of the messages that were answered latest."""

from hypothesis import given
from hypothesis import strategies as st

from teapot.following import Gone
from teapot.remembered import Remembered, Taken

HERE = ("slack", "T1", "C1")
CODES = st.lists(st.sampled_from(["502", "503", "504"]), max_size=2, unique=True)
STEPS = st.lists(st.tuples(st.integers(0, 5), st.none() | CODES, st.booleans()), max_size=30)


@given(STEPS)
def test_the_summary_of_a_channel_is_that_of_its_messages(steps: list[tuple[int, list[str] | None, bool]]) -> None:
    remembered, keys = Remembered(4), [(*HERE, str(message)) for message in range(6)]
    for now, (message, codes, is_asked) in enumerate(steps):
        known = remembered.get(keys[message])
        if codes is None:
            remembered.forget(keys[message])
        else:
            at, asked = (known.at, known.is_asked) if known is not None else (float(now), is_asked)
            remembered.put(keys[message], Taken(at, tuple(codes), Gone(), asked))
        for since in {remembered.forgotten_at, max(remembered.forgotten_at, now / 2)}:
            held = [taken for taken in map(remembered.get, keys) if taken is not None and taken.at > since]
            times = {code: max(one.at for one in held if code in one.codes) for one in held for code in one.codes}
            assert remembered.told_since(HERE, since) == times
            assert remembered.replies_since(HERE, since) == sum(not one.is_asked for one in held)
