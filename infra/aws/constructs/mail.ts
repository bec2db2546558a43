import { CfnOutput, type Stack } from "aws-cdk-lib";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Names } from "../names.ts";
import { isIn, type Settings } from "../settings.ts";
import { zoneOf } from "./dns.ts";
import { topic } from "./topic.ts";

/** DKIM's records, entered in our zone, or told to whoever keeps the domain. */
const proveDomain = (stack: Stack, identity: EmailIdentity, domain: string, settings: Settings): void => {
  const zone = isIn(settings.hostedZone?.name, domain) ? zoneOf(stack, settings) : undefined;
  identity.dkimRecords.forEach(({ name, value }, index) => {
    const id = `MailDnsRecord${index + 1}`;
    if (zone) {
      const { hostedZoneId } = zone;
      // Its name is known to CloudFormation only, which the L2 record would take for one to complete.
      new CfnRecordSet(stack, id, {
        hostedZoneId,
        name,
        type: "CNAME",
        resourceRecords: [value],
        ttl: "1800",
      });
    } else {
      new CfnOutput(stack, id, { value: `${name} CNAME ${value}` });
    }
  });
  // Not entered by us: the domain may have one already.
  new CfnOutput(stack, "MailPolicyRecord", {
    description: "Tells others to refuse mail that only claims to be from us",
    value: `_dmarc.${domain} TXT "v=DMARC1; p=quarantine"`,
  });
};

/** The sender, proved to be ours, and what becomes of letters that bounce or are complained of. */
export const mail = (stack: Stack, names: Names, settings: Settings): void => {
  const byDomain = settings.sender.proves === "domain";
  const set = new ConfigurationSet(stack, "Letters", {
    configurationSetName: names.mailConfigurationSet,
    reputationMetrics: true,
    // SES itself stops writing to addresses that bounced or complained.
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  const identity = new EmailIdentity(stack, "Sender", {
    identity: byDomain ? Identity.domain(names.mailIdentity) : Identity.email(names.mailIdentity),
    configurationSet: set,
  });
  // Events name addressees, so no mailbox is subscribed to them; the city's own desk tool may be.
  const events = topic(stack, "LetterEvents", "Rynek: letters that bounced or were complained of");
  set.addEventDestination("ToTopic", {
    destination: EventDestination.snsTopic(events),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  if (byDomain) proveDomain(stack, identity, names.mailIdentity, settings);
};
