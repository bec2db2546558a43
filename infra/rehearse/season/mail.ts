import { type Client, need } from "../client.ts";

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

const POLL_MS = 20;
const PATIENCE_MS = 60_000;

/** Everything that was sent since the season began, as it comes into the local inbox. */
export const openMail = (client: Client) => {
  const all: Mail[] = [];
  const byReader = new Map<string, Mail[]>();
  let after = "0";

  const read = async (): Promise<void> => {
    for (;;) {
      const mails: Mail[] = await need(
        client.send(`GET /local/mailbox.json?after=${after}`),
        "reading the inbox",
      );
      for (const mail of mails) {
        all.push(mail);
        byReader.set(mail.to, [...(byReader.get(mail.to) ?? []), mail]);
      }
      after = mails.at(-1)?.id ?? after;
      if (mails.length === 0) return;
    }
  };
  let reading: Promise<void> | undefined;
  /** One walk at a time: who asks meanwhile waits for the one that goes. */
  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    all: async (): Promise<readonly Mail[]> => {
      await refresh();
      return all;
    },
    /** The latest letter to somebody with a subject, once it is there. */
    latest: async (to: string, subject: RegExp): Promise<Mail> => {
      const deadline = performance.now() + PATIENCE_MS;
      while (performance.now() < deadline) {
        const found = byReader.get(to)?.findLast((mail) => subject.test(mail.subject));
        if (found) return found;
        await new Promise((done) => setTimeout(done, POLL_MS));
        await refresh();
      }
      throw new Error(`no letter ${subject} came to ${to}`);
    },
  };
};

export type SeasonMail = ReturnType<typeof openMail>;

/** The path of a link that only the letter's reader has. */
export const linkIn = ({ text, subject }: Mail): string => {
  const url = /https?:\/\/\S+\/(?:zglos|moje|poparcie)\/\S+/.exec(text)?.[0];
  if (url === undefined) throw new Error(`no link in: ${subject}`);
  return new URL(url).pathname;
};
