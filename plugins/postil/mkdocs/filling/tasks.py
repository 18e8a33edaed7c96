"""Everything that is made of the whole site, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from postil.kept import Keeping, Task, taken
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.filling.sheets import index, overview
from postil.mkdocs.filling.texts import Finish, of_text
from postil.mkdocs.finished import Finished, Finishing
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.pages import SitePages
from postil.render.searched import searched
from postil.site.changes import changes
from postil.site.crossing import crossing_of
from postil.site.digest import as_bytes, digest
from postil.site.explain import Explained
from postil.site.feeds import changes_by_text
from postil.site.keys import site_key, text_key
from postil.site.made import head_of, site_exports
from postil.site.made_forms import MadeFile
from postil.site.overviews.sources import uses_of
from postil.site.problems import problems_of
from postil.site.uris import text_uri
from postil.site.whole import Whole


@dataclass(frozen=True, slots=True)
class Filling:
    """What the parts of one site are made of.

    `keys` are those of the anchors by the slugs of their texts; of a text without, nothing is made.
    `finishing` makes pages as the theme does, where that can be done here; `kept` has those about
    all texts of which nothing that they show has changed. A `preview` shows the problems of a text
    on its page.
    """

    pages: SitePages
    whole: Whole
    keys: Mapping[str, bytes]
    finishing: Finishing | None
    kept: Keeping | None
    preview: bool

    def tasks(self) -> list[Task[Filled]]:
        """Everything that is to be made, in an order that is always the same."""
        pages, whole = self.pages, self.whole
        # What several parts are made of is made before processes part.
        for known in (crossing_of, changes, changes_by_text, uses_of):
            known(whole)
        key = site_key(whole, self.keys)
        sheets: dict[str, Callable[[], Filled]] = {
            **{
                uri: partial(index, pages, whole, number)
                for number, uri in enumerate(pages.indexes, start=1)
            },
            **{uri: partial(overview, pages, whole, uri) for uri in pages.overviews},
        }
        return [
            *(self._sheet(key, uri, make) for uri, make in sheets.items()),
            *(
                Task(make.__name__, key, partial(_files, whole, make))
                for make in site_exports(whole.settings)
            ),
            *(self._text(one) for one in whole.explained if one.explainer.text.slug in self.keys),
        ]

    def _text(self, explained: Explained) -> Task[Filled]:
        pages, whole, text = self.pages, self.whole, explained.explainer.text
        problems = problems_of(explained, whole.library, whole.settings) if self.preview else ()
        # Those of notes that the host makes, too.
        hosted = tuple(uri for uri in pages.notes(text) if pages.hosted(uri))
        key = text_key(whole, text.slug, self.keys, pages.entry, problems, hosted)
        key, finish = self._with_finish(key, text_uri(whole.settings, text))
        make = partial(of_text, pages, whole, explained, problems, finish)
        return Task(f"text {text.slug}", key, make)

    def _sheet(self, key: bytes, uri: str, make: Callable[[], Filled]) -> Task[Filled]:
        """The making of a page about all texts. Any edit may change one, and few edits do."""
        around, finish = self._with_finish(b"", uri)

        def made() -> Filled:
            made = make()
            if finish and (content := made.content.get(uri)):
                head = made.heads.get(uri, "")
                task = Task(
                    f"page {uri}",
                    digest(around, as_bytes(content), head),
                    lambda: finish(content, head, searched(content)),
                )
                made.finished[uri] = taken(task, self.kept)
            return made

        return Task(uri, digest(key, around), made)

    def _with_finish(self, key: bytes, uri: str) -> tuple[bytes, Finish | None]:
        """What finishes a page, where that can be done here, and the key of what comes of it."""
        file, finishing = self.pages.file(uri), self.finishing
        if finishing is None or file is None or not isinstance(file.page, OwnPage):
            return key, None
        head = head_of(self.whole, uri)
        finish = partial(_finish, finishing, file.page, head)
        return digest(key, finishing.key(file.page, head)), finish


def _finish(
    finishing: Finishing, page: OwnPage, head: str, content: str, own: str, searched: str
) -> Finished:
    return finishing.page(page, content, own + head, searched)


def _files(whole: Whole, make: Callable[[Whole], Iterable[MadeFile]]) -> Filled:
    return Filled(files=list(make(whole)))
