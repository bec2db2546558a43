import { bringKeys as bring, holderOf, type KeyHolder } from "../../infra/keys/prove.ts";
import type { Answer, Place } from "./place.ts";

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}
type Purpose = "ballots" | "links";

/** The n-th member of the commission brings a key. */
export const bringKey = async (
  place: Place,
  cycleId: string,
  purpose: Purpose,
  pair: KeyPair,
  n = 0,
): Promise<Answer> => {
  const path = `POST /v1/staff/cycles/${cycleId}/keys/${purpose}`;
  const token = await place.staff("commission", n);
  const { publicKey, prove } = holderOf(pair);
  const { body } = await place.call(`${path}/challenge`, { token, body: { publicKey } });
  return place.call(path, { token, key: true, body: { publicKey, proof: await prove(body.challenge) } });
};

/** Two members of the commission bring a key each, and accept the other's. */
export const bringKeys = (
  place: Place,
  cycleId: string,
  keys: Readonly<Record<Purpose, KeyHolder>>,
): Promise<void> =>
  bring(keys, async (member, path, body) => {
    const answer = await place.call(`POST /v1/staff/cycles/${cycleId}/keys/${path}`, {
      token: await place.staff("commission", member),
      ...(body && { body }),
    });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body;
  });
