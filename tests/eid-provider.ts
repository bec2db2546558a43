import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";

/** What the next id_tokens say instead of what they should. */
export interface Lies {
  pesel?: string;
}

/** A provider of eIDs on this machine, in the shape of login.gov.pl; who signs in types a PESEL number as the login. */
export const startEidProvider = async (siteUrl: string) => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lies: Lies = {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "rynek",
        application_type: "native",
        redirect_uris: [`${siteUrl}/eid/powrot`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "none",
        id_token_signed_response_alg: "RS256",
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "1", alg: "RS256", use: "sig" }] },
    claims: { openid: ["sub", "personal_identifier"] },
    conformIdTokenClaims: false,
    // The clock of the city under test runs hours ahead of the provider's.
    ttl: { IdToken: 86_400 },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, personal_identifier: `PNOPL-${lies.pesel ?? id}` }),
    }),
    cookies: { keys: ["only for tests"] },
    ui_locales: ["pl", "en"],
  } as ConstructorParameters<typeof Provider>[1]);
  server.on("request", provider.callback());

  /** Follows the provider's pages from its authorization endpoint to the address that it leads back to, as a person who signs in. */
  const signIn = async (authorizeUrl: string, pesel: string): Promise<string> => {
    const cookies = new Map<string, string>();
    let form: URLSearchParams | undefined;
    let url = new URL(authorizeUrl);
    for (let step = 0; step < 20; step++) {
      const reply = await fetch(url, {
        method: form ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        ...(form && { body: form }),
      });
      form = undefined;
      for (const line of reply.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = reply.headers.get("location");
      if (location) {
        url = new URL(location, url);
        if (url.origin !== issuer) return url.href;
        continue;
      }
      const text = await reply.text();
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(text) ?? [];
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(text) ?? [];
      if (!action || !prompt) throw new Error(`${reply.status} ${url.href}: ${text.slice(0, 500)}`);
      url = new URL(action, url);
      form = new URLSearchParams({ prompt, login: pesel, password: "any" });
    }
    throw new Error("the provider leads nowhere");
  };

  return { issuer, clientId: "rynek", lies, signIn, close: () => server.close() };
};

export type EidProvider = Awaited<ReturnType<typeof startEidProvider>>;
