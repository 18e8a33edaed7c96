/** Postil: offers to write a note on words that are selected. The form is fetched when it is asked for. */

/** @returns {HTMLElement | null} */
const find = () => document.querySelector(".postil-annotate");

/** @param {string | undefined} address */
const at = (address) => new URL(address ?? "", location.href).href;

/** The selection, if it holds words of the text and not of its notes, and nothing is open above it. */
function chosen() {
  const text = document.querySelector(".postil-text");
  const selection = getSelection();
  if (!text || !selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer.parentElement;
  const other = around?.closest(".postil-notes") ?? document.querySelector("dialog[open]");
  return other || !range.intersectsNode(text) ? undefined : range;
}

/** @param {(place: HTMLElement) => unknown} then once the style sheet is there */
function dressed(then) {
  const place = find();
  if (!place) return;
  const href = at(place.dataset["style"]);
  const onload = () => then(place);
  const link = document.createElement("link");
  // Instant navigation takes it out again.
  if (document.querySelector(`link[href="${href}"]`)) onload();
  else document.head.append(Object.assign(link, { rel: "stylesheet", href, onload }));
}

/** @param {HTMLElement} from */
function open(from) {
  const range = chosen()?.cloneRange();
  dressed(async (place) => {
    try {
      await (await import(at(place.dataset["form"]))).write(place, range);
      offer.remove();
    } catch {
      from.textContent = place.dataset["failed"] ?? "";
    }
  });
}

/** @param {string | undefined} words */
function button(words) {
  const made = document.createElement("button");
  made.textContent = words ?? "";
  made.onclick = () => open(made);
  return made;
}

const offer = button("");
offer.className = "postil-offer";
// The selection stays.
offer.onpointerdown = (event) => event.preventDefault();

/** Put the button below the words, or above where no room is, so that it covers none of them. */
function show() {
  offer.remove();
  if (!chosen()) return;
  dressed((place) => {
    const box = chosen()?.getBoundingClientRect();
    if (!box) return;
    offer.textContent = place.dataset["offer"] ?? "";
    offer.lang = place.lang;
    document.body.append(offer);
    const { offsetWidth: width, offsetHeight: height } = offer;
    // Fingers have handles below.
    const below = box.bottom + (matchMedia("(pointer: coarse)").matches ? 40 : 8);
    const top = below + height < innerHeight ? below : Math.max(box.top - height - 8, 60);
    const left = Math.max(8, Math.min(box.left, document.body.clientWidth - width - 8));
    offer.style.top = `${top + scrollY}px`;
    offer.style.left = `${left}px`;
  });
}

function start() {
  const place = find();
  offer.remove();
  if (!place?.hidden) return;
  // As the button that lists the keys.
  place.append(Object.assign(button(place.dataset["words"]), { className: "postil-help" }));
  place.hidden = false;
}

let waiting = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 250);
});
if (typeof document$ === "undefined") start();
else document$.subscribe(start);
