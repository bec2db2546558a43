import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import type { Publication } from "../../shared/domain/procedure/publication.ts";
import { instant } from "../../shared/domain/time.ts";
import { waits } from "../../shared/store/work.ts";
import { carryOutList } from "../../shared/subjects/checks/publish.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  acceptCard,
  enterPhase,
  fillCard,
  letterAbout,
  openCall,
  propose,
} from "../kit/proposals.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** A list that turns a proposal down, public, of which nothing is carried out yet. */
const announced = async (
  cycleId: CycleId,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<Publication> => {
  const { publications, table } = place.deps.store;
  const issuedAt = instant(place.clock.now());
  const named = { cycleId, list: "formal", version: 1 } as const;
  const parts = await publications.prepare(named, [
    {
      ...{
        id: id as ProjectId,
        number,
        pool: "L13",
        title: "Ławki i źródełko w parku",
        costGrosze: 3_200_000,
      },
      ...{ result: "rejected", reason: "Brak podpisów", from: "submitted", to: "rejected" },
    },
  ]);
  const one: Publication = {
    ...named,
    ...{ issuedAt, parts, done: 0, accepted: 0, rejected: 1, proposedBy: "Anna", acceptedBy: "Jan" },
  };
  const about = { cycleId, text: { pl: "" }, path: "" };
  const work = waits({
    kind: "of-subject",
    id: "list/formal/1",
    owner: "queue#clock",
    dueAt: issuedAt,
    about,
  });
  expect((await table.write([await publications.publish(one, work)])).ok).toBe(true);
  return one;
};

test("a publication that was broken off is read whole by everybody, and carried out by the next sweep", async () => {
  const cycleId = (await openCall(place)) as CycleId;
  const proposal = await propose(place, cycleId);
  const { id } = proposal;
  const { publications, projects } = place.deps.store;
  await announced(cycleId, proposal);

  expect((await projects.get(cycleId, id as ProjectId))?.status).toBe("submitted");
  const read = async (path: string) => (await place.call(`GET /v1/cycles/${cycleId}/${path}`)).body;
  expect(await read(`projects/${id}`)).toMatchObject({ status: "rejected", reason: "Brak podpisów" });
  for (const query of ["", "?status=rejected", "?q=ławki", "?q=ławki&status=rejected"])
    expect((await read(`projects${query}`)).items, query).toMatchObject([{ status: "rejected" }]);
  for (const query of ["?status=submitted", "?q=ławki&status=submitted"])
    expect((await read(`projects${query}`)).items, query).toEqual([]);
  expect((await place.call(`GET /v1/cycles/${cycleId}/projects.csv`)).text).toContain("Brak podpisów");

  await place.settle();
  expect((await projects.get(cycleId, id as ProjectId))?.status).toBe("rejected");
  expect((await publications.of(cycleId))[0]).toMatchObject({ done: 1, parts: 1 });
  expect(await letterAbout(place, "lucja@example.com", /odrzucony formalnie$/)).toBeDefined();
  expect((await read(`projects/${id}`)).history).toHaveLength(2);
});

test("what a list has said is taken back by nobody while its projects are still being moved", async () => {
  const cycleId = (await openCall(place, ASKS_FOR_NONE)) as CycleId;
  const proposal = await propose(place, cycleId, {
    author: { name: "Ewa", email: "ewa@example.com", isNamePublic: true },
  });
  await enterPhase(place, cycleId, "formal-review");
  const at = [cycleId, proposal.id] as const;
  await fillCard(place, at, "rejected");
  expect((await acceptCard(place, at)).body.state).toBe("accepted");
  const one = await announced(cycleId, proposal);
  const path = `/v1/staff/cycles/${cycleId}/projects/${proposal.id}/formal-check`;
  const back = await place.call(`POST ${path}/refusal`, {
    token: await place.staff("verifier", 1),
    body: { reason: "Jednak nie" },
  });
  expect([back.status, back.body.code]).toEqual([409, "act/wrong-state"]);
  const shown = await place.call(`GET ${path}`, { token: await place.staff("auditor") });
  expect(shown.body.state).toBe("published");
  const withdrawal = await place.call(`POST /v1/cycles/${cycleId}/proposals/${proposal.id}/withdrawal`, {
    body: { proof: proposal.path.split("/").at(-1) },
  });
  expect([withdrawal.status, withdrawal.body.code]).toEqual([503, "service/try-again"]);

  // Somebody changes the project between the read of the sweep and its write: the list is carried out all the same.
  const { store } = place.deps;
  const { projects } = store;
  let isChanged = false;
  const get: typeof projects.get = async (...of) => {
    const project = await projects.get(...of);
    if (project && !isChanged) {
      isChanged = true;
      const { title, description, estimatedCostGrosze } = project;
      const said = { title, description: `${description} Nowe.`, estimatedCostGrosze };
      await projects.edit(project, said, { at: one.issuedAt, changed: ["description"] });
    }
    return project;
  };
  const seen = new Proxy(projects, { get: (all, name) => (name === "get" ? get : Reflect.get(all, name)) });
  await carryOutList(one, { ...place.deps, store: { ...store, projects: seen } });
  expect(isChanged).toBe(true);
  expect((await projects.get(cycleId, proposal.id as ProjectId))?.status).toBe("rejected");
});
