"""The schemas of a site stand at addresses that do not change, and know its own words."""

from __future__ import annotations

import json
from collections.abc import Callable

from postil.model.scale import KINDS, Kind
from postil.site.made import files_of
from postil.site.whole import Whole


def test_a_site_publishes_its_schemas(make_whole: Callable[..., Whole]) -> None:
    own = (*KINDS, Kind("echo", "Echo", "Echoes", "dashed"))
    files = {file.path: file.content for file in files_of(make_whole(kinds=own))}
    assert {path for path in files if path.startswith("schemas/")} == {
        "schemas/1/annotations.json",
        "schemas/1/contributors.json",
        "schemas/1/front-matter.json",
        "schemas/1/sources.json",
    }
    made = json.loads(files["schemas/1/annotations.json"])
    assert "echo" in made["definitions"]["annotation"]["properties"]["kind"]["enum"]


def test_a_site_without_exports_has_none(make_whole: Callable[..., Whole]) -> None:
    paths = {file.path for file in files_of(make_whole(exports=False))}
    assert not any(path.startswith("schemas/") for path in paths)
