"""What the neighbourhood of a number is about: the web, or something that has codes of its own."""

from teapot.mentions.roles import words
from teapot.mentions.tokens import METHODS

PROTOCOL = words("http https httpx urllib webdav")
PRODUCTS = words(
    "ansible anthropic argo argocd artifactory aws azure bitbucket chatgpt claude composer confluence consul crates",
    "datadog docker dockerhub docs drupal ecr eks elasticsearch facebook firebase fpm gcp gcs gemini ghcr github",
    "gitlab gke google gradle grafana harbor helm heroku hub imgur instagram jenkins jira joomla keycloak kibana",
    "kubectl kubernetes linkedin loki magento maven minio netlify nexus notion npm nuget okta openai opensearch",
    "packagist paypal php prometheus pypi quay readme reddit registry rubygems salesforce sendgrid sentry shopify",
    "slack sonarqube stripe supabase telegram terraform twilio twitter vault vercel wiki wordpress youtube zoom",
)
"""Services and programs that people talk to by HTTP."""
TOPIC = (
    PROTOCOL
    | METHODS
    | words(
        "ajax akamai alb apache api apigw apis axios backend browser caddy caldav carddav cdn cgi checker cloudflare",
        "cloudfront content cookie cookies cors cos crawl crawler csrf curl dav django elb endpoint endpoints envoy",
        "etag express fastapi fastly fetch flask gateway googlebot graphql gunicorn handshake haproxy healthcheck",
        "healthz homepage iis ingress insomnia istio jwt lambda laravel lb lighttpd linkcheck livez location",
        "middleware mkcol netlify nginx nlb oauth oss postman preflight propfind proxies proxy rails readyz redirect",
        "redirects request requests resp response rewrite squid statuscode tomcat traefik upgrade upstream url urls",
        "uvicorn varnish vercel waf webhook webhooks webpage webserver website websocket wget wss xhr",
    )
)
"""What has to do with little but the web."""
ADDRESSES = words("http:// https://")
WEAK_TOPIC = (
    PRODUCTS
    | ADDRESSES
    | words(
        "actions asset assets auth authentication authorization body bucket callback cf checkout client conn",
        "credentials dashboard deploy devtools domain domains download downloads error errors expired favicon header",
        "headers health install link links liveness load login message msg network origin page pages payload",
        "permission permissions pod pods portal preview probe probes prod pull push readiness retried retries retry",
        "seo server servers service signup site sitemap sla slo sso staging status swagger tls token upload uploads",
        "webapp",
    )
)
"""What has to do with the web and with other things."""
DAMPERS = words(
    "debian dll engine firmware game games inbox latency mail minecraft percentile qps rps throughput ubuntu vehicle",
    "win windows",
)
"""They make a topic of the web less sure."""
HTTP_FOR_SURE = words("api endpoint http https url webhook")
"""Beside these the machines and protocols of `FOREIGN` say nothing."""
MACHINES = words(
    "boiler camera car coffee dishwasher drone dryer elevator espresso fridge furnace heater inverter microwave oven",
    "playstation printer roku scanner scooter stove thermostat treadmill truck tv vehicle washer xbox",
)
"""Machines that talk to servers as well: what they say is not always of their own."""
FOREIGN_PROTOCOLS = words(
    "amqp amqplib asterisk beeping beeps bios blinking blinks bluescreen bsod clippy cnc cobol dubbo errno eslint",
    "esmtp exim fax ffmpeg flashes flashing fortnite freeswitch ftp gopher grpc hresult hvac icy imap infocode irc",
    "libusb lint mailbox mailer makefile modbus modem motherboard mqtt mta mx mypy newsgroup nintendo nntp obd odbc",
    "ora pbx pika plc postfix psn pump pylint rabbitmq rcpt relay roblox rtsp sigkill signal sigsegv sigterm sip smtp",
    "smtplib snmp steam thrift tsc udp usenet valorant vending vfd voip washing winerror zigbee",
)
"""Other protocols, processes and tools that have codes of their own."""
FOREIGN = MACHINES | FOREIGN_PROTOCOLS
SERVICES = words(
    "cassandra clickhouse kafka ldap mariadb memcached mongo mongodb mysql oracle postgres postgresql psql redis rpc",
    "sql sqlite sqlserver sqlstate sybase zookeeper",
)
"""They have codes of their own as well, but stand behind many a web server."""
ALIEN = FOREIGN | SERVICES | DAMPERS
EVERYDAY = words(
    "airport album apartment atm audi bakery batting beer bike bikes birthday bmw bus buses calories campus casino",
    "cholesterol chrysler concert credits deadlift deadlifted delayed dividend doctor dorm elections elevator exam",
    "exams ferrari fever fiat freeway garage gmat graduate gre gym highway homework hospital innings jackpot jeans",
    "kid kids kitchen landlady landlord lap laps lecture lectures lego lens levi levis lottery marathon mazda",
    "mercedes midterm movie neighbor neighbour novel paperback parking payroll peugeot pizza playoffs poker porsche",
    "quiz quizzes raffle referee ride road rode semester seminar seminars shares squat squats subaru survey toefl",
    "touchdown toyota tripod volvo votes waiter waitress wedding",
)
"""Daily life, which has numbers of its own: a word of the web beside it may mean another thing."""
SUBSTATUS_CONTEXT = words("asp config error http iis intranet module net site status substatus upgrade web")
"""What a sub-status of IIS is written beside."""
UPGRADES = words("handshake upgrade websocket ws wss")
"""What 101 is about."""
CONTEXT = TOPIC | WEAK_TOPIC | EVERYDAY | DAMPERS | HTTP_FOR_SURE | FOREIGN | SERVICES | SUBSTATUS_CONTEXT | UPGRADES
"""Every word that says something wherever it stands around a number."""
