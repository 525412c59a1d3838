"""What the neighbourhood of a number is about: the web, or something that has codes of its own."""

from teapot.mentions.roles import words
from teapot.mentions.tokens import METHODS

WEB_AT_LARGE = (
    *(
        "Webhook",
        "HTTP",
        "http",
        "API",
        "nginx",
        "Nginx",
        "NGINX",
        "endpoint",
        "webhook",
        "Webhook",
        "gateway",
        "proxy",
        "curl",
        "URL",
        " api ",
    ),
    *("状态码", "狀態碼", "接口", "网关", "網關", "网站", "網站"),
)
"""Signs anywhere in a message that it is about the web."""
MAIL_AT_LARGE = (
    *("SMTP", "smtp", "RCPT", "MAIL FROM", "ehlo ", "EHLO ", "HELO ", "'rset", "retcode", "postfix", "Postfix", "exim"),
    *("FTP", "vsftpd", "curl: (9)", "curl: (67)", "curl: (78)", "SIP/2", "INVITE", "RTSP", "NNTP"),
    *(
        "mail server",
        "mailserver",
        "MTA",
        "邮件服务器",
        "郵件伺服器",
        "sqlstate",
        "SQLSTATE",
        "OAuthException",
        "fbtrace_id",
        "error_subcode",
        "*** [",
    ),
)
"""Signs anywhere in a message that it is about something else with status codes of its own."""

PROTOCOL = words("h2 http https httpx urllib webdav")
PRODUCTS = words(
    "ansible anthropic argo argocd artifactory auth0 aws azure bitbucket chatgpt claude composer confluence consul",
    "crates datadog docker dockerhub docs drupal ecr eks elasticsearch facebook firebase fpm gcp gcs gemini ghcr",
    "github gitlab gke google gradle grafana harbor helm heroku hub imgur instagram jenkins jira joomla k8s keycloak",
    "kibana kubectl kubernetes linkedin loki magento maven minio netlify nexus notion npm nuget okta openai",
    "opensearch packagist paypal php prometheus pypi quay readme reddit registry rubygems salesforce sendgrid sentry",
    "shopify slack sonarqube stripe supabase telegram terraform twilio twitter vault vercel wiki wordpress youtube",
    "zoom",
)
"""Services and programs that people talk to by HTTP."""
TOPIC = (
    PROTOCOL
    | METHODS
    | words(
        "ajax akamai alb apache api apigw apis axios backend browser caddy cdn cgi checker cloudflare cloudfront",
        "content cookie cookies cors cos crawl crawler curl django elb endpoint endpoints envoy etag express fastapi",
        "fastly fetch flask gateway googlebot graphql gunicorn haproxy healthcheck healthz homepage iis ingress",
        "insomnia istio lambda laravel lb lighttpd linkcheck livez location netlify nginx nlb oauth oss postman",
        "preflight proxies proxy rails readyz redirect redirects request requests response rewrite squid statuscode",
        "tomcat traefik upstream url urls uvicorn varnish vercel waf webhook webhooks webpage webserver website wget",
        "xhr",
    )
)
ADDRESSES = words("http:// https://")
WEAK_TOPIC = (
    PRODUCTS
    | ADDRESSES
    | words(
        "actions asset assets auth authentication authorization body bucket callback checkout client credentials",
        "dashboard deploy devtools domain domains download downloads error errors expired favicon header headers",
        "health install link links liveness load login message msg network page pages payload permission permissions",
        "probe probes prod pull push readiness retried retries retry seo server servers service site sitemap sla slo",
        "sso staging status swagger token upload uploads webapp",
    )
)
DAMPERS = words(
    "debian dll email engine firmware game games inbox latency mail minecraft percentile qps rps throughput ubuntu",
    "vehicle win windows",
)
HTTP_FOR_SURE = words("api endpoint http https url webhook")
FOREIGN = words(
    "amqp asterisk bios bluescreen boiler bsod camera car clippy cnc cobol coffee dishwasher drone dryer dubbo",
    "elevator errno eslint esmtp espresso exim fax ffmpeg fortnite freeswitch fridge ftp furnace gopher grpc heater",
    "hresult hvac icy imap infocode inverter irc libusb lint machine mailbox mailer makefile microwave modbus modem",
    "motherboard mta mx mypy nintendo nntp obd odbc ora oven pbx playstation plc postfix printer psn pump pylint",
    "rabbitmq rcpt relay roblox roku rpc rtsp scanner scooter sigkill signal sigsegv sigterm sip smtp smtplib snmp",
    "sqlstate steam stove thermostat thrift treadmill truck tsc tv udp valorant vfd voip washer washing winerror xbox",
    "zigbee",
)
"""Other protocols, processes, machines and tools that have codes of their own."""
SERVICES = words(
    "cassandra clickhouse kafka ldap mariadb memcached mongo mongodb mysql oracle postgres postgresql psql redis sql",
    "sqlite sqlserver sybase zookeeper",
)
"""They have codes of their own as well, but stand behind many a web server."""
ALIEN = FOREIGN | SERVICES | DAMPERS
EVERYDAY = words(
    "airport album apartment atm audi bakery batting beer bike bikes birthday bmw bus buses calories casino",
    "cholesterol chrysler concert deadlift deadlifted dividend doctor dorm elections elevator exam exams ferrari",
    "fever fiat freeway garage gym highway homework hospital innings jackpot jeans kitchen landlady landlord lap laps",
    "lens lottery marathon mazda mercedes midterm movie neighbor neighbour novel paperback parking payroll peugeot",
    "pizza playoffs poker porsche raffle recipe referee ride rode shares squat squats subaru survey touchdown toyota",
    "tripod volvo votes waiter waitress wedding",
)
"""Daily life, which has numbers of its own: a word of the web beside it may mean another thing."""
SUBSTATUS_CONTEXT = words("error http iis status substatus")
CONTEXT = TOPIC | WEAK_TOPIC | EVERYDAY | DAMPERS | HTTP_FOR_SURE | FOREIGN | SERVICES | SUBSTATUS_CONTEXT
