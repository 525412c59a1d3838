"""What the neighbourhood of a number is about: the web, or something that has codes of its own."""

from teapot.mentions.roles import words
from teapot.mentions.tokens import METHODS

PROTOCOL = words("http https httpx urllib webdav")
PRODUCTS = words(
    "ansible anthropic argo argocd artifactory aws azure bitbucket chatgpt claude composer confluence consul crates",
    "comfyui datadog deepseek dify docker dockerhub docs drupal ecr eks elasticsearch facebook firebase fpm gcp gcs",
    "gemini ghcr gitea gitee github gitlab gke google gradle grafana harbor helm heroku hub hugging huggingface imgur",
    "instagram jenkins jira joomla hf keycloak kibana koha kubectl kubernetes linkedin loki magento maven minio moodle",
    "netlify nexus notion npm nuget okta ollama openai openrouter opensearch sqs sns dynamodb bigquery fcm apns",
    "hubspot zendesk mailgun snowflake databricks mapbox dropbox algolia packagist paypal php prometheus pypi quay",
    "readme reddit registry rubygems salesforce sendgrid sentry shopify slack sonarqube stripe supabase telegram",
    "terraform twilio twitter vault vercel wiki vllm wordpress youtube zoom",
)
"""Services and programs that people talk to by HTTP."""
TOPIC = (
    PROTOCOL
    | METHODS
    | words(
        "ajax akamai alb apache api apigw apis apisix axios backend browser caddy caldav carddav cdn cgi checker",
        "cloudflare cloudfront content cookie cookies cors cos crawl crawler csrf curl dav django elb endpoint",
        "endpoints envoy etag express fastapi fastly fetch flask gateway googlebot graphql gunicorn handshake haproxy",
        "healthcheck healthz homepage hsts iis ingress insomnia istio jwt lambda laravel lb lighttpd linkcheck livez",
        "location middleware mkcol netlify nginx nlb oauth openresty oss postman preflight propfind proxies proxy",
        "rails readyz slb redirect redirects request requests resp response rewrite scraper scrapers squid statuscode",
        "tengine tomcat traefik upgrade upstream url urls uvicorn varnish vercel waf webhook webhooks webpage",
        "webserver website websocket wget wss xhr",
    )
)
"""What has to do with little but the web."""
ADDRESSES = words("http:// https://")
WEAK_TOPIC = (
    PRODUCTS
    | ADDRESSES
    | words(
        "actions conda mirror pip asset assets auth authentication authorization body bucket callback cf checkout",
        "client conn credentials cypress dashboard deploy devtools domain domains download downloads error errors",
        "expired favicon gatling header headers health install jmeter link links liveness load locust login message",
        "msg network origin page pages payload permission permissions playwright pod pods portal preview probe probes",
        "prod pull puppeteer push readiness retried retries retry selenium seo server servers service signup site",
        "sitemap sla slo sso staging status swagger tls token upload uploads webapp",
    )
)
"""What has to do with the web and with other things."""
RATES = words("iops latency percentile qps rps throughput tps")
"""What is measured beside statuses; only right before a number it is that of the number."""
DAMPERS = RATES | words("debian dll firmware game games inbox mail minecraft ubuntu vehicle win windows")
"""They make a topic of the web less sure."""
OWN_ERRORS = words(
    "acrobat adobe alexa anyconnect autocad autodesk bedrock crunchyroll diameter dialog disney epson finder fitbit",
    "garmin gta hue hulu itunes kindle matlab modem netflix nespresso nvidia peloton photoshop quickbooks rockstar",
    "roomba sap skype solidworks sonos thermomix turbotax ubisoft vba vpn webex xerox zebra",
)
"""Products with error numbers of their own."""
LETTERS, LINKS = words("inbox mail"), words("link links page url")
"""Where links come from; a broken link in a mail is none of the mail's own codes."""
HTTP_FOR_SURE = words("api endpoint http https url webdav webhook")
"""Beside these the machines and protocols of `FOREIGN` say nothing."""
MACHINES = words(
    "apex lathe chiller conveyor battlefield bms ebike ebikes boiler camera canon car chromecast cobol coffee",
    "csgo dayz",
    "diablo dishwasher dji dota drone dryer elevator espresso fifa fortnite fortran forza fridge furnace genshin gopro",
    "heater helldivers hmi honkai inverter legends lidar mainframe microwave mri nikon nintendo oven overwatch",
    "palworld peloton playstation pokedex pokemon printer psn pubg quad quadcopter roblox roku roomba scada scanner",
    "scooter steam stove tesla thermomix thermostat treadmill truck turbine tv vacuum valorant vehicle warzone washer",
    "wii xbox zenless",
)
"""Machines that talk to servers as well: what they say is not always of their own."""
FOREIGN_PROTOCOLS = words(
    "acars activex amqp amqplib amqps asterisk bacnet beeping beeps bios blinking blinks bluescreen bsod cics clippy",
    "cnc coap cobol cuda cudnn diameter dicom dtc ecu edi errno eslint esmtp exim fanuc fax ffmpeg flashes flashing",
    "freeswitch ftp ftpd gopher grpc hl hresult icy imap imapd infocode innd irc isdn knx kuka lftp libusb lint lotus",
    "mailbox mailer makefile modbus modem motherboard mqtt mta mx mypy nccl newsgroup nnrpd nntp nzb obd ocpp ocx odbc",
    "opencl ora modprobe insmod pbx pika pjsip kamailio opensips linphone softphone softphones plc popd postfix",
    "mgcp megaco smgp cmpp sgip profinet proftpd pump pylint rabbit rabbitmq radius rcon rcpt regsvr",
    "rtmp rtsp sabnzbd siemens sigkill sigsegv",
    "sigterm sip smpp smtp smtpd smtplib snmp ss starttls tacacs telnetd thrift tsc tuxedo ubus udp usenet vac vast",
    "vba vending vfd voicemail voip vpaid vsftpd vulkan washing winerror xmpp zigbee zilla",
)
"""Other protocols, processes and tools that have codes of their own."""
WITH_CODES = words("amqp coap esmtp ftp grpc imap irc mqtt nntp radius rtsp sip smpp smtp snmp")
"""Those of them that a code is named after: "SMTP 550"."""
ALIKE = words("coap rtsp sip")
"""Of these the ones whose codes have the reason phrases of HTTP."""
FOREIGN = MACHINES | FOREIGN_PROTOCOLS
SERVICES = words(
    "hana mssql tidb oceanbase starrocks informix teradata cassandra clickhouse kafka ldap mariadb memcached mongo",
    "mongodb mysql oracle postgres postgresql psql redis rpc sql sqlite sqlserver sqlstate sybase zookeeper",
)
"""They have codes of their own as well, but stand behind many a web server."""
ALIEN = FOREIGN | SERVICES | DAMPERS
EVERYDAY = words(
    "airport album ankle apartment attic audi bakery balcony barbell bathroom batting bedroom beer bike bikes",
    "birthday blood bmw bowling brakes bread breakfast brunch bumper burger bus buses cab cabs cake calories",
    "campground campsite campus carpet casino cheese chess choir cholesterol chrysler church cinema clothing clutch",
    "concert cops coupe credits crib crit crits crossword cruise deadlift deadlifted delayed denim",
    "dentist dewey diesel dinner dividend doctor dorm dress dumbbell dungeon earrings elections elevator exam",
    "exams ferrari fever fiat fireball flour freeway fries garage garden gearbox gmat goalie graduate grandad",
    "granddaughter gre greyhound gym haircut hatchback highway homework hospital hostel housekeeping humidity",
    "ielts innings inseam jackpot jeans kettle kid kids kitchen landlady landlord lap laps lawn lecture lectures",
    "lego lens levi levis lobby lottery lsat luggage lunch mackerel magazine marathon massage math mattress mazda",
    "mercedes midterm motel motorcycle motorway motorways movie museum neighbor neighbour novel",
    "nurse odometer paperback parking pastry patio payroll pedometer pension petrol peugeot picnic pill pills",
    "pizza playoffs plumber poems poetry poker police porsche pregnancy quiz quizzes raffle railway referee",
    "rented retirement ride road rode roth rusty salad sandwich sedan semester seminar seminars shares shed shelf",
    "shelves shelving shoe shoes sneakers sofa soup squat squats stadium steps stewards strike striker subaru",
    "sudoku suitcase supper survey toaster toefl toeic touchdown towel towels toyota tripod trousers tyre tyres",
    "vaccine volunteers volvo votes waist waiter waitress wallet windshield",
)
"""Daily life, which has numbers of its own: a word of the web beside it may mean another thing."""
ONLINE = words(
    "app apps backend booking checkout intranet login microservice online page portal registration server service",
    "services signup site sites ui web webpage website",
)
"""How daily life and machines are reached by the web: "the parking app answers 500"."""
SITES = words("endpoint homepage site sites web webpage website")
"""Of these one is enough beside a machine."""
SUBSTATUS_CONTEXT = words(
    "asp config error filtering http iis intranet logged module net request site status substatus upgrade upload",
    "uploads web",
)
"""What a sub-status of IIS is written beside."""
UPGRADES = words("handshake upgrade websocket ws wss")
"""What 101 is about."""
CONTEXT = (
    TOPIC
    | WEAK_TOPIC
    | EVERYDAY
    | DAMPERS
    | HTTP_FOR_SURE
    | FOREIGN
    | SERVICES
    | OWN_ERRORS
    | ONLINE
    | SUBSTATUS_CONTEXT
    | UPGRADES
)
"""Every word that says something wherever it stands around a number."""
