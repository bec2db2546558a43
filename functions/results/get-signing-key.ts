import { z } from "zod";
import { fingerprint } from "../../shared/domain/fingerprint.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { signingKey } from "../../shared/platform/signing.ts";
import { routes } from "../routes.ts";

const SigningKey = z
  .object({ algorithm: z.literal("Ed25519"), publicKey: z.string(), fingerprint: z.string() })
  .meta({
    id: "SigningKey",
    description:
      "`publicKey`: base64url of 32 bytes. `fingerprint`: the first 32 hex digits of the SHA-256 of that text, in fours",
  });

export const getSigningKey = endpoint(routes.getSigningKey, {
  summary: "The public key that result packages are signed with",
  description:
    "Compare it with the one that the city publishes elsewhere: a key from the same place as the package proves nothing of it.",
  replies: { 200: SigningKey },
  cache: "public, max-age=3600",
  handle: async (_request, deps) => {
    const publicKey = signingKey(await deps.vault.signing());
    return json({ algorithm: "Ed25519", publicKey, fingerprint: fingerprint(publicKey) });
  },
});
