import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import type { Language } from "../../shared/domain/languages.ts";
import { sheet } from "../../shared/pages/look/sheet.ts";
import type { Seen } from "../kit/visitor.ts";
import { faultsOfPage } from "./tags.ts";

/** What a page of the vote may weigh with its style sheet, as it travels. */
const BUDGET_BYTES = 15_000;
const SHEET_BYTES = gzipSync(sheet).length;

/** What every page of the vote owes its reader, whatever it says. */
export const expectWhole = ({ path, text, headers }: Seen, language: Language): void => {
  expect([path, faultsOfPage(text)]).toEqual([path, []]);
  expect(gzipSync(text).length + SHEET_BYTES).toBeLessThan(BUDGET_BYTES);
  expect(text).toContain(`<html lang="${language}">`);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(text).not.toMatch(/undefined|NaN|\[object|null/);
};
