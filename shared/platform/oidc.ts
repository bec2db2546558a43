import { z } from "zod";

const Discovery = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});

/** An OpenID Connect provider: where its doors are, and its keys. Asked once, and again after a failure. */
export const openProvider = (issuer: string) => {
  const discover = async () => {
    const { createRemoteJWKSet, customFetch } = await import("jose");
    const reply = await fetch(`${issuer}/.well-known/openid-configuration`);
    const provider = Discovery.parse(await reply.json());
    return { ...provider, keys: createRemoteJWKSet(new URL(provider.jwks_uri), { [customFetch]: fetch }) };
  };
  let discovered: ReturnType<typeof discover> | undefined;
  return () => {
    discovered ??= discover();
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };
};

/** The reply of the token endpoint to a code with its verifier (RFC 7636); undefined when the provider does not take the code. */
export const redeemCode = async (
  tokenEndpoint: string,
  asked: {
    readonly clientId: string;
    readonly redirectUri: string;
    readonly code: string;
    readonly verifier: string;
  },
): Promise<unknown> => {
  const reply = await fetch(tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: asked.clientId,
      code: asked.code,
      code_verifier: asked.verifier,
      redirect_uri: asked.redirectUri,
    }),
  });
  return reply.ok ? await reply.json() : undefined;
};
