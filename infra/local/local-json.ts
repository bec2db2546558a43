import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { House } from "./house.ts";
import { subjectOf } from "./issuer/tokens.ts";

const DemoVoter = z.object({
  pesel: z.string(),
  mothersMaidenName: z.string(),
  email: z.string(),
  district: z.string(),
});
export type DemoVoter = z.infer<typeof DemoVoter>;

const Text = z.string();

/** Somebody without a PESEL number, by the facts that the forms ask for in its place. */
const DemoStranger = z.object({
  facts: z.union([
    z.object({
      document: z.object({ country: Text, kind: Text, number: Text }),
      birthDate: Text,
    }),
    z.object({
      firstName: Text,
      surname: Text,
      birthDate: Text,
      address: z.object({ street: Text, house: Text, flat: Text }),
    }),
  ]),
  email: Text,
  district: Text,
});
export type DemoStranger = z.infer<typeof DemoStranger>;

/** What scripts need to know of the demo: its open vote and its published one, and made-up voters of the open one. */
export const Demo = z.object({
  votingCycleId: z.string(),
  publishedCycleId: z.string(),
  voters: z.array(z.union([DemoVoter, DemoStranger])),
  /** On the roll too, and below the age at which one votes alone: a guardian votes with them. */
  children: z.array(DemoVoter),
  /** Nobody's on the roll: for a statement. */
  notOnRoll: DemoVoter,
});
export type Demo = z.infer<typeof Demo>;

const NAME = "local.json";

/** Writes where everything is, once it is there. It holds tokens of this run alone, so nobody else may read it. */
export const writeLocalJson = async (folder: string, house: House, demo: Demo | undefined): Promise<void> => {
  const staff = await Promise.all(
    house.pool
      .accounts()
      .filter(({ isEnabled, roles }) => isEnabled && roles.length > 0)
      .map(async (person) => ({
        role: person.roles[0],
        name: person.name,
        unit: (await house.deps.store.directory.person(subjectOf(person)))?.unit ?? null,
        token: await house.issuer.mint(person),
      })),
  );
  const about = {
    url: house.url,
    mailbox: `${house.url}/local/mailbox`,
    openapi: `${house.url}/openapi.json`,
    staff,
    demo: demo ?? null,
    pid: process.pid,
  };
  const file = join(folder, NAME);
  writeFileSync(`${file}.new`, `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

export const removeLocalJson = (folder: string): void => rmSync(join(folder, NAME), { force: true });
