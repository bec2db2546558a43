import type { Client } from "./client.ts";

const POLL_MS = 40;
const PATIENCE_MS = 120_000;

interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** Reads the system's mailbox as it fills, and gives each code to whoever waits for it. */
export const openLetters = (client: Client) => {
  const waiting = new Map<
    string,
    { readonly give: (code: string) => void; readonly fail: (error: Error) => void; readonly since: number }
  >();
  const early = new Map<string, string>();
  let after = "0";
  let isOpen = true;

  const take = ({ to, subject }: Letter): void => {
    const code = /\b\d{6}\b/.exec(subject)?.[0];
    if (code === undefined) return;
    const reader = waiting.get(to);
    if (!reader) return void early.set(to, code);
    waiting.delete(to);
    reader.give(code);
  };

  const poll = async (): Promise<void> => {
    while (isOpen) {
      const letters: Letter[] =
        waiting.size === 0 ? [] : (await client.send(`GET /local/mailbox.json?after=${after}`)).body;
      for (const letter of letters) take(letter);
      after = letters.at(-1)?.id ?? after;
      if (letters.length === 0) await new Promise((done) => setTimeout(done, POLL_MS));
      for (const [to, { fail, since }] of waiting) {
        if (performance.now() - since < PATIENCE_MS) continue;
        waiting.delete(to);
        fail(new Error(`no code came to ${to} within ${PATIENCE_MS / 1000} s`));
      }
    }
  };
  const polling = poll().catch((error) => {
    for (const { fail } of waiting.values()) fail(error);
  });

  return {
    codeFor: (to: string): Promise<string> => {
      const code = early.get(to);
      if (code !== undefined) return Promise.resolve(code);
      return new Promise((give, fail) => waiting.set(to, { give, fail, since: performance.now() }));
    },
    close: async (): Promise<void> => {
      isOpen = false;
      await polling;
    },
  };
};
