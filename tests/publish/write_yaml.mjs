// Writes what the test gives on standard input as the page's script does, and gives it back as JSON.

import { readFileSync } from "node:fs";

const [, , script] = process.argv;
const { noteYaml, sourceYaml } = await import(script);
const { notes, sources } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify({ notes: notes.map(noteYaml), sources: sources.map(sourceYaml) }),
);
