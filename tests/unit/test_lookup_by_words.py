"""A code by what people say of it, in three languages, pinyin and with typing errors; and talk of other things."""

import pytest

from teapot.index import Index
from teapot.lookup import Verdict, look_up
from tests.asking import best, keys


@pytest.mark.parametrize(
    ("query", "key"),
    [("which 3xx is permanent and keeps POST", "308"), ("4xx for too many requests", "429"), ("3xx 缓存没变", "304"),
     ("the 5xx when an upstream is too slow", "504"), ("哪个 2xx 表示已创建", "201")],
)  # fmt: skip
def test_words_beside_a_class_choose_a_code_of_it(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [("list of 4xx codes", "4xx"), ("4xx client errors", "4xx"), ("2xx success", "2xx"), ("nginx 5xx", "5xx"),
     ("5xx 是什么意思", "5xx"), ("3xx 重新導向", "3xx"), ("5xx pizza", "5xx")],
)  # fmt: skip
def test_words_that_say_no_more_than_a_class_leave_it_first(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [("web.config 配置错误", "500.19"), ("目錄清單被拒絕", "403.14"), ("应用程序池不可用", "503.0"),
     ("客户端证书已吊销", "403.13"), ("無法辨識的模組", "500.21"), ("iis 上传文件太大", "404.13")],
)  # fmt: skip
def test_a_substatus_is_found_by_its_chinese_name(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("rate limited", "429"), ("the certificate of the origin is expired cloudflare", "526"),
        ("username taken", "409"), ("which code when the uploaded video is larger than the limit", "413"),
        ("disk quota of the share is used up", "507"), ("nginx closed the connection without any response", "444"),
        ("tab closed before the answer came", "499"), ("网站正在停机维护", "503"),
        ("用户名被占用返回什么状态码", "409"), ("断点续传的范围超出", "416"), ("磁碟沒有空間了", "507"),
        ("簽章連結過期", "403"), ("憑證過期 cloudflare", "526"), ("超過 API 的呼叫次數限制", "429"),
        ("upstream 超时", "504"), ("cookie 太大 header", "431"),
    ],
)  # fmt: skip
def test_a_meaning_is_found_in_every_language(index: Index, query: str, code: str) -> None:
    assert best(index, query).partition("@")[0] == code


@pytest.mark.parametrize(("query", "key"), [("wgcs", "504"), ("fwbky", "503"), ("QQCS", "408"), ("wgcw", "502")])
def test_the_first_letters_of_a_chinese_name_find_it(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize("query", ["zzzz", "bcdfg", "qwrt", "xswl", "yyds"])
def test_other_letters_find_no_chinese_name(index: Index, query: str) -> None:
    assert look_up(index, query).verdict is Verdict.NOTHING


@pytest.mark.parametrize(
    ("query", "key"),
    [("nginx wangguan chaoshi", "504"), ("cloudflare zhengshu guoqi", "526"), ("token guoqi le", "401"),
     ("neibu cuowo", "500"), ("fuwqui guzhang weihu", "503")],
)  # fmt: skip
def test_pinyin_is_read_beside_english_and_with_typing_errors(index: Index, query: str, key: str) -> None:
    assert key in keys(look_up(index, query))[:3]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("wangguan chaoshi", "504"), ("wangguanchaoshi", "504"), ("wǎngguān chāoshí", "504"),
        ("wangguan chaoshi shi shenme yisi", "504"), ("ziyuan suoding yong na ge zhuangtaima", "423"),
        ("wang3guan1 chao1shi2", "504"), ("wanguan caosi", "504"), ("yongjiu yidong le", "301"), ("chongtu", "409"),
        ("fuwu bukeyong", "503"), ("neibu cuowu", "500"), ("qingqiu chaoshi", "408"), ("xianliu", "429"),
    ],
)  # fmt: skip
def test_pinyin_is_read_with_and_without_tones_and_spaces(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("gatewya timeout", "504"), ("gateway timout", "504"), ("gatteway timeout", "504"),
        ("gateway timeoit", "504"), ("misdirectd request", "421"), ("teapto", "418"), ("too manny requestss", "429"),
        ("loop detcted", "508"), ("badgateway", "502"), ("pre-condition failde", "412"), ("网关超事", "504"),
        ("网关超", "504"), ("网超时关", "504"), ("內部伺服器錯物", "500"), ("前提条件失拜", "412"),
        ("需要伏款", "402"),
    ],
)  # fmt: skip
def test_typing_errors_are_forgiven(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "?", "...", "pizza", "quattro stagioni", "qwertzuiop", "what is the weather like", "sing a song",
        "lorem ipsum", "xyzzy plugh", "dinner for friends", "今晚吃火锅", "星期天", "新年快樂", "🍵", "👍👍👍",
        "안녕", "привет", "١٢٣", "9", "12", "77", "792", "123456", "1.618", "0x1F4", "+49 404 1234", "10.0.0.404",
        "--", "<b>", "'; --", "\ud800", "\x00\x01", "%s%n", "{{7*7}}",
    ],
)  # fmt: skip
def test_what_is_no_question_about_http_answers_nothing(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(
    "query",
    [
        "squash my git commits", "rebase onto a release branch", "sftp chroot", "imap folder",
        "mysql window functions", "css sticky footer", "exit code 2", "errno 28", "bluetooth headset",
        "pivot table in excel", "蓝牙耳机", "打印机缺墨", "退出码 3", "前端面试", "redirect your career",
        "a page of my diary", "link to my childhood", "server at the bar", "proxy for the king", "请求帮助搬家",
        "跳转舞步大全", "文件柜", "用户调研问卷", "moved to tears", "gone to the dogs", "found footage horror",
        "loop station guitar", "forbidden planet 1956", "upgrade my flight", "冲突管理课程", "禁止宠物入内",
        "超时加班费", "过期牛奶", "永久驻颜", "shijian guanli",
    ],
)  # fmt: skip
def test_words_of_ours_in_talk_of_other_things_answer_nothing(index: Index, query: str) -> None:
    assert best(index, query) == ""


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("git push, proxy authentication required", "407"), ("docker push payload too large", "413"),
        ("sql gateway timeout", "504"), ("ssh tunnel, bad gateway", "502"), ("excel upload too large", "413"),
        ("css file not found", "404"), ("npm proxy authentication required", "407"), ("gone", "410"), ("冲突", "409"),
        ("forbidden", "403"), ("redirect forever", "308"), ("超时的网关", "504"),
    ],
)  # fmt: skip
def test_talk_of_other_things_that_names_a_code_is_answered(index: Index, query: str, key: str) -> None:
    assert key in keys(look_up(index, query))[:3]
    assert best(index, query) != ""


@pytest.mark.parametrize(
    ("brief", "full"),
    [
        ("订阅杂志", "订阅已经过期需要续费"),
        ("certificate of merit", "the certificate of the page is no longer trusted"),
    ],
)
def test_who_says_little_has_to_name_the_thing(index: Index, brief: str, full: str) -> None:
    assert best(index, brief) == ""
    assert best(index, full) != ""


@pytest.mark.parametrize(("query", "key"), [("what does im used mean", "226"), ("too early they say", "425")])
def test_a_name_said_among_common_words_is_enough(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key


@pytest.mark.parametrize(("query", "key"), [("网扛超时", "504"), ("方法不充许", "405"), ("前题条件失败", "412")])
def test_one_wrong_character_of_four_is_forgiven(index: Index, query: str, key: str) -> None:
    assert best(index, query) == key
