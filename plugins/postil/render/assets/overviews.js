/**
 * Postil: filters the lists about all explainers. Every entry is in the page without this script, and
 * the parts of a list have links; this hides what is not asked for, and keeps the choice in the
 * address.
 */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

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

/** What is looked for in words: without accents and capitals.
 * @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Take up the list of the page that is shown, if it has one. */
function start() {
  const place = document.querySelector(".postil-sift");
  if (!(place instanceof HTMLElement) || !place.hidden || !place.dataset["sift"]) return;
  const path = location.pathname;
  /** @type {{ words: Record<string, string>, fields: [string, string, [string, string][]][] }} */
  const { words, fields } = JSON.parse(place.dataset["sift"]);
  const entries = [...document.querySelectorAll(".postil-entry")].flatMap((entry) =>
    entry instanceof HTMLElement ? { entry, text: plain(entry.textContent ?? "") } : [],
  );
  const parts = [...document.querySelectorAll("section.postil-part")];

  /** By their names in the address; `q` is that of Material's search.
   * @type {Map<string, Control>} */
  const controls = new Map([["words", make("input", { type: "search", name: "words" })]]);
  const labels = [make("label", {}, make("span", {}, words["sift-words"]), controls.get("words"))];
  for (const [name, label, options] of fields) {
    const all = [["", words["all"] ?? ""], ...options];
    const select = make(
      "select",
      { name },
      ...all.map(([value = "", text]) => make("option", { value }, text)),
    );
    controls.set(name, select);
    labels.push(make("label", {}, make("span", {}, label), select));
  }
  const told = make("output", { role: "status" });
  place.setAttribute("role", "search");
  place.setAttribute("aria-label", words["sift"] ?? "");
  place.replaceChildren(...labels, told);
  place.hidden = false;

  /** @param {number} value */
  const number = (value) =>
    String(value).replace(/\d/g, (digit) => words["digits"]?.[Number(digit)] ?? digit);

  /** Show the entries that are asked for, and no others. */
  function filter() {
    const terms = plain(controls.get("words")?.value ?? "").split(/\s+/);
    let shown = 0;
    for (const { entry, text } of entries) {
      const wanted = [...controls].every(([name, { value }]) =>
        name === "words"
          ? terms.every((term) => text.includes(term))
          : !value || entry.dataset[name]?.split(" ").includes(value),
      );
      entry.hidden = !wanted;
      if (wanted) shown += 1;
    }
    for (const part of parts) {
      part.toggleAttribute("hidden", !part.querySelector(".postil-entry:not([hidden])"));
    }
    told.textContent = (words["sifted"] ?? "")
      .replace("{shown}", number(shown))
      .replace("{total}", number(entries.length));
  }

  /** Take the choice from the address. */
  function choose() {
    const query = new URLSearchParams(location.search);
    for (const [name, control] of controls) {
      control.value = query.get(name) ?? "";
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
    }
    filter();
  }

  /** Show what the address leads to, whatever is chosen. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const out = target?.closest("[hidden]") ?? target?.querySelector(".postil-entry[hidden]");
    if (!target || !out || !target.closest(".postil-overview")) return;
    for (const control of controls.values()) control.value = "";
    filter();
    keep();
    target.scrollIntoView();
  }

  /** Write the choice into the address. */
  function keep() {
    clearTimeout(writing);
    // Instant navigation may have left since, which changes the address before the page.
    if (!place?.isConnected || path !== location.pathname) return;
    const url = new URL(location.href);
    for (const [name, { value }] of controls) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  }

  place.addEventListener("input", () => {
    filter();
    clearTimeout(writing);
    // Browsers allow so many changes of an address in a while, and people type faster.
    writing = setTimeout(keep, 300);
  });
  /** @type {() => void} */
  const again = () => (place.isConnected ? reveal() : removeEventListener("hashchange", again));
  addEventListener("hashchange", again);
  choose();
  reveal();
}

/** Go to the page on which an entry stands now, if the address names one that is not on this page:
 * entries move while a list grows. */
async function lead() {
  const list = document.querySelector("[data-where]");
  if (!(list instanceof HTMLElement) || location.hash.length < 2) return;
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    if (document.getElementById(id)) return;
    const sum = [...id].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
    const file = `${sum % Number(list.dataset["of"])}.json`;
    const where = new URL((list.dataset["where"] ?? "").replace("0.json", file), location.href);
    const page = (await (await fetch(where)).json())[id];
    if (page && list.isConnected) location.replace(new URL(page, where).href + location.hash);
  } catch {
    // It stays where it is, on the first page of the list.
  }
}

let writing = 0;

addEventListener("hashchange", lead);
if (typeof document$ === "undefined") {
  start();
  lead();
} else {
  document$.subscribe(start);
  document$.subscribe(lead);
}
