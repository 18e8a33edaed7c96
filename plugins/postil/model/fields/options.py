"""The options of the plugin."""

from __future__ import annotations

from postil.model.diagnostic import Level
from postil.model.fields.field import Field, Form, Shape
from postil.model.limits import Limits
from postil.model.settings import Settings

_DEFAULTS = Settings()

LINES = ("solid", "dotted", "double", "dashed", "wavy")

KIND = Shape(
    "kind",
    "a kind",
    "A kind of annotation, below its id. One that ships can be changed in the same way.",
    (
        Field(
            "label",
            Form.TEXT,
            "Its name, as a note shows it. Without one, the id with a capital.",
            "label: Translation",
        ),
        Field(
            "plural",
            Form.TEXT,
            "Its name for several notes. Without one, as `label`.",
            "plural: Translations",
        ),
        Field(
            "line",
            Form.WORD,
            "The shape of the line under its passages.",
            "line: dashed",
            words=dict.fromkeys(LINES, ""),
            default="dashed",
        ),
    ),
)

VERDICT = Shape(
    "verdict",
    "a verdict",
    "A verdict, below its id. What is left out of one that the default scale has is as there.",
    (
        Field(
            "label",
            Form.TEXT,
            "Its name. Without one, the id with a capital.",
            "label: Holds",
        ),
        Field(
            "meaning",
            Form.TEXT,
            "A sentence that says what it means; readers see it.",
            "meaning: The evidence bears it out.",
        ),
        Field(
            "sign",
            Form.TEXT,
            "A character that tells it apart without colour.",
            'sign: "+"',
            default="•",
        ),
        Field(
            "rating",
            Form.NUMBER,
            "Its place on a scale from 1 (contradicted) to 5 (supported). Leave it out where the"
            " verdict rates nothing.",
            "rating: 5",
        ),
    ),
)

PUBLISHER = Shape(
    "publisher",
    "the publisher",
    "What search engines are told of the publisher (schema.org), on the home page and in the data"
    " of each note. What is left out they are not told; without a `name`, nothing of this.",
    (
        Field(
            "name",
            Form.TEXT,
            "The name of the organisation.",
            "name: The editors of this site",
        ),
        Field(
            "url",
            Form.ADDRESS,
            "Its own address, where that is not this site’s.",
            "url: https://www.example.org",
        ),
        Field("logo", Form.PAGE, "Its logo.", "logo: assets/mark.png"),
        Field(
            "method",
            Form.PAGE,
            "The page that says how the site works.",
            "method: about/method.md",
        ),
        Field(
            "corrections",
            Form.PAGE,
            "The page that says how errors are corrected.",
            "corrections: about/corrections.md",
        ),
    ),
)

_LIMITS = Limits()

LIMITS = Shape(
    "limits",
    "the limits",
    "How much of what people wrote the site takes. What is more is reported and not read. The"
    " defaults are far above what people write, so that no contribution can hold up a build or"
    " exhaust its memory.",
    (
        Field(
            "text",
            Form.NUMBER,
            "The largest text, in kB.",
            "text: 32768",
            default=str(_LIMITS.text),
        ),
        Field(
            "annotations",
            Form.NUMBER,
            "The largest file of annotations, in kB.",
            "annotations: 1024",
            default=str(_LIMITS.annotations),
        ),
        Field(
            "sources",
            Form.NUMBER,
            "The largest file of sources or contributors, in kB.",
            "sources: 16384",
            default=str(_LIMITS.sources),
        ),
        Field(
            "notes",
            Form.NUMBER,
            "The annotations of one text. All of them are on its page.",
            "notes: 20000",
            default=str(_LIMITS.notes),
        ),
        Field(
            "seconds",
            Form.NUMBER,
            "What one text may take to be rendered and anchored, in seconds. A text that people"
            " wrote takes one or two; with one that takes longer, nothing is built.",
            "seconds: 120",
            default=str(_LIMITS.seconds),
        ),
    ),
)

OPTIONS = Shape(
    "options",
    "the plugin",
    "What stands under `plugins: - postil:` in `mkdocs.yml`.",
    (
        Field(
            "content",
            Form.FOLDER,
            "The folder of the texts.",
            "content: texts",
            default=_DEFAULTS.content,
        ),
        Field(
            "annotations",
            Form.FOLDER,
            "The folder of the annotations, the sources and the contributors. Neither it nor"
            " `content` may stand in the other.",
            "annotations: notes",
            default=_DEFAULTS.annotations,
        ),
        Field(
            "path",
            Form.FOLDER,
            "The folder of the site in which the explainers and their index are published.",
            "path: documents",
            default=_DEFAULTS.path,
        ),
        Field(
            "repository",
            Form.ADDRESS,
            "The address of the repository on its forge. Without one the pages have no links to"
            " edit a text or a note. Set it here and not as MkDocs’ `repo_url`: with that,"
            " Material calls the forge from every reader’s browser.",
            "repository: https://github.com/owner/name",
        ),
        Field(
            "branch",
            Form.TEXT,
            "The branch that the links to the repository lead to.",
            "branch: trunk",
            default=_DEFAULTS.branch,
        ),
        Field(
            "forge",
            Form.WORD,
            "The software of the forge, where its address does not tell.",
            "forge: gitea",
            words={
                "github": "GitHub.",
                "gitlab": "GitLab.",
                "gitea": "Gitea and Forgejo.",
            },
        ),
        Field(
            "contact",
            Form.ADDRESS,
            "Where readers report errors: an address of the web, or `mailto:` and an address of"
            " e-mail. Without one it is where the repository takes reports, if that is set.",
            "contact: mailto:corrections@example.org",
        ),
        Field(
            "form",
            Form.FLAG,
            "Whether readers can write a note on words that they select, in a form on the page."
            " It makes a file, which they send by `repository`, or without one by hand.",
            "form: false",
            default="true",
        ),
        Field(
            "kinds",
            Form.ENTRIES,
            "Kinds of annotation beside `context`, `source` and `correction`.",
            "kinds:\n  translation:\n    label: Translation\n    plural: Translations\n"
            "    line: dashed",
            of="kind",
        ),
        Field(
            "verdicts",
            Form.ENTRIES,
            "A scale of verdicts in place of the default one, in the order in which readers see"
            " it.",
            "verdicts:\n"
            "  holds:\n    label: Holds\n    meaning: The evidence bears it out.\n"
            '    sign: "+"\n    rating: 5\n'
            "  fails:\n    label: Fails\n    meaning: The evidence says otherwise.\n"
            '    sign: "-"\n    rating: 1',
            of="verdict",
        ),
        Field(
            "levels",
            Form.LINES,
            "The level of single diagnostics, by their codes. A strict build fails on errors and"
            " warnings.",
            'levels:\n  anchor-changed: error\n  source-unused: "off"',
            words={
                Level.ERROR.value: "It is wrong, and a strict build fails.",
                Level.WARNING.value: "It is probably wrong, and a strict build fails.",
                Level.INFO.value: "It is worth knowing.",
                Level.OFF.value: "It is not reported.",
            },
        ),
        Field(
            "note_pages",
            Form.FLAG,
            "Whether each note has a page of its own, to share and to cite.",
            "note_pages: false",
            default="true",
        ),
        Field(
            "overviews",
            Form.FLAG,
            "Whether the site has pages about all explainers: sources, corrections, changes,"
            " contributors and open questions.",
            "overviews: false",
            default="true",
        ),
        Field(
            "exports",
            Form.FLAG,
            "Whether the site has files for machines: Web Annotations, feeds, CSL-JSON and more.",
            "exports: false",
            default="true",
        ),
        Field(
            "search",
            Form.WORD,
            "What searches the site. Material’s own search loads all words of the site at a first"
            " query; [Pagefind](../how-to/search.md) loads what a query needs, and comes with"
            " `postil[pagefind]`.",
            "search: pagefind",
            words={
                "auto": "Pagefind on sites with more than 1,000 notes where it is installed, and"
                " Material’s own search on others.",
                "material": "The search of the theme.",
                "pagefind": "Pagefind, on a page of its own.",
            },
            default=_DEFAULTS.search,
        ),
        Field(
            "cards",
            Form.WORD,
            "Which pages have a picture for where they are shared (Open Graph). It is drawn at the"
            " first build and kept in `.cache`; a site that does not know its address"
            " (`site_url`) has none.",
            "cards: pages",
            words={
                "auto": "Every page, and each note on sites with 2,000 notes or fewer.",
                "all": "Every page, notes included.",
                "pages": "Every page but those of notes, which show the picture of their text.",
                "none": "None.",
            },
            default=_DEFAULTS.cards,
        ),
        Field(
            "limits",
            Form.FIELDS,
            "How much of what people wrote the site takes.",
            "limits:\n  text: 32768\n  notes: 20000",
            of="limits",
        ),
        Field(
            "publisher",
            Form.FIELDS,
            "What search engines are told of the publisher.",
            "publisher:\n  name: The editors of this site\n  corrections: about/corrections.md",
            of="publisher",
        ),
        Field(
            "words",
            Form.LINES,
            "Words of the interface in place of those of its language, by their names. What"
            " stands in braces is filled in.",
            'words:\n  explainers: Annotated documents\n  checked: "seen on {date}"',
        ),
        Field(
            "style",
            Form.STYLE,
            "How references are written: by the style that ships, or by a style of CSL.",
            "style: styles/house.csl",
            default=_DEFAULTS.style,
        ),
        Field(
            "trusted",
            Form.NAMES,
            "Texts that are the publisher’s own, by their names; `*` stands for any letters. Their"
            " HTML is published as it is, scripts included, and all of their front matter reaches"
            " MkDocs. From all others everything is taken out that could act on a page.",
            "trusted: [our-letter]",
        ),
        Field(
            "csp",
            Form.FLAG,
            "Whether pages have a content security policy, by which browsers run no script but"
            " the site’s own, and the site a file `_headers` with it for its host.",
            "csp: false",
            default="true",
        ),
        Field(
            "csp_also",
            Form.LINES,
            "What the policy allows beyond that, by directive: sources as"
            " [CSP](https://www.w3.org/TR/CSP3/#framework-directive-source-list) writes them, with"
            " spaces between.",
            "csp_also:\n  script-src: https://stats.example.org\n"
            "  connect-src: https://stats.example.org",
            words={
                "default-src": "What no other directive names.",
                "script-src": "Scripts.",
                "style-src": "Stylesheets.",
                "style-src-attr": "`style` attributes.",
                "img-src": "Pictures.",
                "font-src": "Fonts.",
                "connect-src": "What scripts ask for.",
                "media-src": "Sound and film.",
                "worker-src": "Workers, such as that of the search.",
                "frame-src": "Frames.",
                "object-src": "Plugins of browsers.",
                "base-uri": "The `base` element.",
                "form-action": "Where forms send what is written in them.",
            },
        ),
        Field(
            "jobs",
            Form.NUMBER,
            "How many processes a build shares the texts among: 0 is one for each processor where"
            " there are enough texts, 1 is none besides the build itself. A preview has none.",
            "jobs: 4",
            default=str(_DEFAULTS.jobs),
        ),
        Field(
            "cache",
            Form.FLAG,
            "Whether builds and `postil check` keep what comes of each text, in"
            " `.cache/plugin/postil` beside `mkdocs.yml`, for the next one to take where"
            " nothing changed.",
            "cache: false",
            default="true",
        ),
    ),
)
