// The matching of the Hypothesis client, after its published description: exact places first, else
// approximate ones with at most min(256, length / 2) errors; the best by weighted likeness of quote
// (50), prefix (20), suffix (20) and position (2) wins. Reads documents, one JSON line each, and
// writes one line of answers for each; the last line is the processor time in
// milliseconds.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("./.cache/", import.meta.url));
const search = require("approx-string-match").default;

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

function places(text, quote, maxErrors) {
  const found = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return found.length ? found : search(text, quote, maxErrors);
}

function likeness(text, words) {
  if (!text || !words) return 0;
  return 1 - search(text, words, words.length)[0].errors / words.length;
}

function best(text, { exact, prefix, suffix, position }) {
  if (!exact) return null;
  const found = places(text, exact, Math.min(256, exact.length / 2));
  let winner = null;
  for (const place of found) {
    const before = text.slice(Math.max(0, place.start - prefix.length), place.start);
    const after = text.slice(place.end, place.end + suffix.length);
    const shift = position ? 1 - Math.abs(place.start - position[0]) / text.length : 1;
    const score =
      WEIGHTS.quote * (1 - place.errors / exact.length) +
      WEIGHTS.prefix * (prefix ? likeness(before, prefix) : 1) +
      WEIGHTS.suffix * (suffix ? likeness(after, suffix) : 1) +
      WEIGHTS.position * shift;
    if (!winner || score > winner.score) winner = { ...place, score };
  }
  return winner;
}

// JavaScript counts UTF-16 units; the benchmark counts code points.
function points(text, units) {
  let count = 0;
  for (let at = 0; at < units; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

let time = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { text, cases } = JSON.parse(line);
  const start = process.cpuUsage();
  const found = cases.map((each) => best(text, each));
  const { user, system } = process.cpuUsage(start);
  time += (user + system) / 1000;
  console.log(
    JSON.stringify(found.map((each) => each && [points(text, each.start), points(text, each.end)])),
  );
}
console.log(JSON.stringify(time));
