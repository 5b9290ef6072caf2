import type { ProblemEntries } from "./entry.ts";
import { sidecars } from "./sidecars.ts";

const OTHER = ["  - name: other", "    image: other:1"];

/** Containers of tasks. */
export const CONTAINER_PROBLEMS = {
  "reserved-container-name": {
    title: "A sidecar with the name of the main container",
    in: "ecs",
    bad: "server_sidecar_containers: [{name: dagster, image: agent:1}]",
    good: "server_sidecar_containers: [{name: agent, image: agent:1}]",
  },
  "duplicate-sidecar": {
    title: "Two sidecars of one name",
    in: "ecs",
    bad: "server_sidecar_containers:\n  - {name: agent, image: agent:1}\n  - {name: agent, image: agent:2}",
    good: "server_sidecar_containers: [{name: agent, image: agent:1}]",
  },
  "container-name-characters": {
    title: "A container name that ECS does not take",
    in: "ecs",
    bad: "server_sidecar_containers: [{name: my.agent, image: agent:1}]",
    good: "server_sidecar_containers: [{name: my-agent, image: agent:1}]",
  },
  "too-many-containers": {
    title: "More than ten containers in a task",
    in: "ecs",
    bad: `server_sidecar_containers:\n${Array.from({ length: 10 }, (_, index) => `  - {name: agent-${index + 1}, image: agent:1}`).join("\n")}`,
    good: "server_sidecar_containers: [{name: agent, image: agent:1}]",
  },
  "restart-policy-range": {
    title: "A restart period that ECS does not take",
    in: "ecs",
    bad: sidecars("restartPolicy: {enabled: true, restartAttemptPeriod: 10}"),
    good: sidecars("restartPolicy: {enabled: true, restartAttemptPeriod: 60}"),
  },
  "stop-timeout-range": {
    title: "A stop timeout that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("stopTimeout: 300"),
    good: sidecars("stopTimeout: 120"),
  },
  "not-under-awsvpc": {
    title: "What the network mode awsvpc does not have",
    in: "ecs",
    bad: sidecars("links: [dagster]"),
    good: sidecars("dependsOn: [{containerName: dagster, condition: START}]"),
  },
  "not-on-fargate": {
    title: "What containers on Fargate cannot have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("privileged: true"),
    good: sidecars("privileged: false"),
  },
  "platform-not-on-fargate": {
    title: "A platform that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: 'runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2016_FULL}\nserver_resources: {cpu: 1 vCPU, memory: 2 GB}\nrun_resources: {cpu: "1024", memory: "2048"}',
    good: 'runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}\nserver_resources: {cpu: 1 vCPU, memory: 2 GB}\nrun_resources: {cpu: "1024", memory: "2048"}',
  },
  "health-check-without-command": {
    title: "A health check without a command",
    in: "ecs",
    bad: "server_health_check: {interval: 30}",
    good: 'server_health_check: {command: ["CMD-SHELL", "exit 0"], interval: 30}',
  },
  "health-check-empty": {
    title: "A health check with nothing to run",
    in: "ecs",
    bad: "server_health_check: {command: []}",
    good: 'server_health_check: {command: ["CMD-SHELL", "exit 0"]}',
  },
  "health-check-form": {
    title: "A health check that begins with its command",
    in: "ecs",
    bad: 'server_health_check: {command: ["curl", "localhost"]}',
    good: 'server_health_check: {command: ["CMD", "curl", "localhost"]}',
  },
  "health-check-shell-words": {
    title: "A shell health check in several entries",
    in: "ecs",
    bad: 'server_health_check: {command: ["CMD-SHELL", "curl", "localhost"]}',
    good: 'server_health_check: {command: ["CMD-SHELL", "curl localhost"]}',
  },
  "health-check-range": {
    title: "Times of a health check that ECS does not take",
    in: "ecs",
    bad: 'server_health_check: {command: ["CMD-SHELL", "exit 0"], interval: 1}',
    good: 'server_health_check: {command: ["CMD-SHELL", "exit 0"], interval: 5}',
  },
  "unknown-container": {
    title: "A container that is not in the task",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("dependsOn: [{containerName: dagstr, condition: START}]"),
    good: sidecars("dependsOn: [{containerName: dagster, condition: START}]"),
  },
  "healthy-without-check": {
    title: "Waiting for the health of a container without a check",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("dependsOn: [{containerName: dagster, condition: HEALTHY}]"),
    good: `${sidecars("dependsOn: [{containerName: dagster, condition: HEALTHY}]")}\nserver_health_check: {command: ["CMD-SHELL", "exit 0"]}`,
  },
  "essential-container-ends": {
    title: "Waiting for the end of an essential container",
    in: "ecs",
    bad: [sidecars("dependsOn: [{containerName: other, condition: SUCCESS}]"), ...OTHER].join("\n"),
    good: [sidecars("dependsOn: [{containerName: other, condition: SUCCESS}]"), ...OTHER, "    essential: false"].join(
      "\n",
    ),
  },
  "dependency-cycle": {
    title: "Containers that wait for each other",
    in: "ecs",
    bad: [
      sidecars("dependsOn: [{containerName: other, condition: START}]"),
      ...OTHER,
      "    dependsOn: [{containerName: agent, condition: START}]",
    ].join("\n"),
    good: [sidecars("dependsOn: [{containerName: other, condition: START}]"), ...OTHER].join("\n"),
  },
  "port-range": {
    title: "Not a port",
    in: "ecs",
    bad: sidecars("portMappings: [{containerPort: 81250}]"),
    good: sidecars("portMappings: [{containerPort: 8125}]"),
  },
  "host-port-differs": {
    title: "Another port on the host",
    in: "ecs",
    bad: sidecars("portMappings: [{containerPort: 8125, hostPort: 80}]"),
    good: sidecars("portMappings: [{containerPort: 8125}]"),
  },
  "port-of-code-server": {
    title: "A sidecar at the code server's port",
    in: "ecs",
    bad: sidecars("portMappings: [{containerPort: 4000}]"),
    good: sidecars("portMappings: [{containerPort: 8125}]"),
  },
  "port-clash": {
    title: "Two containers at one port",
    in: "ecs",
    bad: [
      sidecars("portMappings: [{containerPort: 8125}]"),
      ...OTHER,
      "    portMappings: [{containerPort: 8125}]",
    ].join("\n"),
    good: [
      sidecars("portMappings: [{containerPort: 8125}]"),
      ...OTHER,
      "    portMappings: [{containerPort: 8126}]",
    ].join("\n"),
  },
  "log-option-missing": {
    title: "A log driver without an option it needs",
    in: "ecs",
    bad: sidecars(
      "logConfiguration:",
      "  logDriver: awslogs",
      "  options: {awslogs-group: /dagster, awslogs-stream-prefix: agent}",
    ),
    good: sidecars(
      "logConfiguration:",
      "  logDriver: awslogs",
      "  options: {awslogs-group: /dagster, awslogs-region: us-east-1, awslogs-stream-prefix: agent}",
    ),
  },
  "log-driver-not-on-fargate": {
    title: "A log driver that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("logConfiguration: {logDriver: json-file}"),
    good: sidecars("logConfiguration: {logDriver: splunk}"),
  },
  "firelens-missing": {
    title: "Logging through a router that is not there",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("logConfiguration: {logDriver: awsfirelens}"),
    good: [
      sidecars("logConfiguration: {logDriver: awsfirelens}"),
      ...OTHER,
      "    firelensConfiguration: {type: fluentbit}",
    ].join("\n"),
  },
  "firelens-unused": {
    title: "A log router that nothing logs through",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: sidecars("firelensConfiguration: {type: fluentbit}"),
    good: [
      sidecars("firelensConfiguration: {type: fluentbit}"),
      ...OTHER,
      "    logConfiguration: {logDriver: awsfirelens}",
    ].join("\n"),
  },
  "firelens-twice": {
    title: "Two log routers",
    in: "ecs",
    bad: [
      sidecars("firelensConfiguration: {type: fluentbit}"),
      ...OTHER,
      "    firelensConfiguration: {type: fluentbit}",
      "  - {name: third, image: third:1, logConfiguration: {logDriver: awsfirelens}}",
    ].join("\n"),
    good: [
      sidecars("firelensConfiguration: {type: fluentbit}"),
      ...OTHER,
      "    logConfiguration: {logDriver: awsfirelens}",
    ].join("\n"),
  },
} as const satisfies ProblemEntries;
