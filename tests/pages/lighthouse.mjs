// Lighthouse for many pages, with one browser: `node lighthouse.mjs PACKAGES OPTIONS`, where OPTIONS
// are a path to Chromium and its flags as JSON. Each line that comes in is an address; for each, a
// line goes out with the result as JSON. Starting anew for each page takes longer than the page.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [packages, options] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${packages}/${path}`).href);
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");
const { pageFunctions } = await load("lighthouse/core/lib/page-functions.js");

// For each page it counts for a second how fast the machine is, to say so in reports on time.
pageFunctions.computeBenchmarkIndex = () => 10_000;

const config = {
  extends: "lighthouse:default",
  settings: {
    onlyCategories: ["accessibility", "best-practices", "seo"],
    // Nothing here is measured in time, and the pages come from this machine: the network is not
    // slowed down, and a short silence says that a page is there.
    throttlingMethod: "simulate",
    pauseAfterFcpMs: 100,
    pauseAfterLoadMs: 100,
    networkQuietThresholdMs: 300,
    cpuQuietThresholdMs: 300,
    disableFullPageScreenshot: true,
  },
};

const chrome = await launch(JSON.parse(options));
try {
  for await (const address of createInterface({ input: process.stdin })) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" }, config);
    process.stdout.write(`${JSON.stringify(lhr)}\n`);
  }
} finally {
  chrome.kill();
}
