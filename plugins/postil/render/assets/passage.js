/**
 * Postil: the words that a reader selects, and the target that names them. The rules are those of
 * `postil.render.visible` and `postil.anchor`; tests hold both to the same cases.
 */

// The visible text

const ROWS = "caption,table,tbody,tfoot,thead,tr";
const CELLS = "td,th";
const BLOCKS =
  "address,article,aside,blockquote,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption," +
  "figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,legend,li,listing,main,menu,nav,ol,p," +
  "pre,search,section,summary,ul,xmp";
// Material adds the last three, and Postil what follows, but for what stands around words.
const HIDDEN =
  "audio,canvas,datalist,iframe,meter,noembed,noframes,noscript,object,progress,rp,rt,script," +
  "select,style,svg,template,textarea,title,video,[hidden],[aria-hidden=true i]," +
  "dialog:not([open]),.footnote-backref,.footnote-ref,.headerlink,.linenos,.md-annotation," +
  ".md-tooltip,.md-tooltip2,[data-postil]:not(mark,.postil-words,.postil-row,.postil-block)";

/** The visible text of an element, as far as a range goes.
 * @type {(container: Element, range: Range) => string} */
function read(container, range) {
  /** @type {string[]} */
  const parts = [];
  const { endContainer, endOffset } = range;
  let gap = 0, lines = 0, space = "", done = !container.contains(range.startContainer);
  /** @type {(parent: Element, kept: boolean) => void} kept: as in `pre` */
  const walk = (parent, kept) => {
    const last = parent === endContainer ? parent.childNodes[endOffset] : null;
    for (const node of parent.childNodes) {
      if (done || node === last) break;
      if (node instanceof Text) {
        const words = node === endContainer ? node.data.slice(0, endOffset) : node.data;
        for (const [piece] of words.matchAll(kept ? /[^]+/g : /[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
          if (kept || /[^ \t\n\f\r]/.test(piece)) {
            const apart = parts.at(-1)?.endsWith("\n") ?? true ? "" : gap === 2 ? "\t" : "\n";
            parts.push(gap ? apart : "\n".repeat(lines) || space, piece);
            gap = lines = 0;
            space = "";
          } else if (parts.length && !gap && !lines) space = " ";
        }
      } else if (node instanceof HTMLBRElement) {
        if (parts.length && !gap) lines++;
        space = "";
      } else if (node instanceof Element && !node.matches(HIDDEN)) {
        const ours = node.hasAttribute("data-postil");
        const block = !ours && node.matches(BLOCKS);
        const apart = node.matches(ROWS) ? 3 : node.matches(CELLS) ? 2 : +block;
        gap = Math.max(gap, apart);
        walk(node, kept || node.matches("listing,pre,xmp"));
        gap = Math.max(gap, apart);
      }
      // Also in what is passed over. Asking the range of each node would take their number squared.
      done ||= node.contains(endContainer);
    }
    done ||= parent === endContainer;
  };
  walk(container, false);
  return parts.join("");
}

/** The words of the original in a range, in whole characters and without space around them, and
 * where they stand in its text, in UTF-16 units; null where there are none.
 * @param {Element} container of the original, as the page shows it
 * @param {Range} range */
export function passageOf(container, range) {
  const until = document.createRange();
  until.selectNodeContents(container);
  const text = read(container, until);
  until.setEnd(range.endContainer, range.endOffset);
  const to = read(container, until).length;
  until.setEnd(range.startContainer, range.startOffset);
  const [start, end] = whole(text, read(container, until).length, to);
  return start < end ? { text, start, end, words: text.slice(start, end) } : null;
}

// Characters

const SPACE = "[^\\S\\ufeff]";
const WORD = "[\\p{L}\\p{M}\\p{N}]";
const CJK = "[\\u2e80-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u{20000}-\\u{3ffff}]";
const BEFORE = "\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u0d4e\\u{110bd}";
const OUTER = `(?![${BEFORE}])[\\s\\p{Cf}]`;

/** @type {(source: string, flags?: string) => RegExp} */
const regex = (source, flags = "") => new RegExp(source, "u" + flags);

const INNER = regex(`(?!${OUTER})[^]([^]*(?!${OUTER})[^])?`);
const SEEN = `(?!${OUTER})[^\\u034f\\u0640\\u180b-\\u180f\\ufe00-\\ufe0f]`;
const ANY_SEEN = regex(SEEN);
const WHOLE = regex(`^${SEEN}([^]*${SEEN})?$`);
const SPACES = regex(`${SPACE}+`, "g");
const IN_WORD = regex(WORD);
const NO_WORD_EDGE = regex(
  `(?<=${WORD})(?<!${CJK})(?=${WORD})(?!${CJK})|(?<!${WORD})(?=\\p{M})`, "y",
);
const IN_SIGNS = regex(`(?<!${WORD}|${SPACE})(?!${WORD}|${SPACE})`, "y");
const IN_CLUSTER = (() => {
  const behind = "\\u200c\\u200d\\uff9e\\uff9f\\u0e33\\u0eb3\\u{e0020}-\\u{e007f}";
  const control = `(?![${BEFORE}${behind}])[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]`;
  const lead = "\\u1100-\\u115f\\ua960-\\ua97c", vowel = "\\u1160-\\u11a7\\ud7b0-\\ud7c6";
  const trail = "\\u11a8-\\u11ff\\ud7cb-\\ud7fb", syllable = "\\uac00-\\ud7a3";
  let open = "";
  for (let code = 0xac00; code < 0xd7a4; code += 28) open += String.fromCharCode(code);
  const skin = "\\u{1f3fb}-\\u{1f3ff}", flag = "[\\u{1f1e6}-\\u{1f1ff}]";
  const picture = `(?:(?![\\0-\\u20ff]|${flag})[\\p{So}\\p{Sm}]|[\\xa9\\xae\\u203c\\u2049])`;
  const mark = "[\\p{Mn}\\u200d]";
  const virama = "[\\u094d\\u09cd\\u0acd\\u0b4d\\u0c4d\\u0d3b\\u0d3c\\u0d4d]";
  const indic = "(?=\\p{Lo})[\\u0900-\\u09ff\\u0a80-\\u0b7f\\u0c00-\\u0c7f\\u0d00-\\u0d7f]";
  const joined = [
    `(?=[\\p{M}${behind}${skin}])|(?<=[${BEFORE}])`,
    `(?<=[${lead}])(?=[${lead}${vowel}${syllable}])|(?<=[${vowel}${open}])(?=[${vowel}])`,
    `(?<=[${vowel}${trail}${syllable}])(?=[${trail}])`,
    `(?<=${picture}[\\p{Mn}${skin}]*\\u200d)(?=${picture})`,
    `(?<=(?<!${flag})(?:${flag}${flag})*${flag})(?=${flag})`,
    `(?<=${indic}${mark}*${virama}(?:(?!${virama})${mark})*)(?=${indic})`,
  ];
  return regex(`(?<!${control})(?!${control})(?:${joined.join("|")})`, "y");
})();

/** Whether a place within a text is what a pattern says.
 * @type {(pattern: RegExp, text: string, at: number) => boolean} */
const is = (pattern, text, at) => {
  pattern.lastIndex = at;
  return at > 0 && at < text.length && pattern.test(text);
};

/** A range in whole clusters, without space around it; an empty one if there is nothing to see.
 * @type {(text: string, start: number, end: number) => [start: number, end: number]} */
function whole(text, start, end) {
  const inner = INNER.exec(text.slice(start, end));
  if (!inner || !ANY_SEEN.test(inner[0])) return [0, 0];
  /** @type {(at: number) => boolean} */
  const cut = (at) => (text.codePointAt(at - 1) ?? 0) > 0xffff || is(IN_CLUSTER, text, at);
  start += inner.index;
  end = start + inner[0].length;
  while (cut(start)) start--;
  while (cut(end)) end++;
  return [start, end];
}

// Targets

/** The shortest target that names a range of a text; null where there is nothing to see.
 * @param {string} text
 * @param {number} from
 * @param {number} to */
export function targetOf(text, from, to) {
  const [start, end] = whole(text, from, to);
  if (!end) return null;
  const [left, right] = context(text, start, end);
  const quote = [text.slice(start, end), text.slice(left, start), text.slice(end, right)];
  const lines = quote.map((part) => part.replaceAll(SPACES, " "));
  const same =
    lines.join() === quote.join() ||
    (WHOLE.test(text.slice(start, end)) &&
      ![left, start, end, right].some((at) => is(IN_SIGNS, text, at)) &&
      isAlone(letters(text.slice(left, right)), letters(text)));
  // In one line, the words might otherwise be those of another place.
  const [exact = "", prefix = "", suffix = ""] = same ? lines : quote;
  return { exact, prefix, suffix };
}

/** What counts in every comparison.
 * @type {(text: string) => string} */
const letters = (text) => text.normalize("NFKD").replace(/[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/gu, "");

/** @type {(part: string, text: string) => boolean} */
const isAlone = (part, text) => !!part && text.indexOf(part) === text.lastIndexOf(part);

/** Where the shortest telling prefix begins and the shortest telling suffix ends.
 * @type {(text: string, from: number, to: number) => [left: number, right: number]} */
function context(text, from, to) {
  // Code points, in which is told what is shorter, and where each begins.
  const chars = [...text], units = [0];
  for (const char of chars) units.push((units.at(-1) ?? 0) + char.length);
  const start = units.indexOf(from), end = units.indexOf(to);
  let left = start, right = end;
  /** The end of the word at a place, in one direction; white space alone is no context.
   * @type {(side: number, at: number, step: number) => number} */
  const grown = (side, at, step) => {
    let room = 50;
    const told = () => IN_WORD.test(chars.slice(Math.min(at, side), Math.max(at, side)).join(""));
    while (chars[at] && chars[at - 1] && Math.abs(at - side) < room && !told()) at += step;
    const found = at;
    /** @type {(pattern: RegExp) => boolean} */
    const inside = (pattern) => is(pattern, text, units[at] ?? 0);
    for (; room && inside(NO_WORD_EDGE); room--) at += step;
    if (!room) at = found;
    while (inside(IN_CLUSTER)) at += step;
    return at;
  };
  const words = text.slice(from, to);
  // How far off the same words stand. The nearest share most context: what tells them apart mostly
  // tells the others apart.
  let rivals = units.flatMap((unit, at) => (text.startsWith(words, unit) ? at - start : []));
  rivals.sort((one, two) => Math.abs(one) - Math.abs(two)).shift();
  for (;;) {
    /** @param {number} by */
    const quote = (by) => text.slice(units[left + by], units[right + by]);
    const own = quote(0);
    rivals = rivals.filter((by) => left + by >= 0 && quote(by) === own);
    const [by] = rivals;
    if (!by) return [units[left] ?? 0, units[right] ?? 0];
    let before = left - 1, after = right;
    while (before >= 0 && chars[before] === chars[before + by]) before--;
    while (chars[after] && chars[after] === chars[after + by]) after++;
    const isNear = !chars[after] || left - before <= after + 1 - right;
    if (before >= 0 && isNear) left = grown(start, before, -1);
    else right = grown(end, after + 1, 1);
  }
}
