"""Asking the web. Only commands do: no build reaches for the network, and none could, since the
plugin cannot import this."""
