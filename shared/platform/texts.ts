import { PublishCommand, SNSClient, type SNSClientConfig, SNSServiceException } from "@aws-sdk/client-sns";
import { type Delivery, deliveryOf, ONE_ATTEMPT } from "./delivery.ts";
import type { Environment } from "./env.ts";
import { toReaders } from "./readers.ts";

/** Short messages to phones, beside the mail. */
export interface Texts {
  /** `to` is a number in E.164. */
  readonly send: (message: { readonly to: string; readonly text: string }) => Promise<Delivery>;
}

/** The number or the message is at fault, or the person has opted out: the same message would meet the same answer. */
const REJECTIONS = new Set([
  "InvalidParameter",
  "InvalidParameterException",
  "InvalidParameterValue",
  "InvalidParameterValueException",
  "OptedOut",
  "OptedOutException",
]);

/** Texts through SNS, as transactional ones: they are not held back at night. `senderId` is what phones show, where the account has one. */
export const snsTexts = (senderId: string | undefined, config: SNSClientConfig = {}): Texts => {
  const client = new SNSClient({ ...ONE_ATTEMPT, ...config, maxAttempts: 1 });
  const attribute = (value: string) => ({ DataType: "String", StringValue: value });
  return {
    send: ({ to, text }) =>
      client
        .send(
          new PublishCommand({
            PhoneNumber: to,
            Message: text,
            MessageAttributes: {
              "AWS.SNS.SMS.SMSType": attribute("Transactional"),
              ...(senderId && { "AWS.SNS.SMS.SenderID": attribute(senderId) }),
            },
          }),
        )
        .then(
          () => ({ outcome: "sent" }) as const,
          (error) => deliveryOf(error, error instanceof SNSServiceException, REJECTIONS),
        ),
  };
};

export const textsOnAws = (env: Environment): Texts => {
  const texts = snsTexts(env.SMS_SENDER_ID);
  return { send: toReaders(env.READERS, texts.send) };
};
