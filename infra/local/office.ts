import type { Store } from "../../shared/store/store.ts";
import { DEMO_STAFF, DEMO_UNITS } from "./issuer/staff.ts";
import { subjectOf } from "./issuer/tokens.ts";

/** Gives a new installation of the made-up staff its units and people, as a list of accounts leaves them; what its admin changed since is let be. */
export const beginOffice = ({ directory }: Store): Promise<void> =>
  directory.begin(
    DEMO_UNITS.map((unit) => ({ ...unit, version: 1 })),
    DEMO_STAFF.map(({ username, name, roles, unit, mail }) => ({
      id: subjectOf({ username }),
      name,
      roles: [...roles],
      unit,
      mail,
      account: { mail, closedAt: null },
      absence: null,
      version: 1,
    })),
  );
