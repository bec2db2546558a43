import { DynamoDBServiceException } from "@aws-sdk/client-dynamodb";

const THROTTLED = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionInProgressException",
]);

const CUT_OFF = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"]);

/**
 * Whether a call to the database failed for a reason that passes, after the SDK's own tries: it was throttled, cut off, or broken on that
 * side. What it was to write may be written: whoever comes back with the same key finds out.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof DynamoDBServiceException)
    return error.$fault === "server" || THROTTLED.has(error.name);
  if (!(error instanceof Error)) return false;
  return error.name === "TimeoutError" || CUT_OFF.has(String((error as NodeJS.ErrnoException).code));
};
