import { GetObjectCommand, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { type Instant, milliseconds, secondsBetween } from "../domain/instant.ts";
import type { Environment } from "./env.ts";

/** What a form takes: one file, to one place, of these sizes. */
export interface FormOf {
  readonly path: string;
  readonly type: string;
  /** In bytes, from the least to the most. */
  readonly size: readonly [number, number];
  /** When it was made: the same form comes of the same. */
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** Where the browser goes once the file is there. */
  readonly leadsTo?: string | undefined;
}

/** A form that posts a file straight to its place; its fields come before the file, in their order. */
export interface PresignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface LinkOf {
  readonly type: string;
  readonly name: string;
  readonly at: Instant;
  readonly seconds: number;
  /** Shown on a page of ours instead of being saved. */
  readonly isShown?: boolean;
}

/** What lets others put a file, or read one, for a while: for whom that was decided is whoever has it. */
export interface Signer {
  readonly form: (of: FormOf) => Promise<PresignedForm>;
  readonly link: (path: string, how: LinkOf) => Promise<string>;
}

/** Characters that a header may hold, and no others. */
const asHeader = (name: string, isShown = false): string =>
  `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`;

export const openSigner = (Bucket: string, config: S3ClientConfig = {}): Signer => {
  const client = new S3Client(config);
  return {
    form: async ({ path, type, size, at, expiresAt, leadsTo }) => {
      // It signs by the clock of its client: by the moment at which the ticket was made, so that a repetition makes the same form.
      const signing = new S3Client(config);
      signing.config.systemClockOffset = milliseconds(at) - Date.now();
      return await createPresignedPost(signing, {
        Bucket,
        Key: path,
        Fields: {
          "Content-Type": type,
          ...(leadsTo === undefined
            ? { success_action_status: "204" }
            : { success_action_redirect: leadsTo }),
        },
        Conditions: [["content-length-range", ...size]],
        Expires: secondsBetween(at, expiresAt),
      });
    },

    link: async (path, { type, name, at, seconds, isShown }) => {
      const get = new GetObjectCommand({
        Bucket,
        Key: path,
        ResponseContentType: type,
        ResponseContentDisposition: asHeader(name, isShown),
        ResponseCacheControl: "no-store",
      });
      return await getSignedUrl(client, get, {
        expiresIn: seconds,
        signingDate: new Date(milliseconds(at)),
      });
    },
  };
};

/** Signs with the role of the function: only what that may do itself. */
export const signerOnAws = ({ UPLOADS_BUCKET }: Environment): Signer => openSigner(UPLOADS_BUCKET);
