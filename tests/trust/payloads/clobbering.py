"""Elements by the names and ids that scripts of a page ask for, and that its links lead to."""

from __future__ import annotations

from itertools import product

# What scripts of a page ask for by name, clobbered by elements of that name.
GLOBALS = (
    *("__config", "__search", "__drawer", "__palette", "__md_scope", "__md_get", "__toc", "__tabs"),
    *("location", "document", "fetch", "self", "top", "alert", "dataLayer", "MathJax", "mermaid"),
    *("document$", "location$", "target$", "base", "forms", "body", "head", "getElementById"),
    *("postil", "attributes", "children", "nodeName", "parentNode", "constructor", "__proto__"),
)
CLOBBERING = tuple(
    form.format(name)
    for name, form in product(
        GLOBALS,
        (
            '<a id="{0}"></a><a id="{0}" name="x" href="//canary.example/c"></a>',
            '<img name="{0}" src="">',
            '<form id="{0}"><input name="x"></form>',
            '<p data-md-component="{0}" class="md-{0}">x</p>',
        ),
    )
)
# Properties of a document that an element of the name stands before.
_PROPERTIES = (
    *(
        "cookie",
        "documentElement",
        "scripts",
        "currentScript",
        "querySelector",
        "querySelectorAll",
        "createElement",
    ),
    *(
        "title",
        "defaultView",
        "implementation",
        "baseURI",
        "URL",
        "activeElement",
        "hidden",
        "visibilityState",
    ),
    *(
        "readyState",
        "fonts",
        "scrollingElement",
        "links",
        "images",
        "addEventListener",
        "dispatchEvent",
        "append",
    ),
    *(
        "getElementsByTagName",
        "getElementsByClassName",
        "elementFromPoint",
        "adoptNode",
        "importNode",
        "domain",
    ),
    *(
        "firstChild",
        "children",
        "childNodes",
        "ownerDocument",
        "innerHTML",
        "textContent",
        "cloneNode",
        "remove",
    ),
    *(
        "localStorage",
        "sessionStorage",
        "history",
        "navigator",
        "matchMedia",
        "requestAnimationFrame",
        "URLSearchParams",
    ),
    *(
        "__palette_0",
        "__palette_1",
        "__nav_1",
        "__tabbed_1_1",
        "__announce",
        "__cookies",
        "__consent",
        "__md_scope",
    ),
)
_FORMS = (
    '<img name="{0}">',
    '<form name="{0}"><input name="{0}"></form>',
    '<a id="{0}" name="{0}" href="#x">x</a>',
    '<input id="{0}" name="__tabbed_1" type="radio" checked>',
    '<p id="{0}" class="{0}">x</p>',
)
PROPERTIES = tuple(form.format(name) for name, form in product(_PROPERTIES, _FORMS))
# What stands under these ids is ours.
_OURS = (
    *(
        "note-0",
        "note-0:ref",
        "note-0:frame",
        "note-0:comment",
        "note-1:ref:2",
        "history",
        "cite",
        "evidence",
    ),
    *(
        "own-page",
        "unopened",
        "texts",
        "month-2026-01",
        "contributor-person-0",
        "source-s0",
        "s0",
        "text-0",
    ),
    *(
        "postil",
        "postil-form",
        "postil-text",
        "postil-controls",
        "fn:1",
        "fnref:1",
        "footnotes",
        "__toc",
        "toc",
    ),
)
_MADE = (
    *(
        '<p id="{0}">x</p>',
        "x\n{{: #{0} }}",
        "# x {{ #{0} }}",
        "[x](#{0})",
        "x[^{0}]\n\n[^{0}]: x",
        "# {0}",
    ),
    *(
        '<a name="{0}">x</a>',
        '<label for="{0}">x</label>',
        '<p aria-labelledby="{0}" aria-describedby="{0}">x</p>',
    ),
    '<td headers="{0}">x</td>',
)
OWN_IDS = tuple(form.format(name) for name, form in product(_OURS, _MADE))
