/**
 * Postil: the way to the search in the head of every page. Words go to the page of the search in the
 * part of its address that is not sent to the server.
 */

const form = document.querySelector("form.postil-find");
const field = form?.querySelector("input");
const link = document.querySelector("a.postil-find-page");
if (form && field && link instanceof HTMLAnchorElement) {
  // It reads as an absolute address, which stays right when Material's instant navigation changes
  // that of the page and not its head.
  const page = link.href;
  link.href = page;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${page}#${new URLSearchParams({ q: field.value })}`);
  });

  addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(at instanceof Element) || at.closest("input, select, textarea, [contenteditable]")) return;
    try {
      // Readers can switch off keys that need no other; postil.js writes it.
      if (localStorage.getItem("postil-shortcuts")) return;
    } catch {
      // Without a store nobody switched them off.
    }
    event.preventDefault();
    const own = document.querySelector(".postil-ask input");
    if (own instanceof HTMLElement) own.focus();
    else if (field.offsetParent) field.focus();
    else link.click();
  });
}
