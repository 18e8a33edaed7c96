/**
 * Postil: the page of the search. Pagefind loads what a query needs of its index; this asks it, shows
 * what it found, and keeps the query in the address.
 */

/** What Pagefind found, as far as it is used here (https://pagefind.app/docs/api-reference/).
 * @typedef {{ title: string, excerpt: string, anchor?: { id: string },
 *   weighted_locations: { balanced_score: number }[] }} Part
 * @typedef {{ raw_url: string, meta: Record<string, string>, sub_results: Part[] }} Found
 * @typedef {{ data: () => Promise<Found> }} Hit
 * @typedef {{ search: (words: string) => Promise<{ results: Hit[] } | null> }} Index
 */

/** How many results are loaded first, and then at once, and how many places are shown of each. */
const FIRST = 6;
const AT_ONCE = 12;
const PLACES = 3;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inside */
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** @param {string} excerpt */
const unmarked = (excerpt) => excerpt.replace(/<\/?mark>/g, "");

/** An excerpt, without the title that stands above it. Pagefind writes `mark` around single words,
 * and `&lt;` and `&gt;` for signs, and no other markup.
 * @param {string} excerpt @param {string} title */
function excerpted(excerpt, title) {
  const heads = title.split(/\s+/);
  let words = excerpt.split(/\s+/);
  const same = heads.every((head, at) => unmarked(words[at] ?? "").startsWith(head));
  if (same) words = words.slice(heads.length);
  const said = words.flatMap((word) => {
    const text = unmarked(word).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return [word.includes("<mark>") ? make("mark", {}, text) : text, " "];
  });
  if (!words.length) return "";
  // It begins and ends anywhere.
  if (!same && !/^\p{Lu}/u.test(unmarked(words[0] ?? ""))) said.unshift("… ");
  if (!/[.!?。।؟]$/u.test(unmarked(words.at(-1) ?? ""))) said.push("…");
  return make("p", { class: "postil-excerpt", dir: "auto" }, ...said);
}

/** @param {Part} part */
const score = (part) => part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0);

/** By its address, so that it is loaded once while readers come and go.
 * @type {Map<string, Promise<Index>>} */
const indexes = new Map();

/** @param {string} address
 * @returns {Promise<Index>} */
function load(address) {
  const known = indexes.get(address);
  if (known) return known;
  // On the page's own thread: a worker would load all of it once more.
  const made = import(address).then((module) => module.createInstance({ noWorker: true }));
  indexes.set(address, made);
  made.catch(() => indexes.delete(address));
  return made;
}

/** Take up the page that is shown, if it is that of the search. */
function start() {
  const place = document.querySelector(".postil-search");
  if (!(place instanceof HTMLElement) || !place.dataset["search"]) return;
  /** @type {{ index: string, root: string, words: Record<string, string>,
   *   counts: Record<string, string> }} */
  const { index, root, words, counts } = JSON.parse(place.dataset["search"]);
  delete place.dataset["search"];
  const form = place.querySelector("form");
  const field = place.querySelector("input");
  const told = place.querySelector("[role=status]");
  const list = place.querySelector("ol");
  if (!form || !field || !told || !list) return;
  const path = location.pathname;
  const address = new URL(index, location.href).href;
  const base = new URL(root, location.href);
  const plural = new Intl.PluralRules(place.lang);
  const more = make("button", { type: "button", class: "postil-more" }, words["search-more"] ?? "");
  const small = new Set((words["search-small"] ?? "").split(" "));
  let asked = 0;
  let asking = "";
  let typing = 0;
  /** @type {() => Promise<void>} */
  let show = async () => undefined;
  /** What is shown, by its address: a long page is several records.
   * @type {Map<string, HTMLElement>} */
  const hits = new Map();

  /** @param {number} number */
  function counted(number) {
    const said = counts[plural.select(number)] ?? counts["other"] ?? "";
    const digits = String(number).replace(/\d/g, (one) => words["digits"]?.[Number(one)] ?? one);
    return said.replace("{count}", digits);
  }

  /** @param {Part} part @param {Found} found @param {Record<string, string[]>} notes */
  function placed(part, found, notes) {
    const url = addressed(found);
    url.hash = part.anchor?.id ?? "";
    const [kind = "", verdict = "", tone = "", sign = ""] = notes[part.anchor?.id ?? ""] ?? [];
    const item = make("li", {});
    if (kind) {
      const label = make("p", { class: "postil-dateline" }, kind);
      if (verdict) {
        const drawn = make("span", { class: "postil-sign", "data-sign": sign, "aria-hidden": "true" });
        label.append(" ", make("span", { class: `postil-verdict ${tone}` }, drawn, " ", verdict));
      }
      item.append(label);
    }
    item.append(
      make("h3", { dir: "auto" }, make("a", { href: url.href }, part.title)),
      excerpted(part.excerpt, part.title),
    );
    return item;
  }

  /** @param {Found} found */
  function addressed(found) {
    const url = new URL(found.raw_url, base);
    url.search = "";
    return url;
  }

  /** @param {Found} found */
  function shown(found) {
    /** @type {Record<string, string[]>} */
    const notes = JSON.parse(found.meta["notes"] ?? "{}");
    const best = [...found.sub_results].sort((a, b) => score(b) - score(a)).slice(0, PLACES);
    const top = best.find((part) => !part.anchor);
    const inside = best.filter((part) => part !== top).map((part) => placed(part, found, notes));
    const url = addressed(found).href;
    const known = hits.get(url);
    if (known) {
      known.querySelector("ol")?.append(...inside);
      return [];
    }
    const title = make("a", { href: url }, found.meta["title"] ?? url);
    const hit = make("li", { class: "postil-hit" });
    if (found.meta["kind"]) hit.append(make("p", { class: "postil-dateline" }, found.meta["kind"]));
    hit.append(make("h2", { dir: "auto" }, title));
    if (top) hit.append(excerpted(top.excerpt, found.meta["title"] ?? ""));
    hit.append(make("ol", {}, ...inside));
    hits.set(url, hit);
    return [hit];
  }

  /** A query without the words that stand in every text, of which the index says most, and which
   * find nothing; as it is where it has no others, or is to be found word by word.
   * @param {string} said */
  function meant(said) {
    const kept = said.split(/\s+/).filter((word) => !small.has(word.toLowerCase()));
    return kept.length && !said.includes('"') ? kept.join(" ") : said;
  }

  /** Ask for what is written in the field, unless that was done. */
  async function ask() {
    clearTimeout(typing);
    const said = field?.value.trim() ?? "";
    if (said === asking || !told || !list) return;
    asking = said;
    const number = ++asked;
    keep();
    try {
      const results = said ? ((await (await load(address)).search(meant(said)))?.results ?? []) : [];
      let at = 0;
      show = async () => {
        const end = at ? at + AT_ONCE : FIRST;
        const some = await Promise.all(results.slice(at, end).map((hit) => hit.data()));
        if (number !== asked) return;
        if (!at) {
          list.replaceChildren();
          hits.clear();
        }
        const made = some.flatMap(shown);
        list.append(...made);
        // Who asked by the keyboard goes on there.
        if (at && document.activeElement === more) made[0]?.querySelector("a")?.focus();
        at = end;
        if (at < results.length) list.after(more);
        else more.remove();
      };
      await show();
      if (number !== asked) return;
      told.textContent = !said ? "" : results.length ? counted(results.length) : (words["search-none"] ?? "");
    } catch {
      if (number !== asked) return;
      // It is asked again when the words are sent once more.
      asking = "";
      list.replaceChildren();
      more.remove();
      told.textContent = words["search-failed"] ?? "";
    }
  }

  /** Take the query from the address: from the part of it that is not sent to the server. */
  function take() {
    if (!place?.isConnected || !field) return removeEventListener("hashchange", take);
    field.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    ask();
  }

  /** Write the query into the address. */
  function keep() {
    // Instant navigation may have left since, which changes the address before the page.
    if (!place?.isConnected || path !== location.pathname) return;
    const url = new URL(location.href);
    url.hash = asking && `${new URLSearchParams({ q: asking })}`;
    history.replaceState(history.state, "", url);
  }

  /** Go from one result to the next by the arrow keys.
   * @param {KeyboardEvent} event */
  function step(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [field, ...(list?.querySelectorAll("a") ?? [])];
    const at = stops.findIndex((one) => one === document.activeElement);
    const next = at < 0 ? undefined : stops[at + way];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(ask, 250);
  });
  // What is loaded first comes while the first word is typed.
  field.addEventListener("focus", () => load(address).catch(() => undefined), { once: true });
  more.addEventListener("click", () => show());
  place.addEventListener("keydown", step);
  addEventListener("hashchange", take);
  // Who writes before this is loaded has written all the same.
  if (field.value && !location.hash) ask();
  else take();
  if (!field.value) field.focus();
}

if (typeof document$ === "undefined") start();
else document$.subscribe(start);
