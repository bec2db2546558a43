import { codeOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import { type Client, need, type Sending } from "../rehearse/client.ts";
import { type Elector, newKey, type Place } from "./place.ts";
import type { Confirmed } from "./prepared.ts";

type From = Pick<Sending, "from">;

/** The requests of a vote, over HTTP. */
export const castOverHttp =
  ({ cycleId }: Place, client: Client) =>
  ({ token, key, sections, ...from }: Pick<Confirmed, "token" | "key" | "sections"> & From) =>
    need(
      client.send(`POST /v1/cycles/${cycleId}/ballots`, { token, key, body: { sections }, ...from }),
      "casting",
    );

/** A whole vote, from identity to receipt. The code is derived as its letter derives it: waiting for mail is nothing to measure. */
export const voteOverHttp =
  (place: Place, client: Client) =>
  async ({ sections, ...identity }: Elector, from: From = {}): Promise<void> => {
    const at = `POST /v1/cycles/${place.cycleId}`;
    const { session } = await need(
      client.send(`${at}/voter-sessions`, { body: identity, ...from }),
      "identifying",
    );
    const { store, vault } = place.house.deps;
    const sessionHash = sessionHashOf(session);
    const { codeExpiresAt = "" } = (await store.voterSessions.get(sessionHash)) ?? {};
    const code = codeOf((await vault.codes("codes")).current, { sessionHash, codeExpiresAt }, 6);
    const { token } = await need(
      client.send(`${at}/voter-sessions/${session}/code`, { body: { code }, ...from }),
      "entering a code",
    );
    await castOverHttp(place, client)({ token, key: newKey(), sections, ...from });
  };
