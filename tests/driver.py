"""The process of `tests/processes.py`: forks one for each run that it is told of, and says its end.

A script of its own, so that nothing of pytest is loaded in the processes that are tried.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import pkgutil
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

from prepared import prepare_theme

_WRITING = frozenset(
    {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}
)
_SEEN = _WRITING | {"open", "os.listdir", "os.scandir"}
"""What Python tells of before it asks the system
(https://docs.python.org/3/library/audit_events.html)."""


class _Fault:
    """What happens when the N-th thing is asked of the system below a folder."""

    def __init__(self, wanted: dict[str, Any]) -> None:
        self.wanted = wanted
        self.below = str(wanted["below"])
        self.seen = 0
        self.busy = False

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _SEEN or self.busy or not self._is_meant(event, arguments):
            return
        self.seen += 1
        every = self.wanted["number"] == 0
        if not every and self.seen != self.wanted["number"]:
            return
        self.busy = not every
        act = self.wanted["act"]
        if act == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif act == "refuse":
            raise OSError(self.wanted["code"], os.strerror(self.wanted["code"]), arguments[0])
        elif act == "remove":
            # As little as can be within a hook, here and below: a path asks the system again.
            os.unlink(self.wanted["path"])  # noqa: PTH108 - see above
        elif act == "replace":
            with open(self.wanted["path"], "w", encoding="utf-8") as stream:  # noqa: PTH123 - see above
                stream.write(self.wanted["content"])

    def _is_meant(self, event: str, arguments: tuple[Any, ...]) -> bool:
        # Names within a folder that is open are its own matter.
        path = arguments[0] if arguments else None
        if isinstance(path, os.PathLike):
            path = os.fspath(path)
        if not isinstance(path, str):
            return False
        whole = os.path.join(os.getcwd(), path)  # noqa: PTH118, PTH109 - see above
        if not whole.startswith(self.below):
            return False
        if not self.wanted["writes"]:
            return True
        if event == "open":
            return bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return event in _WRITING


def _program(name: str) -> Callable[..., object]:
    if name == "mkdocs":
        from mkdocs.__main__ import cli

        return cli
    if name == "follower":
        return _follow
    from postil.cli.main import main

    return main


def _follow(orders: list[str], **_: object) -> None:
    from postil.mkdocs.follower import main

    (order,) = orders
    sys.stdin = io.TextIOWrapper(io.BytesIO(order.encode()), "utf-8")
    main()


def _run(wanted: dict[str, Any], gate: int, out: int) -> int:
    """One run, in a process of its own; its exit code."""
    os.chdir(wanted["folder"])
    for stream in (1, 2):
        os.dup2(out, stream)
    program, *arguments = wanted["command"]
    main = _program(program)
    os.read(gate, 1)  # until all that run at once are here
    if wanted["room"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (wanted["room"], wanted["room"]))
    fault = _Fault(wanted["fault"]) if wanted["fault"] else None
    if fault:
        sys.addaudithook(fault.hook)
    code = 0
    try:
        main(arguments, prog_name=program)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1 if end.code else 0
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    if fault:
        fault.busy = True
        print(f"\n@{fault.seen}", end="")
    return code


def _start(wanted: dict[str, Any], gate: int) -> tuple[int, int]:
    """A process that waits at the gate, and where it says what it says."""
    said, out = os.pipe()
    if pid := os.fork():
        os.close(out)
        return pid, said
    code = 70
    try:
        code = _run(wanted, gate, out)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _all_at_once(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    closed, gate = os.pipe()
    started = [_start(wanted, closed) for wanted in runs]
    os.write(gate, b"." * len(runs))
    for wanted, (pid, _) in zip(runs, started, strict=True):
        if wanted["after"]:
            time.sleep(wanted["after"])
            os.kill(pid, signal.SIGKILL)
    ended = []
    for pid, said in started:
        with open(said, "rb") as stream:  # noqa: PTH123 - a descriptor, and no path
            words = stream.read().decode("utf-8", "replace")
        _, status = os.waitpid(pid, 0)
        ended.append({"code": os.waitstatus_to_exitcode(status), "said": words})
    os.close(closed)
    os.close(gate)
    return ended


def main() -> None:
    for host in ("material.plugins.search.plugin", "mkdocs.__main__", "mkdocs.commands.build"):
        importlib.import_module(host)
    package = importlib.import_module("postil")
    for one in pkgutil.walk_packages(package.__path__, "postil."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)
    prepare_theme("material")
    for line in sys.stdin:
        print(json.dumps(_all_at_once(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
