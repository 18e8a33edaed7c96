"""What each of the payloads does where it runs: it calls `alert`, or asks the canary host."""

from __future__ import annotations

CANARY = "canary.example"
RUN = "alert(1)"
FETCH = f"//{CANARY}/x"
