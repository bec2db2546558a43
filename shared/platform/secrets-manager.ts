import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from "@aws-sdk/client-secrets-manager";
import type { Secrets } from "./vault.ts";

/** Secrets of one deployment in AWS Secrets Manager: those that stand with it by their ARNs, those of a cycle under its prefix. */
export const secretsManager = (
  prefix: string,
  standing: Readonly<Partial<Record<string, string>>>,
  config: SecretsManagerClientConfig = {},
): Secrets => {
  const client = new SecretsManagerClient(config);
  const id = (name: string) => standing[name] ?? `${prefix}/${name}`;
  return {
    read: async (name) => {
      try {
        return (await client.send(new GetSecretValueCommand({ SecretId: id(name) }))).SecretString;
      } catch (error) {
        // What is being removed is refused as an invalid request.
        const isAbsent =
          error instanceof ResourceNotFoundException || error instanceof InvalidRequestException;
        if (isAbsent) return undefined;
        throw error;
      }
    },
    create: async (name, value) => {
      try {
        await client.send(new CreateSecretCommand({ Name: id(name), SecretString: value }));
      } catch (error) {
        if (!(error instanceof ResourceExistsException)) throw error;
      }
    },
    remove: async (name) => {
      await client.send(new DeleteSecretCommand({ SecretId: id(name), ForceDeleteWithoutRecovery: true }));
    },
  };
};
