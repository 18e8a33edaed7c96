"""Markdown that means more than words, and what stands in its places."""

from __future__ import annotations

from itertools import product

from .addresses import SCHEMES
from .signs import FETCH, RUN

MARKDOWN = (
    *(
        form.format(address)
        for address, form in product(
            (one for one in SCHEMES if "\n" not in one and "\r" not in one),
            ("[x]({})", "![x]({})", "[x](<{}>)", "<{}>", "[x][r]\n\n[r]: {}", '[x]({} "t")'),
        )
    ),
    f'[x](https://e.example "a\\"onmouseover={RUN} b=\\"")',
    f'![x"onerror="{RUN}](x.png)',
    f"![x](x.png \"a' onerror='{RUN}\")",
    f"[<img src=x onerror={RUN}>](https://e.example)",
    f"[x](https://e.example)<!-- <img src=x onerror={RUN}> -->",
    f"`<img src=x onerror={RUN}>`",
    f"``` <img src=x onerror={RUN}>\nx\n```",
    f'```{{.mermaid onclick="{RUN}"}}\ngraph LR\n```',
    f"```mermaid\ngraph LR\nA[<img src=x onerror={RUN}>]\n```",
    f"~~~ html\n<script>{RUN}</script>\n~~~",
    f"    <script>{RUN}</script>",
    f"# x {{#__config onclick={RUN}}}",
    f"x\n{{: onclick={RUN} style=position:fixed class=md-overlay id=__search }}",
    f"*x*{{: onmouseover={RUN} }}",
    f"[x](https://e.example){{: href=javascript:{RUN} target=_top }}",
    f"![x](x.png){{: src={FETCH}.png onerror={RUN} }}",
    f"x{{: data-toc-label='<script>{RUN}</script>' }}",
    f"# x {{: data-toc-label='<img src=x onerror={RUN}>' }}",
    f"# x <img src=x onerror={RUN}>",
    f"# `<img src=x onerror={RUN}>`",
    f"*[x]: <img src=x onerror={RUN}>\n\nx",
    f"[^1]: <script>{RUN}</script>\n\nx[^1]",
    f"[^<img src=x onerror={RUN}>]: x",
    f'!!! note "<img src=x onerror={RUN}>"\n    x',
    f"!!! note-{RUN}' onclick='{RUN}\n    x",
    f"| a | b |\n|---|---|\n| <img src=x onerror={RUN}> | x |",
    f"<div markdown=1 onclick={RUN}>\n\n<script>{RUN}</script>\n\n</div>",
    f"<div markdown>\n*x*\n</div><script>{RUN}</script>",
    f"<p markdown=1><script>{RUN}</script></p>",
    f"<script>\n\n{RUN}\n\n</script>",
    f"\\<img src=x onerror={RUN}\\>",
    f"<img src=x\nonerror={RUN}\n>",
    f"<a\u00a0href=javascript:{RUN}>x</a>",
    "</div></div></article></main></div>",
    "<div><div><div>",
    "<table><tr><td>",
    "<ul><li><p><b><i>",
    "<details open><summary>x",
    "<h1>another title</h1>",
    "<main><nav>x</nav></main>",
    "<aside role=banner>x</aside>",
    "<p hidden>x",
    "<plaintext>",
    "<textarea>",
    "<title>",
    "<style>",
    "<xmp>",
    "<svg><desc>",
    "wzxhzdk:0",
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "<!-- postil: changes -->",
    "<!-- postil: note a/b -->",
    "<!-- material/tags -->",
)
# What Markdown and its extensions give a place to.
_PLACES = (
    *(
        "[x]: {0}",
        "[x]: <{0}> 'x'\n\n[x]",
        '[x]: # "{0}"\n\n[x]',
        "[{0}]: #\n\n[{0}]",
        "[words]: {0}",
    ),
    *(
        "[^{0}]: x\n\nx[^{0}]",
        "x[^n]\n\n[^n]: {0}",
        "*[words]: {0}",
        "*[{0}]: x",
        "x\n: {0}",
        "{0}\n: x",
    ),
    *(
        '??? note "{0}"\n    x',
        "???+ {0}\n    x",
        '!!! {0} ""\n    x',
        '=== "{0}"\n    x',
        "=={0}==",
        "- [x] {0}",
    ),
    *(
        '``` {{ .x title="{0}" }}\nx\n```',
        "``` {{ .x {0} }}\nx\n```",
        "```python title='{0}'\nx\n```",
    ),
    *(
        "``` {{ #{0} .mermaid }}\nx\n```",
        "```x hl_lines='{0}' linenums='{0}'\nx\n```",
        "~~~{0}\nx\n~~~",
    ),
    *(
        "# x {{ #{0} }}",
        "# x {{ .{0} }}",
        "x {{: {0} }}",
        "x\n{{: title='{0}' }}",
        "![x](a.png){{ {0} }}",
    ),
    *(
        "[x](#a){{: {0} }}",
        "`x`{{: {0} }}",
        "> x\n{{: {0} }}",
        "* x\n{{: {0} }}",
        "| a {{: {0} }} |\n|---|\n| b |",
    ),
    *(
        '<div markdown="block" {0}>\n*x*\n</div>',
        '<span markdown="span" {0}>*x*</span>',
        "<p markdown=1>{0}</p>",
    ),
    *(
        '<div markdown="1">\n\n{0}\n\n</div>',
        "<details markdown><summary>{0}</summary>\n\nx\n\n</details>",
    ),
    *(
        "[x]({0} '{0}')",
        "![{0}][x]\n\n[x]: a.png",
        "<{0}>",
        "[{0}]({0})",
        '[x](<a> (")){0})',
        "![x](a.png =1x{0})",
    ),
)
_HELD = (
    *(
        f'"onmouseover={RUN} x="',
        f"' onfocus='{RUN}",
        f"<img src=x onerror={RUN}>",
        f"--><svg onload={RUN}>",
    ),
    *(f"onclick={RUN} id=__search class=md-overlay", "style=position:fixed", "javascript:alert(1)"),
)
IN_PLACES = tuple(place.format(held) for place, held in product(_PLACES, _HELD))
_NUMBERS = ("0", "1", "2", "0001", "9999", "-1", "x")
PLACEHOLDERS = (
    *(f"\x02wzxhzdk:{one}\x03" for one in _NUMBERS),
    *(f"\x02klzzwxh:{one}\x03" for one in _NUMBERS),
    *(f"\x02{one}\x03" for one in _NUMBERS),
    *(f"<!--\x02wzxhzdk:{one}\x03-->" for one in _NUMBERS),
    *("\x02", "\x03", "\x02\x03", "\x02wzxhzdk:", "zz1337820767766393qq", "\x02wzxhzdk:0\x03" * 3),
    *("\x02qq\x03", "qq8782qq", "STX", "\x02amp\x03#60;img src=x onerror=alert(1)\x02amp\x03#62;"),
)
