import { wrongForm } from "../../acts/posted.ts";
import { formState } from "../../pages/components/form-state.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { searchView } from "./pages.ts";
import { letterRows as rows } from "./rows.ts";
import { Found, Search } from "./rules.ts";
import { searchLetters } from "./search.ts";

const FIELDS = ["to", "name", "reason"];

export const postLetterSearch = endpoint(rows.postLetterSearch, {
  summary:
    "What became of the letters to an address, a number or a name; the journal says who looks, and why",
  description:
    "The newest first. `queued` waits for its first try, `delayed` for its next one (`again`); `given-up` was tried in vain, `rejected` was refused by the mail, and of `unknown` no answer came. A receipt of a vote has a day and no time, and is found once it was tried. What a letter said is not kept. Each row goes when its purpose is over. By `name` letters on paper are found, whichever of the names comes first.",
  body: Search,
  replies: { 200: Found },
  handle: async (request, deps) =>
    json(await searchLetters(request.body, { ...request, route: rows.postLetterSearch }, deps)),
});

export const getOfficeLetterSearch = endpoint(rows.getOfficeLetterSearch, {
  summary: "Where staff look up what became of somebody's letters",
  handle: async (request) => view(searchView(frameOf(request), formState(request.words))),
});

export const postOfficeLetterSearch = endpoint(rows.postOfficeLetterSearch, {
  summary: "What became of the letters to an address or number, on a page whose address does not name it",
  body: Search,
  invalid: (issues, typed, request) => {
    const { status, ...posted } = wrongForm(issues, typed, FIELDS);
    return { ...view(searchView(frameOf(request), formState(request.words, posted)), status), issues };
  },
  handle: async (request, deps) => {
    const found = await searchLetters(request.body, { ...request, route: rows.postLetterSearch }, deps);
    const state = formState(request.words, { typed: request.body });
    return view(searchView(frameOf(request), state, found));
  },
});
