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
        "healthz homepage hsts iis ingress insomnia istio jwt lambda laravel lb lighttpd linkcheck livez location",
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
        "credentials cypress dashboard deploy devtools domain domains download downloads error errors expired favicon",
        "gatling header headers health install jmeter link links liveness load locust login message msg network",
        "origin page pages payload permission permissions playwright pod pods portal preview probe probes prod pull",
        "puppeteer push readiness retried retries retry selenium seo server servers service signup site sitemap sla",
        "slo sso staging status swagger tls token upload uploads webapp",
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
    "boiler camera cobol coffee car coffee dishwasher drone dryer elevator espresso fortran fridge furnace heater",
    "inverter microwave oven peloton playstation printer roku roomba scanner scooter stove thermomix thermostat",
    "treadmill truck tv vehicle washer xbox canon nikon tesla",
)
"""Machines that talk to servers as well: what they say is not always of their own."""
FOREIGN_PROTOCOLS = words(
    "activex amqp amqplib asterisk bacnet beeping beeps bios blinking blinks bluescreen bsod cics clippy cnc cobol",
    "diablo dubbo edi errno eslint esmtp exim fanuc fax ffmpeg fifa flashes flashing fortnite freeswitch ftp genshin",
    "gopher grpc hl hresult hvac icy imap infocode innd irc isdn knx kuka libusb lint lotus mailbox mailer makefile",
    "modbus modem motherboard mqtt mta mx mypy newsgroup nintendo nnrpd nntp obd ocx odbc ora overwatch pbx pika plc",
    "postfix profinet proftpd psn pubg pump pylint rabbitmq radius rcpt regsvr relay roblox rtsp siemens sigkill",
    "signal sigsegv sigterm sip smpp smtp smtplib snmp ss steam tacacs thrift tsc tuxedo ubus udp usenet valorant vba",
    "vending vfd voicemail voip vsftpd warzone washing winerror zigbee",
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
    "airport album apartment atm audi bakery batting beer bike bikes birthday bmw bus buses calories campus",
    "casino cholesterol chrysler concert credits dewey deadlift deadlifted delayed dividend doctor dorm elections",
    "elevator exam exams ferrari fever fiat freeway garage gmat graduate gre gym highway ielts homework hospital",
    "innings jackpot jeans kid kids kitchen landlady landlord lap laps lecture lectures lego lens levi levis",
    "lottery lsat marathon math mazda mercedes midterm movie neighbor neighbour novel paperback parking payroll",
    "peugeot pizza playoffs poker porsche quiz quizzes raffle referee ride road rode semester seminar seminars",
    "shares squat squats subaru survey toefl toeic touchdown toyota tripod volvo votes waiter waitress wedding",
)
"""Daily life, which has numbers of its own: a word of the web beside it may mean another thing."""
ONLINE = words(
    "app apps booking checkout intranet login online page portal registration server signup site sites ui web webpage",
    "website",
)
"""How daily life and machines are reached by the web: "the parking app answers 500"."""
SUBSTATUS_CONTEXT = words("asp config error http iis intranet module net site status substatus upgrade web")
"""What a sub-status of IIS is written beside."""
UPGRADES = words("handshake upgrade websocket ws wss")
"""What 101 is about."""
CONTEXT = (
    TOPIC | WEAK_TOPIC | EVERYDAY | DAMPERS | HTTP_FOR_SURE | FOREIGN | SERVICES | ONLINE | SUBSTATUS_CONTEXT | UPGRADES
)
"""Every word that says something wherever it stands around a number."""
