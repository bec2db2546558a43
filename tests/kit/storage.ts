import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import { HERE } from "../../infra/local/local-deps.ts";
import { S3_PATH, s3Door } from "../../infra/local/s3/door.ts";
import { openObjects } from "../../infra/local/s3/objects.ts";

/** The bucket's door by itself, with a client of S3 that has its keys. */
export const openStorage = async () => {
  const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "secret" };
  const bucket = "storage";
  const objects = openObjects(null);
  const door = s3Door({ bucket, objects, credentials, now: Date.now, onPut: () => undefined });
  const server = createServer((request, response) => void door(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    region: HERE.region,
    credentials,
    endpoint: `http://127.0.0.1:${port}${S3_PATH}`,
    forcePathStyle: true,
  });
  return {
    bucket,
    client,
    close: async (): Promise<void> => {
      client.destroy();
      objects.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
