import { versioned } from "./versioned.ts";

/**
 * All that pages do by a script, each a comfort that is missed by nobody who has none: the wait for another code is counted down on its button,
 * the number of a receipt is typed in from the address that brought it (what stands behind `#` is sent to nobody), a page is printed.
 */
const text = `(() => {
const at = (name) => document.querySelector("[data-" + name + "]");
const wait = at("until");
if (wait) {
const button = wait.querySelector("button");
const words = button.textContent;
const end = Math.min(Date.parse(wait.dataset.until), Date.now() + 120000);
const tick = () => {
const left = Math.ceil((end - Date.now()) / 1000);
button.disabled = left > 0;
button.textContent = left > 0 ? words + " (" + left + " s)" : words;
if (left > 0) setTimeout(tick, 1000);
};
tick();
}
const receipt = document.getElementById("receipt");
const number = location.hash.slice(1);
if (receipt && /^[0-9A-Za-z-]{36,44}$/.test(number)) {
receipt.value = number;
history.replaceState(null, "", location.pathname);
receipt.focus();
}
const print = at("print");
if (print) {
print.hidden = false;
print.addEventListener("click", () => window.print());
}
})();
`;

export const SCRIPT = { text, file: versioned("rynek", text, "js") };
