import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Answer, connectFakeAws } from "./fake-aws.ts";

/** Lists in the XML of Amazon EC2. */
function toXml(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<item>${toXml(item)}</item>`).join("");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${toXml(member)}</${name}>`)
    .join("");
}

function xmlAnswer(action: string, body: object): Answer {
  return {
    body: `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${toXml(body)}</${action}Response>`,
  };
}

interface Route {
  readonly DestinationCidrBlock?: string;
  readonly DestinationPrefixListId?: string;
  readonly NatGatewayId?: string;
  readonly GatewayId?: string;
  readonly TransitGatewayId?: string;
}

/** The agent's recorded inputs that have route tables. */
interface Vector {
  readonly name: string;
  readonly note?: string;
  readonly input: { readonly routeTables?: readonly { readonly routes: readonly Route[] }[] };
  readonly expected: {
    readonly createService?: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp?: string } } };
  };
}

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(new URL("../../fixtures/parity/deployment_config.json", import.meta.url), "utf8"),
);
const ROUTE_VECTORS = VECTORS.filter(({ input }) => input.routeTables !== undefined);
/** The agent overlooks a NAT route after a prefix-list route by accident; this program does not. */
const AGENT_ACCIDENTS = new Set(["assign_public_ip inferred: prefix-list route listed before the NAT route"]);

function describeRouteTables(tables: readonly { readonly routes: readonly Route[] }[]): Answer {
  return xmlAnswer("DescribeRouteTables", {
    routeTableSet: tables.map(({ routes }) => ({
      routeSet: routes.map((route) =>
        Object.fromEntries(Object.entries(route).map(([name, text]) => [name[0]?.toLowerCase() + name.slice(1), text])),
      ),
    })),
  });
}

describe("inferPublicIp", () => {
  it.each(ROUTE_VECTORS)("$name", async ({ name, input, expected }) => {
    const { ports } = await connectFakeAws({ DescribeRouteTables: () => describeRouteTables(input.routeTables ?? []) });
    const agents = expected.createService?.networkConfiguration.awsvpcConfiguration.assignPublicIp;
    expect(agents).toBeDefined();
    await expect(ports.network.inferPublicIp(["subnet-a"])).resolves.toBe(
      AGENT_ACCIDENTS.has(name) ? "DISABLED" : agents,
    );
  });

  it("has vectors to go by", () => {
    expect(ROUTE_VECTORS.length).toBeGreaterThan(4);
    expect(ROUTE_VECTORS.map(({ name }) => name)).toEqual(expect.arrayContaining([...AGENT_ACCIDENTS]));
  });

  it("looks at the tables associated with the subnets, on all pages", async () => {
    const { ports, calls } = await connectFakeAws({
      DescribeRouteTables: (_, nth) =>
        nth === 0
          ? xmlAnswer("DescribeRouteTables", { routeTableSet: [], nextToken: "2" })
          : describeRouteTables([{ routes: [{ NatGatewayId: "nat-1" }] }]),
    });
    await expect(ports.network.inferPublicIp(["subnet-a", "subnet-b"])).resolves.toBe("DISABLED");
    expect(calls[0]?.body).toMatchObject({
      "Filter.1.Name": "association.subnet-id",
      "Filter.1.Value.1": "subnet-a",
      "Filter.1.Value.2": "subnet-b",
    });
  });

  it("asks nobody about no subnets", async () => {
    const { ports, calls } = await connectFakeAws({});
    await expect(ports.network.inferPublicIp([])).resolves.toBe("ENABLED");
    expect(calls).toEqual([]);
  });
});

describe("missingSubnets and missingSecurityGroups", () => {
  it("give those that do not exist", async () => {
    const { ports, calls } = await connectFakeAws({
      DescribeSubnets: () => xmlAnswer("DescribeSubnets", { subnetSet: [{ subnetId: "subnet-a" }] }),
      DescribeSecurityGroups: () => xmlAnswer("DescribeSecurityGroups", { securityGroupInfo: [{ groupId: "sg-b" }] }),
    });
    await expect(ports.network.missingSubnets(["subnet-a", "subnet-b"])).resolves.toEqual(["subnet-b"]);
    await expect(ports.network.missingSecurityGroups(["sg-a", "sg-b"])).resolves.toEqual(["sg-a"]);
    expect(calls.map(({ body }) => body["Filter.1.Name"])).toEqual(["subnet-id", "group-id"]);
  });

  it("ask nobody about nothing", async () => {
    const { ports, calls } = await connectFakeAws({});
    await expect(ports.network.missingSubnets([])).resolves.toEqual([]);
    await expect(ports.network.missingSecurityGroups([])).resolves.toEqual([]);
    expect(calls).toEqual([]);
  });

  it("name the permission that is missing", async () => {
    const { ports } = await connectFakeAws({
      DescribeSubnets: () => ({
        status: 403,
        body: "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>r</RequestID></Response>",
      }),
    });
    await expect(ports.network.missingSubnets(["subnet-a"])).rejects.toMatchObject({
      code: "UnauthorizedOperation",
      message: "The role of this run has no permission for ec2:DescribeSubnets on subnet-a.",
    });
  });
});
