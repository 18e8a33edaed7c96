"""The files of a site as they were at a revision of its git repository.

Nothing is checked out: git's objects are read, and only those files that Postil reads are written
into a folder elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from postil.read import limits

_SUFFIXES = frozenset({".bib", ".json", ".md", ".yaml", ".yml"})
_LINK = "120000"
_SECONDS = 120
"""How long git may take: a clone on a slow disk needs a few seconds."""


class RevisionError(Exception):
    """A revision cannot be read; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    object: str
    path: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository that holds the folder `root`. `name` is what a person called it,
    `commit` its full name."""

    root: Path
    name: str
    commit: str

    def write(self, folders: Sequence[str], into: Path) -> None:
        """Writes the files of the revision into the folder `into`: those beside the site's
        configuration that may belong to it, and those below `folders`, relative to the root.

        Pictures and what is larger than Postil reads are left out. Raises RevisionError.
        """
        beside = self._entries(())
        below = self._entries(folders) if folders else ()
        entries = {entry.path: entry for entry in (*beside, *below)}.values()
        # Links last, so that no file is ever written through one.
        for link in (False, True):
            self._write([one for one in entries if (one.mode == _LINK) is link], into, link)

    def _entries(self, folders: Sequence[str]) -> list[_Entry]:
        """Without folders, the files of the root itself."""
        paths = ["-r", self.commit, "--", *folders] if folders else [self.commit]
        listed = _git(self.root, "ls-tree", "-z", "-l", *paths)
        return list(_parsed(listed))

    def _write(self, entries: Sequence[_Entry], into: Path, link: bool) -> None:
        asked = "".join(f"{entry.object}\n" for entry in entries).encode()
        answer = memoryview(_git(self.root, "cat-file", "--batch", stdin=asked))
        for entry in entries:
            head, _, _ = bytes(answer[:200]).partition(b"\n")
            size = int(head.split()[2])
            content = bytes(answer[len(head) + 1 : len(head) + 1 + size])
            answer = answer[len(head) + size + 2 :]
            file = into / entry.path
            file.parent.mkdir(parents=True, exist_ok=True)
            if link:
                file.symlink_to(os.fsdecode(content))
            else:
                file.write_bytes(content)


def find_revision(root: Path, name: str) -> Revision:
    """The commit that `name` means in the repository of the folder `root`.

    Raises RevisionError where there is no git, no repository or no such commit.
    """
    _git(root, "rev-parse", "--git-dir")
    asked = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        commit = _git(root, "rev-parse", *asked).decode().strip()
    except RevisionError:
        shallow = _git(root, "rev-parse", "--is-shallow-repository").decode().strip() == "true"
        raise RevisionError(
            f"git knows no revision “{name}” here; "
            + (
                f"this clone is shallow: fetch it first, with “git fetch --depth=1 origin {name}”"
                if shallow
                else "write the name of a branch, a tag or a commit"
            )
        ) from None
    return Revision(root, name, commit)


def _parsed(listed: bytes) -> Iterator[_Entry]:
    """The files in git's list that Postil may read."""
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        if not name:
            continue
        mode, kind, object, size = head.decode().split()
        path = PurePosixPath(os.fsdecode(name))
        # git makes no such paths, but its objects can hold them.
        strange = path.is_absolute() or ".." in path.parts
        read = kind == "blob" and path.suffix in _SUFFIXES and int(size) <= limits.PAST_BYTES
        if read and not strange:
            yield _Entry(mode, object, str(path))


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What git answers. Raises RevisionError with what it says where it fails."""
    program = shutil.which("git")
    if program is None:
        raise RevisionError("git is not installed, and without it nothing can be compared")
    command = (program, "--no-pager", *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no argument is taken for an option
            command,
            cwd=root,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RevisionError(f"git cannot be asked: {error}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise RevisionError(f"git says: {said or 'nothing'}")
    return done.stdout
