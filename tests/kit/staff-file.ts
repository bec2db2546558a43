import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import type { LocalAccount } from "../../infra/local/pool/staff-file.ts";

type Accounts = readonly Partial<LocalAccount>[];

/** The accounts of the made-up staff, as an operator would write them down. */
export const OFFICE: Accounts = DEMO_STAFF.map(({ username, name, mail, roles }) => ({
  username,
  name,
  mail,
  roles,
}));

export const officeWithout = (username: string): Accounts =>
  OFFICE.filter((one) => one.username !== username);

/** A file of staff for a place; until it is written the place has the made-up ones. */
export const openStaffFile = () => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-staff-"));
  const path = join(folder, "staff.json");
  return {
    path,
    write: (staff: Accounts) => writeFileSync(path, JSON.stringify(staff)),
    spoil: () => writeFileSync(path, "[{"),
    remove: () => rmSync(folder, { recursive: true }),
  };
};
