import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictOn } from "../../infra/verify/checks.ts";
import { countTestVote, signAndPublish, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { cardOf, clerksOf } from "../kit/voting-points.ts";

/**
 * The data folder of a small city that 0.1 played through its doors, without its mails, its clock and the issuer's key: a published
 * edition, one in its call with a proposal, an open vote with a ballot, a batch of cards and a proposal to end it early, a meeting
 * with a sign-up.
 */
const FOLDER = join(import.meta.dirname, "data-0.1.zip");

interface Sample {
  /** The moment at which the folder was taken, of the house's own clock. */
  readonly now: string;
  readonly published: string;
  readonly call: string;
  readonly proposal: string;
  readonly meeting: string;
  readonly open: string;
  readonly project: string;
  readonly privateKey: string;
  readonly batch: string;
}

let folder: string;
let place: Place;
let sample: Sample;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-former-"));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(FOLDER)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  sample = JSON.parse(readFileSync(join(folder, "sample.json"), "utf8"));
  place = await openPlace({ folder, startsAt: Date.parse(sample.now) });
  await place.settle();
}, 60_000);
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const packageOf = async (cycleId: string) => {
  const reply = await fetch(`${place.url}/v1/cycles/${cycleId}/results/package.zip`);
  return new Map(Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer()))));
};

describe("what the release before wrote", () => {
  test("is on every page and in every list that shows it", async () => {
    const { published, call, proposal, meeting, open, project } = sample;
    const token = await place.staff("coordinator");
    const desk = { cookie: `staff=${token}` };
    const cases: readonly [path: string, says: string][] = [
      ["/v1/cycles", open],
      [`/v1/cycles/${published}/results`, published],
      [`/wyniki/${published}`, "Wyniki"],
      [`/v1/cycles/${call}/projects`, proposal],
      [`/projekty/${call}/${proposal}`, "Ławki"],
      [`/projekty/${open}/${project}`, "Projekt M 1"],
      [`/v1/meetings/${meeting}`, meeting],
      [`/spotkania/${meeting}`, meeting],
    ];
    for (const [path, says] of cases) {
      const { status, text } = await place.call(`GET ${path}`);
      expect([path, status, text.includes(says)]).toEqual([path, 200, true]);
    }
    for (const path of [
      `/v1/staff/cycles/${open}`,
      `/v1/staff/cycles/${call}/projects`,
      `/v1/staff/meetings/${meeting}/signups`,
    ]) {
      const reader = path.includes("meetings") ? await place.staff("editor") : token;
      expect([path, (await place.call(`GET ${path}`, { token: reader })).status]).toEqual([path, 200]);
    }
    for (const path of ["/urzad", `/urzad/edycje/${open}`, `/urzad/wnioski/${call}/${proposal}`])
      expect([path, (await place.call(`GET ${path}`, { headers: desk })).status]).toEqual([path, 200]);
  });

  test("goes on: a vote is cast, a card is settled, two people end the vote, and all of it is counted and published", async () => {
    const { published, open, project, batch, privateKey } = sample;
    const sections = [{ pool: "M", points: { [project]: 3 } }];
    expect((await vote(place, open, 1, sections)).body.code).toBe("voting/already-voted");
    const clerks = clerksOf(place, open);
    expect((await clerks.key(1, batch, 2, cardOf(2, sections))).body.state).toBe("accepted");
    expect((await clerks.clerk(0, `POST /paper-batches/${batch}/closing`)).status).toBe(200);

    const token = await place.staff("coordinator", 1);
    const path = `/v1/staff/cycles/${open}`;
    const { proposedMove } = (await place.call(`GET ${path}`, { token })).body;
    const ended = await place.call(`POST ${path}/transitions/acceptance`, {
      token,
      body: { to: "sealed", proposedAt: proposedMove.at },
    });
    expect(ended.status).toBe(202);
    await place.settle();
    await place.clock.moveTo((now) => now + 70_000);
    await place.call(`POST ${path}/transitions`, { token, body: { to: "sealed", reason: "Są wszystkie" } });
    await place.settle();
    const city = { cycleId: open, privateKey, linkKey: "", projects: {} };
    const counted = await countTestVote(place, city);
    expect(counted.count).toMatchObject({ markers: 3, ballots: 3 });
    await signAndPublish(place, open, counted.count.digest);
    expect((await place.call(`GET /v1/cycles/${open}/results`)).body.turnout.voters).toBe(3);
    // Its districts had no residents yet: turnout is told of the roll, as before.
    const { text } = await place.call(`GET /wyniki/${open}`);
    expect(text).toContain("z 3 osób w spisie uprawnionych");
    for (const id of [published, open])
      expect(await verdictOn(await packageOf(id), undefined, () => undefined)).toMatch(/^CONSISTENT/);
  }, 60_000);
});
