import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { PolicyDocument } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { TableShape } from "../../../shared/store/shape.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** A table of the shape that the local host and the tests make too, guarded against every way of losing it. */
export const table = (
  scope: Construct,
  id: string,
  shape: TableShape,
  { protect, resourcePolicy }: { readonly protect: boolean; readonly resourcePolicy?: PolicyDocument },
): Table => {
  const made = new Table(scope, id, {
    partitionKey: text(shape.partitionKey),
    ...(shape.sortKey && { sortKey: text(shape.sortKey) }),
    ...(shape.ttl && { timeToLiveAttribute: shape.ttl }),
    ...(shape.stream && { stream: StreamViewType[shape.stream] }),
    ...(resourcePolicy && { resourcePolicy }),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: protect,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  for (const index of shape.indexes) {
    made.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      ...(index.projection === "KEYS_ONLY"
        ? { projectionType: ProjectionType.KEYS_ONLY }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projection] }),
    });
  }
  return made;
};
