/** A proposal that was withdrawn, or went into another, while somebody still had something to do about it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { cardWrite, openChecks } from "../../shared/subjects/checks/store.ts";
import { restOfCase } from "../../shared/subjects/opinions/rest.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  acceptCard,
  cardBody,
  enterPhase,
  fillCard,
  openCall,
  propose,
} from "../kit/proposals.ts";

const rules = ASKS_FOR_NONE.ruleSet as RuleSet;
const CALL = {
  ...ASKS_FOR_NONE,
  ruleSet: {
    ...rules,
    proposalForm: {
      fields: { description: { isRequired: true }, place: { isRequired: false } },
      files: { most: 3, mostMegabytes: 1, hasPhotos: true, papers: ["other" as const] },
    },
  },
};
const NAMES = ["called", "other", "begun", "into", "gone", "raced"] as const;
type Name = (typeof NAMES)[number];

let place: Place;
let cycleId: string;
const ours = new Map<Name, Awaited<ReturnType<typeof propose>>>();
const of = (name: Name) => {
  const found = ours.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};
const proofOf = (name: Name): string => of(name).path.split("/").at(-1) ?? "";
const case_ = (name: Name): readonly [string, string] => [cycleId, of(name).id];
const desk = (name: Name): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}`;
const own = (name: Name): string => `/v1/cycles/${cycleId}/proposals/${of(name).id}`;
const statusOf = async (name: Name): Promise<string> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body.status;
const withdraw = (name: Name) =>
  place.call(`POST ${own(name)}/withdrawal`, { body: { proof: proofOf(name) } });
const answer = (name: Name) =>
  place.call(`POST ${own(name)}/corrections`, {
    body: { proof: proofOf(name), changes: { description: "Zmienione po wszystkim." } },
  });
const ticket = (name: Name) =>
  place.call(`POST ${own(name)}/attachments`, {
    key: newKey(),
    body: { proof: proofOf(name), as: "photo", name: "a.jpg", type: "image/jpeg", bytes: 1000, alt: "Park" },
  });
/** Proposals of the edition of which somebody's work still speaks. */
const waiting = async (name: Name): Promise<string[]> => {
  const found = await Promise.all(
    (["verifier", "coordinator"] as const).map(async (role) =>
      place.call("GET /v1/staff/work?whose=mine&limit=100", { token: await place.staff(role) }),
    ),
  );
  return found.flatMap(({ body }) =>
    body.items.flatMap(({ link }: { link: string }) => (link.includes(of(name).id) ? [link] : [])),
  );
};
const lettersTo = async (name: Name): Promise<string[]> => {
  await place.settle();
  return place.mailbox.mails("0", `${name}@example.com`).map(({ subject }) => subject);
};
const merge = async (into: Name, other: Name) => {
  const path = `${desk(into)}/merging`;
  const asked = await place.call(`POST ${path}`, {
    token: await place.staff("coordinator"),
    body: {
      others: of(other).number,
      title: "Jeden park",
      description: "Wspólny opis.",
      until: new Date(place.clock.now() + 86_400_000).toISOString(),
    },
  });
  if (asked.status !== 200) throw new Error(asked.text);
  for (const name of [into, other])
    await place.call(`POST ${of(name).path}/laczenie`, { form: { into: of(into).id, answer: "accept" } });
  return place.call(`POST ${path}/confirmation`, { token: await place.staff("coordinator", 1), body: {} });
};

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, CALL);
  for (const name of NAMES)
    ours.set(
      name,
      await propose(place, cycleId, {
        title: `Park: ${name}`,
        author: { name, email: `${name}@example.com`, isNamePublic: true },
      }),
    );
  await enterPhase(place, cycleId, "formal-review");
}, 60_000);
afterAll(() => place?.close());

test("a call to correct ends with the proposal: nobody changes it any more, or adds a file", async () => {
  expect((await fillCard(place, case_("called"), "to-correct")).status).toBe(200);
  expect((await ticket("called")).status).toBe(201);
  expect((await withdraw("called")).status).toBe(200);
  const answered = await answer("called");
  expect([answered.status, answered.body.code]).toEqual([409, "project/no-call"]);
  const keyed = await place.call(`POST ${desk("called")}/corrections`, {
    token: await place.staff("clerk"),
    body: { changes: { description: "Zmienione po wszystkim." } },
  });
  expect([keyed.status, keyed.body.code]).toEqual([409, "project/no-call"]);
  expect((await ticket("called")).status).toBe(409);
  expect((await place.call(`GET ${of("called").path}`)).text).not.toContain("popraw");
  expect(await waiting("called")).toEqual([]);
});

test("of a proposal that went into another nobody goes on with the card", async () => {
  expect((await fillCard(place, case_("gone"), "to-correct")).status).toBe(200);
  expect((await answer("gone")).status).toBe(200);
  const body = await cardBody(place, `${desk("gone")}/formal-check`, "to-correct");
  const merged = await merge("into", "gone");
  expect([merged.status, merged.body.state], merged.text).toEqual([200, "merged"]);
  expect(await statusOf("gone")).toBe("merged");
  const before = await lettersTo("gone");
  const again = await place.call(`POST ${desk("gone")}/formal-check`, {
    token: await place.staff("verifier"),
    body,
  });
  expect([again.status, again.body.code]).toEqual([409, "act/wrong-state"]);
  expect(await lettersTo("gone")).toEqual(before);
  expect(await waiting("gone")).toEqual([]);
});

test("what was found of a proposal before others went into it is found anew: its text is another one", async () => {
  expect((await fillCard(place, case_("begun"), "rejected")).status).toBe(202);
  expect((await acceptCard(place, case_("begun"))).status).toBe(200);
  const merged = await merge("begun", "other");
  expect([merged.status, merged.body.state], merged.text).toEqual([200, "merged"]);
  const card = await place.call(`GET ${desk("begun")}/formal-check`, { token: await place.staff("auditor") });
  expect(card.body).toMatchObject({ state: "assigned", acceptedBy: null });
  expect(card.body.returned).toContain(of("other").number);
  expect(await waiting("begun")).toHaveLength(1);
});

test("whoever fills a card in while its proposal ends has not seen that, and begins anew", async () => {
  const { table } = place.deps.store;
  const named = { cycleId: cycleId as CycleId, id: of("raced").id as ProjectId };
  await fillCard(place, case_("raced"), "rejected");
  const card = existing(await openChecks(table).get(named.cycleId, "formal", named.id));
  expect((await table.write(await restOfCase(named, table))).ok).toBe(true);
  const late = await table.write([cardWrite({ ...card, state: "accepted" })]);
  expect(late.ok || late.refusal.code).toBe("request/changed-since");
});
