"""The MkDocs plugin. It only adapts: what it publishes is made by `postil.site`.

The events that it answers, in the order in which MkDocs sends them:

1. `on_startup`   keeps the instance between rebuilds, and tells whether this is `mkdocs serve`.
2. `on_config`    takes the options, watches the folders, adds the stylesheet and the script.
3. `on_files`     reads everything that people wrote, adds a page for each text and each note,
                  and the index.
4. `on_page_read_source`, `on_page_markdown`   give a text's Markdown and front matter from memory.
5. `on_page_content`   takes out of the HTML of a text what it may not hold.
6. `on_env`       anchors the notes in their texts, as all plugins left them, and makes all pages of
                  ours, what others embed, and the files for machines.
7. `on_post_page`, `on_post_template`   say in the head of a page what it looks like when it is
                  shared, and mend what the theme lacks.
8. `on_post_build`     writes the pages of notes and the content security policy, and prints the
                  summary.

Once, in `mkdocs serve` and after the first build: `on_serve` puts a preview between the server and
its builder (`postil.mkdocs.preview`), which has `_renew` make the pages of one edited text.
"""

from __future__ import annotations

import atexit
import gc
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from postil.joined import Joined
from postil.kept import Keeping, Task, code, delivered, done
from postil.mkdocs.cards import CACHE, add_cards
from postil.mkdocs.content import add_places, join
from postil.mkdocs.dates import date_pages
from postil.mkdocs.edited import edited_texts
from postil.mkdocs.embedding import embed
from postil.mkdocs.faults import refused
from postil.mkdocs.files import asset_uri, script
from postil.mkdocs.filling import Filled, cross, deliver, filling, part_of, put
from postil.mkdocs.finished import finishing, give_template
from postil.mkdocs.host import Host
from postil.mkdocs.hosted import OwnPage, RenderKeys, own, render_apart, renders_apart
from postil.mkdocs.keeping import kept_below, kept_reading
from postil.mkdocs.language import language_of
from postil.mkdocs.material import mended
from postil.mkdocs.messages import tell
from postil.mkdocs.note_pages import NotePages
from postil.mkdocs.options import PostilOptions
from postil.mkdocs.output import Output
from postil.mkdocs.pages import SitePages
from postil.mkdocs.policy import PagePolicies
from postil.mkdocs.preview import Preview, previews
from postil.mkdocs.renewing import cited_from, put_again, rejoined
from postil.mkdocs.searching import lighten
from postil.mkdocs.sharding import Shard, asked_of, joined, tell_joined
from postil.mkdocs.shell import Theme
from postil.mkdocs.site_search import SOURCES, SiteSearch
from postil.model.diagnostic import Diagnostic
from postil.model.forge import edit_address
from postil.model.settings import STYLES
from postil.model.text import Text
from postil.read.again import own_problems, read_again
from postil.read.library import read_site
from postil.read.settings import settings_from
from postil.render.assets import SCRIPT, STYLESHEET
from postil.render.searched import searched
from postil.shards import Join, Part
from postil.site.changes import look_at
from postil.site.deadline import Deadline, TooLongError
from postil.site.digest import digest
from postil.site.explain import Explained, anchored_in
from postil.site.keys import anchors_key
from postil.site.made import head_of
from postil.site.markdown import why
from postil.site.modified import modified
from postil.site.note_pages import SiteFacts
from postil.site.original import original
from postil.site.packed import Packed, packed, unpacked
from postil.site.pages import context_of
from postil.site.publisher import lost_places
from postil.site.said import Said, said_in
from postil.site.searched import searched_explainer
from postil.site.summary import summarise
from postil.site.unanchored import unanchored
from postil.site.whole import Whole
from postil.workers import Made, sharing

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)


class PostilPlugin(BasePlugin[PostilOptions]):
    """Publishes the texts of `content/` with the annotations of `annotations/`."""

    def __init__(self) -> None:
        self._serving = False
        self._search = SiteSearch(serving=False)
        self._shard: Shard | None = None
        self._joined: Joined | None = None
        self._root = Path()
        self._rendering: Text | None = None
        self._deadline: Deadline | None = None
        self._preview: Preview | None = None
        self._output = Output()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance alive between rebuilds; MkDocs makes a new one otherwise."""
        self._serving = command == "serve"
        self._cleans = not (self._serving or dirty)
        if command != "serve":
            # What is left ends with the process: looking through it would take long.
            atexit.register(gc.freeze)
        self._search = SiteSearch(self._serving)
        if self._serving and not dirty:
            self._preview = Preview(self._edited, self._renew)

    def follow_preview(self, index: Path) -> None:
        """Builds for a preview of another process, whose index of the search is kept there."""
        self._search.kept = index

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Has an edit of a text show before the whole site is built again."""
        # A build that is strict fails at a warning, wherever it is.
        if self._preview and self._search.kept and not config.strict and previews(config):
            self._preview.begin(server, config, self._folders, self._search.kept)
        return server

    @property
    def _folders(self) -> tuple[Path, ...]:
        """Those of what people write."""
        settings = self._settings
        return tuple(self._root / one for one in (settings.content, settings.annotations))

    def on_shutdown(self) -> None:
        """Removes what the preview kept, and a shard that was not made."""
        self._output.end()
        if self._preview:
            self._preview.end()
        self._search.close()
        if self._shard is not None:
            self._shard.cancel()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Takes the options and prepares one build."""
        self._settings, problems = settings_from(dict(self.config))
        if problems:
            raise ConfigurationError("; ".join(f"postil: {problem}" for problem in problems))
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._tell = partial(tell, settings=self._settings, strict=config.strict)
        self._seconds = 0.0
        self._explained: dict[str, Explained] = {}
        self._said: dict[str, Said] = {}
        self._whole: Whole | None = None
        self._cleaned: dict[str, tuple[str, tuple[Diagnostic, ...]]] = {}
        self._filled = Filled()
        self._notes: NotePages | None = None
        self._shard, self._joined = None, None
        self._asked = None if self._serving else asked_of(os.environ)
        # The preview adds a script of its own to each page.
        csp = self._settings.csp and not self._serving
        self._policies = PagePolicies(self._settings.csp_also) if csp else None
        config.watch += map(str, self._folders)
        style = self._root / self._settings.style
        if self._settings.style not in STYLES and style.is_file():
            config.watch.append(str(style))
        # First, so that the site's own stylesheets win.
        config.extra_css.insert(0, asset_uri(STYLESHEET))
        config.extra_javascript.append(script(SCRIPT))
        return config

    # Last, for the host removes then what is still there.
    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Puts the files of an earlier build aside."""
        if self._cleans and self._settings.cache:
            self._output.begin(self._root, config)

    # Early, so that plugins that make the navigation see the pages of texts.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Reads texts and annotations once, and adds the pages made from them."""
        began = time.perf_counter()
        kept = kept_below(self._root, config) if self._settings.cache else None
        if isinstance(self._asked, Join):
            self._joined = joined(self._asked, kept, config, os.environ)
        self._kept: Keeping | None = self._joined or kept
        self._share = sharing(1 if self._serving else self._settings.jobs)
        self._reading = read_site(kept_reading(self._share, self._kept), self._root, self._settings)
        self._library = self._reading.library
        if not self._serving:
            # It stays to the end: looking through it for what nobody needs would take long, and
            # copy it for each process.
            gc.freeze()
        if isinstance(self._asked, Part):
            self._shard = Shard(self._asked, self._library, config, os.environ)
        self._report(self._library.diagnostics)
        self._context = context_of(self._library, self._settings, language_of(config))
        self._pages = SitePages(config, self._settings, self._library, self._root)
        for in_the_way in self._pages.add_to(files):
            log.warning("%s", in_the_way)
        self._search.choose(config, files, self._pages, self._settings, self._library)
        if self._search.chosen and self._policies is not None:
            self._policies.needs(SOURCES)
        self._seconds += time.perf_counter() - began
        return files

    # Last, so that it is the navigation that the pages have.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation, and prepares our pages for being rendered by several processes."""
        self._nav, self._to_render = nav, renders_apart(config)
        own(file.page for file in files if self._pages.owns(file.src_uri))
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Sets the address at which a text is edited, in the content folder and not in docs."""
        if text := self._pages.text(page):
            if self._to_render:
                self._to_render = False
                self._render(config, files)
            page.edit_url = edit_address(self._settings, text.place.path) or None
        return page

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Gives a text's Markdown from memory; its file was read once."""
        text = self._pages.text(page)
        if text is None:
            return None
        # An empty front matter, so that a text that begins with a rule is not taken for one.
        return f"---\n{{}}\n---\n{text.markdown if self._needs(text) else ''}"

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives a page its front matter, as Postil read it."""
        page.meta.update(self._pages.front_matter(page.file.src_uri))
        text = self._pages.text(page)
        if text is not None and not (isinstance(page, OwnPage) and page.rendered):
            self._rendering = text
            self._deadline = Deadline(self._settings.limits.seconds)
            self._deadline.start()
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Takes out of the HTML of a text what it may not hold, before others see it."""
        text = self._pages.text(page)
        if text is None:
            return html
        began = time.perf_counter()
        known = page.rendered if isinstance(page, OwnPage) else None
        if known and known.html == html:
            self._cleaned[text.slug] = html, _ = known.cleaned, known.removed
        else:
            self._cleaned[text.slug] = html, _ = original(text, html)
        self._end_rendering()
        self._seconds += time.perf_counter() - began
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Anchors the notes in their texts, and makes the pages and files that come of it."""
        began = time.perf_counter()
        self._explain()
        facts = SiteFacts(config.site_name, language_of(config), config.site_description or "")
        self._whole = whole = join(
            self._pages,
            self._explained,
            self._library,
            self._settings,
            facts,
            config,
            files,
            self._context,
        )
        whole.once("said", lambda: self._said)
        if self._shard is not None:
            look_at(whole, self._shard.needed)
        pages = list(files.documentation_pages())
        key = digest(code(), self._search.root, self._search.chosen)
        finish = finishing(env, config, self._nav, pages, self._completed, key)
        give_template(env)
        parts = filling(self._pages, whole, self._keys, finish, self._kept, preview=self._serving)
        if self._shard is not None:
            self._shard.make(parts, self._kept, self._share)
            # The rest is for the build that joins the shards.
            raise SystemExit(0)
        if self._joined is not None:
            self._joined.count(parts)
        made = delivered(parts, self._kept, self._share, deliver(config, files, self._output.write))
        self._filled = put(made, files)
        self._filled.heads.update(embed(files, self._pages, whole, self._root, self._tell))
        cross(files, self._pages, whole)
        add_places(config, self._pages, files)
        add_cards(config, whole, files, self._root / CACHE)
        for lost in lost_places(self._settings.publisher, partial(_stands, config, files)):
            log.warning("%s", lost)
        date_pages(files, modified(whole))
        lighten(config, self._searched)
        self._filled.heads.update(
            self._search.read(files, self._pages, whole, self._explained, self._kept)
        )
        self._notes = NotePages(
            Theme(config, env, self._nav),
            files,
            self._settings,
            self._pages.front_matter,
            modified(whole),
            self._filled.notes,
            self._filled.odd,
            self._output.write,
        )
        self._host = Host(config, files, self._nav, env)
        self._seconds += time.perf_counter() - began
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Names all pages to a template, those of notes as well."""
        if self._notes is not None:
            context["pages"] = self._notes.listed
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Names all pages to the site map."""
        if self._notes is not None:
            context["pages"] = self._notes.listed
        return context

    def _render(self, config: MkDocsConfig, files: Files) -> None:
        """Has the host render the texts that it would render one after the other."""
        began = time.perf_counter()
        keys = RenderKeys(config, files, code())
        found = [
            (file.page, text)
            for uri, text in self._pages.texts.items()
            if (file := self._pages.file(uri)) is not None and isinstance(file.page, OwnPage)
            if self._needs(text)
        ]
        seconds = self._settings.limits.seconds
        tasks = [
            Task(
                f"html {text.slug}",
                keys.key(page, text),
                partial(render_apart, page, text, config, files, seconds),
            )
            for page, text in found
        ]
        made = self._done(tasks, self._kept if keys.known else None)
        for (page, _), one in zip(found, made, strict=True):
            page.rendered = one
        self._seconds += time.perf_counter() - began

    def _explain(self) -> None:
        """Anchors the notes of each text that has a page."""
        texts = [
            (text, file.page.content or "")
            for uri, text in self._pages.texts.items()
            if (file := self._pages.file(uri)) is not None and file.page is not None
        ]
        # Of the others, a shard knows what their pages say of themselves, and no place.
        self._explained |= {
            text.slug: unanchored(self._library, text) for text, _ in texts if not self._needs(text)
        }
        texts = [(text, html) for text, html in texts if self._needs(text)]
        tasks = [self._anchoring(text, html) for text, html in texts]
        self._keys = {text.slug: task.key for (text, _), task in zip(texts, tasks, strict=True)}
        found = self._done(tasks, self._kept)
        for (text, _), (one, said) in zip(texts, found, strict=True):
            self._report(one.diagnostics)
            self._explained[text.slug] = unpacked(one, text, self._library)
            self._said[text.slug] = said

    def _done(self, tasks: Sequence[Task[Made]], kept: Keeping | None) -> Iterator[Made]:
        """What the tasks make, by whatever this build is for."""
        if self._joined is not None:
            self._joined.count(tasks)
        make = done if self._shard is None else self._shard.done
        return make(tasks, kept, self._share)

    def _needs(self, text: Text) -> bool:
        """Whether this machine renders a text: all of them, unless it makes a shard."""
        return self._shard is None or text.slug in self._shard.needed

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Says what is wrong, unless this is a shard: the build that joins them says it once."""
        if self._shard is None:
            self._tell(diagnostics)

    def _anchoring(self, text: Text, html: str) -> Task[tuple[Packed, Said]]:
        """To anchor the notes of a text in the HTML that its page holds."""
        cleaned, removed = self._cleaned.get(text.slug, ("", ()))
        if html != cleaned:
            # Of another plugin, which works on what strangers wrote.
            html, more = original(text, html)
            removed = (*removed, *more)
        key = anchors_key(self._library, text, html, removed, code())
        return Task(f"anchors {text.slug}", key, partial(self._anchor, text, html, removed))

    def _anchor(
        self, text: Text, html: str, removed: tuple[Diagnostic, ...]
    ) -> tuple[Packed, Said]:
        self._rendering = text
        self._deadline = Deadline(self._settings.limits.seconds)
        self._deadline.start()
        explained = anchored_in(self._library, text, html, removed)
        made = packed(explained, self._library), said_in(explained)
        self._end_rendering()
        return made

    def _edited(self, paths: set[Path]) -> list[str] | None:
        return edited_texts(paths, self._root, self._settings, self._library)

    def _renew(self, slug: str) -> bool:
        """Makes the pages and files of one text anew, of which nothing but its own files changed;
        False where all pages are to be made."""
        try:
            return self._made_again(slug)
        finally:
            self._give_up()

    def _made_again(self, slug: str) -> bool:
        host, reading = self._host, read_again(self._reading, self._root, self._settings, slug)
        if reading is None or self._whole is None:
            return False
        text = reading.library.texts[slug]
        also = cited_from(slug, self._library, reading.library) & self._explained.keys()
        files = self._pages.renew(text, reading.library)
        if not files or slug not in self._explained or any(map(host.lists, files)):
            return False
        self._reading, self._library = reading, reading.library
        self._tell(own_problems(self._library, text, self._settings))
        self._context = context_of(self._library, self._settings, language_of(host.config))
        pages = [host.read(file) for file in files if file.is_documentation_page()]
        self._again(text, pages[0].content or "")
        for other in also:
            self._again(self._library.texts[other], self._explained[other].html)
        self._tell(self._explained[slug].diagnostics)
        self._whole = whole = rejoined(
            self._whole,
            slug,
            self._library,
            self._explained,
            self._said,
            self._context,
            files,
        )
        part = part_of(self._pages, whole, self._explained[slug])
        self._filled.heads.update(part.heads)
        self._filled.searched.update(part.searched)
        put_again(part, whole, host, files, self._root / CACHE)
        host.publish(pages)
        if self._notes is not None:
            self._notes.write_again(slug, part.notes, part.odd)
        return True

    def _again(self, text: Text, html: str) -> None:
        made, self._said[text.slug] = self._anchoring(text, html).make()
        self._explained[text.slug] = unpacked(made, text, self._library)

    def _searched(self, page: Page) -> str | None:
        """What the search reads of a page of ours."""
        text, shown = self._pages.text(page), page.content or ""
        if text is not None and (explained := self._explained.get(text.slug)):
            return searched_explainer(shown, explained, self._filled.searched.get(text.slug, ""))
        return searched(shown) if self._pages.owns(page.file.src_uri) else None

    def _complete(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Says in the head of a page what it looks like when it is shared, and mends the rest."""
        if isinstance(page, OwnPage) and page.finished:
            return output
        uri = page.file.src_uri
        head = self._notes.heads.get(uri) if self._notes is not None else None
        if head is None:
            whole = head_of(self._whole, uri) if self._whole else ""
            head = self._filled.heads.get(uri, "") + whole
        return self._completed(page, output, head)

    def _completed(self, page: Page, output: str, head: str) -> str:
        output = self._search.box(output, page.file.url)
        return mended(output.replace("</head>", f"{head}</head>", 1) if head else output)

    def _complete_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mends the page for addresses that do not exist."""
        if not template_name.endswith(".html"):
            return output_content
        return mended(self._search.box(output_content, self._search.root))

    def on_build_error(self, *, error: Exception) -> None:
        """Says in one line which text no host can render, or which file the system refuses."""
        self._search.cancel()
        self._output.end()
        text = self._rendering
        error = self._give_up() or error
        known = isinstance(error, TooLongError | RecursionError) or (
            # Of Python's parser of HTML, which MkDocs reads a text with.
            isinstance(error, AssertionError) and "marked section" in str(error)
        )
        if text is not None and known:
            reason = why(error, self._settings.limits.seconds)
            self._tell([Diagnostic("text-unrendered", reason, text.place)])
            raise Abort("The build ends here: a text cannot be rendered") from None
        if (refusal := refused(error, self._root)) is not None:
            log.debug("It was raised here:", exc_info=error)
            raise Abort(f"The build ends here: {refusal}") from None

    def _end_rendering(self) -> None:
        """The text was rendered. Raises TooLongError where its time is over this very moment."""
        if self._deadline is not None:
            self._deadline.stop()
        self._deadline = self._rendering = None

    def _give_up(self) -> TooLongError | None:
        """Whatever was rendered is not any more; what `_end_rendering` raised, if it did."""
        try:
            self._end_rendering()
        except TooLongError as over:
            return over
        finally:
            self._deadline = self._rendering = None
        return None

    # Last, so that other plugins change no script after its hash was taken.
    @event_priority(-100)
    def _restrict(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Makes place for the policy in a page."""
        if self._policies is None:
            return output
        uri = page.file.src_uri
        ours = self._pages.owns(uri) or (self._notes is not None and uri in self._notes.heads)
        alone = not ours and uri not in self._filled.heads
        found = page.finished.inline if isinstance(page, OwnPage) and page.finished else None
        return self._policies.page(output, Path(page.file.abs_dest_path), alone, found)

    @event_priority(-100)
    def _restrict_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Makes place for the policy in a page that is no document."""
        if self._policies is None or not template_name.endswith(".html"):
            return output_content
        return self._policies.page(output_content, Path(config.site_dir, template_name), own=True)

    on_post_page = CombinedEvent(_complete, _restrict)
    on_post_template = CombinedEvent(_complete_template, _restrict_template)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the policy and the index of the search, and prints what was read and what became
        of it."""
        gc.unfreeze()
        if self._kept is not None:
            self._kept.clear()
        if self._joined is not None:
            tell_joined(self._joined)
        self._search.write(Path(config.site_dir), self._output.write)
        began = time.perf_counter()
        if self._notes is not None:
            self._notes.prepare()
        if self._policies is not None:
            for kept in self._policies.finish(config):
                log.warning("%s", kept)
        if self._notes is not None:
            self._notes.write(self._share, self._policies.said if self._policies else str)
        self._output.end()
        self._seconds += time.perf_counter() - began
        summary = summarise(
            self._library, [explained.explainer for explained in self._explained.values()]
        )
        log.info("%s; %.2f s", summary, self._seconds)


def _stands(config: MkDocsConfig, files: Files, path: str) -> bool:
    """Whether a file of the site will stand there."""
    return path in files.src_uris or Path(config.site_dir, path).is_file()
