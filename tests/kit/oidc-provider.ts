import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from "jose";

/** What a token says; a claim that is undefined is left out. */
export type SaidClaims = Readonly<Record<string, unknown>>;

/** An OpenID Connect provider on the loopback that says whatever it is told to say: in its tokens, and of itself. */
export const openOidcProvider = async () => {
  const [trusted, foreign] = await Promise.all([
    generateKeyPair("RS256", { extractable: true }),
    generateKeyPair("RS256", { extractable: true }),
  ]);
  const published = await exportJWK(trusted.publicKey);
  const kid = await calculateJwkThumbprint(published);
  const state = {
    /** Whether its description is to be had. */
    isUp: true,
    /** How often its description was asked for. */
    discoveries: 0,
    /** What the token endpoint answers to the next code. */
    reply: {} as object,
  };
  const server = createServer((asked, reply) => {
    const json = (status: number, body: object) => {
      reply.writeHead(status, { "content-type": "application/json" });
      reply.end(JSON.stringify(body));
    };
    switch (asked.url) {
      case "/.well-known/openid-configuration":
        state.discoveries += 1;
        return state.isUp
          ? json(200, {
              issuer: url,
              authorization_endpoint: `${url}/authorize`,
              token_endpoint: `${url}/token`,
              jwks_uri: `${url}/keys`,
            })
          : json(503, {});
      case "/keys":
        return json(200, { keys: [{ ...published, kid, alg: "RS256", use: "sig" }] });
      default:
        return json(200, state.reply);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const signedWith = (key: CryptoKey) => (claims: SaidClaims) =>
    new SignJWT(Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)))
      .setProtectedHeader({ alg: "RS256", kid })
      .sign(key);

  return {
    url,
    state,
    sign: signedWith(trusted.privateKey),
    /** Under the same key id, with a key that the provider does not publish. */
    forge: signedWith(foreign.privateKey),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
