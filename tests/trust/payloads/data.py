"""What breaks out of data, feeds, headers and templates."""

from __future__ import annotations

from itertools import product

DATA = (
    *('"}</script><script>alert(1)</script>', "</script >x", "<\\/script>", '",{"@id":"x"},"'),
    *('\\"}];alert(1)//', "\u2028alert(1)\u2029", "]]><x/><![CDATA[", "<![CDATA[x", "&xxe;"),
    *("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "--><entry/><!--", "\x0b\x0c", "\x85\x9f\ufffe"),
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\uff1d1+1"),
    *(
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        '=cmd|" /C calc"!A0',
        '=HYPERLINK("//canary.example")',
        ";=1",
    ),
    *('"=1+1', "'=1+1", ",=1+1", "|=1+1", "\u200b=1+1", "\u00a0=1+1", "\ufeff=1+1", "%=1+1"),
    *("}, title = {x}, url = {javascript:alert(1)}", "@comment{x}", "\\input{/etc/passwd}", "}}}"),
    *("{{{", "\\write18{id}", "$\\href{javascript:alert(1)}{x}$", "\\\\", "\\", "{\\x"),
    *(
        "- a\n- b",
        "key: value",
        "!!python/object:os.system 'id'",
        "&a [*a]",
        "? x\n: y",
        "...\n---",
    ),
    *(
        "{{ config }}",
        "{{ 7*7 }}",
        "{% raw %}",
        "{% include 'x' %}",
        "{{ ''.__class__ }}",
        "${7*7}",
    ),
    *(
        "{# x #}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{constructor.constructor('alert(1)')()}}",
        "%s%s%n",
        "{0}",
    ),
    *("{title}", "{count}", "{date}", "{}", "__import__('os')", "../../../etc/passwd", "..\\..\\x"),
    *("CON", "a/b", "a%2fb", "a%00b", "a\u202ecod.exe", "\u2066\u2067\u2068", "\u202d\u202e"),
    *(
        "\u200b\u200c\u200d\u2060",
        "\U000e0041\U000e0042",
        "\ue000\ue001\ue002\ue003",
        "\ue010\ue011",
    ),
    *(
        "::error::x",
        "::set-output name=a::b",
        "##[error]x",
        "%0A::error::x",
        "\x1b[31mx",
        "\x1b]8;;x",
    ),
    *(
        "@everyone",
        "#1",
        "`x`",
        "```\nx\n```",
        "~~~",
        "<details>",
        "|a|b|",
        "\\|",
        "[x]: javascript:x",
    ),
    *("constructor", "__proto__", "toString", "hasOwnProperty", "NaN", "Infinity", "null", "-0"),
    *("\u0130\u0131\u017f\u212a", "\ufb01\u1e9e", "\u0340\u0341", "e\u0301" * 3, "\u0e49" * 40),
)
_UNFIT = [
    chr(code)
    for code in (*range(0x20), 0x7F, 0x80, 0x9F, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)
]
FEEDS = (
    *(f"a{one}b" for one in _UNFIT),
    *(
        f"]]>{one}<x/>"
        for one in ("", "<![CDATA[", "<!--", "</entry>", "</content></entry><entry>")
    ),
    *(
        '<?xml-stylesheet href="//canary.example/x.xsl"?>',
        "<?xml version='1.1'?>",
        "<!DOCTYPE x>",
        "&#0;",
        "&#x1F;",
    ),
    *(
        '<x xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></x>',
        "&lt;script&gt;",
        "&amp;#60;",
        "<x:y/>",
    ),
    *(
        "<content type='html'>&lt;script>",
        "<link rel='self' href='//canary.example'/>",
        "</feed>",
        "&nbsp;&undefined;",
    ),
    *(
        '" xml:base="//canary.example/',
        "' type='xhtml",
        "%x;",
        "<!ENTITY % x SYSTEM '//canary.example'>%x;",
        "<xi:include/>",
    ),
)
HEADERS = tuple(
    f"x{line}{header}"
    for line, header in product(
        ("\r\n", "\n", "\r", "%0d%0a", "\u2028", "\x0b", "\x85", "\u560a"),
        (
            *(
                "Content-Security-Policy: *",
                "/*\n  X-Frame-Options: x",
                "Set-Cookie: a=b",
                "Disallow: /",
            ),
            *(
                "Sitemap: //canary.example/x",
                "User-agent: *",
                "  Location: //canary.example",
                "---\ntemplate: x",
            ),
        ),
    )
)
TEMPLATES = tuple(
    form.format(name)
    for form, name in product(
        (
            "{{{{ {0} }}}}",
            "{{% {0} %}}",
            "{{{0}}}",
            "{{{{{{{0}}}}}}}",
            "${{{0}}}",
            "#{{{0}}}",
            "<%= {0} %>",
            "%({0})s",
            "{{{0}!r}}",
        ),
        ("config", "page.content", "title", "count", "0", "colon", "self.__init__", "shown"),
    )
)
