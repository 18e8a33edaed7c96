"""The options of the plugin: plain values to `Settings`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.model.codes import CODES
from postil.model.diagnostic import Level
from postil.model.fields.field import Shape
from postil.model.fields.options import KIND, OPTIONS, PUBLISHER, VERDICT
from postil.model.publisher import Publisher
from postil.model.scale import KINDS, VERDICTS, Kind, Verdict
from postil.model.settings import STYLES, Settings
from postil.read.forms import contact_problem, id_problem, url_problem
from postil.read.limit_options import read_limits
from postil.read.wording import read_words, scale_words
from postil.read.words import meant, shown


@dataclass(frozen=True, slots=True)
class OptionProblem:
    """What is wrong with an option. `option` is the way to it: `("kinds", "context", "line")`."""

    option: tuple[str, ...]
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{'.'.join(self.option)}: {self.message}{hint}"


def settings_from(options: Mapping[str, Any]) -> tuple[Settings, list[OptionProblem]]:
    """The settings that the options of the plugin make, defaults where they are absent or wrong,
    and what is wrong with them."""
    reader = _Reader(options)
    reader.only((), options, OPTIONS.names)
    defaults = Settings()
    content = reader.folder("content", defaults.content)
    annotations = reader.folder("annotations", defaults.annotations)
    if f"{content}/".startswith(f"{annotations}/") or f"{annotations}/".startswith(f"{content}/"):
        message = "texts and annotations need folders of their own, neither in the other"
        reader.wrong(("annotations",), message)
        content, annotations = defaults.content, defaults.annotations
    kinds, verdicts = (
        _kinds(reader, options.get("kinds")),
        _verdicts(reader, options.get("verdicts")),
    )
    limits, wrong_limits = read_limits(options.get("limits"))
    words, wrong = read_words(options.get("words"))
    for problem in (*wrong_limits, *wrong):
        reader.wrong(*problem)
    settings = Settings(
        content=content,
        annotations=annotations,
        path=reader.folder("path", defaults.path),
        repository=reader.address("repository"),
        branch=reader.text(("branch",), options.get("branch"), defaults.branch),
        forge=reader.choice(("forge",), options.get("forge"), OPTIONS, defaults.forge),
        contact=reader.contact("contact"),
        form=reader.switch("form", defaults.form),
        kinds=kinds,
        verdicts=verdicts,
        levels=_levels(reader, options.get("levels")),
        note_pages=reader.switch("note_pages", defaults.note_pages),
        overviews=reader.switch("overviews", defaults.overviews),
        exports=reader.switch("exports", defaults.exports),
        search=reader.choice(("search",), options.get("search"), OPTIONS, defaults.search),
        cards=reader.choice(("cards",), options.get("cards"), OPTIONS, defaults.cards),
        limits=limits,
        publisher=_publisher(reader, options.get("publisher")),
        words=scale_words(options, kinds, verdicts) | words,
        style=reader.style("style", defaults.style),
        trusted=reader.names("trusted"),
        csp=reader.switch("csp", defaults.csp),
        csp_also=_sources(reader, options.get("csp_also")),
        jobs=reader.count("jobs", defaults.jobs),
        cache=reader.switch("cache", defaults.cache),
    )
    return settings, reader.problems


@dataclass(slots=True)
class _Reader:
    options: Mapping[str, Any]
    problems: list[OptionProblem] = field(default_factory=list)

    def count(self, name: str, default: int) -> int:
        written = self.options.get(name, default)
        if type(written) is int and written >= 0:
            return written
        self.wrong((name,), f"{shown(str(written))} is not a number from 0 on")
        return default

    def wrong(self, option: tuple[str, ...], message: str, hint: str = "") -> None:
        self.problems.append(OptionProblem(option, message, hint))

    def only(self, option: tuple[str, ...], found: Iterable[Any], known: Iterable[str]) -> None:
        names = tuple(known)
        for key in found:
            if key not in names:
                message = f"{shown(str(key))} is not an option"
                self.wrong((*option, str(key)), message, meant(str(key), names))

    def text(self, option: tuple[str, ...], value: Any, default: str) -> str:
        if value is None or value == "":
            return default
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
        self.wrong(option, "must be a text", "put it in quotation marks")
        return default

    def choice(self, option: tuple[str, ...], value: Any, shape: Shape, default: str) -> str:
        words = shape.by_name[option[-1]].words
        written = self.text(option, value, default)
        if written in words or written == default:
            return written
        self.wrong(option, f"{shown(written)} is not one of its words", meant(written, words))
        return default

    def switch(self, name: str, default: bool) -> bool:
        written = self.options.get(name, default)
        if isinstance(written, bool):
            return written
        self.wrong((name,), f"{shown(str(written))} is neither true nor false")
        return default

    def names(self, name: str) -> tuple[str, ...]:
        """A list of names, in which a star stands for any letters."""
        written = self.options.get(name) or []
        if isinstance(written, list) and all(isinstance(one, str) for one in written):
            return tuple(written)
        self.wrong((name,), "must be a list of names", f"such as “{name}: [a-letter]”")
        return ()

    def folder(self, name: str, default: str) -> str:
        written = self.text((name,), self.options.get(name), default)
        if path := _below(written):
            return path
        hint = f"such as {shown(default)}"
        self.wrong((name,), f"{shown(written)} is not a folder below that of this file", hint)
        return default

    def style(self, name: str, default: str) -> str:
        written = self.text((name,), self.options.get(name), default)
        if written in STYLES:
            return written
        if (path := _below(written)).endswith(".csl"):
            return path
        hint = f"it can be {shown(default)}, or the path of a “.csl” file below that of this file"
        self.wrong((name,), f"{shown(written)} is not a citation style", hint)
        return default

    def address(self, name: str) -> str:
        written = self.text((name,), self.options.get(name), "")
        problem = url_problem(written) if written else None
        if problem:
            self.wrong((name,), f"{shown(written)} {problem[0]}", problem[1])
        return "" if problem else written.rstrip("/")

    def page(self, option: tuple[str, ...], value: Any) -> str:
        """The path of a file below the folder of documents, or an address of the web."""
        written = self.text(option, value, "")
        if ":" in written:
            problem = url_problem(written)
        else:
            hint = "such as “about/method.md”, or an address"
            lost = written and not _below(written)
            problem = ("is not a file below the folder of documents", hint) if lost else None
        if problem:
            self.wrong(option, f"{shown(written)} {problem[0]}", problem[1])
            return ""
        return written if ":" in written else _below(written)

    def contact(self, name: str) -> str:
        written = self.text((name,), self.options.get(name), "")
        problem = contact_problem(written) if written else None
        if problem:
            self.wrong((name,), f"{shown(written)} {problem[0]}", problem[1])
        return "" if problem else written

    def entries(
        self, option: tuple[str, ...], value: Any, names: tuple[str, ...]
    ) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """The things that an option lists by id, each with its own options."""
        if value is None:
            return
        if not isinstance(value, Mapping):
            self.wrong(option, "must be a list of “id:” lines, with options below each")
            return
        for id, one in value.items():
            where = (*option, str(id))
            if problem := id_problem(str(id)):
                self.wrong(where, f"the id {shown(str(id))} {problem[0]}", problem[1])
            elif one is not None and not isinstance(one, Mapping):
                self.wrong(where, "must be a list of “key: value” lines")
            else:
                self.only(where, one or (), names)
                yield str(id), one or {}


def _below(written: str) -> str:
    """A path below the folder of the configuration, or nothing where it leads elsewhere."""
    parts = [part for part in written.replace("\\", "/").split("/") if part not in {"", "."}]
    if parts and ".." not in parts and not written.startswith("/") and ":" not in parts[0]:
        return "/".join(parts)
    return ""


def _kinds(reader: _Reader, value: Any) -> tuple[Kind, ...]:
    """The default kinds, changed and added to by those that the option lists."""
    kinds = {kind.id: kind for kind in KINDS}
    for id, one in reader.entries(("kinds",), value, KIND.names):
        at = ("kinds", id)
        old = kinds.get(id)
        words = old.label if old else id.replace("-", " ").capitalize()
        label = reader.text((*at, "label"), one.get("label"), words)
        plural = reader.text(
            (*at, "plural"), one.get("plural"), old.plural if old and label == old.label else label
        )
        line = reader.choice((*at, "line"), one.get("line"), KIND, old.line if old else "dashed")
        kinds[id] = Kind(id, label, plural, line)
    return tuple(kinds.values())


def _verdicts(reader: _Reader, value: Any) -> tuple[Verdict, ...]:
    """The scale that the option lists, in its order, or the default one.

    What is left out of a verdict that the default scale has is as there.
    """
    defaults = {verdict.id: verdict for verdict in VERDICTS}
    scale: list[Verdict] = []
    for id, one in reader.entries(("verdicts",), value, VERDICT.names):
        at = ("verdicts", id)
        old = defaults.get(id, Verdict(id, id.replace("-", " ").capitalize(), "", "•"))
        rating = one.get("rating", old.rating)
        if rating is not None and (type(rating) is not int or not 1 <= rating <= 5):
            reader.wrong((*at, "rating"), f"{shown(str(rating))} is not a number from 1 to 5")
            rating = None
        scale.append(
            Verdict(
                id,
                reader.text((*at, "label"), one.get("label"), old.label),
                reader.text((*at, "meaning"), one.get("meaning"), old.meaning),
                reader.text((*at, "sign"), one.get("sign"), old.sign),
                rating,
            )
        )
    return tuple(scale) or VERDICTS


def _publisher(reader: _Reader, value: Any) -> Publisher:
    if value is None:
        return Publisher()
    if not isinstance(value, Mapping):
        reader.wrong(("publisher",), "must be a list of “key: value” lines")
        return Publisher()
    reader.only(("publisher",), value, PUBLISHER.names)
    url = reader.text(("publisher", "url"), value.get("url"), "")
    if problem := url_problem(url) if url else None:
        reader.wrong(("publisher", "url"), f"{shown(url)} {problem[0]}", problem[1])
        url = ""
    return Publisher(
        name=reader.text(("publisher", "name"), value.get("name"), ""),
        url=url,
        **{
            name: reader.page(("publisher", name), value.get(name))
            for name in ("logo", "method", "corrections")
        },
    )


def _levels(reader: _Reader, value: Any) -> dict[str, Level]:
    """The levels that a site sets. YAML 1.1, by which hosts read, takes `off` for false."""
    levels: dict[str, Level] = {}
    if value is None:
        return levels
    if not isinstance(value, Mapping):
        reader.wrong(("levels",), "must be a list of “code: level” lines")
        return levels
    for code, written in value.items():
        at = ("levels", str(code))
        word = "off" if written is False else str(written)
        if code not in CODES:
            message = f"{shown(str(code))} is not the code of a diagnostic"
            reader.wrong(at, message, meant(str(code), CODES))
        elif word not in list(Level):
            reader.wrong(at, f"{shown(word)} is not a level", meant(word, list(Level)))
        else:
            levels[code] = Level(word)
    return levels


def _sources(reader: _Reader, value: Any) -> dict[str, tuple[str, ...]]:
    """The sources that a site adds to its policy, by directive."""
    added: dict[str, tuple[str, ...]] = {}
    if value is None:
        return added
    if not isinstance(value, Mapping):
        reader.wrong(("csp_also",), "must be a list of “directive: sources” lines")
        return added
    words = OPTIONS.by_name["csp_also"].words
    for name, written in value.items():
        at = ("csp_also", str(name))
        sources = written.split() if isinstance(written, str) else written
        if name not in words:
            message = f"{shown(str(name))} is not a directive that can have more"
            reader.wrong(at, message, meant(str(name), words))
        elif not isinstance(sources, list) or not all(map(_is_source, sources)):
            reader.wrong(at, "must be sources with spaces between", "such as https://e.example")
        else:
            added[name] = tuple(sources)
    return added


def _is_source(written: Any) -> bool:
    """Whether it is one source, and cannot end the directive or the attribute that it stands in."""
    return isinstance(written, str) and re.fullmatch(r"[^\s;,\"<>&]+", written) is not None
