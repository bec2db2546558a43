import { newKey, type Place } from "./place.ts";

export type Act = "taking" | "release" | "pass" | "hiding" | "masking" | "restoring" | "answer";

/** What a moderator does about a post by the API; `n` is which of them. */
export const moderate = async (
  place: Place,
  id: string,
  act: Act,
  body?: object,
  { n = 0, role = "moderator" as "moderator" | "coordinator", post = "rmk_000001" } = {},
) =>
  place.call(`POST /v1/staff/moderation/${id}/${post}/${act}`, {
    token: await place.staff(role, n),
    key: newKey(),
    ...(body && { body }),
  });

/** What waits for a moderator, in words. */
export const queueOf = async (place: Place, whose: "mine" | "taken" | "nobody", n = 0) => {
  const token = await place.staff("moderator", n);
  const { body } = await place.call(`GET /v1/staff/moderation?whose=${whose}`, { token });
  return body.items as { dueAt: string; href: string; text: string }[];
};

export const lookAt = async (place: Place, id: string, post = "rmk_000001", n = 0) =>
  place.call(`GET /v1/staff/moderation/${id}/${post}`, { token: await place.staff("moderator", n) });

/** Where the last letter to an author leads. */
export const appealLink = async (place: Place, to: string): Promise<string> => {
  await place.settle();
  const text = (await place.letterTo(to))?.text ?? "";
  return /\/konsultacje\/\S+\/moderacja\/rmk_\d+\/\d+\/[0-9a-z]{26}/.exec(text)?.[0] ?? "";
};

export const named = async (place: Place, id: string, moderators: string[]) => {
  const token = await place.staff("editor");
  const path = `/v1/staff/consultations/${id}/moderators`;
  const { version } = (await place.call(`GET ${path}`, { token })).body;
  return place.call(`PUT ${path}`, { token, body: { moderators }, headers: { "if-match": `"v${version}"` } });
};
