"""One request and its answer, within limits of time and size.

Redirects, retries and politeness are in `ask` and `pace`.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from urllib3.exceptions import HTTPError, NameResolutionError
from urllib3.util import Timeout, parse_url

from postil.cli.web.guard import RefusedError
from postil.cli.web.watch import PlainPool, SecurePool, Watch
from postil.read.forms import url_problem

# Errors of a name that does not exist, not of a resolver that cannot be reached.
_NO_SUCH_NAME = frozenset(
    number
    for name in ("EAI_NONAME", "EAI_NODATA")
    if (number := getattr(socket, name, None)) is not None
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of an answer, those of its headers that matter, and as much of its body as was
    asked for."""

    status: int
    location: str = ""
    retry_after: str = ""
    body: bytes = b""


class NoAnswerError(Exception):
    """A host gave no answer; the message says why. `gone` says that it does not exist."""

    def __init__(self, reason: str, gone: bool = False) -> None:
        super().__init__(reason)
        self.gone = gone


class Client:
    """Asks for addresses: no cookies, no credentials, no compression, one connection each.

    `seconds` is how long a host may be silent; three times as long is how long an answer may
    take. `name` is what the client calls itself.
    """

    def __init__(self, name: str, seconds: float = 10.0, allow_private: bool = False) -> None:
        self.name = name
        self.seconds = seconds
        self.allow_private = allow_private

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()

    def ask(self, method: str, address: str, size: int = 0) -> Answer:
        """The answer to `HEAD` or `GET`, with at most `size` bytes of its body.

        Raises NoAnswerError, and RefusedError for what may not be asked.
        """
        if problem := url_problem(address):
            raise RefusedError(f"{address} {problem[0]}")
        with Watch(3 * self.seconds, self.allow_private) as watch:
            late = f"no whole answer within {watch.seconds:g} seconds"
            try:
                answer = self._ask(method, address, size, watch)
            except NameResolutionError as error:
                gone = getattr(error.__cause__, "errno", None) in _NO_SUCH_NAME
                raise NoAnswerError("there is no such host", gone) from None
            except (HTTPError, OSError, ValueError) as error:
                raise NoAnswerError(late if watch.ended else _said(error)) from None
            if watch.ended:
                # Headers that are cut off can look like whole ones.
                raise NoAnswerError(late)
            return answer

    def _ask(self, method: str, address: str, size: int, watch: Watch) -> Answer:
        url = parse_url(address)
        silence = Timeout(connect=self.seconds, read=self.seconds)
        host = url.host or ""
        pool = (
            PlainPool(host, url.port, timeout=silence, watch=watch)
            if url.scheme == "http"
            else SecurePool(host, url.port, timeout=silence, watch=watch, ssl_context=self._tls)
        )
        with pool as connections:
            response = connections.urlopen(
                method,
                url.request_uri,
                headers={"User-Agent": self.name, "Accept": "*/*", "Accept-Encoding": "identity"},
                retries=False,
                redirect=False,
                assert_same_host=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                return Answer(
                    response.status,
                    response.headers.get("Location", ""),
                    response.headers.get("Retry-After", ""),
                    response.read(size, decode_content=False) if size else b"",
                )
            finally:
                response.close()


def host_of(address: str) -> str:
    """The host of an address, by which politeness counts; empty for what is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _said(error: Exception) -> str:
    """What an error says, in one line, without the names of Python's things."""
    inner = error.args[-1] if error.args else error
    words = str(inner) if not isinstance(inner, BaseException) else str(inner) or repr(inner)
    # Part of it may come from the host.
    return "".join(char for char in " ".join(words.split()) if char.isprintable())[:200]
