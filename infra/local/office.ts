import type { Store } from "../../shared/store/store.ts";
import { DEMO_STAFF, DEMO_UNITS } from "./issuer/staff.ts";
import { subjectOf } from "./issuer/tokens.ts";

/** The address at work of a made-up member of staff. */
const mailOf = (username: string): string => `${username}@urzad.example`;

/** Gives a new installation its units and people; what its admin changed since is let be. */
export const beginOffice = ({ directory }: Store): Promise<void> =>
  directory.begin(
    DEMO_UNITS.map((unit) => ({ ...unit, version: 1 })),
    DEMO_STAFF.map(({ username, name, role, unit }) => ({
      id: subjectOf({ username }),
      name,
      roles: [role],
      unit,
      mail: mailOf(username),
      absence: null,
      version: 1,
    })),
  );
