"""What is served beside the pages."""

from __future__ import annotations

from pathlib import Path

STYLESHEET = Path(__file__).with_name("postil.css")
SCRIPT = Path(__file__).with_name("postil.js")
"""An ES module without imports."""
ASSETS = (STYLESHEET, SCRIPT)
