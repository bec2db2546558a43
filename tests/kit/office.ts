import { expect } from "vitest";
import { type Answer, newKey, type Place } from "./place.ts";

/** What the office asks of the API. */
export const asEditor = async (place: Place, route: string, body?: object, version?: number) =>
  place.call(route, {
    token: await place.staff("editor"),
    key: newKey(),
    ...(body && { body }),
    ...(version !== undefined && { headers: { "if-match": `"v${version}"` } }),
  });

/** A coordinator accepts what an editor proposed: an act that takes two is done. */
export const secondWord = async (place: Place, proposed: Answer): Promise<void> => {
  expect(proposed.status).toBe(202);
  const token = await place.staff("coordinator");
  const path = `POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`;
  expect((await place.call(path, { token })).body.state).toBe("accepted");
};
