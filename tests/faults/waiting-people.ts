import { randomBytes } from "node:crypto";
import { base32 } from "../../shared/domain/base32.ts";
import { notice } from "../../shared/domain/notice/notice.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { noticeWrite } from "../../shared/store/notices.ts";
import { CYCLE, type PostOffice } from "./post-office.ts";

const numbered = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** The hash of a session, or a voter key, of the n-th person. */
export const hashOf = (n: number): string => base32(Buffer.from(`person-${n}`.padEnd(16))).toLowerCase();

export const addressOf = (n: number): string => `osoba.${n}@poczta.example`;

/** Voters who wait for a code of ten minutes. */
export const awaitCodes = async (count: number, { deps }: PostOffice): Promise<void> => {
  const now = deps.system.now();
  const open = (n: number) =>
    deps.store.voterSessions.open(
      hashOf(n),
      {
        cycleId: CYCLE,
        voter: { key: hashOf(n), district: "L13" },
        contact: addressOf(n),
        language: "pl",
        codeExpiresAt: plusSeconds(now, 600),
        expiresAt: plusSeconds(now, 1800),
        tries: 0,
        confirmed: false,
      },
      now,
    );
  await Promise.all(numbered(count).map(open));
};

/** Authors, sign-ups and others with a notice in the outbox. */
export const awaitNotices = async (count: number, { deps }: PostOffice): Promise<void> => {
  const facts = { edition: "XII", resultsBy: null };
  for (const n of numbered(count)) {
    const about = notice("voting/recorded", addressOf(n), "pl", facts);
    await deps.store.table.write([noticeWrite(`test/${n}`, about, deps.system.now())]);
  }
};

/** Voters whose ballot is recorded, and who are not told yet; every fifth has left no address. */
export const awaitMarkers = async (count: number, { deps }: PostOffice): Promise<void> => {
  const items = numbered(count).flatMap((n) => {
    const keyHash = base32(randomBytes(32)).toLowerCase();
    const marker = { keyHash, channel: "web", district: "L13", day: "2027-09-10", link: new Uint8Array(48) };
    return [
      {
        key: keys.marker(CYCLE, hashOf(n)),
        item: { ...marker, pendingOf: "markers", pendingKey: keyHash },
      },
      ...(n % 5 === 0
        ? []
        : [{ key: keys.voterContact(CYCLE, hashOf(n)), item: { contact: addressOf(n), language: "en" } }]),
    ];
  });
  await deps.store.table.fill(items);
};
