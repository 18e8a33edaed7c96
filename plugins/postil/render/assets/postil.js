/**
 * Postil: what a reader can do with an annotated text beside reading it.
 * It listens on the document: instant navigation swaps pages.
 */

/**
 * @typedef {"kind" | "verdict" | "by"} Field
 *
 * @typedef {object} Note
 * @property {string} id
 * @property {HTMLDetailsElement} frame
 * @property {HTMLElement} head
 * @property {HTMLElement} content
 * @property {HTMLElement[]} marks
 * @property {HTMLElement[]} links numbers come first
 * @property {Set<string>} values a field with each of its values, and with none
 * @property {boolean} out filtered out
 * @property {boolean} open as last told
 * @property {HTMLElement | undefined} [from] the link that opened it
 */

/** @type {readonly Field[]} */
const FIELDS = ["kind", "verdict", "by"];

/** @type {ReturnType<typeof read>} */
let page;

/** The note that was asked for last.
 * @type {Note | undefined} */
let current;


// The notes of a page

/** @param {string} selector
 * @param {ParentNode} within
 * @returns {NodeListOf<HTMLElement>} */
const all = (selector, within = document) => within.querySelectorAll(selector);

/** The notes in order, by their ids and those of frames, and by what belongs to them. */
function read() {
  const [text] = all(".postil-text");
  /** @type {Note[]} */
  const notes = [];
  /** @type {Map<string, Note>} */
  const byId = new Map();
  /** @type {Map<Element, Note[]>} */
  const byElement = new Map();
  /** @type {Map<string, Note>} */
  const byAnnotation = new Map();
  /** @param {string} field
   * @param {string} value */
  const values = (field, value) => ` ${value}`.split(" ").map((one) => field + one);
  /** @param {Note | undefined} note
   * @param {Element} element */
  const belong = (note, element) => {
    if (note) byElement.set(element, [...(byElement.get(element) ?? []), note]);
  };
  for (const frame of all("details.postil-note")) {
    const [head, content] = /** @type {Iterable<HTMLElement>} */ (frame.children);
    if (!head || !content || !(frame instanceof HTMLDetailsElement)) continue;
    const id = content.firstElementChild?.id || content.id;
    /** @type {Note} */
    const note = {
      id,
      frame,
      head,
      content,
      marks: [],
      links: [],
      values: new Set(FIELDS.flatMap((field) => values(field, frame.dataset[field] ?? ""))),
      out: false,
      open: frame.open,
    };
    notes.push(note);
    byId.set(id, note).set(frame.id, note);
    for (const one of [frame, ...around(frame)]) belong(note, one);
    // What a page adds to an id, to keep ids apart, begins with a colon.
    byAnnotation.set(id.replace(/:.*/, ""), note);
  }
  for (const mark of all(".postil-text .postil-mark")) {
    for (const id of (mark.dataset["postil"] ?? "").split(" ")) {
      const note = byAnnotation.get(id);
      note?.marks.push(mark);
      belong(note, mark);
    }
  }
  for (const link of [...all(".postil-ref"), ...all(".postil-header a")]) {
    const note = byId.get(fragment(link.getAttribute("href") ?? ""));
    note?.links.push(link);
    belong(note, link);
  }
  if (!text || !notes.length) return undefined;
  return { path: location.pathname, text, notes, byId, byElement, controls: control() };
}

/** What stands around a note and goes with it.
 * @param {Element} frame */
const around = (frame) =>
  [".postil-comment", ".postil-notes"].flatMap((selector) => frame.closest(selector) ?? []);

/** The id that an address leads to; those of notes are never encoded.
 * @param {string} address */
const fragment = (address) => address.split("#")[1] ?? "";

/** The notes that an element belongs to.
 * @param {EventTarget | null} target
 * @returns {Note[]} */
function notesAt(target) {
  if (!(target instanceof Element)) return [];
  for (const selector of [".postil-note", "a", ".postil-mark"]) {
    const element = target.closest(selector);
    const notes = element && page?.byElement.get(element);
    if (notes) return notes;
  }
  return [];
}


// Places

/** @param {Note} note one without a passage stands for it */
const passageOf = (note) => note.marks[0] ?? note.links[0] ?? note.head;

/** @param {Element} element */
const topOf = (element) => element.getBoundingClientRect().top;

/** Where reading begins, below a sticky header, as the style sheet knows it.
 * @param {Note | undefined} note */
const edge = (note) => (note && parseFloat(getComputedStyle(note.content).scrollMarginTop)) || 0;

/** @param {Element | null | undefined} element */
function isInView(element) {
  const box = element?.getBoundingClientRect();
  return !!box && box.bottom > 0 && box.top < innerHeight;
}

/** Do something, and leave `anchor` where it is in the window.
 * @param {Element | null | undefined} anchor
 * @param {() => void} change */
function keeping(anchor, change) {
  const before = anchor ? topOf(anchor) : 0;
  change();
  if (anchor) scroll(topOf(anchor) - before);
}

/** @param {number} by */
function scroll(by) {
  if (by) scrollBy({ top: by, behavior: "instant" });
}

/** Scroll as little as shows a note with its passage, or alone if they are far apart.
 * @param {Note} note
 * @param {Element} [passage] */
function reveal(note, passage = passageOf(note)) {
  const top = edge(note);
  const room = innerHeight - 12 - top;
  const head = note.head.getBoundingClientRect();
  const words = passage.getClientRects()[0] ?? head;
  const end = Math.min(note.content.getBoundingClientRect().bottom, head.bottom + room / 2);
  const last = Math.max(words.bottom, head.bottom, end);
  const first = Math.min(words.top, head.top);
  const from = last - first > room ? head.top : first;
  scroll(from < top ? from - top : Math.min(Math.max(last - top - room, 0), from - top));
}


// Opening, closing, stepping

/** @param {Note} note
 * @param {HTMLElement} [from] */
function open(note, from) {
  // Who asks for a note gets it, whatever is filtered.
  if (note.out) show([note]);
  // Before other changes: it takes a layout.
  note.head.focus({ preventScroll: true });
  equip(note);
  note.frame.open = true;
  note.from = from;
  current = note;
}

/** Close a note, and return to what opened it, or to its number.
 * @param {Note} note */
function leave(note) {
  const passage = passageOf(note);
  keeping(isInView(passage) ? passage : note.head, () => (note.frame.open = false));
  // Numbers alone have an id, and go with the marks.
  const links = [note.from, ...note.links];
  const back = links.find((one) => one?.id && one.getClientRects().length) ?? note.head;
  back.focus({ preventScroll: true });
  reveal(note, back);
  if (fragment(location.hash) === note.id) write("");
}

/** Go to the next note that the filter shows, or to the one before.
 * @param {1 | -1} by */
function step(by) {
  if (!page) return;
  const { notes } = page;
  const from = [notesAt(document.activeElement)[0], current].find(
    (one) => one && (isInView(one.head) || isInView(passageOf(one))),
  );
  // Or from the top of the window. Rows spare a layout.
  const top = edge(notes[0]);
  const below = from ?? notes.find((one) => {
    const row = one.frame.closest(".postil-row") ?? one.head;
    return row.getBoundingClientRect().bottom >= top && topOf(passageOf(one)) >= top;
  });
  let at = below ? notes.indexOf(below) : notes.length;
  if (from || by < 0) at += by;
  while (notes[at]?.out) at += by;
  const next = notes[at];
  if (!next) return;
  const last = current;
  const passage = passageOf(next);
  keeping(isInView(passage) ? passage : last && passageOf(last), () => {
    open(next);
    if (last && last !== next) last.frame.open = false;
  });
  reveal(next);
  // Few are allowed a second.
  clearTimeout(writing);
  writing = setTimeout(() => write(next.id), 200);
}

let writing = 0;


// The address

/** The fragment that was last gone to. */
let arrived = "";

/** @param {string} id */
function write(id) {
  clearTimeout(writing);
  // Instant navigation may have left.
  if (page?.path !== location.pathname) return;
  arrived = id;
  history.replaceState(history.state, "", id ? `#${id}` : location.pathname + location.search);
}

/** Follow a link to a note or back. Material would fetch the page.
 * @param {MouseEvent} event */
function follow(event) {
  if (!page || event.button) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element && event.target.closest("a");
  // Material makes addresses absolute, with the query of the time.
  const [to, id = ""] = (link && link.getAttribute("href")?.split(/[?#].*#|#/)) || [];
  if (!link || (to && to !== location.origin + page.path)) return;
  // Words of several notes lead to each in turn.
  const about = notesAt(link.closest(".postil-mark"));
  const unread = about.filter((one) => !one.out && !one.frame.open);
  const note = unread.find((one) => one.id === id) ?? unread[0] ?? page.byId.get(id);
  const number = document.getElementById(id);
  const of = note ?? notesAt(number?.closest(".postil-ref") ?? null)[0];
  if (!of || !number) return;
  event.preventDefault();
  event.stopPropagation();
  const at = note?.id ?? id;
  if (at !== fragment(location.hash)) {
    // Where reading stopped, as Material keeps it, for the way back.
    history.replaceState({ ...history.state, x: scrollX, y: scrollY }, "");
    history.pushState(null, "", `#${at}`);
    write(at);
  }
  if (note) keeping(link, () => open(note, link));
  else number.focus({ preventScroll: true });
  reveal(of, note ? link : number);
}

/** Show what the address asks for.
 * @param {boolean} moved false after loading
 * @param {number} [rest] */
function arrive(moved, rest = 0) {
  if (!page || page.path !== location.pathname) return;
  const id = fragment(location.hash);
  const note = page.byId.get(id);
  if (id === arrived && (!note || note.frame.open)) return;
  const last = page.byId.get(arrived);
  arrived = id;
  if (moved) choose();
  if (last && last !== note && last === current) {
    last.frame.open = false;
    (last.from ?? last.links[0])?.focus({ preventScroll: true });
  }
  if (note) open(note);
  const y = history.state?.y;
  if (moved && typeof y === "number") scroll(y - scrollY);
  // A page that is loaded again returns to its place.
  else if (note && (moved || scrollY === rest)) {
    // From below, a note comes to rest at the top.
    if (!moved) scroll(1e9);
    reveal(note);
  }
  light([]);
}


// Light: the other side of what is pointed at

/** @type {HTMLElement[]} */
let lit = [];

/** @param {Note[]} notes */
function light(notes) {
  const last = current?.frame.open ? [current] : [];
  const shown = notes.length ? notes.filter((note) => !note.out) : last;
  const next = shown.flatMap((note) => [note.frame, ...note.marks, ...note.links]);
  for (const element of lit) if (!next.includes(element)) element.classList.remove("postil-on");
  for (const element of next) element.classList.add("postil-on");
  lit = next;
}


// Filter

/** What is asked for, with no value for all.
 * @type {Record<Field, string>} */
const chosen = { kind: "", verdict: "", by: "" };

/** Elements whose class is still to change.
 * @type {Map<Element, boolean>} */
const pending = new Map();

/** Take the choice from the address. */
function choose() {
  const controls = page?.controls;
  if (!controls) return;
  const query = new URLSearchParams(location.search);
  for (const field of FIELDS) {
    const select = controls.selects[field];
    select.value = query.get(field) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  controls.marks.checked = query.get("marks") !== "off";
  filter();
}

/** Write the choice into the address. */
function keep() {
  const url = new URL(location.href);
  const marks = page?.controls?.marks.checked ? "" : "off";
  for (const [name, value] of Object.entries({ ...chosen, marks })) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(history.state, "", url);
}

/** @param {Event} [asked] by the reader */
function filter(asked) {
  if (!page?.controls) return;
  const { notes, text, controls } = page;
  for (const field of FIELDS) chosen[field] = controls.selects[field].value;
  // Before other changes: it takes a layout.
  if (asked) keep();
  text.classList.toggle("postil-unmarked", !controls.marks.checked);
  if (asked?.target === controls.marks) return;
  /** @type {Map<string, number>} */
  const found = new Map();
  const changed = notes.filter((note) => {
    const misses = FIELDS.filter((field) => !note.values.has(field + chosen[field]));
    // A choice leaves what misses nothing but its own field.
    for (const value of note.values) {
      if (misses.every((miss) => value.startsWith(miss))) {
        found.set(value, (found.get(value) ?? 0) + 1);
      }
    }
    return note.out !== !!misses.length;
  });
  show(changed);
  // Later: each takes a layout.
  setTimeout(() => {
    for (const field of FIELDS) {
      for (const option of controls.selects[field].options) {
        const left = found.get(field + option.value) ?? 0;
        option.text = `${option.dataset["label"]} (${number(left)})`;
        option.disabled = !left && !option.selected;
      }
    }
  });
}

/** Filter notes out, or in again.
 * @param {Note[]} notes */
function show(notes) {
  if (!page) return;
  for (const note of notes) note.out = !note.out;
  for (const { frame, marks, links } of notes) {
    // CSS could find empty blocks with :has(), at many times the cost.
    for (const part of [...around(frame), ...marks, ...links]) {
      pending.set(part, !!page.byElement.get(part)?.every((note) => note.out));
    }
  }
  const total = page.notes.length;
  const shown = page.notes.filter((note) => !note.out).length;
  const told = say("shown").replace("{shown}", number(shown)).replace("{total}", number(total));
  if (page.controls) page.controls.shown.textContent = told;
  if (!notes.length) return;
  clearTimeout(working);
  work({ ...chosen, shown, total }, firstInView());
}

let working = 0;

/** Change a few classes, and go on after the browser had its turn.
 * @param {object} result
 * @param {Element | null} read and stays where it is */
function work(result, read) {
  keeping(read, () => {
    for (const [element, out] of pending) {
      element.classList.toggle("postil-out", out);
      pending.delete(element);
      if (!(pending.size % 100)) break;
    }
  });
  if (pending.size) working = setTimeout(work, 0, result, read);
  else if (page) tell(page.text, "filter", result);
}

function firstInView() {
  if (!page || isInView(page.controls?.place)) return null;
  const { left, width } = page.text.getBoundingClientRect();
  const read = document.elementFromPoint(left + width / 2, innerHeight / 3);
  return read?.matches(".postil-text :not(.postil-notes, .postil-notes *)") ? read : null;
}

/** @param {Element} element
 * @param {string} what
 * @param {object} detail */
function tell(element, what, detail) {
  element.dispatchEvent(new CustomEvent(`postil:${what}`, { bubbles: true, detail }));
}


// The controls. Their words come from the page, in its language.

function control() {
  const [place] = all(".postil-controls");
  if (!place?.dataset["words"]) return undefined;
  /** @type {Record<Field, string[][]> & { words: Record<string, string> }} */
  const { words, ...choices } = JSON.parse(place.dataset["words"]);
  /** @param {Field} field */
  const select = (field) => {
    const options = [["", words["all"]], ...choices[field]].map(([value = "", label = ""]) =>
      make("option", { value, "data-label": label }),
    );
    return make("select", { name: field }, ...options);
  };
  const selects = { kind: select("kind"), verdict: select("verdict"), by: select("by") };
  const marks = make("input", { type: "checkbox", role: "switch" });
  const shown = make("output", { class: "postil-shown" });
  const told = make("p", { class: "postil-told", role: "status" });
  const help = make("button", { class: "postil-help" }, words["shortcuts"]);
  place.replaceChildren(
    make(
      "fieldset",
      { class: "postil-filter" },
      make("legend", {}, words["filter"]),
      ...FIELDS.map((field) =>
        make("label", {}, make("span", {}, words[`filter-${field}`]), selects[field]),
      ),
    ),
    make("label", { class: "postil-switch" }, marks, words["marks"]),
    help,
    shown,
    told,
  );
  place.hidden = false;
  place.addEventListener("change", filter);
  help.addEventListener("click", explain);
  return { place, words, selects, marks, shown, told };
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string | undefined)} inside */
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside.map((one) => one ?? ""));
  return element;
}

/** @param {string} key */
const say = (key) => page?.controls?.words[key] ?? "";

/** A number in the digits of the page's language.
 * @param {number} value */
const number = (value) =>
  String(value).replace(/\d/g, (digit) => say("digits")[+digit] ?? digit);


// Keys

/** Whether single keys work (WCAG 2.2, 2.1.4). */
let shortcuts = true;
try {
  shortcuts = !localStorage.getItem("postil-shortcuts");
} catch {}

const offer = () => all(".postil-annotate button")[0];

/** What keys do. `n` and `p` are Material's if there is a next page. */
function keys() {
  const free = !document.head.querySelector("link[rel=next], link[rel=prev]");
  const [next, previous] = free ? [["j", "n"], ["k", "p"]] : [["j"], ["k"]];
  return { next, previous, ...(offer() && { annotate: ["a"] }), close: ["Escape"], list: ["?"] };
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { target, code } = event;
  if (!page || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  if (!(target instanceof HTMLElement) || target.isContentEditable) return;
  // Letters are typed there, or belong to Material's search.
  if (target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
  if (document.querySelector("#__search:checked")) return;
  // Keys with letters of another script count by their place.
  const place = code === "Slash" && event.shiftKey ? "?" : code.replace("Key", "");
  const latin = event.key < "\x7f" ? event.key : place;
  const key = latin.length > 1 ? latin : latin.toLowerCase();
  const { next, previous } = keys();
  if (key === "Escape") {
    const note = [...notesAt(target), current].find((one) => one?.frame.open);
    if (note) leave(note);
    return;
  }
  if (!shortcuts || (event.shiftKey && key !== "?")) return;
  if (next.includes(key)) step(1);
  else if (previous.includes(key)) step(-1);
  else if (key === "?") explain();
  else if (key === "a") offer()?.click();
  else return;
  event.preventDefault();
}

/** List the keys, and switch them off. */
function explain() {
  if (!page?.controls) return;
  const on = make("input", { type: "checkbox", role: "switch" });
  on.checked = shortcuts;
  on.addEventListener("change", () => {
    shortcuts = on.checked;
    try {
      localStorage[shortcuts ? "removeItem" : "setItem"]("postil-shortcuts", "off");
    } catch {}
  });
  const rows = Object.entries(keys()).map(([what, names]) =>
    make("li", {}, ...names.flatMap((name) => [make("kbd", {}, name), " "]), say(`key-${what}`)),
  );
  const dialog = make(
    "dialog",
    { class: "postil-dialog", "aria-label": say("shortcuts") },
    make("h2", {}, say("shortcuts")),
    make("ul", {}, ...rows),
    make("label", { class: "postil-switch" }, on, say("shortcuts-on")),
    make("form", { method: "dialog" }, make("button", { autofocus: "" }, say("close"))),
  );
  // The host's keys are not meant here.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}


// Copying links

/** @param {Note} note */
function equip({ id, head, content }) {
  const [row] = all(".postil-tools", content);
  if (!row || !page?.controls || all(".postil-copy", row).length) return;
  const { told } = page.controls;
  const name = say("copy-link") + say("colon") + all(".postil-title", head)[0]?.textContent;
  const button = make("button", { class: "postil-copy", "aria-label": name }, say("copy-link"));
  button.addEventListener("click", async () => {
    // Without what this reader filters.
    const address = `${location.origin}${location.pathname}#${id}`;
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = told.textContent = say("copied");
      setTimeout(() => {
        button.textContent = say("copy-link");
        told.textContent = "";
      }, 3000);
    } catch {
      // No clipboard without HTTPS or leave.
      const name = { class: "postil-address", "aria-label": say("copy-by-hand") };
      const field = make("input", { value: address, readonly: "", ...name });
      field.addEventListener("blur", () => field.remove());
      button.after(field);
      field.select();
    }
  });
  row.append(make("li", {}, button));
}


// Paper: CSS cannot open notes

/** @type {Element[]} */
let closed = [];

/** @param {boolean} print */
function unfold(print) {
  if (print) closed = [...all("details:not([open])")];
  for (const one of closed) one.toggleAttribute("open", print);
  if (!print) closed = [];
}


// Start

let started = false;

/** @type {Element | undefined} */
let focused;

/** Take up a page. At the first Back, Material swaps one for itself. */
function start() {
  const moved = started;
  started = true;
  if (page?.text.isConnected) return;
  const last = page?.path === location.pathname ? page : undefined;
  page = read();
  lit = [];
  pending.clear();
  if (!last) arrived = "";
  if (!page) return;
  choose();
  current = page.byId.get((last && current?.id) ?? "");
  for (const note of page.notes) {
    note.frame.open ||= !!last?.byId.get(note.id)?.frame.open;
  }
  if (last && focused && !focused.isConnected) {
    const id = focused.closest("[id]")?.id ?? "";
    (page.byId.get(id)?.head ?? document.getElementById(id))?.focus({ preventScroll: true });
  }
  const id = fragment(location.hash);
  const note = moved ? undefined : page.byId.get(id);
  const target = note && document.getElementById(id);
  if (target) {
    // Host and browser were early: again, and what is below stays.
    target.id = "";
    note.frame.open = false;
    scroll(-scrollY);
    const next = note.frame.closest(".postil-comment")?.nextElementSibling;
    keeping(isInView(next) ? next : null, () => open(note));
  }
  const rest = target ? scrollY : 0;
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (target) target.id = id;
      arrive(moved, rest);
    }),
  );
}

document.addEventListener("click", follow, true);
document.addEventListener("keydown", press);
document.addEventListener("pointerover", ({ target }) => light(notesAt(target)));
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element) focused = target;
  light(notesAt(target));
});
document.addEventListener(
  "toggle",
  ({ target }) => {
    const note = notesAt(target)[0];
    if (!note || closed.length || note.open === note.frame.open) return;
    note.open = note.frame.open;
    if (note.open) equip(note);
    light(notesAt(document.activeElement));
    tell(note.frame, note.open ? "open" : "close", { id: note.id });
  },
  true,
);
for (const name of ["popstate", "hashchange"]) addEventListener(name, () => arrive(true));
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
if (typeof document$ === "undefined") start();
else document$.subscribe(start);
