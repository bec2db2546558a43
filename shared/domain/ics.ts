import type { Instant } from "./time.ts";

/** RFC 5545 §3.3.11: text with its separators escaped; controls that it does not allow become spaces. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** UTC, `20270923T150000Z`: no time zone of a calendar or of this machine has a say. */
export const utc = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, "");

const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545 §3.1: lines of at most 75 octets without the break, continued after a space, never cut inside a character. */
export const folded = (line: string): string => {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
};
