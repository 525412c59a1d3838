"""What the neighbourhood of a number is about: the web, or something that has codes of its own."""

import re

from teapot.mentions.roles import words
from teapot.mentions.tokens import METHODS

WEB_AT_LARGE = re.compile(
    "HTTP|http|API|nginx|Nginx|NGINX|endpoint|webhook|gateway|proxy|curl|URL| api(?![A-Za-z])"
    "|状态码|狀態碼|接口|网关|網關|网站|網站"
)
"""Signs anywhere in a message that it is about the web."""
MAIL_AT_LARGE = re.compile(
    "SMTP|smtp|RCPT|MAIL FROM|postfix|Postfix|exim|FTP|vsftpd|SIP/2|INVITE|RTSP|NNTP|sqlstate|SQLSTATE"
)
"""Signs anywhere in a message that it is about a protocol with status codes of its own."""

PROTOCOL = words(
    "h2 http https httpx urllib webdav",
)
PRODUCTS = words(
    "anthropic argo argocd artifactory aws azure bitbucket chatgpt claude confluence consul crates datadog docker",
    "docs drupal ecr elasticsearch facebook firebase fpm gcp gcs gemini ghcr github gitlab google gradle grafana",
    "harbor heroku hub imgur instagram jenkins jira joomla keycloak kibana kubernetes linkedin loki magento maven",
    "minio netlify nexus notion npm openai opensearch paypal php prometheus pypi quay readme reddit registry",
    "salesforce sendgrid sentry shopify slack sonarqube stripe supabase telegram twilio twitter vault vercel wiki",
    "wordpress youtube zoom",
)
"""Services and programs that people talk to by HTTP."""
TOPIC = (
    PROTOCOL
    | METHODS
    | words(
        "ajax akamai alb apache api apis axios backend browser caddy cdn cloudflare cloudfront content cookie",
        "cookies cors crawl crawler curl django elb endpoint endpoints envoy etag express fastapi fastly fetch",
        "flask gateway googlebot graphql gunicorn haproxy healthcheck homepage iis ingress istio laravel lighttpd",
        "linkcheck location netlify nginx oauth proxies proxy rails redirect redirects request requests response",
        "rewrite squid statuscode tomcat traefik upstream url urls uvicorn varnish vercel waf webhook webhooks",
        "webpage webserver website wget xhr",
    )
)
WEAK_TOPIC = PRODUCTS | words(
    "actions auth authentication authorization body callback checkout client credentials dashboard deploy download",
    "downloads error errors expired header headers link links load login message msg page pages payload permission",
    "permissions prod push retried retries retry seo server servers service site sla slo staging status token",
    "upload uploads",
)
DAMPERS = words("windows win engine vehicle dll firmware email inbox latency mail percentile qps rps throughput")
HTTP_FOR_SURE = words("api endpoint gateway http https webhook")
FOREIGN = words(
    "asterisk boiler clippy cnc dishwasher dryer elevator errno eslint esmtp exim exit fax fortnite freeswitch",
    "fridge ftp furnace grpc hresult icy imap irc ldap lint mailbox mailer makefile modbus mta mx mypy mysql",
    "nintendo nntp obd ora oracle oven pbx playstation plc postfix printer psn pylint rcpt relay roblox rpc rtsp",
    "sigkill signal sigsegv sigterm sip smtp smtplib snmp sql sqlstate steam thermostat tsc udp valorant vfd voip",
    "washing xbox",
)
"""Other protocols, processes, machines and tools that have codes of their own."""
SUBSTATUS_CONTEXT = words("error http iis status substatus")
CONTEXT = TOPIC | WEAK_TOPIC | DAMPERS | HTTP_FOR_SURE | FOREIGN | SUBSTATUS_CONTEXT
