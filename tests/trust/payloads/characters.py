"""References, and characters that are not seen or turn the line."""

from __future__ import annotations

from itertools import product

from .signs import RUN

_LESS = (
    *(
        "&lt",
        "&lt;",
        "&LT;",
        "&LT",
        "&#60",
        "&#60;",
        "&#0000060;",
        "&#x3c",
        "&#x3C;",
        "&#X3C;",
        "&#x000003c;",
        "&nvlt;",
        "&ltcc;",
    ),
    *(
        "&amp;lt;",
        "&amp;amp;lt;",
        "&amp;#60;",
        "&#38;lt;",
        "&#38;#60;",
        "&#x26;#x3c;",
        "\\x3c",
        "\\u003c",
        "\\74",
        "%3c",
        "%253c",
    ),
    *(
        "\u2039",
        "\uff1c",
        "\ufe64",
        "\u3008",
        "\u226e",
        "&#8249;",
        "&#139;",
        "\xbc",
        "\xc0\xbc",
        "&lt\u0338;",
        "+ADw-",
    ),
)
REFERENCES = (
    *(f"{less}img src=x onerror={RUN}>" for less in _LESS),
    *(f"{less}script>{RUN}{less}/script>" for less in _LESS),
    *(
        f"{quote}onmouseover={RUN} x={quote}"
        for quote in (
            "&quot;",
            "&QUOT;",
            "&#34;",
            "&#x22",
            "&apos;",
            "&#39;",
            "&#0039",
            "&grave;",
            "\u201d",
            "\uff02",
        )
    ),
    *(
        f"java{one}script{two}{RUN}"
        for one, two in product(
            ("&#115;"[:0], "&shy;", "&ZeroWidthSpace;", "&NoBreak;", "&#x2060;"),
            ("&colon;", "&#x3a", "&#58;"),
        )
    ),
    *(
        "&#x80;&#x9f;&#150;",
        "&#xD800;&#xDFFF;",
        "&#1114112;",
        "&#99999999999999999999;",
        "&#;",
        "&#x;",
        "&;",
        "&x",
        "&notit;",
        "&notin;",
    ),
    *(
        "&#xfdd0;&#xffff;",
        "&#13;&#10;",
        "&#0",
        "&#x1b;[31m",
        "&#x202e;x",
        "&#8206;",
        "&zwj;&zwnj;",
        "&lrm;&rlm;",
        "&amp",
        "&ampx",
        "&copy=1",
    ),
)
_TURNING = (*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",)
_UNSEEN = (
    *"\u00ad\u034f\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2061\u2064\u206a\u206f\u2800\u3164",
    *"\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb\ufffc\U0001d173\U000e0001\U000e0041\U000e0100\uf8ff\U000f0000\U0010fffd",
)
UNSEEN = (
    *(f"a{one}b" for one in (*_TURNING, *_UNSEEN)),
    *(f"{one}<script>{RUN}</script>" for one in (*_TURNING, *_UNSEEN)),
    *(f"<scr{one}ipt>{RUN}</scr{one}ipt>" for one in _UNSEEN),
    *(f"{one * 40}x" for one in (*_TURNING[:6], *_UNSEEN[:6])),
    *(f"{one}{two}x" for one, two in product(_TURNING[3:], _TURNING[3:]) if one != two),
    *(
        "\u202e" + "x" * 80 + "\u2066",
        "\u2067\u202d\u2069\u202c",
        "\u05d0\u0661a\u202e1",
        "e" + "\u0301" * 200,
        "\u0bb8\u0bcd" * 60,
    ),
)
