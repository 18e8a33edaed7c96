"""The index of Pagefind’s search in the making, or as an earlier build made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.kept import Keeping
from postil.mkdocs.pagefind import Pagefind, program_sign
from postil.programs import code
from postil.site.digest import digest
from postil.site.search_records import Record

_SLOT = "search"


class SearchIndex:
    """One index of records, whose words are those of a language (BCP 47)."""

    def __init__(self, language: str, records: Iterable[Record], kept: Keeping | None) -> None:
        """Takes the index of the same records where it is kept, and else begins to make it."""
        self._kept = kept
        every = list(records)
        self._key = digest(code(), program_sign(), language, every)
        found: tuple[Mapping[str, bytes]] | None = kept.get(_SLOT, self._key) if kept else None
        self._found = found[0] if found else None
        self._making = None if found else Pagefind(language)
        if self._making is not None:
            self._making.add(every)

    def files(self) -> Mapping[str, bytes]:
        """Waits for the index: what is in its files, by their paths. Raises PagefindError."""
        if self._found is None and self._making is not None:
            making, self._making = self._making, None
            self._found = making.files()
            if self._kept is not None:
                self._kept.put(_SLOT, self._key, self._found)
        return self._found or {}

    def cancel(self) -> None:
        """Ends at once, where it is not made yet."""
        making, self._making = self._making, None
        if making is not None:
            making.cancel()
