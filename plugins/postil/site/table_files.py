"""The annotations of each text, and of the whole site, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.annotation_table import COLUMNS, annotation_row
from postil.publish.csv_table import csv_file, csv_rows
from postil.site import export_paths as paths
from postil.site.explain import Explained
from postil.site.made_forms import MadeFile
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole

Row = tuple[str, ...]


def table_files(whole: Whole) -> Iterator[MadeFile]:
    """A table for each text, in reading order, and one for all of them."""
    everywhere = []
    for one in whole.explained:
        rows = csv_rows(_rows(whole, one))
        everywhere.append(rows)
        yield _table_of(whole, one, rows)
    yield MadeFile(paths.ANNOTATIONS_TABLE, csv_file(COLUMNS, *everywhere))


def text_table(whole: Whole, one: Explained) -> Iterator[MadeFile]:
    """The table of one text."""
    yield _table_of(whole, one, csv_rows(_rows(whole, one)))


def note_address(whole: Whole, explained: Explained, id: str) -> str:
    """The address at which a note is read: its page, or its place in the text; empty where the
    site does not know its own."""
    text = explained.explainer.text
    uri = note_uri(whole.settings, text, id)
    if uri in whole.urls or not whole.root:
        return whole.address(uri)
    return f"{whole.address(text_uri(whole.settings, text))}#{id}"


def _table_of(whole: Whole, one: Explained, rows: str) -> MadeFile:
    path = paths.text_table(whole.settings, one.explainer.text.slug)
    return MadeFile(path, csv_file(COLUMNS, rows))


def _rows(whole: Whole, explained: Explained) -> Iterator[Row]:
    text = explained.explainer.text
    for anchored in explained.explainer.annotations:
        annotation = anchored.annotation
        yield annotation_row(annotation, text, note_address(whole, explained, annotation.id))
