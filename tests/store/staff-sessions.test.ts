import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { keys } from "../../shared/store/keys.ts";
import { AT, openTables, type Tables } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables?.close());

test("a session that was ended stays so for as long as its provider refreshes a token of it", async () => {
  const { store, table } = tables;
  const session = { id: "a-session", person: "7b0c", startedAt: AT, endsAt: "2027-09-10T11:00:00.000Z" };
  expect((await store.staffSessions.end(session, AT)).ok).toBe(true);
  const kept = await table.get(keys.signedOut(session.id), z.object({ expiresAtSeconds: z.number() }));
  // Eight hours of refreshing from the sign-in on, and the hour of the last token.
  expect(kept?.expiresAtSeconds).toBeGreaterThanOrEqual(Date.parse(AT) / 1000 + 9 * 3600);
  expect(await store.staffSessions.isEnded({ ...session, endsAt: "2027-09-10T19:00:00.000Z" })).toBe(true);
});
