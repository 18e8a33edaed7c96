"""The Python peers, run in an environment of their own.

Reads documents, one JSON line each, and writes one line of answers for each: a place, null, or
`"ambiguous"`. The last line is the processor time
in milliseconds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

Answer = tuple[int, int] | None


def anchorpoint(text: str) -> Callable[[dict[str, Any]], Answer]:
    """PyPI `anchorpoint`: a regular expression of prefix, exact and suffix."""
    from anchorpoint.textselectors import TextQuoteSelector, TextSelectionError

    def find(case: dict[str, Any]) -> Answer:
        selector = TextQuoteSelector(
            exact=case["exact"], prefix=case["prefix"], suffix=case["suffix"]
        )
        try:
            place = selector.as_position(text)
        except TextSelectionError:
            return None
        return place.start, place.end

    return find


def reanchor(text: str) -> Callable[[dict[str, Any]], Answer]:
    """PyPI `reanchor`, with its own defaults; its first answer counts."""
    from reanchor import TextQuoteSelector, prepare_document, resolve_quote

    document = prepare_document(text)

    def find(case: dict[str, Any]) -> Answer:
        quote = TextQuoteSelector(case["exact"], case["prefix"], case["suffix"])
        found = resolve_quote(document, quote)
        return (found.start, found.end) if found else None

    return find


def main() -> None:
    peer = {"anchorpoint": anchorpoint, "reanchor": reanchor}[sys.argv[1]]
    peer("warm up")
    time = 0.0
    for line in sys.stdin:
        document = json.loads(line)
        start = process_time()
        find = peer(document["text"])
        answers = [find(case) for case in document["cases"]]
        time += process_time() - start
        print(json.dumps(answers))
    print(json.dumps(1_000 * time))


if __name__ == "__main__":
    main()
