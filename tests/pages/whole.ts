import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import type { Language } from "../../shared/domain/languages.ts";
import { MOST_LOGO_BYTES } from "../../shared/domain/logo.ts";
import { sheetOf } from "../../shared/pages/style/sheet.ts";
import { KATOWICE } from "../kit/katowice.ts";
import type { Seen } from "../kit/visitor.ts";
import { faultsOfPage } from "./tags.ts";

/** What a page of the vote may weigh with its style sheet and the heaviest logo, as it travels. */
const BUDGET_BYTES = 15_000;
const LOOK_BYTES = gzipSync(sheetOf(KATOWICE.theme).text).length + MOST_LOGO_BYTES;

/** What every page of the vote owes its reader, whatever it says. */
export const expectWhole = ({ path, text, headers }: Seen, language: Language): void => {
  expect([path, faultsOfPage(text)]).toEqual([path, []]);
  expect(gzipSync(text).length + LOOK_BYTES).toBeLessThan(BUDGET_BYTES);
  expect(text).toContain(`<html lang="${language}">`);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(text).not.toMatch(/undefined|NaN|\[object|null/);
};
