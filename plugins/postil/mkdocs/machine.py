"""By what the tasks of a build are done: by this machine alone, for a shard, or with what shards
made."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from postil.joined import Joined
from postil.kept import Keeping, Rest, Task, delivered, done
from postil.mkdocs.keeping import keep_read, kept_below, kept_reading
from postil.mkdocs.setup import Setup
from postil.mkdocs.sharding import Shard, joined, tell_joined
from postil.model.library import Library
from postil.model.text import Text
from postil.read.library import Keep, ReadNotes
from postil.shards import Join, Part
from postil.site.changes import look_at
from postil.site.whole import Whole
from postil.workers import Made, sharing

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Machine:
    """This machine, in one build; `kept` is what it takes things from and keeps them in, and
    `share` how it shares work among processes."""

    def __init__(self, setup: Setup, config: MkDocsConfig) -> None:
        """Raises PluginError where the files of shards cannot be read."""
        self._asked, self._config, self._serving = setup.asked, config, setup.serving
        kept = kept_below(setup.root, config) if setup.settings.cache else None
        self._joined: Joined | None = None
        if isinstance(self._asked, Join):
            self._joined = joined(self._asked, kept, config, os.environ)
        self.kept: Keeping | None = self._joined or kept
        self.share = sharing(1 if setup.serving else setup.settings.jobs)
        self._shard: Shard | None = None

    def begin(self, library: Library) -> None:
        """Begins the file of a shard, where that is asked for. Raises PluginError where it cannot
        be written, or not sealed."""
        if isinstance(self._asked, Part):
            self._shard = Shard(self._asked, library, self._config, os.environ)

    @property
    def speaks(self) -> bool:
        """Whether it says what is wrong: of shards, the build that joins them says it once."""
        return self._shard is None

    @property
    def read_notes(self) -> ReadNotes:
        """Reads annotations, but for those that an earlier build read."""
        return kept_reading(self.share, self.kept)

    @property
    def keep(self) -> Keep:
        """Takes what an earlier build read of other files."""
        return keep_read(self.kept)

    def needs(self, text: Text) -> bool:
        """Whether it renders a text: all of them, unless it makes a shard."""
        return self._shard is None or text.slug in self._shard.needed

    def look_at(self, whole: Whole) -> None:
        """Leaves the changes of texts alone that it does not render."""
        if self._shard is not None:
            look_at(whole, self._shard.needed)

    def done(self, tasks: Sequence[Task[Made]], *, keep: bool = True) -> Iterator[Made]:
        """What the tasks make; without `keep`, no key holds all that they depend on."""
        if self._joined is not None:
            self._joined.count(tasks)
        make = done if self._shard is None else self._shard.done
        return make(tasks, self.kept if keep else None, self.share)

    def delivered(
        self, tasks: Sequence[Task[Made]], deliver: Callable[[Made], Rest]
    ) -> Iterable[Rest]:
        """What `deliver` leaves of what the tasks make. Raises SystemExit where this makes a shard:
        the rest is for the build that joins the shards."""
        if self._shard is not None:
            self._shard.make(tasks, self.kept, self.share)
            raise SystemExit(0)
        if self._joined is not None:
            self._joined.count(tasks)
        if not self._serving:
            # As after reading: much was made since.
            gc.freeze()
        return delivered(tasks, self.kept, self.share, deliver)

    def end(self) -> None:
        """Takes away what is old, and says what shards were good for."""
        if self.kept is not None:
            self.kept.clear()
        if self._joined is not None:
            tell_joined(self._joined)

    def cancel(self) -> None:
        """Takes away a shard that was not made."""
        if self._shard is not None:
            self._shard.cancel()
