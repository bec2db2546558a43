import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import type { Provider } from "oidc-provider";
import { Language, spokenOr } from "../../shared/domain/languages.ts";
import type { Localised } from "../../shared/domain/localised.ts";
import { isPesel } from "../../shared/domain/voting/pesel.ts";
import { type Html, html } from "../../shared/pages/html.ts";
import type { Site } from "../../shared/platform/deps.ts";
import { inLanguage } from "../../shared/words/fallback.ts";
import { readForm } from "./http/body.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { localPage } from "./http/page.ts";
import { refuse } from "./http/problem.ts";
import { replyPage } from "./http/reply.ts";

const PATH = "/local/eid";
const CLIENT_ID = "rynek";

const WORDS: Localised<
  Readonly<Record<"title" | "about" | "label" | "wrong" | "submit" | "cancel", string>>
> = {
  pl: {
    title: "Logowanie do eID",
    about:
      "To zmyślony dostawca, tylko na tym komputerze. Hasła nie ma: wpisz numer PESEL osoby, którą masz być.",
    label: "Numer PESEL",
    wrong: "To nie jest numer PESEL. Sprawdź cyfry.",
    submit: "Zaloguj",
    cancel: "Anuluj",
  },
  en: {
    title: "Sign-in with an eID",
    about:
      "This provider is made up and exists on this machine only. There is no password: enter the PESEL number of the person to be.",
    label: "PESEL number",
    wrong: "This is not a PESEL number. Check the digits.",
    submit: "Sign in",
    cancel: "Cancel",
  },
};

const signInPage = (language: Language, isWrong: boolean): Html => {
  const w = inLanguage(WORDS, language);
  return localPage({ language, title: w.title }, [
    html`<p>${w.about}</p>
${isWrong && html`<p role="alert"><strong>${w.wrong}</strong></p>`}
<form method="post">
<p><label for="pesel">${w.label}</label><br><input id="pesel" name="pesel" inputmode="numeric" autocomplete="off"></p>
<p><button>${w.submit}</button> <button name="cancel" value="yes">${w.cancel}</button></p>
</form>`,
  ]);
};

/** A provider of eIDs in the shape of login.gov.pl, where whoever signs in says who they are. */
export interface LocalEid {
  readonly issuer: string;
  readonly clientId: string;
  readonly door: LocalDoor;
}

/** Made when somebody first comes: most houses are never asked. `identified` is what the id_token says of who typed a number. */
const openProvider = async (
  issuer: string,
  { url: siteUrl, city }: Pick<Site, "url" | "city">,
  identified: (pesel: string) => string,
): Promise<Provider> => {
  const [{ Provider }, { privateKey }] = await Promise.all([
    import("oidc-provider"),
    generateKeyPair("RS256", { extractable: true }),
  ]);
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
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
    // The city's clock may run years ahead of the provider's.
    ttl: { IdToken: 100 * 365 * 86_400, Interaction: 3600, Session: 3600, Grant: 3600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${PATH}/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, personal_identifier: `PNOPL-${identified(id)}` }),
    }),
    cookies: { keys: [randomUUID()] },
    discovery: { ui_locales_supported: [...city.languages] },
  } as ConstructorParameters<typeof Provider>[1]);
};

const interact = async (
  provider: Provider,
  { city }: Pick<Site, "city">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> => {
  const asked = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!asked) return refuse(response, 400);
  if (asked.prompt.name === "consent") {
    // The number is all that the city asks for: nobody is asked whether it may know.
    const grant = new provider.Grant({ accountId: asked.session?.accountId ?? "", clientId: CLIENT_ID });
    grant.addOIDCScope("openid");
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    return true;
  }
  const language = spokenOr(Language.safeParse(asked.params.ui_locales).data, city.languages);
  if (request.method !== "POST") return replyPage(response, signInPage(language, false));
  const form = await readForm(request);
  const pesel = form?.get("pesel")?.trim() ?? "";
  const isCancelled = form?.has("cancel") ?? false;
  if (!isCancelled && !isPesel(pesel))
    return replyPage(response, signInPage(language, true), { status: 422 });
  const result = isCancelled ? { error: "access_denied" } : { login: { accountId: pesel } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  return true;
};

/** The provider under `/local/eid` of a house. */
export const openLocalEid = (
  site: Pick<Site, "url" | "city">,
  identified = (pesel: string): string => pesel,
): LocalEid => {
  const issuer = `${site.url}${PATH}`;
  let opening: Promise<Provider> | undefined;
  return {
    issuer,
    clientId: CLIENT_ID,
    door: async (request, response) => {
      const { pathname } = addressOf(request);
      if (!pathname.startsWith(`${PATH}/`)) return false;
      opening ??= openProvider(issuer, site, identified);
      const provider = await opening;
      if (pathname.startsWith(`${PATH}/interaction/`)) return interact(provider, site, request, response);
      // It is mounted here: it tells the prefix from these two addresses.
      Object.assign(request, { originalUrl: request.url, url: request.url?.slice(PATH.length) });
      await provider.callback()(request, response);
      return true;
    },
  };
};
