"""Kinds and verdicts in the language of the interface."""

from __future__ import annotations

from dataclasses import replace

from postil.model.scale import Kind, Verdict
from postil.model.settings import Settings
from postil.render.words import Words


def translated(settings: Settings, words: Words) -> Settings:
    """The settings with the names and meanings of the default scale as `words` has them.

    Kinds and verdicts that are a site's own stay as the site calls them.
    """
    return replace(
        settings,
        kinds=tuple(_kind(kind, words) for kind in settings.kinds),
        verdicts=tuple(_verdict(verdict, words) for verdict in settings.verdicts),
    )


def _kind(kind: Kind, words: Words) -> Kind:
    return replace(
        kind,
        label=words.get(f"kind-{kind.id}", kind.label),
        plural=words.get(f"kinds-{kind.id}", kind.plural),
    )


def _verdict(verdict: Verdict, words: Words) -> Verdict:
    name = f"verdict-{verdict.id}"
    return replace(
        verdict,
        label=words.get(name, verdict.label),
        meaning=words.get(f"{name}-meaning", verdict.meaning),
    )
