"""Chinese messages that sound alike, of which some name a status (in ⟦ and ⟧) and some do not."""

import pytest

from teapot.mentions import find_mentions
from teapot.mentions.roles import words
from tests.marks import mark_mentions, unmarked

MEASURE_WORDS = words(
    "家 句 隻 批 段 格 刀 欧 道 堂 座 户 戶 幢 株 棵 片 瓣 册 冊 幕 尊 帖 盾 捆 束 车 車 船 席 栏 欄 枪 槍 团 團",
    "盆 锅 鍋 叶 葉 朵 顷 寸 丈 磅 吨 噸 轮 輪 轴 軸 帧 幀 首 架 遍 柜 櫃 针 針 声 聲 杆 镑 鎊 平方 平米 厘米 毫米",
    "微秒 英里 英尺 盎司 卢布 盧比 多条 多筆 来个 來人",
)
WORDS_ALIKE = (
    "委员会 404，都到齐了",
    "運動會 503 也要報名嗎",
    "导弹 404 那一集",
    "社会 502",
    "日记 404 写完了",
    "這本遊記 503",
    "总书记 404",
    "他的书写 503",
    "牆報 404",
    "毛笔 503 买少了",
    "普通人 404",
    "服务员 404 请假",
    "心跳 404",
    "柔软 404",
    "棉被 503",
    "档次 404",
)
MACHINES = (
    "点餐机报 503，叫人来修",
    "自動門的馬達車報 404",
    "佳能显示错误 503",
    "光猫报 502，师傅明天来",
    "悠遊卡感應出現錯誤 404",
    "任天堂跳 502，机子要送修",
    "大疆提示错误 500，换个电池",
    "社保卡报 404，换一张",
    "骁龙 4xx 跑不动",
    "驍龍 4xx 的平板",
    "APEX 报错 504，换个节点",
    "谷歌商店下载报错 495",
    "和平精英登录报 502",
    "特戰英豪 錯誤代碼 503",
    "米家报 404，灯连不上",
)
OF_SOFTWARE = (
    "权限改 400，目录不动",
    "字號調 404",
    "最慢那支 503，网关平均一百出头",
    "最長那條 404，其他接口都短",
    "客户 404 说登录页打不开",
    "需求 503 的接口谁来写",
    "缺陷 404 的页面已经修好",
    "商户 503 的回调地址换了",
    "队列堆积 503，接口慢",
    "8080 换成 503 就能打开网页",
    "备案号后三位是 404，页脚要换",
    "线程池只开了 500",
    "连接池配了 500，网关还是排队",
    "测速网站只跑出 404",
    "最大 200，超出时按 200 处理",
    "預期 500 實際 503，加總函式算錯",
    "状态码 503 表示已发货",
    "狀態 404 的訂單先不要動",
    "错误代码 503，查手册说是传感器",
    "服务跑在 503 上",
    "nginx 听 404",
    "流水线 503 报错",
    "官网今天 503 访客",
    "爬虫爬了 404 页",
    "接口压到 503 就不行了",
    "推送成功 503",
    "服务器负载 404",
    "爬到 503 頁",
    "进度：503 已完成，404 待处理",
    '{"code": 503, "msg": "库存不足"}',
    "返回 code 500，msg 是“优惠券领完啦”",
    "URL 里的 404 是商品编号",
    "令牌末尾 503",
    "HTTP 2 帧 404 丢了",
    "编译错误 404，缺个分号",
    "抖音接口 err_no 503",
    "商品 404 下架了",
    "门店 503 的页面没更新",
    "摄像头 404 打不开",
    "章节 503 打不开",
    "柜子 404 打不开",
    "運單 404 系統查不到",
    "服务器叫 404",
    "503 的路由器重启一下",
)
BARE = (
    "还是 503",
    "已經到 404",
    "还是 404，奶奶说不用换",
    "今年就 503",
    "都 404",
    "又是 503",
    "正好 404",
    "快递就 503",
    "已经 503 了",
    "快 404 了，还差两个",
    "存了 404 了",
    "都 503 了还不睡",
)
STATUSES = (
    "非 ⟦2xx⟧ 一律写进死信队列",
    "登录过期就先 ⟦302⟧ 到登录页",
    "游戏接口返回 ⟦503⟧，玩家全掉线",
    "电梯监控的网站报 ⟦502⟧",
    "邮件后台页面 ⟦404⟧ 了",
    "没登录应该是 ⟦401⟧，现在还是 ⟦200⟧",
    "用例断言的是 ⟦409⟧，跑出来 ⟦500⟧",
    "停用的账号改为返回 ⟦410⟧，先前是 ⟦404⟧",
    "預期 ⟦403⟧，實際 ⟦200⟧，而且真的看得到別人的訂單",
    "别把异常都包成 ⟦200⟧ 返回",
    "線上回 ⟦404⟧，本機正常",
    "个网 ⟦503⟧ 咁耐都未好，個站又 ⟦502⟧ 喇",
    "死鏈檢查：⟦404⟧ 三條",
    "首頁 .... ⟦200⟧ (96 ms)",
    "抓模型 ⟦401⟧，token 要重新申请",
    "客户那边返回 ⟦503⟧ 错误",
    "儀表板从早上就 ⟦502⟧",
    "结算平台又 ⟦502⟧",
    "分片有三个 ⟦404⟧，视频卡住",
    "傳回 ⟦204⟧ 就好，不必帶內容",
    "状态码 ⟦500⟧ 次数降到 0",
    "公車動態的 API 超過次數會 ⟦429⟧",
    "站點搬家記得做 ⟦301⟧ 轉址",
    "網站根目錄少了預設文件，所以 ⟦403.14⟧",
    "全站统一 ⟦301⟧ 到 443",
    "斷路器：⟦500⟧、⟦502⟧、⟦504⟧ 合計超過十次就開路",
    "上游 ⟦5xx⟧ 改写成 ⟦200⟧ 加业务码的做法废止",
    "首页 ⟦500⟧ 首先看日志",
    "登录接口 ⟦404⟧ 针对老版本",
    "⟦502⟧ 集中在早高峰，接口那边在扩容",
    "一开卖就 ⟦503⟧，等到能进去已经没票",
    "還是 ⟦502⟧，refresh 也沒用",
    "法院要我們撤下的那篇回 ⟦451⟧",
    "nginx 里 ⟦499⟧ 昨晚涨了五倍",
    "57% 是 ⟦429⟧，限流太狠",
    "健康檢查的成功範圍設 ⟦200⟧-⟦399⟧",
    '{"code": ⟦404⟧, "msg": "用户不存在"}',
    '{"code": ⟦429⟧, "msg": "请求太频繁"}',
    '{"code": ⟦402⟧, "msg": "余额不足"}',
    "首页 ⟦404⟧ 打不开",
    "官网打不开，⟦503⟧",
    '{"status": ⟦409⟧, "message": "Item out of stock"}',
    '{"status": ⟦500⟧, "info": "该商品已下架"}',
    "返回 ⟦503⟧ 的任务要重试",
    "下单接口 ⟦200⟧，退货接口 ⟦500⟧",
    "nginx ⟦499⟧ 关闭连接",
    "爬虫脚本 ⟦403⟧ 了",
    "又来了 ⟦503⟧，接口谁改的",
    "微信绑定 ⟦500⟧ 了，接口报错",
)


@pytest.mark.parametrize("measure", sorted(MEASURE_WORDS))
def test_what_a_measure_word_counts_is_silent(measure: str) -> None:
    assert [find_mentions(f"{said} {measure}") for said in ("接口返回 404", "平台报了 503")] == [(), ()]


@pytest.mark.parametrize("text", WORDS_ALIKE)
def test_a_word_that_ends_like_a_cue_is_none(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", MACHINES)
def test_what_a_machine_says_is_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("text", OF_SOFTWARE)
def test_other_numbers_of_a_software_team_are_silent(text: str) -> None:
    assert find_mentions(text) == ()


@pytest.mark.parametrize("marked", STATUSES)
def test_a_status_in_like_words_is_found(marked: str) -> None:
    assert mark_mentions(unmarked(marked)) == marked


@pytest.mark.parametrize("text", BARE)
def test_small_words_before_a_number_say_nothing_where_nobody_speaks_of_software(text: str) -> None:
    assert find_mentions(text) == ()
