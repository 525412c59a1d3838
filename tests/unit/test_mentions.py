"""What a mention is: its code, its offsets, and how much of a text is read."""

from teapot.mentions import Mention, find_mentions


def test_a_mention_is_told_by_its_code_and_the_offsets_of_its_digits() -> None:
    assert find_mentions("the API gave 503s") == (Mention("503", 13, 16),)


def test_offsets_count_code_points() -> None:
    assert find_mentions("🫖🫖 接口报502了") == (Mention("502", 6, 9),)


def test_the_class_is_lower_case_in_the_code() -> None:
    assert find_mentions("the proxy returns 5XX") == (Mention("5xx", 18, 21),)


def test_the_class_of_a_metric_is_lower_case_in_the_code() -> None:
    assert find_mentions("HTTPCode_Target_5XX_Count") == (Mention("5xx", 16, 19),)


def test_full_width_digits_become_an_ascii_code() -> None:
    assert find_mentions("状态码５０３") == (Mention("503", 3, 6),)


def test_full_width_letters_read_as_ascii_where_they_stand() -> None:
    assert find_mentions("ＨＴＴＰ ５ｘｘ") == (Mention("5xx", 5, 8),)


def test_a_substatus_belongs_to_the_code() -> None:
    assert find_mentions("HTTP Error 404.13 - Not Found") == (Mention("404.13", 11, 17),)


def test_a_long_list_is_found_whole() -> None:
    codes = ["500", "502", "503", "504"] * 20
    assert [mention.code for mention in find_mentions(f"retry on status {', '.join(codes)}")] == codes


def test_every_line_of_a_log_is_found() -> None:
    line = '192.0.2.1 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 503 0 "-" "-"\n'
    assert [mention.code for mention in find_mentions(line * 2000)] == ["503"] * 2000


def test_a_table_of_numbers_is_not_read_to_its_end() -> None:
    assert len(find_mentions("HTTP 503, x\n" * 5000)) < 2000


def test_after_a_table_of_numbers_a_status_is_still_found() -> None:
    text = "1 404 x 2 503 y\n" * 1000 + "nothing to see here. " * 20_000 + "the API returned 502"
    assert find_mentions(text)[-1] == Mention("502", len(text) - 3, len(text))


def test_lines_of_a_known_log_between_them_open_no_new_budget_of_numbers() -> None:
    unit = '"GET /x HTTP/1.1" 404 1\nHTTP 503 and the api got a 502 \n'
    of_the_log, of_talk = 2000, sum(mention.code != "404" for mention in find_mentions(unit * 2000))
    assert 160 < of_talk < of_the_log / 4
