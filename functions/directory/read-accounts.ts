import { passOnWork } from "../../shared/acts/pass-on-work.ts";
import {
  type AccountList,
  changesBy,
  hasStaff,
  type PersonChange,
} from "../../shared/domain/office/accounts.ts";
import { OFFICE_JOURNAL } from "../../shared/domain/office/directory.ts";
import type { PendingAct } from "../../shared/domain/office/pending.ts";
import { accountOf, isMade, type StaffChange } from "../../shared/domain/office/staff-changes.ts";
import { existing } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { log } from "../../shared/platform/log.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { auditWrite } from "../../shared/store/audit.ts";
import type { Write } from "../../shared/store/write.ts";
import { changesIn, standingSheet } from "../../shared/subjects/staff/standing.ts";
import { changeAccounts } from "./change-accounts.ts";

/** A sheet that two people have agreed on, as far as it is not carried out. */
interface Sheet {
  readonly act: PendingAct<"of-subject">;
  readonly changes: readonly StaffChange[];
}

const acceptedSheet = async (deps: Pick<Deps, "store">): Promise<Sheet | undefined> => {
  const act = await standingSheet(deps);
  return act?.state === "accepted" ? { act, changes: changesIn(act) } : undefined;
};

/** Who did it, for the journal: those who agreed on the sheet, or whoever keeps accounts at the provider. */
const authorsOf = (sheet: Sheet | undefined) => {
  if (!sheet) return { by: "system", byName: "Rynek", facts: {} };
  const { by, byName } = existing(sheet.act.settled);
  return { by, byName, facts: { proposedBy: sheet.act.byName } };
};

/** What the journal says of it, and the end of sessions that know more than is true by now; nothing where the list said what was known. */
const recordsOf = async (
  { before, next, news }: PersonChange,
  at: Instant,
  sheet: Sheet | undefined,
  { system, store }: Pick<Deps, "system" | "store">,
): Promise<Write[]> => {
  if (news === undefined) return [];
  const { facts, ...authors } = authorsOf(sheet);
  const isLess = before?.roles.some((role) => !next.roles.includes(role));
  return [
    auditWrite(OFFICE_JOURNAL, idFrom("aud", system.random(10)), {
      at,
      ...authors,
      act: `ACCOUNT ${news}`,
      facts: {
        person: next.name,
        roles: news === "closed" ? null : next.roles.join(" "),
        mail: before && before.mail !== next.mail ? "changed" : null,
        ...facts,
      },
    }),
    ...(isLess || news === "closed" ? [await store.staffSessions.ending(next.id, at)] : []),
  ];
};

/** Puts people where a sheet has them. A unit that has gone meanwhile is no place. */
const placePeople = async ({ act, changes }: Sheet, list: AccountList, { store }: Deps): Promise<number> => {
  let failures = 0;
  for (const one of changes) {
    const id = one.unit && accountOf(one, list)?.id;
    const person = id ? await store.directory.person(id) : undefined;
    if (!one.unit || !person || person.unit === one.unit.id) continue;
    const { by, byName, at } = existing(act.settled);
    const record = auditWrite(OFFICE_JOURNAL, recordId(act, one, "unit"), {
      at,
      by,
      byName,
      act: "patchPerson",
      facts: { person: person.name, unit: one.unit.name, proposedBy: act.byName },
    });
    const { mail, absence } = person;
    const kept = await store.directory.keepPerson(person, { unit: one.unit.id, mail, absence }, record);
    if (!kept.ok && kept.refusal.code !== "request/not-valid") failures++;
  }
  return failures;
};

/** The same each time: what is done again is recorded once. */
const recordId = ({ id }: PendingAct, { mail }: StaffChange, what: string): string =>
  idFrom("aud", sha256(id, "\n", mail, "\n", what).subarray(0, 10));

/** A sheet is over when each of its changes is true, or cannot be: the journal has what could not. */
const finish = async (
  { act, changes }: Sheet,
  refused: readonly StaffChange[],
  list: AccountList,
  { store }: Deps,
): Promise<void> => {
  const isOver = changes.every((one) => isMade(one, accountOf(one, list)) || refused.includes(one));
  if (!isOver) return;
  const { by, byName, at } = existing(act.settled);
  const facts = { proposedBy: act.byName };
  for (const one of refused.filter((each) => !isMade(each, accountOf(each, list))))
    await store.table.write([
      auditWrite(OFFICE_JOURNAL, recordId(act, one, "refused"), {
        at,
        by,
        byName,
        act: "ACCOUNT refused",
        facts: { person: one.name, roles: one.roles === null ? null : one.roles.join(" "), ...facts },
      }),
    ]);
  await store.table.write([await store.pending.leave(act)]);
};

const listOf = async ({ accounts }: Pick<Deps, "accounts">): Promise<AccountList> => {
  const list = await accounts.list();
  if (!hasStaff(list))
    throw new Error("by the list of accounts nobody works here: the directory stays as it is");
  return list;
};

/**
 * Makes accounts as an accepted sheet has them, and brings the directory in line with the accounts of staff. The directory is read before the list
 * is asked for, and each person is written in the version that was read: what a sign-in or an admin writes meanwhile is newer than the list, and
 * stands until the next one. Each person stands alone; what could not be read or written rings when the others are done. A list that cannot be
 * had whole changes nothing.
 */
export const readAccounts = async (deps: Deps): Promise<void> => {
  const { store, accounts, system } = deps;
  const sheet = await acceptedSheet(deps);
  const staff = await store.directory.staff();
  const before = await listOf(deps);
  const endSessions = async (id: string): Promise<void> =>
    void (await store.table.write([await store.staffSessions.ending(id, system.now())]));
  const done = sheet && (await changeAccounts(sheet.changes, { list: before, accounts, endSessions }));
  const list = sheet ? await listOf(deps) : before;
  const at = system.now();
  let failures = done?.failures ?? 0;
  for (const change of changesBy(list, staff, at)) {
    const isOf = (one: StaffChange): boolean => accountOf(one, list)?.id === change.next.id;
    const cause = sheet?.changes.some(isOf) ? sheet : undefined;
    try {
      const followed = await store.directory.follow(change, await recordsOf(change, at, cause, deps));
      if (followed.ok && change.news === "closed")
        await passOnWork(change.next, { at, by: "system", byName: "Rynek" }, deps);
    } catch (error) {
      failures++;
      log.error({ event: "directory/person", error });
    }
  }
  if (sheet) failures += await placePeople(sheet, list, deps);
  if (sheet && done && failures === 0) await finish(sheet, done.refused, list, deps);
  failures += list.unreadable.length;
  await store.directory.noteReading({ at, unreadable: list.unreadable.length });
  if (failures > 0) throw new Error(`${failures} accounts could not be followed`);
};
