"""Who stands in whom, and where each element begins and ends, in pages that leave end tags out.

A line of an outline is an element: signs of what it has from those around it, its name, the number
of its parent, what stands in it and its end tag, the numbers of its container and of the outermost
inline element around it, of those that hold notes and numbers back, and of what breaks its words.
"""

from __future__ import annotations

import os
from pathlib import Path

from postil.render.tokens import CLOSE, TEXT, tokenize
from postil.render.tree import Element, Tree

FILE = Path(__file__).parent / "outlines.txt"
_SIGNS = (("hidden", "?"), ("preformatted", "_"), ("interactive", "!"), ("foreign", "%"))


def build(html: str) -> tuple[list[Element], list[tuple[int, Element]]]:
    """The elements of a page in order, and the element of each text, by its place."""
    tree, found, texts = Tree(), [], []
    for token in tokenize(html):
        if token.form is TEXT:
            texts.append((token.start, tree.current))
        elif token.form is CLOSE:
            tree.shut(token)
        else:
            found.append(tree.open(token))
    tree.finish(len(html))
    assert (tree.root.close, tree.root.end) == (len(html), len(html))
    return found, texts


def outline(html: str) -> list[str]:
    """Each element as `name(parent)start..inner..close..end`, and each text by its element."""
    elements, texts = build(html)
    number = {id(one): at for at, one in enumerate(elements, 1)}
    lines = []
    for one in elements:
        signs = "".join(sign for flag, sign in _SIGNS if getattr(one, flag))
        parent = number.get(id(one.parent), 0)
        inside = f"{html[one.inner : one.close]}|{html[one.close : one.end]}"
        kin = [number.get(id(other), 0) for other in (one.container, one.top)]
        held = [number.get(id(other), 0) if other else "" for other in (one.closed, one.whole)]
        broken = [number.get(id(other), 0) for other in one.breaks]
        lines.append(f"{signs}{one.name}<{parent} {inside} {kin} {held} {broken}")
        assert one.start < one.inner <= one.close <= one.end
        assert not one.open
    words = " ".join(f"{at}<{number.get(id(one), 0)}" for at, one in texts)
    return [*lines, words]


def test_outlines() -> None:
    """`outlines.txt` has a page a line, and below it, indented, its outline."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if not line.startswith("  "):
            found.append(line)
            found += [] if line.startswith("# ") else [f"  {one}" for one in outline(line)]
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        FILE.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == lines


def test_ids() -> None:
    tree = Tree()
    elements = [tree.open(token) for token in tokenize('<p id="a" x><b id=""><i ID=c>')]
    assert [one.id for one in elements] == ["a", "", "c"]
    assert tree.ids == {"a", "c"}
