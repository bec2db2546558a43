/**
 * What became of a message. `postponed`: it was not taken, and may be later. `rejected`: it never will be.
 * `unknown`: no answer came, so it may have been taken. The reason is the name of the error, never its message: that may hold the address.
 */
export type Delivery =
  | { readonly outcome: "sent" }
  | { readonly outcome: "postponed" | "rejected" | "unknown"; readonly reason: string };

const CONNECT_MS = 3_000;
const ANSWER_MS = 5_000;

/** For clients that send: one attempt a message, since the SDK would also repeat what may have been taken. */
export const ONE_ATTEMPT = {
  requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
  maxAttempts: 1,
};

/** The request did not leave this machine. */
const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** What an error says of a message. `isAnswer`: the service itself spoke; of what it said, `rejections` are for ever. */
export const deliveryOf = (error: unknown, isAnswer: boolean, rejections: ReadonlySet<string>): Delivery => {
  const { name, code } = error as { readonly name: string; readonly code?: string };
  if (isAnswer) return { outcome: rejections.has(name) ? "rejected" : "postponed", reason: name };
  const neverLeft = name === "CredentialsProviderError" || (code !== undefined && NEVER_LEFT.has(code));
  return { outcome: neverLeft ? "postponed" : "unknown", reason: code ?? name };
};
