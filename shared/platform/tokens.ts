import { z } from "zod";
import { type Instant, instant, milliseconds } from "../domain/instant.ts";
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
} as const;
type TokenPurpose = keyof typeof SECRET_OF;

export type Tokens = ReturnType<typeof openTokens>;

/** Sealed bearer tokens: what is inside is for us alone, and each purpose has its own key. */
export const openTokens = (vault: Vault, system: System) => ({
  seal: async (
    purpose: TokenPurpose,
    claims: Readonly<Record<string, unknown>>,
    expiresAt: Instant,
  ): Promise<string> => {
    const { EncryptJWT } = await import("jose");
    return await new EncryptJWT({ claims })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime(Math.floor(milliseconds(expiresAt) / 1000))
      .encrypt((await vault[SECRET_OF[purpose]](`token/${purpose}`)).current);
  },

  /** The claims and whether their time is over; undefined when the token is not ours. */
  open: async <S extends z.ZodType>(
    purpose: TokenPurpose,
    token: string,
    schema: S,
  ): Promise<{ readonly claims: z.output<S>; readonly expired: boolean } | undefined> => {
    const { errors, jwtDecrypt } = await import("jose");
    const { accepted } = await vault[SECRET_OF[purpose]](`token/${purpose}`);
    for (const key of accepted)
      try {
        const { payload } = await jwtDecrypt(token, key, { currentDate: new Date(0) });
        const claims = schema.parse(payload.claims);
        return { claims, expired: instant((payload.exp ?? 0) * 1000) <= system.now() };
      } catch (error) {
        const isNotOurs =
          error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError;
        if (!isNotOurs) throw error;
      }
    return undefined;
  },
});
