import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { readPages, refusalOf, startAccount } from "./account.ts";

async function start(options: EmulatorOptions = {}) {
  const account = await startAccount(options);
  return { ...account, ec2: new EC2Client(account.settings) };
}

describe("route tables", () => {
  it("of a subnet are those associated with it; a subnet without one has the VPC's main table", async () => {
    const { ec2, names } = await start();
    const find = async (name: string, value: string) =>
      (await ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name: name, Values: [value] }] }))).RouteTables;
    const [publicSubnet = ""] = names.publicSubnets;
    const [privateSubnet = ""] = names.privateSubnets;
    expect(await find("association.subnet-id", publicSubnet)).toMatchObject([
      {
        RouteTableId: "rtb-0public0000000000",
        VpcId: names.vpcId,
        Associations: [{ Main: false, SubnetId: publicSubnet }, { Main: false }],
        Routes: [
          { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" },
          { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-0123456789abcdef0" },
        ],
      },
    ]);
    expect(await find("association.subnet-id", privateSubnet)).toEqual([]);
    const main = await ec2.send(
      new DescribeRouteTablesCommand({
        Filters: [
          { Name: "vpc-id", Values: [names.vpcId] },
          { Name: "association.main", Values: ["true"] },
        ],
      }),
    );
    expect(main.RouteTables).toMatchObject([
      { Associations: [{ Main: true }], Routes: [{}, { NatGatewayId: "nat-0123456789abcdef0" }] },
    ]);
    expect(main.RouteTables?.[0]?.Routes?.[1]).not.toHaveProperty("GatewayId");
  });

  it("that are not there, and filters that do not exist, are refused", async () => {
    const { ec2 } = await start();
    const lost = ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: ["rtb-0"] }));
    expect((await refusalOf(lost)).name).toBe("InvalidRouteTableID.NotFound");
    const wrong = ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name: "colour", Values: ["red"] }] }));
    expect((await refusalOf(wrong)).name).toBe("InvalidParameterValue");
  });
});

describe("subnets and security groups", () => {
  it("are described by id, with their VPC", async () => {
    const { ec2, names } = await start();
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [...names.privateSubnets] }));
    expect(Subnets).toMatchObject([
      { SubnetId: names.privateSubnets[0], VpcId: names.vpcId, AvailabilityZone: "us-east-1a", State: "available" },
      { SubnetId: names.privateSubnets[1], AvailabilityZone: "us-east-1b" },
    ]);
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [names.securityGroup] }));
    expect(SecurityGroups).toMatchObject([{ GroupId: names.securityGroup, VpcId: names.vpcId }]);
    const named = await ec2.send(
      new DescribeSecurityGroupsCommand({ Filters: [{ Name: "group-name", Values: ["dag*"] }] }),
    );
    expect(named.SecurityGroups).toHaveLength(1);
  });

  it("a filter's star matches anything, wherever it is", async () => {
    const { ec2, emulator } = await start();
    emulator.seed({ kind: "securityGroup", id: "sg-1", name: "dagster-agent" });
    const find = async (value: string) =>
      (await ec2.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: "group-name", Values: [value] }] })))
        .SecurityGroups?.length;
    expect(await find("*agent")).toBe(1);
    expect(await find("dag*ent")).toBe(1);
    expect(await find("*")).toBe(2);
    expect(await find("*none")).toBe(0);
  });

  it("that are not there are refused", async () => {
    const { ec2 } = await start();
    const subnet = ec2.send(new DescribeSubnetsCommand({ SubnetIds: ["subnet-0"] }));
    expect(await refusalOf(subnet)).toMatchObject({
      name: "InvalidSubnetID.NotFound",
      message: "The subnet ID 'subnet-0' does not exist",
    });
    const group = ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ["sg-0"] }));
    expect((await refusalOf(group)).name).toBe("InvalidGroup.NotFound");
  });

  it("come in pages; page sizes are 5 to 1000", async () => {
    const { ec2 } = await start({ pageSize: 3 });
    const { items, pages } = await readPages(async (NextToken) => {
      const page = await ec2.send(new DescribeSubnetsCommand({ NextToken }));
      return { items: page.Subnets, nextToken: page.NextToken };
    });
    expect({ count: items.length, pages }).toEqual({ count: 4, pages: 2 });
    expect((await refusalOf(ec2.send(new DescribeSubnetsCommand({ MaxResults: 4 })))).name).toBe(
      "InvalidParameterValue",
    );
    expect((await refusalOf(ec2.send(new DescribeSubnetsCommand({ NextToken: "x" })))).name).toBe("InvalidNextToken");
  });

  it("a parameter that does not exist is refused", async () => {
    const { emulator } = await start();
    const send = async (body: string, authorization = "AWS4-HMAC-SHA256 x") => {
      const headers = { "content-type": "application/x-www-form-urlencoded", authorization };
      const response = await fetch(emulator.url, { method: "POST", headers, body });
      return { status: response.status, body: await response.text() };
    };
    const base = "Action=DescribeSubnets&Version=2016-11-15";
    expect((await send(base)).status).toBe(200);
    expect((await send(`${base}&Colour=red`)).body).toContain("<Code>UnknownParameter</Code>");
    expect((await send("Action=DescribeNothing&Version=2016-11-15")).body).toContain("<Code>InvalidAction</Code>");
    expect((await send(base, "")).status).toBe(403);
  });
});
