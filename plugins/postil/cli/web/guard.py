"""Which machines may be asked.

Addresses are contributed, and a command may run where a company's inner network is near: an
address that leads there would make the command a way in (server-side request forgery,
https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

from __future__ import annotations

import ipaddress
import socket

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Addresses that stand for one of version 4 in their last 32 bits (RFC 6052, RFC 8215).
_TRANSLATED = (
    ipaddress.IPv6Network("64:ff9b::/96"),
    ipaddress.IPv6Network("64:ff9b:1::/48"),
)


class RefusedError(Exception):
    """An address leads to where nothing may be asked; the message says where."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet."""
    found: IPAddress = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if any(found in network for network in _TRANSLATED):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            found = inner
        elif found.teredo:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved)


def resolve(host: str, port: int, allow_private: bool) -> list[tuple[int, tuple[str, int]]]:
    """The addresses of a host, as family and where to connect.

    What is checked here is what is connected to: to look the name up once more would let it lead
    elsewhere the second time. Raises RefusedError if any of them is not public, and
    socket.gaierror where there is no such host.
    """
    found = []
    for family, _, _, _, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if family not in {socket.AF_INET, socket.AF_INET6}:
            continue
        address = str(where[0])
        if not allow_private and not is_public(address):
            raise RefusedError(f"it leads to {address}, which is not on the public internet")
        found.append((int(family), where))
    return found  # type: ignore[return-value]  # of these two families both begin with host, port
