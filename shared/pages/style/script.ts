import { versioned } from "./versioned.ts";

/**
 * All that pages do by a script, each a comfort that is missed by nobody who has none: the wait for another code is counted down on its button,
 * the number of a receipt is typed in from the address that brought it (what stands behind `#` is sent to nobody), a page is printed; and at a criterion
 * that has the focus a digit says what it is, wherever nobody is typing.
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
document.addEventListener("keydown", (event) => {
const part = event.target.closest?.("[data-digits]");
const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
const isTyping = event.target.matches("textarea, select, input:not([type=radio])");
if (!part || digit === 0 || isTyping || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
const chosen = part.querySelectorAll("input[type=radio]")[digit - 1];
if (!chosen) return;
event.preventDefault();
chosen.checked = true;
chosen.dispatchEvent(new Event("change", { bubbles: true }));
const all = [...document.querySelectorAll("[data-digits]")];
const next = all[all.indexOf(part) + 1];
const more = part.querySelector("details");
const radio = next?.querySelector("input[type=radio]:checked") ?? next?.querySelector("input[type=radio]");
if (part.dataset.digits.split(" ").includes(chosen.value)) (radio ?? chosen).focus();
else if (more) {
more.open = true;
more.querySelector("textarea").focus();
} else chosen.focus();
});
})();
`;

export const SCRIPT = { text, file: versioned("rynek", text, "js") };
