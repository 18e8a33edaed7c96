"""Takes the pictures of the README: the first explainer, as the built site shows it, one note open.

They are PNG files of few colours, so that a clone and a reader of the README load little.
"""

from __future__ import annotations

import base64
import functools
import http.server
import os
import struct
import sys
import threading
import zlib
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/explainers/mayoral-campaign-groups/#she-did-not-hold-that-office"
SIZE: ViewportSize = {"width": 1240, "height": 780}
COLOURS = 64

Colour = tuple[int, ...]

PIXELS = """async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const data = canvas.getImageData(0, 0, image.width, image.height).data;
  let found = "";
  for (let at = 0; at < data.length; at += 32768) {
    found += String.fromCharCode(...data.subarray(at, at + 32768));
  }
  return btoa(found);
}"""


def main() -> None:
    """Writes docs/assets/reading-light.png and -dark.png from the folder `site/`."""
    handler = functools.partial(Quiet, directory=ROOT / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=for_root)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport=SIZE, color_scheme=scheme)
            page.goto(f"http://127.0.0.1:{server.server_port}{PAGE}", wait_until="networkidle")
            path = ROOT / "docs" / "assets" / f"reading-{scheme}.png"
            path.write_bytes(indexed(pixels(page), SIZE["width"]))
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *args: object) -> None:
        """Requests are of no interest."""


def pixels(page: Page) -> list[Colour]:
    """The colours of what a page shows, row by row."""
    # The head of the page changes when it is scrolled: let it come to its end.
    page.wait_for_timeout(1000)
    shown = base64.b64encode(page.screenshot(animations="disabled")).decode()
    page.goto("about:blank")
    data = base64.b64decode(page.evaluate(PIXELS, shown))
    return list(zip(data[0::4], data[1::4], data[2::4], strict=True))


def indexed(picture: list[Colour], width: int) -> bytes:
    """A PNG file of `COLOURS` colours at most (https://www.w3.org/TR/png/)."""
    groups = parted(Counter(picture))
    palette = [mean(group) for group in groups]
    index = {colour: number for number, group in enumerate(groups) for colour in group}
    points = bytes(index[colour] for colour in picture)
    # Each row begins with its filter: none, the best one for pictures with a palette.
    rows = b"".join(b"\0" + points[at : at + width] for at in range(0, len(points), width))
    head = struct.pack(">IIBBBBB", width, len(points) // width, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", bytes(value for colour in palette for value in colour)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def chunk(name: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def parted(counted: Counter[Colour]) -> list[Counter[Colour]]:
    """Colours in groups of like ones: the widest group is cut in two until there are enough."""
    groups = [counted]
    while len(groups) < COLOURS:
        widest = max(groups, key=lambda group: spread(group)[0])
        width, channel = spread(widest)
        if not width:
            break
        values = [colour[channel] for colour in widest]
        middle = (min(values) + max(values)) / 2
        groups.remove(widest)
        for side in (True, False):
            kept = {
                colour: times
                for colour, times in widest.items()
                if (colour[channel] <= middle) is side
            }
            groups.append(Counter(kept))
    return groups


def spread(group: Counter[Colour]) -> tuple[int, int]:
    """How far the colours of a group are apart, and in which channel."""
    widths = [max(values) - min(values) for values in zip(*group, strict=True)]
    return max((width, channel) for channel, width in enumerate(widths))


def mean(group: Counter[Colour]) -> Colour:
    """The colour that most points of a group have, for paper must stay as it is."""
    return group.most_common(1)[0][0]


if __name__ == "__main__":
    main()
