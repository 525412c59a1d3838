"""What right behind a number makes it an amount, a date, an id or a part of a sum: no status."""

import re

BEHIND = re.compile(
    r"""
    \s* (?:of(?:\ the)?|out\ of|/) \s* [0-9]+ (?![0-9A-Za-z.])         # 404 of 500, 404/500
  | \s* % \s* [A-Za-z0-9(] | \s* \* \s* [0-9(] | [ ]\*[ ]
  | \s* \+ \s* (?:[0-9(]|(?!(?:err_?|biz_?)?(?:code|msg|body|data|ret)\b)[A-Za-z_]\w*\s*(?:[+*/)=;]|$))
  | (?:,\s?|\s?/\s?|\s(?:and|or|to)\s)[678][0-9]{2}\b(?!\s[a-z]{3,}s\b)   # 300, 500 and 700
  | (?<=[0-9x])\s*(?:和|跟|与|與|及|、|,|/|and|or)\s*[0-9]{4,}(?![0-9-])   # 406 and 1001: codes of something else
  | ,[ ]v[0-9a-f]{4}\b | [ ][a-z]{2,12}-[a-z]{2,8}s\b | [ ]on[ ][12][0-9]{3}[/-] | [ ](?:old|ago)\b | \s*\*/
  | (?<=[0-9]s)[ ](?:cooldown|deadline|delay|interval|limit|pause|timeout|ttl|window)\b
  | [ ][\w-]{1,30}\.(?:log|txt|csv|md|sql|gz)(?!\S)           # 404 error.log
  | [ ](?:responses|replies|answers)[ ](?:on|to|from|for)[ ](?:the|our|my|this)[ ](?:form|poll|survey|quiz|ad)\b
  | [ ](?:for|yes|in\ favou?r)(?:,|\ and)[ ][0-9]+[ ](?:against|no)\b
  | [ ](?:still[ ]|more[ ])?(?:pending|remaining|to[ ]go)\b | [ ]to[ ](?:add|change|destroy|go|do|review|merge
     |fix|migrate)\b
  | [ ]is[ ](?:the|our|a)[ ](?:[a-z]+[ ])?(?:max|maximum|min|minimum|limit|cap|default)\b
  | [ ][€£¥₩]|[ ]{4,}(?:GET|POST|PUT|DELETE|HEAD|PATCH)[ ]
  | [ ]* (?:>>|<<) [ ] | /(?:s|sec|min|h)\b | \s* [\[(] (?:m?s|secs?|seconds|[KMG]?i?B|bytes)\b
  | \s* = \s* <(?!Resp)
  | \s* = \s* [a-z]+\(                                        # 404 = len(x)
  | [ ]+ (?: [12][0-9]{3}-[0-9]{2}-[0-9]{2} | [A-Z][a-z]{2}[ ]+[0-9]{1,2}[ ]+[0-9]{2}:?[0-9]{2} )  # a size, a date
  | [ ]an?[ ](?:sec|second|min|minute|hour|day|week|month|year|person|night|share)\b(?![ ](?:after|later|ago|before))
  | \s+ \+{2,} | [ ](?:\++-*|-{2,})(?:\n|$)                 # the bar of a diffstat
  | \s* (?:requests?|reqs?|条|次) \s* / | \s* 的? \s* 分之
  | [ ](?:silly|verbose|timing|http[ ]fetch|http[ ]cache)[ ]   # a line of npm's log
  | [ ]with[ ](?:an?[ ])?[1-5][0-9]{2}(?=[.,;)]|[ ]and\b|\s*\Z)  # 300 with 200: how many had it
  | [ ]0[ ]obj\b                                # an object of a PDF
  | [ ]?[x×][ ]?[0-9]+[ ]?[x×] | [ ]?[KMGT]i?B\b
  | [ ](?!errors|responses|alerts)[a-z]{2,20}s[ ]in[ ]total\b
  | [ ]us(?=[)\],|]|\Z) | [ ]\([0-9]+[smhd][0-9smhd]*[ ]ago\)   # microseconds, restarts of a pod
  | \s+(?:is\s)?not\s(?:found\sin\s[\[(]|less|greater|in\srange|a\s(?:valid\s(?!status|HTTP|code)|function))
  | [ ]?(?:降|升|涨|漲|提升|减|減|跌|增)[到至为為](?!\s?[0-9.]+\s?[%％])                # from 503 to 200
  | \s+Syntax\serror | [ ]s(?=[\s,.;:)]|\Z)
  | \]\s\[(?:INFO|WARN|WARNING|ERROR|DEBUG|CRITICAL)\]      # a process id in the logs of gunicorn
  | \([a-z]\)                                               # 403(b), 501(c)(3)
  | \s+---\s\[                                              # a process id in the logs of Spring
  | [ ]?(?:通[过過]|跳[过過]|失[败敗]|成功)[，,、 ]{1,2}(?:[0-9]+[ ]?[个個]?[ ]?)?(?:失[败敗]|跳[过過]|成功)
  | [ ](?:token|user|credit|record|pod|node|client|thread|worker|file|item|commit|follower|batch|sample|frame)
    (?=[，。、；\u4e00-\u9fff])
  | [ ]per[ ](?:sec|second|min|minute|hour|hr|day|week|month|year)\b | [ ]or[ ]so\b
  | -(?!error|page|resp|rate|stat|cod|ish|aware|free|rel|typ|style|only|hand|retr|storm|heavy|range|class|level|loop
      |happy|prone|produc|return|on-)[a-z]{3,}[ ]                  # the 500-slot queue
  | [ ]for[ ](?:in-flight|active|pending|queued|open|concurrent)\b | [ ](?:stainless|steel)\b
  | [ ](?:[NSEW]|North|South|East|West)?\.?[ ]?[A-Z][a-z]*[ ]
    (?:St|Ave|Rd|Blvd|Ln|Dr|Street|Avenue|Road|Lane|Drive|Court)\b   # 502 West St
  | [-_][\w-]{1,40}\.[a-z][a-z0-9]{1,3}\b                   # error-404-final.psd
    """,
    re.VERBOSE,
)
