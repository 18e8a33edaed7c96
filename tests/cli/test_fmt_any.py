"""`postil fmt` on any valid file: no value changes, and no remark is lost."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings

from postil.cli.fmt import _formatted
from postil.model.limits import Limits
from postil.publish.canonical.order import ANNOTATIONS
from postil.publish.edits.source import EditError

from ..trying import Tried
from .written_files import Written, written_files


def says(data: bytes) -> object:
    """What another reader of YAML than ours finds in a file, every value as text."""
    return yaml.load(data.decode("utf-8-sig"), yaml.BaseLoader)  # noqa: S506 - all of it is text


def check(written: Written) -> None:
    assume(says(written.data) == written.says)
    try:
        after = _formatted(written.data, "a.yml", ANNOTATIONS, Limits()).after
    except EditError:
        return  # It is named, and left as it is.
    assert says(after) == written.says
    text = after.decode()
    assert [text.count(remark) for remark in written.remarks] == [1] * len(written.remarks)
    assert _formatted(after, "a.yml", ANNOTATIONS, Limits()).after == after


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written_files())
def test_what_a_person_wrote_stays(written: Written) -> None:
    check(written)


@pytest.mark.trust
def test_what_a_person_wrote_stays_at_length(tried: Tried) -> None:
    count = 0

    @settings(
        max_examples=3_000,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(written_files())
    def any_file(written: Written) -> None:
        nonlocal count
        check(written)
        count += 1

    any_file()
    tried("Files of annotations in any style of YAML, which `postil fmt` formats", count)
