import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

/** Files by path: what the count writes for the publication. */
export interface Files {
  readonly put: (path: string, bytes: Uint8Array, type: string) => Promise<void>;
  readonly get: (path: string) => Promise<Uint8Array | undefined>;
}

export const bucketFiles = (bucket: string): Files => {
  const client = new S3Client({});
  return {
    put: async (path, bytes, type) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, ContentType: type }));
    },
    get: async (path) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
};
