// Writes what the test gives on standard input as the page's script does, and gives it back as JSON.

import { readFileSync } from "node:fs";

const [, , yaml, form] = process.argv;
const { noteYaml, sourceYaml } = await import(yaml);
const { fileOf, idFrom } = await import(form);
const { notes, sources, titles, taken, files } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({
    notes: notes.map(noteYaml),
    sources: sources.map(sourceYaml),
    ids: titles.map((title) => idFrom([title, "the words", "note"], taken)),
    files: files.map(fileOf),
  }),
);
