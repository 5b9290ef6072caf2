import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  type EC2Client,
} from "@aws-sdk/client-ec2";
import type { NetworkPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** Amazon EC2 behind its port. */
export function createNetworkPort(client: () => EC2Client, call: Call): NetworkPort {
  return {
    /**
     * The agent's rule, except that a NAT route counts wherever it stands in the table: the agent overlooks one
     * that comes after a prefix-list route (docs/agent.md, Network).
     */
    async inferPublicIp(subnets) {
      if (subnets.length === 0) return "ENABLED";
      const tables = await readAllPages(async (NextToken) => {
        const filters = [{ Name: "association.subnet-id", Values: [...subnets] }];
        const answer = await call({ action: "ec2:DescribeRouteTables", resource: subnets.join(", ") }, () =>
          client().send(new DescribeRouteTablesCommand({ Filters: filters, NextToken })),
        );
        return { items: answer.RouteTables ?? [], next: answer.NextToken };
      });
      const hasNat = tables.some(({ Routes }) => Routes?.some(({ NatGatewayId }) => Boolean(NatGatewayId)));
      return hasNat ? "DISABLED" : "ENABLED";
    },

    // By filter instead of by id: an id that is not there would be an error that names only some of them.
    async missingSubnets(subnets) {
      if (subnets.length === 0) return [];
      const found = await readAllPages(async (NextToken) => {
        const filters = [{ Name: "subnet-id", Values: [...subnets] }];
        const answer = await call({ action: "ec2:DescribeSubnets", resource: subnets.join(", ") }, () =>
          client().send(new DescribeSubnetsCommand({ Filters: filters, NextToken })),
        );
        return { items: answer.Subnets ?? [], next: answer.NextToken };
      });
      return subtract(
        subnets,
        found.map(({ SubnetId }) => SubnetId),
      );
    },

    async missingSecurityGroups(groups) {
      if (groups.length === 0) return [];
      const found = await readAllPages(async (NextToken) => {
        const filters = [{ Name: "group-id", Values: [...groups] }];
        const answer = await call({ action: "ec2:DescribeSecurityGroups", resource: groups.join(", ") }, () =>
          client().send(new DescribeSecurityGroupsCommand({ Filters: filters, NextToken })),
        );
        return { items: answer.SecurityGroups ?? [], next: answer.NextToken };
      });
      return subtract(
        groups,
        found.map(({ GroupId }) => GroupId),
      );
    },
  };
}

function subtract(wanted: readonly string[], found: readonly (string | undefined)[]): readonly string[] {
  return wanted.filter((id) => !found.includes(id));
}
