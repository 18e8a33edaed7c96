"""The text whose turn it is, and the time that it may take."""

from __future__ import annotations

from postil.model.diagnostic import Diagnostic
from postil.model.text import Text
from postil.site.deadline import Deadline, TooLongError
from postil.site.markdown import why


class Turn:
    """One text after the other is rendered, and its notes are anchored: each has some seconds,
    after which TooLongError is raised in whatever works on it."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._text: Text | None = None
        self._deadline: Deadline | None = None

    def begin(self, text: Text, seconds: float) -> None:
        """It is this text's turn."""
        self._text, self._seconds = text, seconds
        self._deadline = Deadline(seconds)
        self._deadline.start()

    def end(self) -> None:
        """The text is done. Raises TooLongError where its time is over this very moment."""
        if self._deadline is not None:
            self._deadline.stop()
        self._deadline = self._text = None

    def give_up(self) -> TooLongError | None:
        """Whatever was worked on is not any more; what `end` raised, if it did."""
        try:
            self.end()
        except TooLongError as over:
            return over
        finally:
            self._deadline = self._text = None
        return None

    def blamed(self, error: Exception) -> Diagnostic | None:
        """Gives up, and says what is wrong with the text, where an error came of it."""
        text = self._text
        error = self.give_up() or error
        known = isinstance(error, TooLongError | RecursionError) or (
            # Of Python's parser of HTML, which MkDocs reads a text with.
            isinstance(error, AssertionError) and "marked section" in str(error)
        )
        if text is None or not known:
            return None
        return Diagnostic("text-unrendered", why(error, self._seconds), text.place)
