import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { newestFirst } from "../../../shared/domain/cycle/newest-first.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { readReceipt } from "../../../shared/domain/voting/receipt.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { checkReceiptView, type Found } from "../../../shared/pages/voting/check-receipt.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { receiptState } from "../receipt-state.ts";
import { refused } from "./trouble.ts";

const RECEIPT_LENGTH = 36;

export const getCheckPage = endpoint(routes.getCheckPage, {
  summary: "Check a receipt",
  handle: (request) => view(checkReceiptView(frameOf(request), formState(request.words))),
});

/** A receipt does not say of which edition it is: the newest editions are asked first. */
const find = async (receipt: string, deps: Deps): Promise<Found> => {
  const { items } = await deps.store.cycles.list();
  const voted = items.filter(({ phase }) => phase !== "cancelled" && !isBefore(phase, "voting"));
  for (const { id, edition } of newestFirst(voted)) {
    const found = await receiptState(id, receipt, deps);
    if (found) return { ...found, edition, resultsPath: pathTo("cycleResults", { cycleId: id }) };
  }
  return { state: "not-found" };
};

/** A mistake of typing is told as one: the check character finds it before anybody looks for the vote. */
const typingFault = (typed: string, words: Words): string | undefined => {
  const w = words.voting.check;
  const count = typed.replace(/[\s–-]/g, "").length;
  if (count === 0) return w.missing;
  if (count !== RECEIPT_LENGTH) return w.length(count);
  return readReceipt(typed) === null ? w.typo : undefined;
};

export const postCheckPage = endpoint(routes.postCheckPage, {
  summary: "Whether a receipt's vote is in the box or counted",
  body: z.object({ receipt: z.string().max(200).default("") }),
  refused,
  handle: async (request, deps) => {
    const { body, words } = request;
    const text = typingFault(body.receipt, words);
    const state = formState(words, {
      typed: body,
      faults: text === undefined ? [] : [{ field: "receipt", text }],
    });
    if (text !== undefined) return view(checkReceiptView(frameOf(request), state), 422);
    return view(checkReceiptView(frameOf(request), formState(words), await find(body.receipt, deps)));
  },
});
