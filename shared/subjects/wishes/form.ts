import type { Wish } from "../../domain/project/wish.ts";
import type { Frame } from "../../pages/layout.ts";
import type { FormWords } from "../form-words.ts";
import { said } from "./pages.ts";

/** How a wish came, as a clerk types it. */
export const wordsOfWish = (frame: Frame): FormWords<typeof Wish> => {
  const { fields: w, ways: options } = said(frame);
  return {
    arrivedBy: { label: w.arrivedBy, options },
    arrivedAt: { label: w.arrivedAt, hint: w.arrivedAtHint },
    mark: { label: w.mark, hint: w.markHint },
  };
};
