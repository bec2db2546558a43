import { z } from "zod";
import { type Instant, instant, milliseconds } from "../domain/instant.ts";
import type { System } from "./system.ts";
import type { Vault } from "./vault.ts";

export type Tokens = ReturnType<typeof openTokens>;

/** Sealed bearer tokens: what is inside is for us alone, and each purpose has its own key. */
export const openTokens = (vault: Vault, system: System) => ({
  seal: async (
    purpose: string,
    claims: Readonly<Record<string, unknown>>,
    expiresAt: Instant,
  ): Promise<string> => {
    const { EncryptJWT } = await import("jose");
    return await new EncryptJWT({ claims })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime(Math.floor(milliseconds(expiresAt) / 1000))
      .encrypt(await vault.siteKey(`token/${purpose}`));
  },

  /** The claims and whether their time is over; undefined when the token is not ours. */
  open: async <S extends z.ZodType>(
    purpose: string,
    token: string,
    schema: S,
  ): Promise<{ readonly claims: z.output<S>; readonly expired: boolean } | undefined> => {
    const { errors, jwtDecrypt } = await import("jose");
    try {
      const { payload } = await jwtDecrypt(token, await vault.siteKey(`token/${purpose}`), {
        currentDate: new Date(0),
      });
      const claims = schema.parse(payload.claims);
      return { claims, expired: instant((payload.exp ?? 0) * 1000) <= system.now() };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)
        return undefined;
      throw error;
    }
  },
});
