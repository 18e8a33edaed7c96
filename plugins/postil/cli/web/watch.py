"""Connections that lead to allowed machines only, and end in time."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError

from postil.cli.web.guard import resolve


class Watch:
    """Makes one connection and ends it after some seconds: a host that sends a byte now and then
    is never silent, and would hold it for ever."""

    def __init__(self, seconds: float, allow_private: bool) -> None:
        self.seconds = seconds
        self.ended = False
        self._allow_private = allow_private
        self._twin: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Watch:
        self._timer.start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._twin is not None:
            self._twin.close()

    def connect(self, host: str, port: int, seconds: float | None) -> socket.socket:
        """A connection to a host that may be asked. Raises RefusedError, OSError."""
        failure: OSError = OSError("it has no address")
        for family, where in resolve(host, port, self._allow_private):
            one = socket.socket(family, socket.SOCK_STREAM)
            try:
                one.settimeout(seconds)
                one.connect(where)
            except OSError as error:
                one.close()
                failure = error
            else:
                # TLS takes the socket itself over; this one ends both.
                self._twin = one.dup()
                return one
        raise failure

    def _end(self) -> None:
        self.ended = True
        if self._twin is not None:
            # It may have ended by itself just now.
            with contextlib.suppress(OSError):
                self._twin.shutdown(socket.SHUT_RDWR)


class _Watched(HTTPConnection):
    """A connection that is made by a watch."""

    def __init__(self, *arguments: Any, watch: Watch, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._watch = watch

    def _new_conn(self) -> socket.socket:
        try:
            return self._watch.connect(self._dns_host, self.port, self.timeout)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error


class _WatchedSecure(_Watched, HTTPSConnection):
    """The same with TLS."""


class PlainPool(urllib3.HTTPConnectionPool):
    """Connections of http that a watch makes."""

    ConnectionCls = _Watched


class SecurePool(urllib3.HTTPSConnectionPool):
    """Connections of https that a watch makes."""

    ConnectionCls = _WatchedSecure
