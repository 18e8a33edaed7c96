/** Postil: the form in which a reader writes a note. Its fields and their rules come from the model. */

import { passageOf, targetOf } from "./passage.js";
import { noteYaml, sourceYaml } from "./yaml.js";

/** @typedef {{ name: string, as: "input" | "select" | "textarea", label: string, about?: string,
 *   options?: [string, string][], needed?: boolean, pattern?: string, wrong?: string, most?: number,
 *   today?: boolean }} Field
 * @typedef {Record<string, string>} Values
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 * @typedef {{ element: HTMLElement, values: () => any, controls: Map<string, Control>,
 *   wrong: (show: boolean, taken: string[]) => Control[] }} Group
 * @typedef {{ start: number, end: number, words: string, note: Values,
 *   cited: { citation: Values, source: Values }[] }} Draft
 * @typedef {{ words: any, folder: string, make: string, drops: boolean,
 *   fields: Record<"note" | "citation" | "source", Field[]> }} Facts */

/** Browsers and servers cut longer addresses. */
const LONGEST = 2000;
const DRAFTS = "postil-drafts";
/** Stands for a source that is not in the list. */
const NEW = "+";
const today = new Date().toISOString().slice(0, 10);

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Values} [attributes]
 * @param {...(Node | string | undefined)} inside */
function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside.map((one) => one ?? ""));
  return element;
}

/** @param {string | undefined} label
 * @param {() => unknown} click */
function button(label, click) {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", click);
  return made;
}

/** The id that `postil add` makes of a title.
 * @param {string[]} titles the first that gives one counts
 * @param {string[]} taken */
export function idFrom(titles, taken) {
  for (const title of titles) {
    const ascii = title.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();
    const whole = ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const start = whole.slice(0, 60);
    const id = whole === start ? whole : start.replace(/-[^-]*$/, "");
    let number = 1;
    const numbered = () => (number > 1 ? `${id}-${number}` : id);
    while (taken.includes(numbered())) number += 1;
    if (id) return numbered();
  }
  return "";
}

/** The name of the file for a new thing of that id: Windows keeps some names for devices.
 * @param {string} id */
export function fileOf(id) {
  return id.replace(/^(aux|con|nul|prn|(com|lpt)[1-9])$/, "$&-note") + ".yml";
}

/** The drafts by the paths of their pages; `change` may change them.
 * @param {(all: Record<string, Draft>) => void} [change] */
function drafts(change) {
  /** @type {Record<string, Draft>} */
  let all = {};
  try {
    all = JSON.parse(localStorage.getItem(DRAFTS) ?? "{}");
    change?.(all);
    if (Object.keys(all).length) localStorage.setItem(DRAFTS, JSON.stringify(all));
    else localStorage.removeItem(DRAFTS);
  } catch {}
  return all;
}

let ids = 0;

/** Controls for fields.
 * @param {Field[]} fields
 * @param {Values} [given]
 * @param {Values} [words]
 * @returns {Group} */
function group(fields, given, words = {}) {
  /** @type {Map<string, Control>} */
  const controls = new Map();
  const told = fields.map((field) => {
    const id = `postil-form-${(ids += 1)}`;
    const wrong = make("span", { class: "postil-wrong", id: `${id}-wrong` });
    const about = make("span", { class: "postil-about", id: `${id}-about` }, field.about);
    const options = (field.options ?? []).map(([value, label]) => make("option", { value }, label));
    const named = { id, name: field.name, "aria-describedby": `${wrong.id} ${about.id}`, dir: "auto" };
    const control = make(field.as, field.needed ? { ...named, "aria-required": "true" } : named, ...options);
    const value = given?.[field.name] ?? (field.today ? today : undefined);
    if (value !== undefined) control.value = value;
    if (!(control instanceof HTMLSelectElement) && field.most) control.maxLength = field.most;
    controls.set(field.name, control);
    return { field, control, wrong, row: make("p", {}, make("label", { for: id }, field.label), about, control, wrong) };
  });
  return {
    controls,
    element: make("div", {}, ...told.map(({ row }) => row)),
    values: () => Object.fromEntries(told.map(({ field, control }) => [field.name, control.value.trim()])),
    wrong: (show, taken) =>
      told.flatMap(({ field, control, wrong }) => {
        const value = control.value.trim();
        const pattern = new RegExp(`^(?:${field.pattern ?? "[^]*"})$`, "u");
        let problem = value || !field.needed ? "" : words["missing"];
        if (value && !pattern.test(value)) problem = field.wrong;
        if (field.name === "id" && taken.includes(value)) problem = words["taken"];
        // What was marked stays so until it is mended.
        if (show || !problem) {
          wrong.textContent = problem ?? "";
          control.setAttribute("aria-invalid", `${!!problem}`);
        }
        return problem ? [control] : [];
      }),
  };
}

/** Open the form.
 * @param {HTMLElement} place that tells of the text
 * @param {Range} [range] what is selected of it */
export async function write(place, range) {
  const text = document.querySelector(".postil-text");
  const answer = await fetch(new URL(place.dataset["facts"] ?? "", location.href), { cache: "no-cache" });
  /** @type {Facts} */
  const { words, folder, make: forge, drops, fields } = await answer.json();
  if (!text) return;
  const whole = document.createRange();
  whole.selectNodeContents(text);
  const all = passageOf(text, whole)?.text ?? "";
  const path = location.pathname;
  const draft = drafts()[path];
  let passage = range && passageOf(text, range);
  if (!passage && draft) {
    const { start, words: old } = draft;
    const at = all.startsWith(old, start) ? start : all.indexOf(old);
    if (old && at >= 0) passage = { text: all, start: at, end: at + old.length, words: old };
  }
  const taken = (place.dataset["taken"] ?? "").split(" ");
  const known = fields.citation[0]?.options?.map(([id]) => id) ?? [];

  // The words

  const quote = make("blockquote", { dir: "auto" });
  const lang = text.getAttribute("lang") ?? "";
  const named = { rows: "8", dir: "auto", lang, "aria-label": words["choose-about"] };
  // In a field that is read-only, Chromium moves no cursor.
  const pick = make("textarea", { ...named, "aria-readonly": "true", inputmode: "none" });
  pick.value = all;
  pick.addEventListener("beforeinput", (event) => event.preventDefault());
  pick.addEventListener("input", () => (pick.value = all));
  const chooser = make("details", {}, make("summary", {}, words["choose"]), make("p", {}, words["choose-about"]), pick);
  chooser.open = !passage;
  for (const name of ["select", "keyup", "pointerup"]) {
    pick.addEventListener(name, () => {
      const part = all.slice(pick.selectionStart, pick.selectionEnd);
      const start = pick.selectionStart + part.length - part.trimStart().length;
      const chosen = part.trim();
      if (!chosen || (passage?.start === start && passage.words === chosen)) return;
      passage = { text: all, start, end: start + chosen.length, words: chosen };
      update();
    });
  }

  // The fields

  const note = group(fields.note, draft?.note, words);
  const id = note.controls.get("id");
  /** @type {{ element: HTMLElement, citation: Group, source: Group }[]} */
  let cited = [];
  const list = make("div");
  /** @param {{ citation: Values, source: Values }} [given] */
  const cite = (given) => {
    const citation = group(fields.citation, given?.citation, words);
    const source = group(fields.source, given?.source, words);
    const remove = button(words["remove"], () => {
      cited = cited.filter((one) => one.element !== element);
      element.remove();
      add.focus();
      update();
    });
    const legend = make("legend", {}, words["source"]);
    const element = make("fieldset", {}, legend, citation.element, source.element, remove);
    cited.push({ element, citation, source });
    list.append(element);
    return citation;
  };
  const add = button(words["source-add"], () => {
    cite().controls.get("source")?.focus();
    update();
  });
  for (const one of draft?.cited ?? []) cite(one);

  // The files

  const files = make("div");
  const status = make("p", { role: "status", class: "postil-wrong" });

  /** Whether something is wrong, which is then shown. */
  const wrong = () => {
    const found = check(true);
    status.textContent = found.length ? words["problems"] : "";
    found[0]?.focus();
    return found.length;
  };
  /** @param {boolean} show
   * @returns {HTMLElement[]} */
  const check = (show) => [
    ...(passage ? [] : [pick]),
    ...note.wrong(show, taken),
    ...cited.flatMap(({ citation, source }) => [
      ...citation.wrong(show, []),
      ...(source.element.hidden ? [] : source.wrong(show, [])),
    ]),
  ];
  /** @param {string} content */
  const copy = async (content) => {
    try {
      await navigator.clipboard.writeText(content);
      status.textContent = words[forge ? "pasted" : "copied"];
      return true;
    } catch {
      status.textContent = words["not-copied"];
      return false;
    }
  };
  /** @param {string} above its folder
   * @param {string} id
   * @param {string} content */
  const file = (above, id, content) => {
    const last = fileOf(id);
    const name = `${above}/${last}`;
    /** @param {string} held */
    const address = (held) => {
      /** @type {Values} */
      const parts = { path: name, folder: above, name: last, content: held };
      return forge.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(parts[key] ?? "").replaceAll("%2F", "/"));
    };
    const fits = address(content).length <= LONGEST;
    const pastes = drops || !fits;
    const href = address(fits ? content : "");
    const send = make("a", { href, target: "_blank", rel: "noopener noreferrer" }, words[pastes ? "send-long" : "send"]);
    send.addEventListener("click", async (event) => {
      if (!pastes) return;
      event.preventDefault();
      if (await copy(content)) open(href, "_blank", "noopener,noreferrer");
    });
    const data = `data:text/yaml;charset=utf-8,${encodeURIComponent(content)}`;
    const save = make("a", { href: data, download: last }, words["download"]);
    const tools = make("p", { class: "postil-send" }, ...(forge ? [send] : []), button(words["copy-file"], () => copy(content)), save);
    const about = forge ? words[fits ? (drops ? "drops" : "") : "long"] : "";
    const shown = make("pre", { tabindex: "0", dir: "ltr", "aria-label": name }, content);
    return make("section", {}, make("h4", { dir: "ltr" }, name), tools, about && make("p", {}, about), shown);
  };
  files.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLPreElement) && wrong()) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  let proposed = draft?.note["id"] ?? "";
  const update = () => {
    status.textContent = "";
    quote.textContent = passage?.words ?? words["no-words"];
    if (id && (!id.value || id.value === proposed)) {
      id.value = proposed = idFrom([note.values().title, passage?.words ?? "", "note"], taken);
    }
    const given = note.values();
    const more = [];
    const names = [...known];
    const citations = [];
    for (const { citation, source } of cited) {
      const values = citation.values();
      source.element.hidden = values.source !== NEW;
      if (values.source === NEW) {
        const own = source.values();
        const made = (values.source = idFrom([own.title, "source"], names));
        names.push(made);
        more.push(file(`${folder}/sources`, made, sourceYaml({ id: made, ...own })));
      }
      citations.push(values);
    }
    const content = noteYaml({
      ...given,
      target: (passage && targetOf(all, passage.start, passage.end)) ?? { exact: "" },
      body: given.body && `${given.body.replace(/^\s+$/gm, "")}\n`,
      citations,
      created: today,
    });
    files.replaceChildren(file(`${folder}/${place.dataset["text"]}`, `${given.id}`, content), ...more);
    if (more.length) files.prepend(make("p", {}, words["second"]));
    if (!forge) files.prepend(make("p", {}, words["no-forge"]));
    check(false);
    return given;
  };

  // The dialog

  const close = button(words["close"], () => dialog.close());
  const about = make("p", {}, draft ? words["restored"] : words["about"]);
  const heading = make("h2", { id: "postil-form" }, words["form"]);
  const remove = button(words["delete"], () => {
    drafts((all) => delete all[path]);
    dialog.close();
  });
  const dialog = make(
    "dialog",
    { class: "postil-form", lang: place.lang, dir: place.dir, "aria-labelledby": heading.id },
    make("div", { class: "postil-top" }, heading, close),
    about,
    make("h3", {}, words["words"]),
    quote,
    chooser,
    note.element,
    list,
    add,
    make("h3", {}, words["files"]),
    status,
    files,
    make("div", { class: "postil-end" }, make("p", {}, words["draft"]), remove),
  );
  dialog.addEventListener("input", () => {
    const given = update();
    drafts((all) => {
      const { start = 0, end = 0, words = "" } = passage ?? {};
      const kept = cited.map(({ citation, source }) => ({ citation: citation.values(), source: source.values() }));
      all[path] = { start, end, words, note: given, cited: kept };
    });
  });
  // The page's keys are not meant here.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  addEventListener("popstate", () => dialog.close(), { once: true });
  update();
  document.body.append(dialog);
  dialog.showModal();
  (passage ? note.controls.get("kind") : pick)?.focus();
}
