import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Answers as Secrets Manager does, in its protocol: a secret that was deleted by force is not gone at once. Until it is, it can be neither read nor
 * made again under its name.
 */
export const openSecretKeeper = async () => {
  const held = new Map<string, string>();
  const leaving = new Set<string>();
  /** What was asked, and of which secret. */
  const asked: string[] = [];
  const invalid = (Message: string) => ({ __type: "InvalidRequestException", Message });

  const answers: Readonly<Record<string, (name: string, sent: Record<string, unknown>) => object>> = {
    GetSecretValue: (name) => {
      if (leaving.has(name))
        return invalid("You can't perform this operation on the secret because it was marked for deletion.");
      const SecretString = held.get(name);
      return SecretString === undefined
        ? {
            __type: "ResourceNotFoundException",
            Message: "Secrets Manager can't find the specified secret.",
          }
        : { Name: name, SecretString };
    },
    CreateSecret: (name, { SecretString }) => {
      if (leaving.has(name))
        return invalid(
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
        );
      if (held.has(name))
        return {
          __type: "ResourceExistsException",
          Message: `The operation failed because the secret ${name} already exists.`,
        };
      held.set(name, String(SecretString));
      return { Name: name };
    },
    DeleteSecret: (name, { ForceDeleteWithoutRecovery }) => {
      if (ForceDeleteWithoutRecovery !== true) throw new Error("a key would lie about for a month");
      if (held.delete(name)) leaving.add(name);
      return { Name: name };
    },
  };

  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const [, operation = ""] = String(request.headers["x-amz-target"]).split(".");
    const sent = JSON.parse(body);
    const name = String(sent.SecretId ?? sent.Name);
    asked.push(`${operation} ${name}`);
    const answer = answers[operation]?.(name, sent) ?? {};
    response.writeHead("__type" in answer ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    asked,
    held,
    config: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: "eu-central-1",
      credentials: { accessKeyId: "none", secretAccessKey: "none" },
    },
    close: () => server.close(),
  };
};
