"""Addresses that are programs, or lead elsewhere than they seem to."""

from __future__ import annotations

from itertools import product

from .signs import CANARY, RUN

_JS = ("javascript", "JaVaScRiPt", "java\tscript", "java\nscript", "java\rscript", "\x01javascript")
SCHEMES = (
    *(f"{scheme}:{RUN}" for scheme in _JS),
    *(f" {scheme}:{RUN}" for scheme in _JS),
    f"&#106;avascript:{RUN}",
    f"&#x6A&#x61vascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript&#58;{RUN}",
    f"java&Tab;script:{RUN}",
    f"java&NewLine;script:{RUN}",
    f"javascript:%61lert(1)//https://{CANARY}",
    f"javascript://{CANARY}/%0A{RUN}",
    f"javascript:/*--></title></style></textarea></script><svg/onload={RUN}>",
    f"\u200bjavascript:{RUN}",
    f"\u2028javascript:{RUN}",
    f"view-source:javascript:{RUN}",
    f"vbscript:msgbox({RUN})",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    f"blob:https://{CANARY}/x",
    "file:///etc/passwd",
    f"filesystem:https://{CANARY}/x",
    f"//{CANARY}/x.png",
    f"/\\{CANARY}/x.png",
    f"\\\\{CANARY}\\x.png",
    f"/\t/{CANARY}/x.png",
    f"https:{CANARY}/x.png",
    f"https:///{CANARY}/x.png",
    f"https://{CANARY}@127.0.0.1/x.png",
    f"https://user:password@{CANARY}/",
    f'https://{CANARY}/"onmouseover="{RUN}',
    f"https://{CANARY}/'onmouseover='{RUN}",
    f"https://{CANARY}/><img src=x onerror={RUN}>",
    f"https://{CANARY}/?a=1&quot;&gt;&lt;script&gt;",
    f"https://{CANARY}/\r\nSet-Cookie:a=b",
    "https://xn--pypal-4ve.example/",
    "https://\u0440\u0430ypal.example/",
    f"mailto:a@{CANARY}?subject=x&body=<script>{RUN}</script>",
    f"https://{CANARY}/` onerror={RUN}",
    f"https://{CANARY}/%22%3E%3Cscript%3E",
)
# Signs that browsers pass over in a scheme or before it, and such as look as if they did.
_PASSED = (
    *("\t", "\n", "\r", "&Tab;", "&NewLine;", "&#9;", "&#x0a;", "&#0000013", "%09", "%0a", "\x00"),
    *("\u00ad", "\u200b", "\u200d", "\u2060", "\ufe0f", "\u034f", "\x1f", "\x7f", "\x85", "\\"),
)
_WITHIN = tuple(
    f"{'javascript'[:at]}{sign}{'javascript'[at:]}:{RUN}"
    for sign, at in product(_PASSED, (0, 1, 5, 10))
)
_ENCODED = (
    *(
        f"%6aavascript:{RUN}",
        f"javascript%3a{RUN}",
        "javascript%3A%61lert(1)",
        f"%6A%61vascript:{RUN}",
    ),
    *(
        f"javascript%253a{RUN}",
        f"\uff4aavascript:{RUN}",
        f"javascript\uff1a{RUN}",
        f"javascript\ufe55{RUN}",
    ),
    *(
        f"java\u017fcript:{RUN}",
        f"javascr\u0131pt:{RUN}",
        f"\u2100javascript:{RUN}",
        f"javascript\u2236{RUN}",
    ),
    *(
        f"javascript:\u2028{RUN}",
        f"javascript://%0d%0a{RUN}",
        f"javascript:void{RUN}",
        f"javascript:`{RUN}`",
    ),
    *(
        f"feed:javascript:{RUN}",
        f"jar:https://{CANARY}!/x",
        f"about:{RUN}",
        "about:srcdoc",
        "chrome://x/",
    ),
    *(
        f"livescript:{RUN}",
        f"mocha:{RUN}",
        f"mhtml:https://{CANARY}!x",
        f"res://{CANARY}/x",
        f"ws://{CANARY}",
    ),
    *(
        f"intent://{CANARY}#Intent;scheme=http;end",
        f"ms-word:ofe|u|https://{CANARY}",
        "search-ms:x",
    ),
    *(
        f"ftp://{CANARY}/x",
        f"gopher://{CANARY}",
        "cid:x",
        f"wyciwyg://0/https://{CANARY}",
        f"s:{RUN}",
    ),
)
_DATA = tuple(
    f"{scheme}{type},{content}"
    for scheme, type, content in product(
        ("data:", "DATA:", " data:", "d&#97;ta:", "data&colon;"),
        (
            "text/html",
            "text/xml",
            "image/svg+xml",
            "text/html;charset=utf-7",
            "image/png,text/html",
            "",
        ),
        (f"<script>{RUN}</script>", f"%3Csvg/onload={RUN}%3E"),
    )
)
_HOSTS = tuple(
    form.format(CANARY)
    for form in (
        *(
            "///{0}/x.png",
            "////{0}/x.png",
            "/\\/{0}/x.png",
            "\\/{0}/x.png",
            "/\n/{0}/x.png",
            "//\t{0}/x.png",
        ),
        *(
            "http:\\\\{0}\\x.png",
            "http:/{0}/x.png",
            "https:\\{0}",
            "https://{0}%00.e.example",
            "https://[::1",
        ),
        *(
            "https://{0}:443@e.example/",
            "https://e.example\\@{0}/",
            "https://e.example#@{0}/",
            "https:{0}",
        ),
        *(
            "https://e.example%2f@{0}",
            "https://e.example%0d%0aX:y@{0}",
            "https://{0}:99999/",
            "https://%",
            "//",
        ),
        *(
            "https://{0}\u3002example/",
            "https://\uff43anary.example/",
            "https://{0}/\u202egnp.x",
            "https://\u00df",
        ),
        *(
            "//{0}\\@e.example",
            "./\\\\{0}",
            "..//{0}",
            "/..//{0}/x.png",
            "?//{0}",
            "#//{0}",
            "/%2f{0}",
            "/%5c{0}",
        ),
        *(
            "https://0x7f.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://user@127.0.0.1:1/",
            "http://a b",
        ),
        *(
            "mailto:",
            "mailto:%0d%0abcc:a@{0}",
            "mailto:a@{0}?attach=/etc/passwd",
            "tel:;phone-context={0}",
        ),
    )
)
TRICKED = (*_WITHIN, *_ENCODED, *_DATA, *_HOSTS)
