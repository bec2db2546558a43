import { z } from "zod";
import { type Instant, instant, milliseconds } from "../domain/instant.ts";
import { openedJwe, sealedJwe } from "./jwe.ts";
import type { System } from "./system.ts";
import type { Vault } from "./vault.ts";

/** Which secret seals a token: what is in a browser for a while, or what is behind a link in a letter. */
const SECRET_OF = {
  voter: "sessions",
  card: "sessions",
  "sign-in": "sessions",
  "author-code": "links",
  eid: "sessions",
  survey: "links",
  support: "links",
  author: "links",
  copy: "links",
  signup: "links",
  motion: "links",
} as const;
type TokenPurpose = keyof typeof SECRET_OF;

const Payload = z.object({ claims: z.unknown(), exp: z.int() });

export type Tokens = ReturnType<typeof openTokens>;

/** Sealed bearer tokens: what is inside is for us alone, and each purpose has its own key. */
export const openTokens = (vault: Vault, system: System) => ({
  seal: async (
    purpose: TokenPurpose,
    claims: Readonly<Record<string, unknown>>,
    expiresAt: Instant,
  ): Promise<string> => {
    const payload = JSON.stringify({ claims, exp: Math.floor(milliseconds(expiresAt) / 1000) });
    return sealedJwe((await vault[SECRET_OF[purpose]](`token/${purpose}`)).current, Buffer.from(payload));
  },

  /** The claims and whether their time is over; undefined when the token is not ours. */
  open: async <S extends z.ZodType>(
    purpose: TokenPurpose,
    token: string,
    schema: S,
  ): Promise<{ readonly claims: z.output<S>; readonly expired: boolean } | undefined> => {
    const { accepted } = await vault[SECRET_OF[purpose]](`token/${purpose}`);
    const plain = accepted.map((key) => openedJwe(key, token)).find((found) => found !== undefined);
    if (!plain) return undefined;
    const { claims, exp } = Payload.parse(JSON.parse(plain.toString()));
    const { data } = schema.safeParse(claims);
    return data && { claims: data, expired: instant(exp * 1000) <= system.now() };
  },
});
