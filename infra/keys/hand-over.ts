interface Addressee {
  readonly url: string;
  readonly cycle: string;
  /** Bearer token of a member of the commission. */
  readonly token: string;
}

/** Hands the private ballot key to the running system for the count; brings back the phase of the cycle. */
export const handOver = async (privateKey: string, { url, cycle, token }: Addressee): Promise<string> => {
  const reply = await fetch(`${url.replace(/\/$/, "")}/v1/staff/cycles/${cycle}/count-key`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "accept-language": "en",
    },
    body: JSON.stringify({ privateKey }),
  });
  const body = (await reply.json()) as { title?: string; detail?: string; phase?: string };
  if (!reply.ok) throw new Error(`${body.title ?? reply.status}: ${body.detail ?? ""}`);
  return body.phase ?? "";
};
