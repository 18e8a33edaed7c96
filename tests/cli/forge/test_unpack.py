"""What an untrusted job may have packed: plain files of a site come out, and nothing else."""

from __future__ import annotations

import contextlib
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil.cli.forge.unpack import Limits, UnsafeError, unpack

SITE = {"review.md": b"## No annotation\n", "site/index.html": b"<p>", "site/a/b/c.css": b"a{}"}


def packed(folder: Path, files: dict[str, bytes], *more: tuple[zipfile.ZipInfo, bytes]) -> Path:
    archive = folder / "handover.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
        for entry, content in more:
            opened.writestr(entry, content)
    return archive


def of_kind(name: str, kind: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    return entry


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_site_and_its_report_come_out(tmp_path: Path) -> None:
    archive = packed(tmp_path, SITE, (of_kind("site/empty/", stat.S_IFDIR), b""))
    assert unpack(archive, tmp_path / "out") == 3
    assert written(tmp_path / "out") == SITE
    assert not any(path.stat().st_mode & 0o111 for path in (tmp_path / "out").rglob("*.*"))


def test_what_a_host_would_take_for_its_configuration_is_left_out(tmp_path: Path) -> None:
    own = {f"site/{name}": b"/* https://example.org 200" for name in ("_redirects", "_headers")}
    unpack(packed(tmp_path, {**SITE, **own, "site/CNAME": b"example.org"}), tmp_path / "out")
    assert written(tmp_path / "out") == SITE


@pytest.mark.parametrize(
    "name",
    [
        # Ways out of the folder.
        "../out.html",
        "site/../../out.html",
        "site/..",
        "/site/index.html",
        "site//index.html",
        "site/./index.html",
        "site\\..\\out.html",
        "C:/site/index.html",
        "site/a:b.html",
        # Beside what is expected.
        "other.html",
        "number",
        "review.md/index.html",
        "SITE/index.html",
        ".github/workflows/check.yml",
        # Hidden files, and other kinds.
        "site/.git/config",
        "site/.htaccess",
        "site/run.sh",
        "site/run.php",
        "site/a.html.exe",
        "site/lib.so",
        # Names that a terminal, a log or another system reads otherwise.
        "site/a\nb.html",
        "site/\x1b[31m.html",
        "site/a.html.",
        "site/a .html /b.html",
        f"site/{'a' * 300}.html",
        f"site/{'a/' * 30}b.html",
        f"site/{'/'.join(['a' * 90] * 5)}.html",
    ],
)
def test_a_name_that_no_site_has_is_refused(tmp_path: Path, name: str) -> None:
    archive = packed(tmp_path, SITE, (zipfile.ZipInfo(name), b"x"))
    with pytest.raises(UnsafeError) as refused:
        unpack(archive, tmp_path / "out")
    assert str(refused.value).isprintable()
    assert written(tmp_path) == {"handover.zip": archive.read_bytes()}


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK])
def test_only_plain_files_come_out(tmp_path: Path, kind: int) -> None:
    archive = packed(tmp_path, SITE, (of_kind("site/a.html", kind), b"/etc/passwd"))
    with pytest.raises(UnsafeError, match="is no plain file"):
        unpack(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "names",
    [
        ("site/a.html", "site/a.html"),
        # The same file where cases or forms of letters are folded.
        ("site/a.html", "site/A.html"),
        ("site/\u00e9.html", "site/e\u0301.html"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_stands_once(tmp_path: Path, names: tuple[str, str]) -> None:
    entries = [(zipfile.ZipInfo(name), b"x") for name in names]
    with pytest.raises(UnsafeError, match="is in it twice"):
        unpack(packed(tmp_path, {}, *entries), tmp_path / "out")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UnsafeError, match="'site/a' is a file and a folder"):
        unpack(packed(tmp_path, {"site/a": b"", "site/a/b.html": b""}), tmp_path / "out")


LIMITS = Limits(files=5, file=1000, whole=3000)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({f"site/{n}.html": b"" for n in range(6)}, "has 6 files, more than 5"),
        ({"site/a.html": b"a" * 1001}, "has 1001 bytes"),
        ({f"site/{n}.html": b"a" * 900 for n in range(4)}, "have 3600 bytes together"),
    ],
)
def test_too_much_is_refused(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    with pytest.raises(UnsafeError, match=said):
        unpack(packed(tmp_path, files), tmp_path / "out", LIMITS)
    assert not (tmp_path / "out").exists()


def test_more_than_was_said_is_refused(tmp_path: Path) -> None:
    """A bomb: the sizes in the list of the archive are small, and what comes out is not."""
    archive = packed(tmp_path, {"site/a.html": b"a" * 2_000_000})
    content = archive.read_bytes()
    assert content.count(struct.pack("<L", 2_000_000)) == 2
    archive.write_bytes(content.replace(struct.pack("<L", 2_000_000), struct.pack("<L", 900)))
    with pytest.raises(UnsafeError):
        unpack(archive, tmp_path / "out", LIMITS)
    assert sum(map(len, written(tmp_path / "out").values())) <= LIMITS.file


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_refused(tmp_path: Path, method: int) -> None:
    entry = zipfile.ZipInfo("site/a.html")
    entry.compress_type = method
    with pytest.raises(UnsafeError, match="is packed in another way"):
        unpack(packed(tmp_path, {}, (entry, b"x")), tmp_path / "out")


# The directory at the end says of its place what puts the files before the archive.
@example(350, b"\x01")
@given(st.integers(0, 400), st.binary(max_size=20))
def test_a_broken_archive_is_refused_or_gives_plain_files(
    tmp_path_factory: pytest.TempPathFactory, at: int, put: bytes
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    archive = packed(folder, SITE)
    content = archive.read_bytes()
    archive.write_bytes(content[:at] + put + content[at + len(put) :])
    with contextlib.suppress(UnsafeError):
        unpack(archive, folder / "out")
    assert set(folder.iterdir()) <= {archive, folder / "out"}
    assert not any(path.is_symlink() for path in folder.rglob("*"))


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all" * 99])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "handover.zip").write_bytes(content)
    with pytest.raises(UnsafeError, match="cannot be unpacked"):
        unpack(tmp_path / "handover.zip", tmp_path / "out")
