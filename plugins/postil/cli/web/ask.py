"""What an address leads to: redirects followed, busy hosts asked again, each answer judged."""

from __future__ import annotations

import email.utils
import time
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from postil.cli.web.client import Answer, Client, NoAnswerError, host_of
from postil.cli.web.guard import RefusedError
from postil.cli.web.pace import Pace
from postil.model.link import LinkState
from postil.publish.iri import as_uri
from postil.read.forms import url_problem

_PERMANENT = frozenset({301, 308})
_REDIRECTS = _PERMANENT | {302, 303, 307}
_GONE = frozenset({404, 410})
# RFC 6585 and RFC 9110: these say "later". The others of 500 and above say "something broke".
_LATER = frozenset({429, 503})
_BROKEN = frozenset({500, 502, 504})
_HOPS = 10
"""Redirects that are followed; browsers follow 20."""
_STRIKES = 2
_PATIENCE = 60.0
"""Seconds that a host may ask to wait. One that wants more is left alone for this run."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an address: its state, the status that says so, or 0, the address that the
    page moved to, and the reason in words where there was no status."""

    state: LinkState
    status: int = 0
    moved_to: str = ""
    reason: str = ""


class Asker:
    """Asks for addresses, in several threads if need be. `retries` is how often a host that was
    busy, broken or silent is asked again."""

    def __init__(self, client: Client, pace: Pace, retries: int = 2) -> None:
        self._client = client
        self._pace = pace
        self._retries = retries
        # Hosts that are not asked any more, with the reason, and how often others were silent.
        self._closed: dict[str, str] = {}
        self._silent: dict[str, int] = {}

    def ask(self, address: str) -> Outcome:
        """What `address` leads to. Raises StoppedError when the pace is stopped."""
        url, fragment = urldefrag(address)
        seen = {url}
        moved, deciding, permanent = "", 0, True
        while len(seen) <= _HOPS:
            try:
                answer = self._answer(url)
            except RefusedError as error:
                return Outcome(LinkState.UNKNOWN, reason=str(error))
            except NoAnswerError as error:
                state = LinkState.DEAD if error.gone else LinkState.UNKNOWN
                return Outcome(state, reason=str(error))
            if answer.status not in _REDIRECTS or not answer.location:
                return _judged(answer.status, moved, deciding)
            try:
                whole = urljoin(url, answer.location)
            except ValueError:
                return Outcome(LinkState.UNKNOWN, answer.status, reason="it leads to no address")
            url, found = urldefrag(whole)
            # As browsers do, who keep the old fragment where the new address has none.
            fragment = found or fragment
            permanent = permanent and answer.status in _PERMANENT
            if permanent:
                moved = _with_fragment(url, fragment)
                deciding = answer.status
            if url in seen:
                return Outcome(LinkState.UNKNOWN, answer.status, reason="it leads to itself")
            seen.add(url)
        return Outcome(LinkState.UNKNOWN, reason="it leads from one address to the next")

    def fetch(self, address: str, size: int) -> bytes:
        """The first `size` bytes of what stands at an address, which must not redirect.

        Raises NoAnswerError, RefusedError and StoppedError.
        """
        answer = self._patiently("GET", address, size)
        if answer.status != 200:
            raise NoAnswerError(f"the answer has the status {answer.status}")
        return answer.body

    def _answer(self, address: str) -> Answer:
        """The answer to one address: to HEAD, which costs a host little, or to GET where HEAD does
        not say that all is well, since many hosts do not know it."""
        try:
            answer = self._patiently("HEAD", address, retries=0)
        except NoAnswerError as error:
            if error.gone:
                raise
        else:
            if answer.status < 400 or answer.status in _LATER:
                return answer
        return self._patiently("GET", address)

    def _patiently(
        self, method: str, address: str, size: int = 0, retries: int | None = None
    ) -> Answer:
        """The last answer, where a host was busy or broken each time; `retries` counts how often
        it may be broken or silent, and is that of the asker unless given."""
        host = host_of(address)
        broken = self._retries if retries is None else retries
        for attempt in range(self._retries + 1):
            if reason := self._closed.get(host):
                raise NoAnswerError(reason)
            try:
                with self._pace.turn(host):
                    answer = self._client.ask(method, address, size)
            except NoAnswerError as error:
                if attempt >= broken:
                    self._note_silence(host, error.gone or retries is not None)
                    raise
                self._pace.rest(host, self._pace.delay * 2**attempt)
                continue
            self._silent.pop(host, None)
            if answer.status in _LATER and attempt < self._retries:
                pause = max(_wanted(answer.retry_after), self._pace.delay * 2**attempt)
                if pause <= _PATIENCE:
                    self._pace.rest(host, pause)
                    continue
                self._closed[host] = "its host asks to be left alone for a while"
            elif answer.status in _BROKEN and attempt < broken:
                self._pace.rest(host, self._pace.delay * 2**attempt)
                continue
            break
        return answer

    def _note_silence(self, host: str, excused: bool) -> None:
        """Leaves a host alone that answered nothing twice, so that its many addresses do not hold
        everything up."""
        if not excused:
            self._silent[host] = self._silent.get(host, 0) + 1
            if self._silent[host] >= _STRIKES:
                self._closed[host] = "its host gave no answer for other addresses"


def _with_fragment(url: str, fragment: str) -> str:
    whole = f"{url}#{fragment}"
    # A host may write what no address can hold.
    return as_uri(url if not fragment or url_problem(whole) else whole)


def _judged(status: int, moved: str, deciding: int) -> Outcome:
    if status in _GONE:
        return Outcome(LinkState.DEAD, status)
    if not 200 <= status < 300:
        return Outcome(LinkState.UNKNOWN, status)
    if moved:
        return Outcome(LinkState.MOVED, deciding, moved)
    return Outcome(LinkState.OK, status)


def _wanted(retry_after: str) -> float:
    """The seconds that a host asks to wait (RFC 9110, section 10.2.3), 0 where it asks nothing."""
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after[:9])
    try:
        when = email.utils.parsedate_to_datetime(retry_after)
    except (ValueError, TypeError):
        return 0.0
    return max(when.timestamp() - time.time(), 0.0)
