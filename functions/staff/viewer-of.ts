import type { Person } from "../../shared/domain/office/directory.ts";
import type { Viewer } from "../../shared/domain/office/whose.ts";
import type { Staff } from "../../shared/platform/actor.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Request } from "../../shared/platform/endpoint.ts";

/** Who asks, with the office around them. Roles are those of their token; the directory may not know them yet. */
export const viewerOf = async (
  { actor, receivedAt }: { readonly actor: Staff } & Pick<Request, "receivedAt">,
  { store }: Pick<Deps, "store">,
): Promise<Viewer> => {
  const { id, name, roles } = actor;
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  const known = staff.find((person) => person.id === id);
  const me: Person = {
    unit: null,
    mail: null,
    absence: null,
    version: 0,
    ...known,
    id,
    name,
    roles: [...roles],
  };
  return { me, staff, units, now: receivedAt };
};
