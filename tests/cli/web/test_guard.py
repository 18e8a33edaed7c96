"""Which machines may be asked."""

from __future__ import annotations

import pytest

from postil.cli.web.guard import is_public


@pytest.mark.parametrize(
    "address",
    [
        # This machine, and no machine.
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "::1", "::"),  # noqa: S104 - nothing is bound
        # Private networks, and those of providers.
        *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fd00::1"),
        # Links: among them the address at which clouds tell their secrets.
        *("169.254.169.254", "fe80::1", "fe80::1%eth0"),
        # Many machines, documentation, what is reserved.
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "ff02::1", "192.0.2.1", "2001:db8::1"),
        # Addresses of version 4 in those of version 6.
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
        *("64:ff9b:1::a00:1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "::127.0.0.1"),
    ],
)
def test_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f::1"),
        *("::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"),
    ],
)
def test_public(address: str) -> None:
    assert is_public(address)
