/** Who signed a request: known by a keyed hash alone, so that each counts once. */
import type { RequestId } from "../../domain/ids.ts";
import { signerOf } from "../../domain/project/support.ts";
import { refusal } from "../../domain/refusals.ts";
import type { Deps } from "../../platform/deps.ts";
import { macText } from "../../platform/keyed.ts";
import { keys } from "../../store/keys.ts";
import { create, type Write } from "../../store/write.ts";
import { goesAt } from "./keeping.ts";
import { type ConsultationRequest, SignedLine } from "./rules.ts";

/** A keyed hash of who signed: the same for a name and an address however they are typed, and another one for each request. */
const personOf = async (id: RequestId, { name, address }: SignedLine, { vault }: Pick<Deps, "vault">) =>
  macText(await vault.names("consultation requests"), "signer", id, ...signerOf(name, address));

/** Those of these lines who do not count yet, each once, by their hashes. */
export const newSigners = async (
  { id }: Pick<ConsultationRequest, "id">,
  lines: readonly SignedLine[],
  deps: Pick<Deps, "store" | "vault">,
): Promise<ReadonlyMap<string, SignedLine>> => {
  const people = new Map<string, SignedLine>();
  for (const line of lines) {
    const person = await personOf(id, line, deps);
    if (!people.has(person)) people.set(person, line);
  }
  const known = await Promise.all(
    [...people.keys()].map((person) => deps.store.table.get(personKey(id, person), SignedLine)),
  );
  return new Map([...people].filter((_, index) => known[index] === undefined));
};

const personKey = (id: RequestId, person: string) => keys.consultationRequestPart(id, `SIGNER#${person}`);

/** Each of them counts once: whoever came between is told by the version of the request, which the same transaction names. */
export const signerWrites = (
  request: ConsultationRequest,
  signers: ReadonlyMap<string, SignedLine>,
): Write[] =>
  [...signers].map(([person, line]) =>
    create({
      key: personKey(request.id, person),
      item: { ...line, expiresAtSeconds: goesAt(request) },
      otherwise: () => refusal("request/changed-since", { version: request.version }),
    }),
  );
