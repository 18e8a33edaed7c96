"""Machines that have nothing in common: builds of the same input on them, and what they made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

OTHER = '''\
"""Another machine: another time, folders in another order, and another number of processors."""

import datetime
import os
import random
import sys
import time

_SECONDS = float(os.environ["MACHINE_CLOCK"])
_chance = random.Random(os.environ["MACHINE_ORDER"])
_now, _day, _listdir, _scandir = time.time, datetime.date, os.listdir, os.scandir
_moment = datetime.datetime


def _time():
    return _now() + _SECONDS


class _Named(type):
    # What is a moment for others is one here.
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__mro__[1])


class _Moment(_moment, metaclass=_Named):
    @classmethod
    def now(cls, tz=None):
        return _moment.fromtimestamp(_time(), tz)

    @classmethod
    def utcnow(cls):
        return _moment.fromtimestamp(_time(), datetime.timezone.utc).replace(tzinfo=None)


class _Day(_day, metaclass=_Named):
    @classmethod
    def today(cls):
        return _day.fromtimestamp(_time())


class _Folder:
    def __init__(self, *arguments):
        self._open = _scandir(*arguments)
        self._found = list(self._open)
        _chance.shuffle(self._found)

    def __iter__(self):
        return iter(self._found)

    def __next__(self):
        if not self._found:
            raise StopIteration
        return self._found.pop()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._open.close()


def _list(*arguments):
    found = _listdir(*arguments)
    _chance.shuffle(found)
    return found


def _refuse(event, _):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        raise OSError("no build reaches the network")


sys.addaudithook(_refuse)
time.time = _time
datetime.datetime, datetime.date = _Moment, _Day
os.listdir, os.scandir = _list, _Folder
os.cpu_count = lambda: int(os.environ["MACHINE_PROCESSORS"])
os.sched_getaffinity = lambda _: set(range(os.cpu_count()))
'''


@dataclass(frozen=True)
class Machine:
    """One on which a site is built: what of it could reach the output."""

    zone: str = "UTC"
    locale: str = "C.UTF-8"
    seed: str = "0"
    umask: int = 0o022
    clock: int = 0
    order: str = "0"
    processors: str = "2"
    python: str = sys.executable
    folder: str = "one"
    variables: dict[str, str] = field(default_factory=dict)


def build(machine: Machine, source: Path, place: Path, package: Path) -> dict[str, bytes]:
    """Every file of the site in `source`, as it is built on a machine below the folder `place`;
    `package` is where Postil stands."""
    root = place / machine.folder
    shutil.copytree(source, root / "source")
    custom = root / "machine"
    custom.mkdir()
    (custom / "sitecustomize.py").write_text(OTHER, encoding="utf-8")
    variables = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))
    }
    variables |= {
        "PYTHONPATH": f"{custom}{os.pathsep}{package}",
        "PYTHONHASHSEED": machine.seed,
        "TZ": machine.zone,
        "LC_ALL": machine.locale,
        "MACHINE_CLOCK": str(machine.clock),
        "MACHINE_ORDER": machine.order,
        "MACHINE_PROCESSORS": machine.processors,
        "NO_MKDOCS_2_WARNING": "1",
        **machine.variables,
    }
    subprocess.run(
        [machine.python, "-m", "mkdocs", "build", "--quiet", "--site-dir", root / "site"],
        cwd=root / "source",
        check=True,
        env=variables,
        umask=machine.umask,
    )
    return {
        path.relative_to(root / "site").as_posix(): path.read_bytes()
        for path in sorted((root / "site").rglob("*"))
        if path.is_file()
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """The paths of files that are not the same, or only in one."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}
