/** An author at two windows: a file is asked for in one while the proposal is submitted in the other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitDraft } from "../../shared/acts/write-proposal.ts";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/instant.ts";
import { existing } from "../../shared/domain/result.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { keys } from "../../shared/store/keys.ts";
import type { Table } from "../../shared/store/table.ts";
import { openAttachments } from "../../shared/subjects/attachments/store.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, beginDraft, openCall, PARTS, savePart } from "../kit/proposals.ts";

/** Long after any draft is gone. */
const LATE = instant(Date.UTC(2100, 0));

let place: Place;
let cycleId: CycleId;
beforeAll(async () => {
  place = await openPlace();
  const fields = { description: { isRequired: true }, costLines: { isRequired: true } };
  const files = { most: 3, mostMegabytes: 1, hasPhotos: true, papers: ["other" as const] };
  const ruleSet = { ...(ASKS_FOR_NONE.ruleSet as RuleSet), proposalForm: { fields, files } };
  cycleId = (await openCall(place, { ...ASKS_FOR_NONE, ruleSet })) as CycleId;
}, 60_000);
afterAll(() => place?.close());

test("the first file that is asked for while a proposal is submitted stays with it", async () => {
  const page = await beginDraft(place, cycleId, "ola@example.com");
  const [id = "", proof = ""] = page.split("/").slice(-2);
  const projectId = id as ProjectId;
  for (const [part, said] of Object.entries(PARTS)) await savePart(place, page, part, said);
  const { store, system } = place.deps;
  const cycle = existing(await store.cycles.get(cycleId));
  const draft = existing(await store.drafts.get(cycleId, projectId, system.now()));
  const own = keys.attachments(projectId).pk;
  let asked = 0;
  // Right after somebody has looked for files, the other window asks for one.
  const get = (async (...of: Parameters<Table["get"]>) => {
    const found = await store.table.get(...of);
    if (of[0].pk === own && asked === 0) {
      const { status } = await place.call(`POST /v1/cycles/${cycleId}/proposals/${id}/attachments`, {
        key: newKey(),
        body: { proof, as: "photo", name: "a.jpg", type: "image/jpeg", bytes: 1000, alt: "Park" },
      });
      asked = status;
    }
    return found;
  }) as Table["get"];
  const deps = { ...place.deps, store: { ...store, table: { ...store.table, get } } };
  const submitted = await submitDraft({ cycle, draft }, system.now(), deps);
  expect([asked, submitted.ok]).toEqual([201, true]);
  expect((await openAttachments(store.table).get(projectId, LATE))?.files).toHaveLength(1);
});
