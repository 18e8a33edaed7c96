"""Comments of all kinds and what looks like one, and words of no end."""

from __future__ import annotations

from .signs import RUN

_BEGUN = (
    *(
        "<!-->",
        "<!--->",
        "<!--!>",
        "<!-- --!>",
        "<!---!>",
        "<!-- -- -->",
        "<!- ->",
        "<!>",
        "</ >",
        "</>",
        "<?>",
        "<? ?>",
        "<?php ?>",
        "<%%>",
    ),
    *(
        "<!ELEMENT x>",
        "<!DOCTYPE>",
        '<!DOCTYPE html SYSTEM "',
        "<![if IE]>",
        "<!--[if IE]>",
        "<![endif]-->",
        "<![CDATA[]]>",
        "<![CDATA[>]]>",
    ),
    *(
        "<!--<!--",
        "<!--\n-->",
        "<!--x--\n>",
        "<!--x-- >",
        "<!--x->",
        "<!--->-->",
        "<!--><!-->",
        "</!-->",
        "<!\x00-->",
        "<-- -->",
        "<!-- ->-->",
    ),
)
COMMENTS = (
    *(f"{begun}<img src=x onerror={RUN}>" for begun in _BEGUN),
    *(f"{begun}<img src=x onerror={RUN}>-->" for begun in _BEGUN),
    *(
        f"<!-- {name} -->"
        for name in (
            "postil: open",
            "postil: explainers",
            "postil: note text-0/note-1",
            "postil: x",
            "postil:",
            "postil",
            "more",
        )
    ),
    *(
        f"<!-- {name} -->"
        for name in (
            "material/tags { include: [x] }",
            "material/blog",
            "md:version",
            "prettier-ignore",
            "#include file='/etc/passwd'",
        )
    ),
    *(
        f"<!--{name}-->"
        for name in (
            "postil:changes",
            "POSTIL: CHANGES",
            " postil: note ../../x ",
            "# echo ",
            "esi:include src=x",
            "\npostil: open\n",
        )
    ),
)
LONG = (
    "A" * 3000,
    *(
        "<" * 2000,
        "&" * 2000,
        "\u202e" * 1000,
        "=" * 1000,
        "https://e.example/" + "a" * 2500,
        "\U0001f468\u200d" * 300,
    ),
    *(
        "[" * 300,
        "(" * 300,
        "*" * 500,
        "`" * 500,
        "> " * 100,
        "- " * 100,
        "#" * 400,
        # The one that make test tries: to lay out what no line can be broken in is slow.
        "x " * 1500,
        "|" * 500,
        "{" * 300,
        "\\" * 500,
        "\n" * 300,
        '"' * 800,
    ),
    *(
        "<a " + "x=y " * 300 + ">",
        "<p>" * 200,
        "&lt;" * 500,
        "\u4e00" * 1500,
        "\u0e01\u0e49" * 500,
        "www." + "a." * 300,
        "\t" * 300,
        "'" * 800,
    ),
)
