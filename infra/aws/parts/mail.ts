import { CfnOutput, type Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Names } from "../names.ts";
import type { Settings } from "../settings.ts";
import { zoneOf } from "./dns.ts";
import { topic } from "./topic.ts";

/** DKIM's records for whoever keeps the domain elsewhere. */
const tellRecords = (stack: Stack, identity: EmailIdentity, domain: string): void => {
  identity.dkimRecords.forEach(({ name, value }, index) => {
    new CfnOutput(stack, `MailDnsRecord${index + 1}`, { value: `${name} CNAME ${value}` });
  });
  new CfnOutput(stack, "MailPolicyRecord", {
    description: "Tells others to refuse mail that only claims to be from us",
    value: `_dmarc.${domain} TXT "v=DMARC1; p=quarantine"`,
  });
};

/** The sender, proved to be ours, and what becomes of letters that bounce or are complained of. */
export const mail = (stack: Stack, names: Names, settings: Settings): void => {
  const { proves } = settings.sender;
  const zone = zoneOf(stack, settings);
  const inZone = zone && names.mailIdentity.endsWith(zone.zoneName);
  const set = new ConfigurationSet(stack, "Letters", {
    configurationSetName: names.mailConfigurationSet,
    reputationMetrics: true,
    // SES itself stops writing to addresses that bounced or complained.
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  const identity = new EmailIdentity(stack, "Sender", {
    identity:
      proves === "mailbox"
        ? Identity.email(names.mailIdentity)
        : zone && inZone && names.mailIdentity === zone.zoneName
          ? Identity.publicHostedZone(zone)
          : Identity.domain(names.mailIdentity),
    configurationSet: set,
  });
  // Events name addressees, so no mailbox is subscribed to them; the city's own desk tool may be.
  const events = topic(stack, "LetterEvents", "Rynek: letters that bounced or were complained of");
  set.addEventDestination("ToTopic", {
    destination: EventDestination.snsTopic(events),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  if (proves === "domain" && !inZone) tellRecords(stack, identity, names.mailIdentity);
};
