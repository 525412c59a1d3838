"""What statuses mean, told by signs of it."""

from teapot.mentions.roles import signs, words

_MEANINGS = (
    (words("100"), signs("100-continue|expect:")),
    (words("101"), signs("websocket|upgrade|握手|升级|升級")),
    (words("103"), signs("early hint|preload|早期提示|预加载|預先載入")),
    (words("201"), signs("location|新建|创建|建立|新增|newly created")),
    (words("202"), signs("async|queue|poll|background|异步|非同步|排队|队列|佇列|輪詢|轮询|受理|收到了|做完")),
    (words("203"), signs("transforming proxy|中间代理|中間代理|代理改写|代理改寫")),
    (
        words("204"),
        signs("body|empty|no content|正文|空响应|空回應|空的回應|无内容|無內容|没有内容|沒有內容|不含任何"),
    ),
    (words("207 208"), signs("multi-status|multistatus|multi status|webdav|bulk|batch|批量|批次|逐笔|逐筆|部分成功")),
    (
        words("301 302 303 307 308"),
        signs(
            "link juice|canonical|hreflang|becomes get|redirect|moved|trailing slash|domain|seo|www|域名|網域|网域",
            "重導|迴圈|绕圈|搬站|搬家|权重|權重|收录|收錄|loop|排名|循环|循環|转址|轉址|跳转|跳轉|重定向|重新導向",
        ),
    ),
    (
        words("304 412 428"),
        signs(
            "强刷|強刷|没生效|沒生效|未改动|没改动|未變更|未修改|乐观锁|樂觀鎖|body|if-none-match|if-match|etag|stale|unchanged|缓存|快取"
        ),
    ),
    (
        words("400"),
        signs(
            "请求头|請求頭|握手|host 头|必填|缺字段|缺参数",
            "malformed|validation|invalid|parse|missing field|missing param|参数|參數|格式不对|格式不對|欄位",
        ),
    ),
    (
        words("401"),
        signs(
            "logout|cookie|token|the key|login|log in|session|unauth|credential|api key",
            "令牌|登录|登入|登錄|鉴权|凭证|憑證",
            "过期|過期|失效|密钥|金鑰|授权|授權",
        ),
    ),
    (
        words("402"),
        signs(
            "unpaid|payment|billing|overdue|subscription|insufficient|credits|欠费|欠費|续费|續費|余额|餘額|付费|付費|扣款"
        ),
    ),
    (
        words("403"),
        signs(
            "forbid|denied|permission|blocked|token|signature|expired|presigned|geo|权限|權限|被挡|被擋|黑名单|黑名單",
            "防盗链|防盜連|白名单|白名單|爬虫|爬蟲|签名|簽章",
        ),
    ),
    (
        words("404"),
        signs(
            "not found|not exist|missing|links|dead link|broken link|deleted",
            "找不到|不存在|死链|死鏈|下架|失效|已删|已刪",
        ),
    ),
    (words("405"), signs("method|route |方法")),
    (words("406 415"), signs("accept|content-type|media type|mime|只吐|xml")),
    (words("407"), signs("proxy auth|代理认证|代理驗證")),
    (words("408 504"), signs("timeout|timed out|time out|upstream|slow|超时|逾時|上游")),
    (
        words("409"),
        signs(
            "conflict|duplicate|already exist|already taken|concurrent|冲突|衝突|重复|重複|占用|佔用|已存在",
            "幂等|冪等|樂觀鎖|乐观锁",
        ),
    ),
    (
        words("410"),
        signs("token gone|permanently gone|device token|not found|not exist|deleted|找不到|不存在|下架|失效|已删|已刪"),
    ),
    (words("411"), signs("content-length|chunked")),
    (
        words("413"),
        signs(
            "影片|视频|大文件|大檔|大图|大圖|文件太大",
            "limit|too large|too big|upload|body size|太大|上传|上傳|超过大小|超過大小",
        ),
    ),
    (words("414"), signs("query string|too long|太长|太長")),
    (words("416 206"), signs("range|resume|partial|download|media|video|mp4|seek|续传|續傳|断点|斷點|分段|分片")),
    (words("418"), signs("teapot|coffee|joke|茶壶|茶壺|咖啡")),
    (words("421"), signs("h2|http/2|coalesc|sni ")),
    (words("422"), signs("validation|invalid|校验|驗證|验证")),
    (words("423"), signs("locked|锁定|鎖定|被锁|被鎖")),
    (words("425"), signs("0-rtt|early data")),
    (words("426"), signs("upgrade|升级|升級")),
    (
        words("429"),
        signs(
            "throttl|rate limit|rate-limit|quota|too many|per minute|per second|back off|backoff|限流|限频|頻率|频率",
            "太频繁|太頻繁|配额|配額|额度|額度|超过次数|超過次數|次数限制|次數限制|打太快|超量|每秒|每分钟|每分鐘",
        ),
    ),
    (words("431"), signs("header|cookie|kerberos|too large|huge")),
    (words("451"), signs("legal|court|dmca|gdpr|geo|censor|法规|法規|法务|法務|法院|地区|地區")),
    (
        words("499"),
        signs(
            "客户端自己断|客户端主动断|用戶端自己斷",
            "hang up|hung up|hangs up|client closed|closing the tab|gave up|give up|客户端断开|用戶端斷開",
        ),
    ),
    (words("500"), signs("stack trace|traceback|exception|went wrong|堆栈|堆疊|異常|异常|空指针|空指標")),
    (words("501"), signs("not implemented|unsupported|not supported")),
    (
        words("502 503"),
        signs(
            "upstream|overload|not ready|unavailable|maintenance|restart|unhealthy",
            "重启|重啟|维护|維護|维修|維修|过载|過載",
            "php-fpm|gunicorn|uvicorn|反代|反向代理|后端挂|後端掛",
        ),
    ),
    (words("507"), signs("quota|disk|storage|磁盘|磁碟|空间不足|空間不足")),
    (words("508"), signs("loop|resource limit|循环|迴圈")),
    (words("509"), signs("bandwidth|带宽|頻寬|流量")),
    (words("511"), signs("captive|portal|hotel wifi")),
    (words("520 521 522 523 524"), signs("origin|firewall|cloudflare|源站|回源")),
    (words("525 526"), signs("tls|ssl| cert|handshake|证书|憑證|握手")),
)
"""Codes, and signs of what they mean: a message that tells a number's meaning means the status."""
SIGNS_OF = {code: meaning for codes, meaning in _MEANINGS for code in codes}

_OWN_MEASURES = (
    (words("408 499 502 503 504 522 524 598 599"), words("超时 超時 逾时 逾時")),
    (words("408 499 504 522 524 598 599"), words("timeout timeouts 超时 超時 逾时 逾時")),
    (words("413 414 429 431 509"), words("超限 超出")),
    (words("402 507"), words("不足")),
    (words("402 403 413 429 509"), words("limit limits quota quotas rate 上限 限制 限额 限額 配额 配額 额度 額度")),
    (words("413 414 431"), words("length size 大小 长度 長度")),
    (words("411"), words("length 长度 長度")),
    (words("415"), words("type types 类型 類型")),
    (words("401 403"), words("permission permissions 权限 權限")),
    (words("416"), words("range ranges 范围 範圍")),
    (words("402"), words("paid 余额 餘額 付款 扣款 续费 續費")),
    (words("507"), words("disk 容量 满 滿")),
    (words("426 505"), words("version 版本")),
)
OWN_MEASURES = {
    word: frozenset(code for codes, of_these in _OWN_MEASURES for code in codes if word in of_these)
    for _, all_of_them in _OWN_MEASURES
    for word in all_of_them
}
"""What measures other numbers, and the codes that mean it: "upstream timeout 504", "rate limit 429", "超时 504"."""

SAID_OF_STATUSES = (
    "[请請]求|服[务務]|伺服|系[统統]|上游|[后後前]端|接口|客[户戶]端|用[户戶]端|[网網][关關路页頁站络絡]|[闸閘]道|[页頁]面|方法|路[径徑]"
    "|[资資]源|[内內]容|[参參][数數]|格式|登[录錄入陆陸]|令牌|[权權]限|[无無][权權]|存取|授[权權]|[认認][证證]|[验驗][证證]|握手|[证證憑凭][书書證证]"
    "|[错錯][误誤]|失[败敗]|[异異]常|成功|健康|正常|可用|完成|操作|不存在|找不到|未找到|缺少|不能[为為]空|必填|未知|[无無]效|非法|失效"
    "|禁止|禁用|被?封|拒[绝絕]|白名[单單]|[锁鎖]|[冲衝]突|重[复複试試新]|不支[持援]|[过過]期|超[时時]|逾[时時]|太[多大快]|限[流频頻]|[频頻]繁"
    "|繁忙|[过過][载載]|[维維][护護]|[挂掛]|稍[后後]|受理|[处處]理|[进進]行中|[创創新]建|[删刪]除|更新|[转轉跳]|[缓緩快][存取]"
    "|[没沒](?:改|[变變]|有|了|[这這]|[问問][题題]|[数數资資内內])"
)
"""Of these words one is said where somebody tells in Chinese what a status means, as a pattern."""
