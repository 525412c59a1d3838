"""Statuses in what people write; ⟦ and ⟧ stand around each."""

import pytest

from tests.marks import mark_mentions, unmarked

ENGLISH_CHAT = (
    "the API returns ⟦500⟧ when the body is empty",
    "we got a ⟦502⟧ from the gateway again",
    "I keep getting ⟦429⟧s from their API after 100 requests",
    "nginx ⟦499⟧s are through the roof, 5% of traffic",
    "lots of ⟦5xx⟧ on staging",
    "⟦502⟧, ⟦503⟧ and ⟦504⟧ should be retried, ⟦400⟧ should not",
    "should it be ⟦401⟧ or ⟦403⟧ when the token is expired?",
    "use ⟦308⟧ instead of ⟦301⟧ if you want to keep POST",
    "got ⟦404⟧'d by the docs link",
    "I was ⟦403⟧ed out of the bucket",
    "500 users hit the site and it gave a ⟦503⟧",
    "S3 gave me a ⟦403⟧ for a key that doesn't exist, not a ⟦404⟧",
    "health check expects ⟦200⟧ but gets ⟦301⟧",
    "/api/users → ⟦404⟧",
    "Our SLO counts ⟦500⟧-⟦599⟧ as failures",
    "the crawler gets ⟦999⟧ from linkedin",
    "still ⟦502⟧ from cloudfront for 3 users in room 404",
    "page not found (⟦404⟧) on mobile only",
    "retries on ⟦502⟧/⟦503⟧/⟦504⟧ only",
    "vault ⟦503⟧ sealed",
    "**⟦404⟧** on every page",
    "Handle ⟦429⟧ and ⟦503⟧ with Retry-After (fixes #404)",
    "- proxy: do not forward ⟦1xx⟧ to HTTP/1.0 clients",
    "IIS keeps giving us ⟦403.14⟧ after the move",
    "Error⟦500⟧ and HTTP⟦502⟧ all day",
    "the code of the answer defaults to ⟦302⟧ if no status is set, as for any redirect",
    "worker crashed, if a backend ⟦401⟧ comes in the wrong moment",
    "orders were answered with ⟦503⟧; 412 carts were lost",
    "a status between ⟦400⟧ and ⟦499⟧, or in the range ⟦500⟧-⟦599⟧",
    "only refresh the token on the first ⟦401⟧ from the API",
    "the route ⟦404⟧s since the merge",
    "readiness probe ⟦503⟧ on two pods",
    "mysql is down and so every page of the site is ⟦500⟧, says the proxy",
    "user 404 got a ⟦503⟧, the API maps a missing user to ⟦404⟧",
    "the job exited with 137 and the proxy says ⟦502⟧",
    "it leaves with *⟦404⟧ - Not Found*",
    "this will exit the loop & send a `⟦500⟧` status code",
    "honours `⟦304⟧`s from the cache, old browsers choke on ⟦204⟧",
)

CHINESE_CHAT = (
    "报⟦502⟧了，谁动了配置",
    "状态码是⟦503⟧，不是⟦500⟧",
    "请求返回了⟦401⟧，token 过期了",
    "线上一直 ⟦504⟧",
    "nginx ⟦413⟧，文件太大",
    "上传 500M 的文件报 ⟦413⟧",
    "⟦502⟧、⟦503⟧、⟦504⟧ 都要重试",
    "把 ⟦301⟧ 改成 ⟦308⟧，不然 POST 会变 GET",
    "源站⟦521⟧",
    "⟦4xx⟧ 和 ⟦5xx⟧ 都要告警",
    "部署完就 ⟦502⟧ 了，等 30 秒自己好了",
    "请求超过 500 次会返回 ⟦429⟧",
    "网关超时（⟦504⟧）",
    "状态码 ５０３ 是全角的".replace("５０３", "⟦５０３⟧"),
    "API 打下去就 ⟦401⟧",
    "網站掛了，⟦503⟧",
    "狀態碼應該是 ⟦201⟧ 不是 ⟦200⟧",
    "轉址要用 ⟦302⟧ 還是 ⟦307⟧？",
    "刪除成功回 ⟦204⟧，找不到回 ⟦404⟧",
    "權限不足應該是 ⟦403⟧ 不是 ⟦401⟧",
    "舊網址請做 ⟦301⟧ 轉址",
    "⟦502⟧/⟦504⟧ 交替出現，網路組在查",
    "昨晚 2 點到 3 點有 500 筆請求失敗，都是 ⟦504⟧",
    "⟦301⟧、⟦302⟧、⟦308⟧ 差在哪裡",
    "怎麼又是 ⟦502⟧ 啦",
    "站台維護中請回 ⟦503⟧ 並帶 Retry-After",
    "⟦200⟧ 到 ⟦399⟧ 之间的状态码都算成功",
    "官网打不开，⟦521⟧",
    "⟦5xx⟧ 突增，先回滚",
    "一点就 ⟦500⟧",
    "手機打開是 ⟦451⟧ 的錯誤頁",
    "MySQL 挂了，页面全是 ⟦500⟧",
    "負載平衡那邊 ⟦504⟧ 的比例變高",
    "被擋了，⟦403⟧",
    "網站一直噴 ⟦502⟧，跳 ⟦500⟧ 的比較少",
    "會議室 502，討論一直 ⟦502⟧ 的 API",
    "我在 404 会议室，接口 ⟦503⟧ 的来找我",
    "昨晚有 3 次 ⟦504⟧，都在网关",
    "刚上版，全站 ⟦500⟧",
    "報表匯出 ⟦504⟧，改成非同步",
    "支付回调那边 ⟦500⟧，对方说没收到",
    "灰度机器 ⟦502⟧，切回去就好",
    "搶票 ⟦503⟧，大家都在刷",
    "订单查询 ⟦429⟧，被熔断了",
    "死循环 ⟦302⟧，cookie 没种上",
    "健康检查只认 ⟦2xx⟧",
    "網關的 ⟦5xx⟧ 率降下來了，⟦4xx⟧ 沒動",
    "缓存服务回 ⟦503⟧ 的时候要降级",
    "爬太快被回 ⟦403⟧，睡十秒再來",
    "个人页 ⟦404⟧，列表页没事",
    "回调里应答 ⟦200⟧ 或 ⟦204⟧，它就不再推",
    "有人遇到 ⟦403⟧ 吗，昨天还好好的",
    "測試環境 ⟦503⟧ 很正常，晚上會關機",
    "⟦502⟧ 占 3%，都在新机器上",
    "worker 把 ⟦404⟧ 缓存住了，清掉就好",
    "其余 ⟦4xx⟧ 一次都不要重试",
    "网关日志里的 ⟦499⟧ 翻倍了",
    "别把下游的 ⟦404⟧ 翻译成 ⟦500⟧",
    "格式不对给 ⟦400⟧，别塞 ⟦200⟧",
    "WAF 那边一律 ⟦444⟧ 断开",
    "先是 ⟦503⟧ 伺服器忙碌，後來變成 ⟦504⟧ 連線逾時",
    "高峰期零星 ⟦504⟧，加了机器也没用",
    "舊網域轉新網域用 ⟦301⟧ 還是 ⟦302⟧",
    "單一登入回跳，一路 ⟦302⟧",
    "登录失效的时候 HTTP 永远是 ⟦200⟧，要看业务码",
    "昨晚 ⟦4xx⟧ 墊高是有人在掃後台",
    "私服镜像抽风，装包蹦出来 ⟦404⟧",
    "订阅回调从 ⟦200⟧ 改送 ⟦410⟧，别再推了",
)

DAILY_LIFE_ONLINE = (
    "the restaurant's menu page gives me a ⟦404⟧",
    "survey API answered ⟦503⟧ all morning",
    "parking app: POST /tickets ⟦500⟧",
    "捷運官網噴 ⟦503⟧",
    "股价接口一直 ⟦502⟧",
    "红包页面报 ⟦500⟧",
    "高铁购票网站返回 ⟦403⟧",
    "npm error code E⟦404⟧, so E⟦404⟧: Not Found is all it says",
    "non-⟦200⟧ responses are retried",
    'message: "Not Find ⟦404⟧"',
)

WITHOUT_A_CUE = (
    "wiki preview is ⟦404⟧ for me, is it behind the vpn?",
    "tons of ⟦408⟧ from the edge since the mobile release, the server is fine",
    "mirror resumes the download with ⟦416⟧, the server lost the range",
    "the crawler stopped at its first ⟦308⟧.",
    "09:02 first ⟦500⟧ from the checkout API",
    "which one should POST /cart return?\n1️⃣ ⟦409⟧\n2️⃣ ⟦422⟧",
    "fail fast with ⟦503⟧ + Retry-After: 30 at the gateway",
    "when the token is revoked we send ⟦401⟧ w/ a challenge",
    "wrong status code: got ⟦500⟧ want ⟦200⟧",
    "a ⟦403⟧ carries no CORS headers",
    "bad url params should throw ⟦422⟧, a ⟦503⟧ sounds as if the server were down",
    "the tunnel is gone, so cloudflare shows ⟦530⟧",
    "ALB logs say ⟦460⟧, the clients hung up",
    "shopify hands out ⟦430⟧ to our bot",
    "vault health is ⟦473⟧ on the standby",
    "⟦403.14⟧ when I open the intranet root, IIS of course",
    "1 request said ⟦502⟧ on WordPress, only FTP still works",
    "前端反馈 demo 页面 ⟦404⟧",
    "接口给 ⟦426⟧ 合适吗",
    "⟦404⟧ 的话怎么处理",
    "网关甩了⟦504⟧",
    "預期 ⟦200⟧，實際 ⟦503⟧",
    "websocket 期望 ⟦101⟧，握手却拿到 ⟦426⟧",
    "查無資料要回什麼？\n1️⃣ ⟦404⟧\n2️⃣ ⟦200⟧ 加空陣列",
    "API 由 ⟦500⟧ 改為回傳 ⟦404⟧",
    "翻日志其实⟦503⟧，服务没起来",
    "先確認 /healthz 是 ⟦200⟧",
    "CDN 對 ⟦404⟧ 只存 60 秒，對 ⟦301⟧ 存一天",
    "body 都沒有，你回個 ⟦200⟧ 幹嘛",
    "其中 3 个 ⟦404⟧,1 个 ⟦410⟧ 的链接",
    "七牛回调失败给了 ⟦579⟧",
    "存取被拒（⟦403⟧ 拒絕存取）",
    "限流默认的 ⟦503⟧ 改成 ⟦429⟧",
    "登入後 network 看其實是 ⟦504⟧",
    "按 ⟦4xx⟧、⟦5xx⟧ 分开统计",
    "回源时先回 ⟦202⟧ 再慢慢处理",
    "打开首页显示 ⟦503⟧",
    "with more than 1000 records the server just goes ⟦502⟧",
    "the mirror throttles us now (⟦429⟧), so we wait",
    "etag is stale, that's ⟦412⟧",
    "first load ⟦502⟧, then it works (nghttpx in front)",
    "our two APIs: ⟦404⟧ again",
    "the permission was missing, so ⟦403⟧ it is",
    "when the tenant is suspended, do we send A) ⟦402⟧ B) ⟦403⟧ C) ⟦423⟧?",
    "WordPress answers ⟦502⟧, and only FTP still works",
    "the range request of the TV app gets ⟦416⟧",
    "hidden behind a ⟦404⟧ until the flag is on",
    "无权限就 ⟦403⟧ 处理",
    "⟦5xx⟧ 變多，多數是 ⟦504⟧",
    "參數超過上限 API 就回 ⟦400⟧",
    "from outside the pod is a lottery: mostly ⟦502⟧s, a few ⟦504⟧s",
    "behind nginx the ws ⟦101⟧ never comes",
)

LISTS = (
    "錯誤碼：\n⟦400⟧ 參數不對\n⟦401⟧ 未登入\n⟦404⟧ 查無此人\n⟦500⟧ 系統忙碌",
    "Responses\n- `⟦200⟧`: the cart\n- `⟦409⟧`: it was paid before",
    "| Code | Meaning |\n|---|---|\n| ⟦400⟧ | a field is missing |\n| ⟦410⟧ | the shop closed |",
    "Status codes:\n  ⟦200⟧  fine\n  ⟦304⟧  nothing new\n  ⟦503⟧  come back later",
    "only ⟦409⟧ for a conflict, ⟦422⟧ for a bad field, ⟦429⟧ for haste",
    "⟦200⟧、⟦201⟧、⟦204⟧ 都算成功",
    "狀態碼 ⟦400⟧~⟦499⟧ 是用戶端的事，⟦500⟧～⟦599⟧ 是我們的事",
    "⟦2xx⟧ 成功、⟦4xx⟧ 用戶端錯誤、⟦5xx⟧ 伺服器錯誤",
    "這支只會回 ⟦200⟧、⟦400⟧、⟦500⟧ 三種",
    "⟦401⟧ 登出、⟦403⟧ 提示",
)


@pytest.mark.parametrize("marked", ENGLISH_CHAT)
def test_a_status_is_found_in_english_chat(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", CHINESE_CHAT)
def test_a_status_is_found_in_chinese_chat(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", DAILY_LIFE_ONLINE)
def test_a_status_is_found_among_the_things_of_daily_life(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", WITHOUT_A_CUE)
def test_a_status_is_found_where_only_the_message_tells_that_it_is_about_the_web(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("marked", LISTS)
def test_statuses_that_are_told_one_after_the_other_are_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked
