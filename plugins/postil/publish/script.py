"""JSON inside HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

# What could end the element or begin a comment in it, written so that JSON reads it the same; the
# separators U+2028 and U+2029 end a line in older scripts.
# https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(data: Mapping[str, Any]) -> str:
    """A `script` element that holds `data` as JSON-LD and that nothing in `data` can end."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f'<script type="application/ld+json">{written}</script>'
