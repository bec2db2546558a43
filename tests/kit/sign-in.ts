/**
 * Follows the pages of a local provider from its authorization endpoint to the address that it leads back to, as a person who answers its
 * one form.
 */
export const signInAt = async (
  authorizeUrl: string,
  answer: Readonly<Record<string, string>>,
  cookies = new Map<string, string>(),
): Promise<URL> => {
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
    if (location !== null) {
      url = new URL(location, url);
      if (!url.pathname.startsWith("/local/")) return url;
      continue;
    }
    const text = await reply.text();
    const isAsked = Object.keys(answer).every((name) => text.includes(`name="${name}"`));
    if (!isAsked) throw new Error(`${reply.status} ${url.href}: ${text.slice(0, 500)}`);
    form = new URLSearchParams(answer);
  }
  throw new Error("the provider leads nowhere");
};
