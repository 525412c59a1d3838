"""What statuses mean, told by signs of it."""

from teapot.mentions.roles import signs, words

_MEANINGS = (
    (words("201"), signs("location")),
    (words("202"), signs("async|queue|poll")),
    (words("204"), signs("body|empty|no content")),
    (
        words("301 302 303 307 308"),
        signs(
            "redirect|moved|trailing slash|domain|seo|www|域名|網域|网域|重導|迴圈|绕圈",
            "搬站|搬家|权重|權重|收录|收錄|loop",
            "循环|循環|转址|轉址|跳转|跳轉|重定向|重新導向",
        ),
    ),
    (words("304 412"), signs("body|if-none-match|if-match|etag|stale|缓存|快取")),
    (words("400"), signs("malformed|invalid|parse|missing field|missing param")),
    (
        words("401"),
        signs("logout|cookie|token|login|log in|session|unauth|credential|令牌|登录|登入|登錄|鉴权|凭证|憑證"),
    ),
    (words("402"), signs("unpaid|payment|billing|overdue|subscription")),
    (
        words("403"),
        signs(
            "forbid|denied|permission|blocked|token|signature|expired|presigned|geo|权限|權限|被挡|被擋|黑名单|黑名單"
        ),
    ),
    (words("404 410"), signs("not found|missing|links|dead link|broken link|deleted|找不到|不存在|死链|死鏈|下架")),
    (words("405"), signs("method|route ")),
    (words("406 415"), signs("accept|content-type|media type|mime")),
    (words("408 504"), signs("timeout|timed out|time out|upstream|超时|逾時|上游")),
    (words("409"), signs("conflict|duplicate|already exist|冲突|衝突|重复|重複")),
    (words("413"), signs("limit|too large|too big|upload|body size|太大|上传|上傳")),
    (words("416 206"), signs("range|resume|partial|download|media|video|mp4|seek|续传|續傳|断点|斷點")),
    (words("421"), signs("h2|http/2|coalesc|sni ")),
    (words("422"), signs("validation|invalid|校验|驗證")),
    (words("423"), signs("locked")),
    (words("426"), signs("upgrade|升级|升級")),
    (words("429"), signs("throttl|rate limit|rate-limit|quota|too many|限流|限频|頻率|频率")),
    (words("431"), signs("header|cookie|kerberos|too large|huge")),
    (words("451"), signs("legal|geo|censor|法规|法規|地区|地區")),
    (words("499"), signs("hang up|hung up|hangs up|client closed|gave up|give up")),
    (words("500"), signs("stack trace|traceback|exception|went wrong|堆栈|異常|异常")),
    (words("501"), signs("not implemented|unsupported|not supported")),
    (
        words("502 503"),
        signs("upstream|overload|not ready|unavailable|maintenance|restart|unhealthy|重启|重啟|维护|維護|过载|過載"),
    ),
    (words("507"), signs("disk|storage")),
    (words("521 522 523"), signs("origin|firewall")),
    (words("525 526"), signs("tls|ssl|certificate|handshake|证书|憑證|握手")),
)
"""Codes, and signs of what they mean: a message that tells a number's meaning means the status."""
SIGNS_OF = {code: meaning for codes, meaning in _MEANINGS for code in codes}
