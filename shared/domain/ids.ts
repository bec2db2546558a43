import { z } from "zod";

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or typed by hand survives. */
export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ids of one kind of thing: its prefix, and characters that survive being read aloud. */
export const idOf = <P extends string>(prefix: P, description: string) =>
  z
    .templateLiteral([prefix, "_", z.string().regex(/^[0-9a-hjkmnp-tv-z]{16,26}$/)])
    .meta({ description, examples: [`${prefix}_7k3m9x2qav5d8r1t`] });

export const CycleId = idOf("cyc", "A budget cycle");
export type CycleId = z.infer<typeof CycleId>;

export const ProjectId = idOf("prj", "A project, from proposal to results");
export type ProjectId = z.infer<typeof ProjectId>;

export const ConsultationId = idOf("cns", "A public consultation");
export type ConsultationId = z.infer<typeof ConsultationId>;

export const MeetingId = idOf("mtg", "A meeting with residents");
export type MeetingId = z.infer<typeof MeetingId>;

export const SignupId = idOf("sgn", "A sign-up for a meeting");
export type SignupId = z.infer<typeof SignupId>;

export const BatchId = idOf("bch", "A batch of paper cards");
export type BatchId = z.infer<typeof BatchId>;

export const VoidId = idOf("vod", "A decision on a void ballot");
export type VoidId = z.infer<typeof VoidId>;

export const StatementId = idOf("stm", "A statement of a resident who is not on the roll");
export type StatementId = z.infer<typeof StatementId>;

export const PendingId = idOf("pnd", "An act that waits for a second person");
export type PendingId = z.infer<typeof PendingId>;

export const LetterId = idOf("ltr", "A letter that was given up");
export type LetterId = z.infer<typeof LetterId>;

/** Writes bytes in Crockford's base 32, most significant bit first; the last character is padded with zero bits. */
export const base32 = (bytes: Uint8Array): string => {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + CROCKFORD[(held << (5 - bits)) & 31] : text;
};

/** The bytes of a text in base 32, in capitals; what is left of a last character that fills no byte is dropped. */
export const fromBase32 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    held = ((held << 5) | CROCKFORD.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
};
