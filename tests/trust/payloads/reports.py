"""What means something in reports of forges, on terminals, and in bibliographies."""

from __future__ import annotations

from itertools import product

from .signs import CANARY, FETCH, RUN

REPORTS = (
    *(
        f"{fence}\n{held}"
        for fence, held in product(
            ("`" * 3, "`" * 9, "~" * 3, "    ", "> ", "</details>", "\\"),
            (f"<img src={FETCH}>", "@someone", f"![x](https:{FETCH})"),
        )
    ),
    *(
        "@org/team",
        "GH-1",
        "org/repo#1",
        "a" * 40,
        f"www.{CANARY}",
        f"https://{CANARY}",
        f"a@{CANARY}",
        ":+1:",
        "$x$",
    ),
    *(
        "$$\\href{javascript:alert(1)}{x}$$",
        "`$x$`",
        "fixes #1",
        "/close",
        "/merge",
        "@dependabot merge",
        "[skip ci]",
    ),
    *(
        "<details><summary>x",
        "<ins>x",
        "<br>",
        "<!-- postil -->",
        "<!-- postil-report -->",
        "[^1]",
        "- [x] x",
        "> [!NOTE]",
    ),
    *(
        "\n::warning file=x::y",
        "::add-mask::x",
        "::stop-commands::x",
        "::group::x",
        "::debug::x",
        "\x1b]0;x\x07",
        "\x9b31m",
    ),
    *(
        "\x08" * 5,
        "\rx",
        "\x1b[2J",
        "\x1b[1A\x1b[2K",
        "%0Ax",
        "%25",
        "%3A",
        "::notice title=%22::x",
    ),
)
_TEX = (
    "href{javascript:alert(1)}{x}",
    "url{javascript:alert(1)}",
    "input{x}",
    "write18{x}",
    "csname x\\endcsname",
    "def\\x{y}",
    "verb|<img src=x onerror=alert(1)>|",
    "char60 img",
    "textit{<b>}",
    "'{\\i}",
    "textless script\\textgreater",
    "begin{x}",
    "special{x}",
    "catcode`<=1",
    "^^3cscript",
)
BIBLIOGRAPHIES = (
    *(
        f"{before}\\{one}{after}"
        for one, (before, after) in product(_TEX, (("", ""), ("{", "}"), ("$", "$"), ("<", ">")))
    ),
    *(
        f"<{tag} onclick={RUN}>x</{tag}>"
        for tag in ("i", "b", "sc", "sup", "sub", "span", "i class=x", "span style=x")
    ),
    *(
        f"<{tag}>x"
        for tag in (
            "i",
            "b",
            "sc",
            "sup",
            'span class="nocase"',
            'span style="font-variant:small-caps"',
        )
    ),
    *(
        "</i></b></sup>",
        '" # x # "',
        "} # {",
        "@string{x = y}",
        "and others",
        "and and and",
        ", , ,",
        "{and}",
        "~",
        "--",
        "a and b and {c and <i>d</i>}",
    ),
    *(chr(code) + "x" for code in range(0xE000, 0xE020)),
)
