"""Statuses (in ⟦ and ⟧) in words that claim other numbers, and sums, shops and functions that are none."""

import pytest

from teapot.mentions import find_mentions
from tests.marks import mark_mentions, unmarked

STATUSES = (
    "image links in the newsletter all ⟦404⟧, did somebody rename the bucket",
    "The API returns ⟦409⟧ for concurrent updates to a cart",
    "nginx returns ⟦502⟧ for in-flight requests while we deploy",
    "order service failed with status ⟦503⟧",
    "in that case return status ⟦409⟧",
    "this method returns ⟦404⟧ if the user does not exist",
    "the Azure function returns ⟦401⟧ when the key is missing",
    "it's not an HTTP error, the API returns ⟦200⟧ with an error body",
    "the free tier gives ⟦429⟧ after 20 requests per minute",
    "the OpenAPI contract says ⟦201⟧ but we return ⟦200⟧",
    "the about page went from ⟦404⟧ to ⟦200⟧",
    "set the default error page to ⟦404⟧",
    "The ping endpoint is ⟦503⟧",
    "half of the ⟦404⟧ urls come from bots",
    "GitLab error code ⟦422⟧",
    "nginx: ⟦503⟧ is the default for limit_req",
    "I'd replace the ⟦500⟧ with a ⟦422⟧, it's a validation problem",
    "it returned ⟦200⟧, 1532 bytes, but the body is html",
    "we get one ⟦502⟧ a day from the ALB",
    "HTTP errors >= ⟦400⟧ are logged",
    "⟦403⟧-forbidden errors since the WAF update",
    "API answers ⟦400⟧ not a valid JSON",
    "接口返回 ⟦401⟧ token过期，需要重新登录",
    "调用云函数返回 ⟦403⟧，是不是没开匿名访问",
    "小程序返回 ⟦401⟧",
    "客戶端報 ⟦401⟧",
    '接口返回 {"code":⟦401⟧,"msg":"身份已失效"}',
    "nginx 返回 ⟦502⟧ 是后端端口不对",
    "接口返回 ⟦404⟧ 是 id 不对",
    "没权限改成 ⟦403⟧，没登录才返回 ⟦401⟧",
    "接口请求超时改成 ⟦504⟧",
    "前端传的 enum 不对，接口报 ⟦400⟧",
    "返回 ⟦204⟧ 表示没有数据",
    "接口返回 ⟦402⟧ 表示未支付",
    "预期返回 ⟦201⟧ 实际返回 ⟦200⟧",
    "期望返回 ⟦200⟧，实际 ⟦500⟧",
    "接口约定：⟦200⟧ 成功，⟦500⟧ 失败",
    "发了 500 个请求，全是 ⟦500⟧",
    "压测 500 次，超时 ⟦504⟧，其它正常",
    "他们文档里写的是返回 ⟦404⟧，实际返回 ⟦200⟧",
    "$httpcode 打出来是 ⟦302⟧",
    "proxy_buffer_size 改了 ⟦502⟧ 就没了",
    "价格跳 ⟦404⟧",
    "企业 IM 登錄 ⟦403⟧",
    "場館 ⟦404⟧ 頁",
    "连接 ⟦502⟧ 断开，重连又好",
    "ERP 返回 ⟦502⟧，库存接口挂了",
    "统计接口 ⟦500⟧（行数）",
    "网课页面报 ⟦404⟧ 的课，重新上传",
    "已签名 ⟦200⟧，未签名 ⟦401⟧",
    "镜像状态 ⟦404⟧，拉不下来",
    "物流那边 status=⟦502⟧ 了",
    "充电柜出现 ⟦503⟧",
    "排產模組返回 ⟦500⟧",
    "网站 ⟦521⟧ 那天是谁值班",
    "登录接口 ⟦500⟧ / 人脸识别也不行",
    "官网 ⟦404⟧ 一个月多了",
    "淘宝链接 ⟦404⟧ 卖了",
    "url 多个 / 就 ⟦404⟧ 结尾的斜杠要去掉",
    "官网 ⟦502⟧，人均多刷几次",
    "列表接口 ⟦200⟧，差一筆訂單",
    "接口 ⟦502⟧ 和 ⟦504⟧ 两個機房輪流",
    "返回的是 ⟦404⟧ 這個編號不存在",
    "晚上返回 ⟦504⟧ 多。",
    "⟦502⟧ 那个 fpm 进程卡住了",
    "nginx 里 ⟦301⟧ 那行是注释",
    "师傅要接单时报 ⟦500⟧",
)
SUMS_AND_FUNCTIONS = (
    "our gate moved from 204 to 302, run",
    "POST /v1/orders takes 503 ms on average, the db alone 410",
    "* New upstream release, drop patches 100 and 101, applied upstream",
    "cart says 429 but checkout says 503, tax is added twice",
    "the backend sends 429 as the price and the frontend shows 4.29",
    "stripe payout was 429 after fees",
    "503 signed up through the landing page",
    "deleted 404, kept 12",
    "Grafana shows 522 for in-flight requests",
    "商品页标 429，结算 503，运费算了两次",
    "后端算出来 404，前端 403，差一分钱",
    "盘点结果：系统 404，实物 401",
    "llen 返回 503，消费者跟不上了",
    "indexOf 返回 404，说明在后半段",
    "wc -l 返回 503，少了一条",
    "404 的門打不開，誰有鑰匙",
    "链接密码 503",
)


@pytest.mark.parametrize("marked", STATUSES)
def test_a_claim_on_other_numbers_leaves_a_status_alone(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("text", SUMS_AND_FUNCTIONS)
def test_a_sum_and_the_result_of_a_function_are_silent(text: str) -> None:
    assert find_mentions(text) == ()
