import { z } from "zod";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { signingKey } from "../../shared/platform/signing.ts";
import { routes } from "../routes.ts";

const SigningKey = z
  .object({ algorithm: z.literal("Ed25519"), publicKey: z.string() })
  .meta({ id: "SigningKey", description: "base64url, 32 bytes" });

export const getSigningKey = endpoint(routes.getSigningKey, {
  summary: "The public key that result packages are signed with",
  description:
    "Compare it with the one that the city publishes elsewhere: a key from the same place as the package proves nothing of it.",
  replies: { 200: SigningKey },
  cache: "public, max-age=3600",
  handle: async (_request, deps) =>
    ok({ algorithm: "Ed25519", publicKey: signingKey(await deps.vault.siteKey("signing")) }),
});
