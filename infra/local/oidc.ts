import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Configuration, Provider } from "oidc-provider";
import { type Language, languageFor, type Spoken } from "../../shared/domain/languages.ts";
import type { Html } from "../../shared/pages/html.ts";
import { readForm } from "./http/body.ts";
import { addressOf, type LocalDoor } from "./http/door.ts";
import { refuse } from "./http/problem.ts";
import { PAGE_HEADERS, replyPage } from "./http/reply.ts";
import type { SigningKey } from "./oidc/key.ts";
import { memoryAdapter } from "./oidc/memory.ts";
import { rejectedPage } from "./oidc/rejected-page.ts";

const HOUR = 3600;
const CENTURY = 100 * 365 * 24 * HOUR;

interface Account {
  /** What its id_tokens say. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** An access token that can be read; without it the library's, which says nothing. */
  readonly accessToken?: () => Promise<string>;
}

/** One of this machine's OpenID Connect providers: for staff, or for residents with an eID. */
interface OidcParts {
  /** Where this machine's gateway is: `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Where the provider stands: `/local/eid`. */
  readonly path: string;
  readonly clientId: string;
  /** The path of the site to which a sign-in leads back. */
  readonly returnPath: string;
  readonly spoken: Spoken;
  readonly key: SigningKey;
  /** Asks who signs in; again where the last answer named nobody. */
  readonly signInPage: (language: Language, isWrong: boolean) => Html;
  /** The account that a sent form names, by its subject. */
  readonly subjectIn: (form: URLSearchParams) => string | undefined;
  readonly accountOf: (subject: string) => Account | undefined;
  /** The names of those claims. */
  readonly claims: readonly string[];
  /** The scopes beside `openid`. */
  readonly scopes?: readonly string[];
  readonly endSessionUrl?: string;
}

/** A provider where whoever comes says who they are. Its library is loaded when somebody does: most houses are never asked. */
export const oidcDoor = (parts: OidcParts): LocalDoor => {
  let opening: Promise<Provider> | undefined;
  return async (request, response) => {
    const { pathname } = addressOf(request);
    if (!pathname.startsWith(`${parts.path}/`)) return false;
    opening ??= openProvider(parts);
    const provider = await opening;
    if (pathname.startsWith(`${parts.path}/interaction/`)) return signIn(provider, parts, request, response);
    request.headers.cookie = withoutSession(request.headers.cookie ?? "");
    // The library is mounted here: it tells the prefix from these two addresses.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(parts.path.length) });
    await provider.callback()(request, response);
    return true;
  };
};

/** A session of the library would sign in the next person at this screen as the one before. */
const withoutSession = (cookies: string): string =>
  cookies
    .split("; ")
    .filter((cookie) => !cookie.startsWith("_session"))
    .join("; ");

const openProvider = async (parts: OidcParts): Promise<Provider> => {
  const { origin, path, clientId, accountOf } = parts;
  const { Provider: OidcProvider, interactionPolicy } = await import("oidc-provider");
  const policy = interactionPolicy.base();
  // Whoever signs in here is made up: nobody is asked what the city may know of them.
  policy.remove("consent");
  const scopes = ["openid", ...(parts.scopes ?? [])];
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        application_type: "native",
        redirect_uris: [`${origin}${parts.returnPath}`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "none",
        id_token_signed_response_alg: "RS256",
      },
    ],
    adapter: memoryAdapter(),
    jwks: { keys: [parts.key.jwk] },
    scopes,
    claims: { openid: [...parts.claims] },
    conformIdTokenClaims: false,
    // The city's clock may run years ahead of the library's.
    ttl: { AccessToken: HOUR, IdToken: CENTURY, Interaction: HOUR, Session: HOUR, Grant: HOUR },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy, url: (_context, { uid }) => `${path}/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope(scopes);
      await grant.save();
      return grant;
    },
    findAccount: (_context, accountId) => {
      const account = accountOf(accountId);
      return account && { accountId, claims: () => ({ ...account.claims, sub: accountId }) };
    },
    renderError: (context, { error, error_description }) => {
      context.set(PAGE_HEADERS);
      context.body = rejectedPage(
        `${error}: ${error_description}`,
        languageFor(context.get("accept-language"), parts.spoken),
      ).text;
    },
    cookies: { keys: [randomUUID()] },
    discovery: { ui_locales_supported: [...parts.spoken], end_session_endpoint: parts.endSessionUrl },
  };
  const provider = new OidcProvider(`${origin}${path}`, configuration);
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route !== "token" || context.status !== 200) return;
    const token = await accountOf(context.oidc.account?.accountId ?? "")?.accessToken?.();
    if (token !== undefined) Object.assign(context.body as object, { access_token: token });
  });
  return provider;
};

const signIn = async (
  provider: Provider,
  { spoken, signInPage, subjectIn }: OidcParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> => {
  const asked = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!asked) return refuse(response, 400);
  const chosen = asked.params.ui_locales ?? request.headers["accept-language"];
  const language = languageFor(typeof chosen === "string" ? chosen : undefined, spoken);
  if (request.method !== "POST") return replyPage(response, signInPage(language, false));
  const form = await readForm(request);
  if (form === null) return refuse(response, 413);
  const accountId = subjectIn(form);
  const isCancelled = form.has("cancel");
  if (!isCancelled && accountId === undefined)
    return replyPage(response, signInPage(language, true), { status: 422 });
  const result = isCancelled ? { error: "access_denied" } : { login: { accountId: accountId ?? "" } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  return true;
};
