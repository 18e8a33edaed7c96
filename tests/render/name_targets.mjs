// Names the ranges that the test gives on standard input as the page's script does.

import { readFileSync } from "node:fs";

const [, , script] = process.argv;
const { targetOf } = await import(script);
const ranges = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(ranges.map((range) => targetOf(...range))));
