import { changesBy, hasStaff, type PersonChange } from "../../shared/domain/office/accounts.ts";
import { OFFICE_JOURNAL } from "../../shared/domain/office/directory.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { auditWrite } from "../../shared/store/audit.ts";
import type { Write } from "../../shared/store/write.ts";

/** What the journal says of it; nothing where the list said what was known. */
const recordOf = (
  { before, next, news }: PersonChange,
  at: Instant,
  { system }: Pick<Deps, "system">,
): Write[] =>
  news === undefined
    ? []
    : [
        auditWrite(OFFICE_JOURNAL, idFrom("aud", system.random(10)), {
          at,
          by: "system",
          byName: "Rynek",
          act: `ACCOUNT ${news}`,
          facts: {
            person: next.name,
            roles: news === "closed" ? null : next.roles.join(" "),
            mail: before && before.mail !== next.mail ? "changed" : null,
          },
        }),
      ];

/**
 * Brings the directory in line with the accounts of staff. The directory is read before the list is asked for, and each person is written in
 * the version that was read: what a sign-in or an admin writes meanwhile is newer than the list, and stands until the next one. Each person
 * stands alone; what could not be read or written rings when the others are done. A list that cannot be had whole changes nothing.
 */
export const readAccounts = async (deps: Deps): Promise<void> => {
  const { store, accounts, system } = deps;
  const staff = await store.directory.staff();
  const list = await accounts.list();
  if (!hasStaff(list))
    throw new Error("by the list of accounts nobody works here: the directory stays as it is");
  const at = system.now();
  let failures = list.unreadable.length;
  for (const change of changesBy(list, staff, at)) {
    try {
      await store.directory.follow(change, recordOf(change, at, deps));
    } catch (error) {
      failures++;
      log.error({ event: "directory/person", error });
    }
  }
  await store.directory.noteReading({ at, unreadable: list.unreadable.length });
  if (failures > 0) throw new Error(`${failures} accounts could not be followed`);
};
