"""Codes that somebody made up, numbers of devices, processes and versions; and statuses (in ⟦ and ⟧) told like them."""

import pytest

from teapot.mentions import find_mentions
from tests.marks import mark_mentions, unmarked

OWN_CODES = (
    "错误码 503 在我们系统里是积分不够，跟网关没关系",
    "老系统返回 403 表示合同已归档，它自己那套码，没人敢动",
    "后台约定 code 302 是已关单，跟重定向没半毛钱关系",
    "sdk 里自定义的 500，意思是没初始化，请求都没发出去",
    "声网登录返回 302 是 token 不对，别当重定向",
    "社保接口 infcode 401 是查无此人，人家自己的码",
    "业务错误码分段：200-299 商品 300-399 物流",
    "銀行 resCode 404 是額度不夠，他們自己定的表",
    "小程序弹的错误 401 是前端校验的，根本没走网络",
    "门锁固件返回 429，电量太低",
    "云信 im 报 416，发得太快",
    "rabbit 报 406，队列参数跟声明的不一样",
    "FileZilla 421 超时断开了",
    "pjsip returns 403 when the extension has no password",
)
THINGS = (
    "基站 404 断开了",
    "机器 404 又挂了，去机柜看看",
    "AP 503 掉线",
    "kill -9 404 之后还活着",
    "`kill 503` did it, the pool is back",
    "給 500 發 SIGHUP 不行，要發 SIGHUP 給 404",
    "send SIGHUP to 404 and it reads the file again",
    "ps 看到 401 跟 403 都是 java",
    "pid 文件里写的是 404，进程早没了",
    "明天先升 201 404 503 这几个门店",
    "手机上还是 503 那个包",
    "测试账号 4xx 的都过期了",
    "诺基亚 404 也能打开",
    "规则 403 先关掉",
    "jep 404 and 401 went into preview",
    "the diff is +404 −302",
    "*404 upstream prematurely closed connection while reading",
    "user error404 left the server",
    "nothing works for customer 404's account",
    "the inverter shows fault 503",
)
AMOUNTS = (
    "报错数破 500 了，先回滚",
    "连接数从 200 一路爬到 503",
    "接口返回 404 条，数据库里是 429，少了",
    "列表页价格显示 404，小数点丢了",
    "预算就 200，别想了",
    "the image is 404 MB, used to be 301",
    "the suite ran for 422s, mostly in the browser",
    "committed offset is 404, log end is 503",
    "the sheet has 503 rows and the import shows 502",
    "rendered 400 frames, died on 401 with the same message",
    "14000 in flight is the cap, we're at 503",
    "the sidebar wraps at 403 and looks odd",
    "page 7 already ends with 404",
    "it says 9000 calls but the plan gives 500. fix the copy",
    "set MAX_SESSIONS to 500 and try again",
    "the checksum ends in 503, yours in 404",
    "100 per request is the cap. We send 500 and it drops the rest",
    "403 is the total of points so far, the API team did half",
    "renewals are 429/year for that tld",
    "our new model scores 422, baseline 401",
    "newsletter: 503 sent, 12 bounced",
    "`len(response.text)` is 503 here",
)
STATUSES = (
    "你们那边打开是 ⟦404⟧，我们这边是 ⟦200⟧",
    "⟦502⟧ 跟网关没关系，是后端挂了",
    "这个 ⟦403⟧ 跟权限没关系，是 waf 拦的",
    "他们自己的网关返回 ⟦502⟧",
    "自定义的 ⟦404⟧ 页面没生效",
    "返回 ⟦302⟧ 是跳到登录页",
    "网站 ⟦404⟧ 挂了",
    "存檔的時候後端會給 ⟦409⟧，跳個提示就好",
    "监控里 ⟦499⟧ 要不要算进失败",
    "⟦4xx⟧ 先不用管，⟦5xx⟧ 再叫人起床",
    "昨晚一共 37 次 ⟦504⟧，都是报表那支",
    "slb 的 ⟦503⟧ 和我们自己的 ⟦503⟧ 怎么区分",
    "上传 20MB 就 ⟦413⟧，改一下 client_max_body_size",
    "can't reproduce the ⟦500⟧ locally",
    "who is debugging the ⟦404⟧",
    "every api call ⟦401⟧, is auth down",
    "the service worker caches the ⟦500⟧ response",
    "post /orders -> ⟦201⟧, post again -> ⟦409⟧",
    "load test: 99.2% ⟦200⟧, rest ⟦503⟧ from the rate limiter",
    "why ⟦400⟧? the payload is tiny",
    "Handle ⟦529⟧ like ⟦503⟧: back off and retry",
    "⟦499⟧ count went up after the release",
    "split the dashboard by ⟦2xx⟧/⟦3xx⟧/⟦4xx⟧/⟦5xx⟧ per route",
    "retry ⟦429⟧ only, anything else in ⟦4xx⟧ will not get better",
    "grafana panel: ⟦2xx⟧ green, ⟦4xx⟧ yellow, ⟦5xx⟧ red",
    "all 200 requests came back ⟦200⟧",
)


@pytest.mark.parametrize("text", [*OWN_CODES, *THINGS, *AMOUNTS])
def test_a_number_of_something_else_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_told_like_such_a_number_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
