import type {
  DescribeRouteTablesRequest,
  DescribeRouteTablesResult,
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResult,
  DescribeSubnetsRequest,
  DescribeSubnetsResult,
  Filter,
  RouteTable,
} from "@aws-sdk/client-ec2";
import { ServiceError } from "../protocol/errors.ts";
import { matchesGlob } from "../world/globs.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { type Page, takePage } from "../world/pages.ts";
import { makeArn, type World } from "../world/world.ts";

export interface SubnetRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly cidrBlock: string;
}

export interface SecurityGroupRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly name: string;
}

export interface RouteTableRecord {
  readonly id: string;
  readonly vpcId: string;
  /** The VPC's main table: of every subnet that has no table of its own. */
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly {
    readonly destination: string;
    /** `igw-...`, `nat-...` or `local`. */
    readonly target: string;
  }[];
}

export interface NetworkState {
  readonly subnets: Map<string, SubnetRecord>;
  readonly securityGroups: Map<string, SecurityGroupRecord>;
  readonly routeTables: Map<string, RouteTableRecord>;
}

export const ec2Handlers: HandlerTable = {
  DescribeRouteTables: handle(describeRouteTables),
  DescribeSubnets: handle(describeSubnets),
  DescribeSecurityGroups: handle(describeSecurityGroups),
};

/** Keeps what every filter lets through; values of one filter are alternatives, `*` matches anything. */
function applyFilters<T>(
  items: readonly T[],
  filters: readonly Filter[] | undefined,
  fields: Readonly<Record<string, (item: T) => readonly string[]>>,
): T[] {
  return items.filter((item) =>
    (filters ?? []).every(({ Name = "", Values = [] }) => {
      const read = fields[Name];
      if (read === undefined) {
        throw new ServiceError("InvalidParameterValue", `The filter '${Name}' is invalid`);
      }
      return read(item).some((value) => Values.some((wanted) => matchesGlob(wanted, value)));
    }),
  );
}

function takeEc2Page<T>(
  world: World,
  items: readonly T[],
  request: { NextToken?: string | undefined; MaxResults?: number | undefined },
): Page<T> {
  if (request.MaxResults !== undefined && (request.MaxResults < 5 || request.MaxResults > 1000)) {
    throw new ServiceError(
      "InvalidParameterValue",
      `Value ( ${request.MaxResults} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.`,
    );
  }
  const size = Math.min(request.MaxResults ?? 1000, world.settings.pageSize);
  return takePage(items, request.NextToken, size, {
    code: "InvalidNextToken",
    message: "The token is invalid.",
  });
}

/** The records asked for by id, or all; one that is not there is refused with `code`. */
function chooseById<T>(
  all: ReadonlyMap<string, T>,
  ids: readonly string[] | undefined,
  describe: (id: string) => { code: string; message: string },
): T[] {
  if (ids === undefined || ids.length === 0) {
    return [...all.values()];
  }
  return ids.map((id) => {
    const found = all.get(id);
    if (found === undefined) {
      const { code, message } = describe(id);
      throw new ServiceError(code, message);
    }
    return found;
  });
}

function describeRouteTables(request: DescribeRouteTablesRequest, world: World): DescribeRouteTablesResult {
  const chosen = chooseById(world.network.routeTables, request.RouteTableIds, (id) => ({
    code: "InvalidRouteTableID.NotFound",
    message: `The routeTable ID '${id}' does not exist`,
  }));
  const filtered = applyFilters(chosen, request.Filters, {
    "association.subnet-id": (table) => table.subnetIds,
    "association.main": (table) => [String(table.main)],
    "vpc-id": (table) => [table.vpcId],
    "route-table-id": (table) => [table.id],
    "association.route-table-id": (table) => [table.id],
  });
  const page = takeEc2Page(world, filtered, request);
  return {
    RouteTables: page.items.map((table) => viewRouteTable(world, table)),
    NextToken: page.nextToken,
  };
}

function viewRouteTable(world: World, table: RouteTableRecord): RouteTable {
  const associated = { AssociationState: { State: "associated" as const } };
  return {
    RouteTableId: table.id,
    VpcId: table.vpcId,
    OwnerId: world.settings.account,
    Associations: [
      ...(table.main
        ? [
            {
              Main: true,
              RouteTableId: table.id,
              RouteTableAssociationId: `rtbassoc-main-${table.id}`,
              ...associated,
            },
          ]
        : []),
      ...table.subnetIds.map((SubnetId) => ({
        Main: false,
        RouteTableId: table.id,
        SubnetId,
        RouteTableAssociationId: `rtbassoc-${SubnetId}`,
        ...associated,
      })),
    ],
    PropagatingVgws: [],
    Routes: table.routes.map(({ destination, target }) => ({
      DestinationCidrBlock: destination,
      ...(target.startsWith("nat-") ? { NatGatewayId: target } : { GatewayId: target }),
      Origin: target === "local" ? ("CreateRouteTable" as const) : ("CreateRoute" as const),
      State: "active" as const,
    })),
    Tags: [],
  };
}

function describeSubnets(request: DescribeSubnetsRequest, world: World): DescribeSubnetsResult {
  const chosen = chooseById(world.network.subnets, request.SubnetIds, (id) => ({
    code: "InvalidSubnetID.NotFound",
    message: `The subnet ID '${id}' does not exist`,
  }));
  const filtered = applyFilters(chosen, request.Filters, {
    "vpc-id": (subnet) => [subnet.vpcId],
    "subnet-id": (subnet) => [subnet.id],
    "availability-zone": (subnet) => [subnet.availabilityZone],
  });
  const page = takeEc2Page(world, filtered, request);
  return {
    Subnets: page.items.map((subnet) => ({
      SubnetId: subnet.id,
      SubnetArn: makeArn(world, "ec2", `subnet/${subnet.id}`),
      VpcId: subnet.vpcId,
      State: "available",
      AvailabilityZone: subnet.availabilityZone,
      CidrBlock: subnet.cidrBlock,
      AvailableIpAddressCount: 200,
      MapPublicIpOnLaunch: false,
      OwnerId: world.settings.account,
      Tags: [],
    })),
    NextToken: page.nextToken,
  };
}

function describeSecurityGroups(request: DescribeSecurityGroupsRequest, world: World): DescribeSecurityGroupsResult {
  const chosen = chooseById(world.network.securityGroups, request.GroupIds, (id) => ({
    code: "InvalidGroup.NotFound",
    message: `The security group '${id}' does not exist`,
  }));
  const filtered = applyFilters(chosen, request.Filters, {
    "vpc-id": (group) => [group.vpcId],
    "group-id": (group) => [group.id],
    "group-name": (group) => [group.name],
  });
  const page = takeEc2Page(world, filtered, request);
  return {
    SecurityGroups: page.items.map((group) => ({
      GroupId: group.id,
      GroupName: group.name,
      Description: group.name,
      VpcId: group.vpcId,
      OwnerId: world.settings.account,
      IpPermissions: [],
      IpPermissionsEgress: [],
      Tags: [],
    })),
    NextToken: page.nextToken,
  };
}
