import { createHash } from "node:crypto";
import { minified } from "./css.ts";
import { forms } from "./forms.ts";
import { office } from "./office.ts";
import { page } from "./page.ts";
import { parts } from "./parts.ts";

/** The one style sheet. */
export const sheet = minified(page + forms + parts + office);

/** Its file name carries its content, so that a browser may keep it for a year and still sees a change at once. */
export const sheetFile = `rynek.${createHash("sha256").update(sheet).digest("hex").slice(0, 8)}.css`;
