import type { Theme } from "../../domain/theme.ts";
import { components } from "./components.ts";
import { minified } from "./css.ts";
import { forms } from "./forms.ts";
import { office } from "./office.ts";
import { colours, page } from "./page.ts";
import { versioned } from "./versioned.ts";

interface Sheet {
  readonly text: string;
  readonly file: string;
}

const made = new WeakMap<Theme, Sheet>();

/** The one style sheet, in a city's colours. */
export const sheetOf = (theme: Theme): Sheet => {
  const known = made.get(theme);
  if (known) return known;
  const text = minified(colours(theme) + page + forms + components + office);
  const sheet = { text, file: versioned("rynek", text, "css") };
  made.set(theme, sheet);
  return sheet;
};
