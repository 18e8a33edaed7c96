"""YAML that a person wrote keeps every character but those that were to change."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.publish.edits.fields import with_values
from postil.publish.edits.paths import node_at, path_to, says
from postil.publish.edits.source import EditError, YamlSource, read_source
from postil.publish.edits.target import with_target
from postil.publish.yaml_scalar import block, folded, scalar
from postil.read.targets import read_target

HERE = Place("")

# What a file looks like before, the new target, and what it looks like after.
CASES = {
    # The style of a value stays.
    "plain": (
        "id: a\ntarget: four days  # or five?\ntitle: A\n",
        TextQuote("five days"),
        "id: a\ntarget: five days  # or five?\ntitle: A\n",
    ),
    "double": ('target: "four days"\n', TextQuote("five days"), 'target: "five days"\n'),
    "single": (
        "target: 'It''s \"four\"'\n",
        TextQuote('It\'s "five"'),
        "target: 'It''s \"five\"'\n",
    ),
    "folded": (
        "target: >-\n  four\n  days\ntitle: A\n",
        TextQuote("five days"),
        "target: >-\n  five days\ntitle: A\n",
    ),
    "folded-comment": (
        "target: >  # long\n    four\n    days\n\n# next\ntitle: A\n",
        TextQuote("five days"),
        "target: >  # long\n    five days\n\n# next\ntitle: A\n",
    ),
    "literal": (
        "target: |\n  four days\ntitle: A\n",
        TextQuote("five days"),
        "target: |\n  five days\ntitle: A\n",
    ),
    "several-lines": (
        "target: four\n    days\n    a week\ntitle: A\n",
        TextQuote("five days a week " + "and a day " * 8 + "more"),
        "target: five days a week and a day and a day and a day and a day and a day and a day\n"
        "    and a day and a day more\ntitle: A\n",
    ),
    # A style that cannot hold the words is given up.
    "marks-needed": (
        "target: four days\n",
        TextQuote("five days: all"),
        'target: "five days: all"\n',
    ),
    "marks-in-brackets": (
        "target: [four days, x]\n",
        TextQuote("five, days"),
        'target: ["five, days", x]\n',
    ),
    # Fields.
    "fields": (
        'target:\n  # where\n  exact: four days  # here\n  prefix: "on "\n',
        TextQuote("five days", "up "),
        'target:\n  # where\n  exact: five days  # here\n  prefix: "up "\n',
    ),
    "new-field": (
        "target:\n  exact: four days  # here\n  section: A\ntitle: A\n",
        TextQuote("five days", "on ", " a"),
        "target:\n  exact: five days  # here\n"
        '  prefix: "on "\n  suffix: " a"\n  section: A\ntitle: A\n',
    ),
    "new-field-in-braces": (
        "target: {exact: four days, section: A}\n",
        TextQuote("five days", "on "),
        'target: {exact: five days, prefix: "on ", section: A}\n',
    ),
    "new-field-in-item": (
        "- id: a\n  target:\n  - exact: four days\n  - x\n",
        TextQuote("five days", "on "),
        '- id: a\n  target:\n  - exact: five days\n    prefix: "on "\n  - x\n',
    ),
    # Words alone become fields where context is needed.
    "opened": (
        "id: a\ntarget: four days  # here\ntitle: A\n",
        TextQuote("five days", "on "),
        'id: a\ntarget:\n  exact: five days  # here\n  prefix: "on "\ntitle: A\n',
    ),
    "opened-item": (
        "id: a\ntarget:\n  - four days  # here\n  - other\n",
        TextQuote("five days", "on "),
        'id: a\ntarget:\n  - exact: five days  # here\n    prefix: "on "\n  - other\n',
    ),
    "opened-folded": (
        "id: a\ntarget: >-\n  four\n  days\ntitle: A\n",
        TextQuote("five days", "on "),
        'id: a\ntarget:\n  exact: five days\n  prefix: "on "\ntitle: A\n',
    ),
    "opened-folded-comment": (
        "id: a\ntarget: >-  # why\n  four\n  days\ntitle: A\n",
        TextQuote("five days", "on "),
        'id: a\ntarget:\n  exact: five days  # why\n  prefix: "on "\ntitle: A\n',
    ),
    "opened-in-brackets": (
        "id: a\ntarget: [four days, other]\n",
        TextQuote("five days", "on "),
        'id: a\ntarget: [{exact: five days, prefix: "on "}, other]\n',
    ),
    # Files of other systems.
    "line-ends": (
        "id: a\r\ntarget: four days\r\ntitle: A\r\n",
        TextQuote("five days", "on "),
        'id: a\r\ntarget:\r\n  exact: five days\r\n  prefix: "on "\r\ntitle: A\r\n',
    ),
    "mark-and-no-end": ("\ufefftarget: four days", TextQuote("five"), "\ufefftarget: five"),
}


def target_path(source: YamlSource) -> tuple[str | int, ...]:
    """That of the first target of the first annotation."""
    root = source.document.root
    path: tuple[str | int, ...] = ("target",) if node_at(root, ("target",)) else (0, "target")
    return (*path, 0) if node_at(root, (*path, 0)) else path


def retargeted(before: str, quote: TextQuote) -> YamlSource:
    source = read_source(before.encode(), "a.yml")
    path = target_path(source)
    node = node_at(source.document.root, path)
    assert node is not None
    assert path_to(source.document.root, node.line, node.column) == path
    old = read_target(source.document, node, [])
    assert old is not None
    return with_target(source, path, old, Target(HERE, quote, old.section))


@pytest.mark.parametrize("name", CASES)
def test_a_target_is_replaced_in_its_place(name: str) -> None:
    before, quote, after = CASES[name]
    assert retargeted(before, quote).bytes.decode() == after


def test_a_target_within_another_is_replaced() -> None:
    source = read_source(b"target:\n  exact: four\n  within:\n    exact: four days\n", "a.yml")
    old = Target(HERE, TextQuote("four"), "", Target(HERE, TextQuote("four days")))
    new = Target(HERE, TextQuote("five"), "", Target(HERE, TextQuote("five days")))
    edited = with_target(source, ("target",), old, new)
    assert edited.text == "target:\n  exact: five\n  within:\n    exact: five days\n"


def test_a_target_of_another_form_is_refused() -> None:
    source = read_source(b"target: four\n", "a.yml")
    old, new = Target(HERE, TextQuote("four")), Target(HERE, None, "Four")
    with pytest.raises(EditError, match="of another form"):
        with_target(source, ("target",), old, new)
    with pytest.raises(EditError, match="unusual way"):
        with_target(source, ("none",), old, Target(HERE, TextQuote("five")))


@pytest.mark.parametrize(
    "before",
    [
        "target: four\ntarget: five\n",  # a field twice
        "target: [four\n",  # no YAML
        "id: a\ntarget: &a four\n",  # an alias
    ],
)
def test_a_file_with_problems_is_left_alone(before: str) -> None:
    with pytest.raises(EditError, match="cannot be read"):
        read_source(before.encode(), "a.yml")


WORD = st.text(st.sampled_from("abé,:#'\"-{}[]!&*“”中 "), min_size=1, max_size=12)
WORDS = (
    st.lists(WORD, min_size=1, max_size=12)
    .map(lambda words: " ".join(" ".join(words).split()))
    .filter(lambda words: any(sign.isalpha() for sign in words))
)
COMMENT = st.sampled_from(["", "  # a remark", " # it's [odd: {"])
ABOVE = st.sampled_from(["", "\n", "# above\n", "\n  # indented\n\n"])
END = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of one annotation, or of two, whose first target is written in any style."""
    words = draw(WORDS)
    styles = [scalar(words), '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"']
    styles.append("'" + words.replace("'", "''") + "'")
    styles += filter(None, [block(words, 6), block(words + "\n", 6), folded(words, 6)])
    style = draw(st.sampled_from(styles))
    comment = "" if "\n" in style else draw(COMMENT)
    quoted = f'{{exact: {styles[1]}, section: "A"}}'
    prefix = f"  prefix: {scalar(draw(WORDS))}{draw(COMMENT)}\n"
    target = draw(
        st.sampled_from(
            [
                f"target: {style}{comment}\n",
                f"target:\n  exact: {style}{comment}\n{draw(ABOVE)}{prefix}",
                f"target:\n{prefix}  exact: {style}{comment}\n",
                f"target:\n  - {style}{comment}\n  - other\n",
                f"target:\n- exact: {style}{comment}\n- other\n",
                f"target: {quoted}{draw(COMMENT)}\n",
                f"target: [{styles[1]}, other]{draw(COMMENT)}\n",
            ]
        )
    )
    fields = f"{draw(ABOVE)}id: a{draw(COMMENT)}\n{target}{draw(ABOVE)}body: |\n  A *note*.\n\n"
    if draw(st.booleans()):
        lines = "".join(f"  {line}\n" if line else "\n" for line in fields.split("\n")[:-1])
        fields = (
            f"-{lines[1:]}- id: b\n  target: other{draw(COMMENT)}\n"
            if (lines.startswith("  id"))
            else fields
        )
    return fields.replace("\n", draw(END))


@settings(max_examples=300, deadline=None)
@given(files(), WORDS, st.sampled_from(["", "before "]), st.sampled_from(["", " after"]))
def test_nothing_else_changes(before: str, exact: str, prefix: str, suffix: str) -> None:
    try:
        source = read_source(before.encode(), "a.yml")
    except EditError:
        assume(False)
        raise
    path = target_path(source)
    node = node_at(source.document.root, path)
    assert node is not None
    old = read_target(source.document, node, [])
    assume(old is not None)
    assert old is not None
    assert old.quote is not None
    new = Target(HERE, TextQuote(exact, prefix or old.quote.prefix, suffix), old.section)
    edited = with_target(source, path, old, new)
    assert read_again(edited, path) == new
    # Every comment is there, and so is every line but those of the target.
    comments = ("# a remark", "# it's [odd: {", "# above", "# indented")
    assert [before.count(one) for one in comments] == [edited.text.count(one) for one in comments]
    rest = says(source.document.root), says(edited.document.root)
    assert without_target(rest[0]) == without_target(rest[1])
    first, last = lines_of_target(source)
    ends = re.split(r"(?<=\n)", before)
    assert edited.text.startswith("".join(ends[:first]))
    assert edited.text.endswith("".join(ends[last:]))


def read_again(source: YamlSource, path: tuple[str | int, ...]) -> Target | None:
    node = node_at(source.document.root, path)
    assert node is not None
    found = read_target(source.document, node, [])
    return found and Target(HERE, found.quote, found.section)


def without_target(said: object) -> object:
    first = said[0] if isinstance(said, list) else said
    assert isinstance(first, dict)
    kept = {key: value for key, value in first.items() if key != "target"}
    return [kept, *said[1:]] if isinstance(said, list) else kept


def lines_of_target(source: YamlSource) -> tuple[int, int]:
    """The line of the key, and that of the next field."""
    lines = source.document.lines
    first = next(at for at, line in enumerate(lines) if line.lstrip(" -").startswith("target:"))
    last = next(at for at, line in enumerate(lines) if line.strip() == "body: |")
    return first, last


def test_several_values_are_replaced_together_or_none_is() -> None:
    source = read_source(b"# Ours.\na: one  # first\nb: [two, 'three']\n", "a.yml")

    edited = with_values(source, {("a",): "1 one", ("b", 1): "it's"})
    assert edited.bytes == b"# Ours.\na: 1 one  # first\nb: [two, 'it''s']\n"

    # A comma parts items, and a block may end in a line feed: these are for one edit at a time.
    for words in ({("b", 0): "two, three"}, {("c",): "none"}, {(): "all"}):
        with pytest.raises(EditError):
            with_values(source, {("a",): "1 one"} | words)
