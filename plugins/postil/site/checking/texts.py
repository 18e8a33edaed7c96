"""The facts of all texts: found where something changed, and else taken from the record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from postil.model.target import Target
from postil.read.settings import HostConfig
from postil.read.site_files import SiteFiles
from postil.site.checking.facts import CitedFacts, TextFacts
from postil.site.checking.jobs import CitedJob, Job
from postil.site.checking.record import Record
from postil.workers import Sharing

if TYPE_CHECKING:
    from postil.site.checking.one_text import Finder

_SIZE = 16


def text_facts(
    share: Sharing,
    root: Path,
    host: HostConfig,
    record: Record,
    changed: set[str],
    files: SiteFiles,
) -> dict[str, TextFacts]:
    """What is found in the files of each text, and in annotations of texts that are not there.

    `changed` are the paths of files that may be others than they were.
    """
    key = _key(record.sources.ids.key, record.contributors.ids.key)
    texts: dict[str, TextFacts] = {}
    jobs: list[Job] = []
    for slug in dict.fromkeys((*files.texts, *files.notes)):
        file, paths = files.texts.get(slug), files.notes.get(slug, ())
        before = record.texts.get(slug)
        if before and not _stands(before, record, key):
            before = None
        if (
            before
            and before.digest
            and record.files.texts.get(slug) == file
            and record.files.notes.get(slug, ()) == paths
            and changed.isdisjoint((*paths, file.path) if file else paths)
        ):
            texts[slug] = before
        else:
            jobs.append(Job(slug, file, paths, before.digest if before else b""))
    if jobs or not record.texts:
        finder = _finder(root, host, record, key)
        for job, found in zip(jobs, share(finder.facts, jobs), strict=True):
            texts[job.slug] = found or record.texts[job.slug]
    return texts


def cited_facts(
    share: Sharing,
    root: Path,
    host: HostConfig,
    record: Record,
    cited: Mapping[str, tuple[Target, ...]],
) -> dict[str, CitedFacts]:
    """What is found of the words of each text that notes cite."""
    facts: dict[str, CitedFacts] = {}
    jobs: list[tuple[str, CitedJob]] = []
    for slug, targets in cited.items():
        text = record.texts[slug]
        if not text.rendered:
            continue
        digest = _key(text.digest, targets) if text.digest else b""
        before = record.cited.get(slug)
        if digest and before and before.digest == digest:
            facts[slug] = before
        else:
            jobs.append((slug, CitedJob(record.files.texts[slug], targets, digest)))
    if jobs:
        finder = _finder(root, host, record, b"")
        made = share(finder.cited, [job for _, job in jobs])
        facts |= {slug: found for (slug, _), found in zip(jobs, made, strict=True)}
    return facts


def _finder(root: Path, host: HostConfig, record: Record, key: bytes) -> Finder:
    # What reads, renders and anchors takes a while to load: not where nothing changed.
    from postil.read.annotations import Known
    from postil.site.checking.one_text import Finder
    from postil.site.markdown import renderer_of

    kinds = [kind.id for kind in host.settings.kinds]
    verdicts = [verdict.id for verdict in host.settings.verdicts]
    known = Known(kinds, verdicts, record.sources.ids, record.contributors.ids)
    return Finder(root, host.settings, known, key, renderer_of(host))


def _stands(facts: TextFacts, record: Record, key: bytes) -> bool:
    """Whether annotations that can name what is listed now are read as they were."""
    return facts.known == key or (
        facts.closed
        and record.sources.ids.good.issuperset(facts.sources)
        and record.contributors.ids.good.issuperset(facts.contributors)
    )


def _key(*values: object) -> bytes:
    """Of values whose representation tells all of them."""
    return hashlib.blake2b(
        repr(values).encode("utf-8", "surrogatepass"), digest_size=_SIZE
    ).digest()
