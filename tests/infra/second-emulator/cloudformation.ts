/** CloudFormation by its own protocol: the project has no client of it. */
export const cloudFormation = (url: string, region: string) => {
  const ask = async (action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const reply = await fetch(url, {
      method: "POST",
      headers: {
        // Moto tells the service and the region by the name of the key, and looks at no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=local/20270101/${region}/cloudformation/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({ Action: action, Version: "2010-05-15", ...parameters }),
    });
    const text = await reply.text();
    if (reply.ok) return text;
    throw new Error(
      `${action}: ${reply.status} ${/<Message>(.*?)<\/Message>/s.exec(text)?.[1] ?? text.slice(0, 400)}`,
    );
  };
  const all = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, value = ""]) => value);

  return {
    create: (StackName: string, template: object) =>
      ask("CreateStack", { StackName, TemplateBody: JSON.stringify(template) }),
    update: (StackName: string, template: object) =>
      ask("UpdateStack", { StackName, TemplateBody: JSON.stringify(template) }),
    remove: (StackName: string) => ask("DeleteStack", { StackName }),
    status: async (StackName: string) => all(await ask("DescribeStacks", { StackName }), "StackStatus")[0],
    exported: async (name: string): Promise<string> => {
      const text = await ask("ListExports", {});
      return all(text, "Value")[all(text, "Name").indexOf(name)] ?? "";
    },
    /** Physical names by logical ids. */
    resources: async (StackName: string): Promise<ReadonlyMap<string, string>> => {
      const text = await ask("DescribeStackResources", { StackName });
      const physical = all(text, "PhysicalResourceId");
      return new Map(all(text, "LogicalResourceId").map((id, n) => [id, physical[n] ?? ""]));
    },
  };
};
