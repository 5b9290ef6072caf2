import type { Namespace, Service, ServiceSummary } from "@aws-sdk/client-servicediscovery";
import { toDate, type World } from "../world/world.ts";
import type { DiscoveryServiceRecord, NamespaceRecord } from "./discovery-state.ts";

export function viewService(service: DiscoveryServiceRecord): Service {
  return {
    Id: service.id,
    Arn: service.arn,
    Name: service.name,
    NamespaceId: service.namespace.id,
    ...(service.description === undefined ? {} : { Description: service.description }),
    InstanceCount: service.instances.size,
    ...(service.dnsRecords.length === 0
      ? {}
      : {
          DnsConfig: {
            NamespaceId: service.namespace.id,
            RoutingPolicy: service.routingPolicy,
            DnsRecords: service.dnsRecords,
          },
        }),
    Type: service.dnsRecords.length === 0 ? "HTTP" : "DNS_HTTP",
    ...(service.failureThreshold === undefined
      ? {}
      : { HealthCheckCustomConfig: { FailureThreshold: service.failureThreshold } }),
    CreateDate: toDate(service.createdAt),
    CreatorRequestId: service.creatorRequestId,
  };
}

/** As ListServices answers it: without what only GetService tells. */
export function summarizeService(service: DiscoveryServiceRecord): ServiceSummary {
  const { NamespaceId: _namespace, CreatorRequestId: _creator, ...summary } = viewService(service);
  return summary;
}

export function viewNamespace(world: World, namespace: NamespaceRecord): Namespace {
  return {
    Id: namespace.id,
    Arn: namespace.arn,
    Name: namespace.name,
    Type: namespace.type,
    ServiceCount: [...world.discovery.services.values()].filter((service) => service.namespace === namespace).length,
    Properties: {
      DnsProperties: { HostedZoneId: namespace.hostedZoneId },
      HttpProperties: { HttpName: namespace.name },
    },
    CreateDate: toDate(namespace.createdAt),
  };
}
