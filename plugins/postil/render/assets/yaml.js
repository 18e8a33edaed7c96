/** Postil: a note and a source as files, as `postil.publish` writes them, byte for byte. */

/** @typedef {object} Note
 * @property {string} id
 * @property {string} kind
 * @property {{ exact: string, prefix?: string, suffix?: string }} target
 * @property {string} title
 * @property {string} verdict
 * @property {string} body
 * @property {{ source: string, [field: string]: string }[]} citations
 * @property {string} contributors one at most
 * @property {string} created */

const LINE = 88;
// What Python calls letters and digits: marks are none.
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}_ .,;/()+'’&=*|@%$§€£!?~^<>·–—…“”„‘‚«»-]*(?<![ “”„«»‘‚’])$/u;
const ADDRESS = /^https?:\/\/[\w./?=&%+~@!$()*;'-]+(#[\w./?=&%+~@!$()*;:'-]*)?(?<!:)$/;
const OTHER = /^(true|false|null|yes|no|on|off|y|n|nan|[-+.\p{Nd}][\p{Nd}_.,:exoa-f+-]*)$/iu;
// Forbidden by YAML, an end of a line, or not shown by editors.
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff\ud800-\udfff]/u;

/** Words on one line.
 * @param {string} words */
function scalar(words) {
  const hidden = HIDDEN.test(words);
  if (ADDRESS.test(words) || (PLAIN.test(words) && !OTHER.test(words) && !hidden)) return words;
  if (hidden || /[\n\t]/.test(words)) {
    const signs = new RegExp(`[\\\\"\\n\\t]|${HIDDEN.source}`, "gu");
    return `"${words.replace(signs, (sign) => {
      const short = JSON.stringify(sign).slice(1, -1);
      const hex = sign.charCodeAt(0).toString(16).toUpperCase();
      if (short.length === 2 && sign !== "\b") return short;
      return hex.length < 3 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`;
    })}"`;
  }
  return /["\\]/.test(words) ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;
}

/** @param {string} id */
const identifier = (id) => (/^[A-Z][\w.-]*$/i.test(id) && !OTHER.test(id) ? id : scalar(id));

/** @param {string} words */
const size = (words) => [...words].length;

/** Words behind the name of their field: on one line, below it as they are, or folded.
 * @param {string} words
 * @param {number} indent */
function prose(words, indent) {
  const lines = words.split("\n");
  let sign = "|-";
  if (lines[1] === undefined) {
    if (size(words) <= LINE || /^ | $| {2}|\t/.test(words) || HIDDEN.test(words)) return scalar(words);
    sign = ">-";
    lines.pop();
    for (const word of words.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`;
      if (lines.length && size(longer) <= LINE - indent) lines.splice(-1, 1, longer);
      else lines.push(word);
    }
  } else {
    // YAML takes the indentation from the first line.
    if (HIDDEN.test(words) || !/^[^ \t\n]/.test(words)) return scalar(words);
    if (lines.some((line) => line && !line.trim()) || words.endsWith("\n\n")) return scalar(words);
    if (!lines.at(-1)) {
      lines.pop();
      sign = "|";
    }
  }
  return [sign, ...lines.map((line) => line && " ".repeat(indent) + line)].join("\n");
}

/** Lines of the fields that are not empty.
 * @param {object} fields
 * @param {number} [indent] */
const written = (fields, indent = 0) =>
  Object.entries(fields).flatMap(([key, words]) => {
    if (!words) return [];
    const bare = /^(id|type|kind|verdict)$/.test(key);
    const day = /^(issued|checked|created)$/.test(key) && /^\d[\d-]*$/.test(words);
    const value = bare ? identifier(words) : day ? words : prose(words, indent + 2);
    return [`${" ".repeat(indent)}${key}: ${value}`];
  });

/** @param {Note} note */
export function noteYaml({ target, citations, contributors, ...note }) {
  const { id, kind, title, verdict, body, created } = note;
  const alone = !target.prefix && !target.suffix;
  const lines = written({ id, kind, target: alone && target.exact });
  if (!alone) lines.push("target:", ...written(target, 2));
  lines.push(...written({ title, verdict, body }));
  if (citations.length) lines.push("citations:");
  for (const { source, ...rest } of citations) {
    const more = written(rest, 4);
    lines.push(`  - ${more.length ? "source: " : ""}${identifier(source)}`, ...more);
  }
  if (contributors) lines.push(`contributors: [${identifier(contributors)}]`);
  lines.push(...written({ created }), "");
  return lines.join("\n");
}

/** A list of one source.
 * @param {Record<string, string>} fields the id and the type come first */
export const sourceYaml = (fields) => `- ${written(fields, 2).join("\n").trim()}\n`;
