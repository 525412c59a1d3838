"""Signs of what a whole message is about."""

from teapot.mentions.roles import signs
from teapot.mentions.topics import PRODUCTS

OF_THE_WEB = signs(
    "status code|status_code|statuscode|front page|start page|landing page|html|www|if-none-match|if-match|etag",
    "content-type|retry-after|cache-control|www-authenticate|user-agent|set-cookie|http|api|referer|idempotent",
    "idempotency|nginx|haproxy|apache|caddy|endpoint|webhook|gateway|proxy|curl|url|cdn|cloudflare|cloudflared",
    "ingress|healthcheck|upstream|proxies|图床|圖床|restful|iis|redirect|crawl|backend|frontend|browser|website",
    "cookie|csrf|jwt|oauth|header|payload|wordpress|healthz|network tab|right code|which code|what code|correct code",
    "proper code|htaccess|access.log|access_log|onstatus|preflight|intranet|postman|middleware|request|response",
    "rate limit|web.config|serverless|lambda|openapi|swagger|access log|googlebot|bingbot|状态码|狀態碼|接口|网关",
    "網關|閘道|网站|網站|页面|頁面|首页|首頁|网页|網頁|浏览器|瀏覽器|请求|請求|响应|回應|后端|後端|前端|后台|後台",
    "前台|爬虫|爬蟲|路由|进不去|進不去|打不开|打不開|连不上|連不上|重定向|轉址|跳转|跳轉|缓存|快取|续传|續傳|隧道",
    "反代|负载均衡|負載平衡|鉴权",
)
"""Signs of which one is enough."""

OF_SOFTWARE = signs(
    "ip|满屏|滿屏|檔名|文件名|心跳|脚本|腳本|字段|欄位|清华源|清華源|阿里源|镜像源|pip|yarn|method|caching",
    "availability|slo|sla|error budget|三方|切库|切庫|切流|降级|降級|熔断|熔斷|限流|扩容|擴容|回滚|回滾|发版|發版",
    "压测|壓測|灰度|埋点|埋點|链路|鏈路|日志|日誌|告警|接入层|机房|機房|集群|叢集|容器|大盘|预发|預發|生产环境",
    "正式環境|联调|測試機|连接池|連線池|线程池|解析失败|解析失敗|缺省页|缺省图|使用者輸入|用户输入",
    "|".join(sorted(PRODUCTS)),
    "分片|仪表盘|儀表板|回放|获取失败|取得失敗|开卖|開賣|抢购|搶購|订场|訂場|写入|寫入|协议|協議|重刷|刷新|重新整理",
    "每秒|instance|cloud|refresh|reload|embedding|prompt|模型|llm|模块|模組|字串|字符串|null|传参|傳參|爬到|爬取|抓取",
    "控制台|白屏|幂等|冪等|预检|預檢|队列|佇列|bulk|小程序|公众号|公眾號|数据库|資料庫|抓包|平台|主机|主機|网络|網路",
    "无痕|無痕|incognito|装包|裝包|镜像|鏡像|rss|表单|表單|断言|斷言|回调|回調|回呼|callback|登出|用例|权杖|權杖|抢票",
    "搶票|订票|訂票|选课|選課|下单|下單|导出|匯出|搜索|搜尋|查询|查詢|金流|結帳|结账|收单|乐观锁|樂觀鎖|推送|app",
    "parser|handler|devtools|kerberos|s3|bucket|kubelet|liveness|readiness|polls|polling|async|admin|config|database",
    "git|container|session|log|payment|-gw|sdk|platform|2xx|client|server|site|page|deploy|deployment|k8s|pod|catch",
    "seo|dns|tls|cert|certificate|ssl|token|demo|bot|login|log in|auth|authentication|portal|upload|download|preview",
    "origin|edge|mirror|range|cache|retry|retries|timeout|json|rfc|hotfix|rollback|release|prod|production|vpn",
    "staging|dashboard|console|network|service|checkout|link|domain|visitors|monitor|spec|plugin|tracker|waf|firewall",
    "load balancer|lb|伺服器|服务器|服務器|服务|服務|登录|登入|登錄|上传|上傳|下载|下載|例外|异常|系统|系統|线上|線上",
    "测试|測試|调用|呼叫|更新|插件|外掛|发布|發布|上线|上線|防火墙|防火牆|网银|網銀|文档|文件|访客|訪客|连结|連結",
    "链接|鏈接|点进|點進|推播|重送|重发|语义|語意|可用性|維修|维修|付款通知|支付通知|异步通知|異步通知|空物件|空对象|空數組|空数组|空陣列|闪退|閃退|服务端|主机商|主機商|域名|網域",
    "网址|網址|权限|權限|令牌|密钥|金鑰|部署|重启|越权|越權|健康检查|健康檢查|探活|失败率|失敗率|错误率|錯誤率|qps|rps",
    "并发|併發|並發|靜態檔|静态资源|靜態資源|重推|转码|轉碼|播放地址|白名单|白名單|付款成功|支付成功|付款失败|支付失败",
)
"""Signs of which two are needed: they have to do with other numbers as well."""

OF_ENGINEERS = signs(
    "on save|on submit|in prod|on prod|on staging|on login",
    "js|css|qa|ui|chaos|bearer|serializer|slug|exception|null|undefined|click|submit|migration|schema|sql",
    "regex|debug|env|docker|python|favicon|robots.txt|localhost|bug|rolled back|stacktrace|cli|enum",
    "refactor|logged in|repo|typescript|golang|graphql|grpc|kafka|redis|postgres|mysql|sqs|s3|cron|worker",
    "pipeline|ci|test suite|unit test|is down|was down|are down|went down|outage|offline|web|logout|media",
    "went wrong|throw|script|traceback|queue|export|csv|cluster|javascript|java|php|ruby|rust|django|flask|spring",
    "rails|tenant|branch|merge|commit|build|kubernetes|alert|incident|on call|oncall|sre|ops",
    "devops|staging|release|rollout|canary|fix|patch|user|vendor|partner|merchant|blog",
)
"""Signs that somebody speaks of work on software, whatever of."""

OF_MAIL = signs(
    "灰名单|灰名單|反垃圾|邮件网关|郵件閘道|发信报",
    "outgoing calls fail|incoming calls fail|greylisting|graylisting",
    "channel exception|amqp|closed by server|queue.declare|vhost:|PortMapping|UPnPError|CAPABILITIES|AUTHINFO|PRIVMSG",
    "NickServ|no such nick|REGISTER request|msrp|MSRP|sip:|bounced with|bounced back|mail bounced|hard bounce",
    "soft bounce|UPnP|VAST|CWD |RETR |STOR |PASV|TYPE I|Entering Passive|control connection|lftp|recipient address",
    "delivery to|mail delivery|Login incorrect|sip trunk|sip 的|sip的|irc 那|irc那|rtp |SDP|落地网关|落地網關",
    "被叫方|被叫一直|被叫没|被叫無|被叫无|被叫号|被叫號|被叫拒|被叫忙",
    "主叫|振铃|振鈴|volte|VoLTE|ims 呼叫|sip中继|sip 中继|SIP中继|SIP 中继|sip線路|sip线路|sip 线路|中继线路|中繼線路",
    "ilezilla|ileZilla|Password required|Invite is sent|hotmail|WinSCP|(SIP|SIP |SMTP|smtp|RCPT|MAIL FROM|ehlo |EHLO ",
    "HELO |'rset|retcode|postfix|Postfix|exim|FTP|vsftpd|data connection|USER and PASS|230 Login|226 Transfer",
    "curl: (9)|curl: (67)|curl: (78)|SIP/2|INVITE|RTSP|NNTP|mail server|mailserver|MTA|邮件服务器|郵件伺服器|sqlstate",
    "SQLSTATE|OAuthException|fbtrace_id|error_subcode|*** [|nnrpd|newsgroup|ftp:|PASS command|USER command",
    "DATA command|MAIL command|PRACK",
)
"""Signs that it is about something else with status codes of its own."""

OF_CALLS = signs("SIP/2|INVITE |PRACK|sip trunk|RTSP")
"""Signs of calls and streams, whose codes have the phrases of HTTP."""

OF_INQUIRIES = signs(
    "access log|curl|retry-after|恢复了|已恢复|恢復了|已恢復|打不开|打不開|白屏|被打了|错误预算|錯誤預算",
)
"""Signs that somebody looks into what the web answered, or says that it is back."""

OF_THE_WEB_FOR_SURE = signs(
    "http|status|response|request|url|api|endpoint|webhook|nginx|gateway|proxy|crawl|upstream|backend|browser",
    "health check|healthcheck|from /|to /|for /|on /|websocket|etag|cookie|header|redirect|location |server {",
    "error_page|route|www-auth|reasonphrase|reason phrase|($|.code|→ /|-> /|=> /|get /|post /|put /|delete /|patch /",
    "head /| body|状态码|狀態碼|接口|网关|網關|网站|網站|页面|頁面|请求|請求|响应|回應|响應",
)
"""What tells, anywhere near, that what is tested or programmed there speaks HTTP."""
