import { describe, expect, it } from "vitest";
import { filesOf, problemsOf } from "./examples.ts";

/** What is told of keys of `container_context.ecs` on Fargate. */
async function told(fragment: string): Promise<readonly string[]> {
  const problems = await problemsOf(filesOf(fragment, { in: "ecs", launcher: "launch_type: FARGATE" }));
  return problems.map(({ severity, code }) => `${severity} ${code}`);
}

/** Containers as vendors document them for Amazon ECS on Fargate, all in one task where they depend on each other. */
const SIDECARS = {
  "a Datadog agent that logs through FireLens": `
  - name: datadog-agent
    image: public.ecr.aws/datadog/agent:7
    essential: false
    cpu: 100
    memory: 512
    memoryReservation: 256
    portMappings:
      - {containerPort: 8126, hostPort: 8126, protocol: tcp, name: apm, appProtocol: http}
      - {containerPort: 8125, hostPort: 8125, protocol: udp}
    environment: [{name: ECS_FARGATE, value: "true"}, {name: DD_TAGS, value: "env:\${ENV} team:data"}]
    secrets: [{name: DD_API_KEY, valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:dd-AbCdEf:key::"}]
    healthCheck: {command: ["CMD-SHELL", "agent health"], interval: 30, timeout: 5, retries: 3, startPeriod: 15}
    dockerLabels: {com.datadoghq.ad.instances: '[{"host":"%%host%%"}]'}
    dependsOn: [{containerName: log_router, condition: START}]
    logConfiguration:
      logDriver: awsfirelens
      options: {Name: datadog, TLS: "on", provider: ecs, dd_service: etl}
      secretOptions: [{name: apikey, valueFrom: "arn:aws:ssm:us-east-1:123456789012:parameter/dd/key"}]
  - name: log_router
    image: public.ecr.aws/aws-observability/aws-for-fluent-bit:stable
    essential: true
    user: "0"
    firelensConfiguration:
      type: fluentbit
      options: {enable-ecs-log-metadata: "true", config-file-type: file, config-file-value: /extra.conf}
    logConfiguration:
      logDriver: awslogs
      options:
        awslogs-group: /ecs/router
        awslogs-region: us-east-1
        awslogs-create-group: "true"
        awslogs-stream-prefix: router
        mode: non-blocking
        max-buffer-size: 25m
    restartPolicy: {enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 180}
    versionConsistency: disabled`,
  "a collector of OpenTelemetry that waits for the code server": `
  - name: otel
    image: public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0
    command: ["--config=/etc/ecs/ecs-default-config.yaml"]
    secrets: [{name: AOT_CONFIG_CONTENT, valueFrom: otel-collector-config}]
    dependsOn: [{containerName: dagster, condition: START}]
    environmentFiles: [{value: "arn:aws:s3:::bucket/otel.env", type: s3}]
    ulimits: [{name: nofile, softLimit: 65536, hardLimit: 65536}]
    linuxParameters: {initProcessEnabled: true, tmpfs: [{containerPath: /tmp, size: 128}], capabilities: {drop: [ALL]}}
    systemControls: [{namespace: net.core.somaxconn, value: "1024"}]
    repositoryCredentials: {credentialsParameter: "arn:aws:secretsmanager:us-east-1:123456789012:secret:hub-AbCdEf"}
    readonlyRootFilesystem: true
    startTimeout: 120
    stopTimeout: 120`,
  "members that are empty, as a task definition of the console has them": `
  - name: agent
    image: busybox
    cpu: 0
    links: []
    extraHosts: []
    mountPoints: []
    volumesFrom: []
    entryPoint: []
    credentialSpecs: []
    resourceRequirements: []
    environment: []
    environmentFiles: []
    ulimits: []
    systemControls: []
    privileged: false
    disableNetworking: false
    logConfiguration: {logDriver: splunk, options: {splunk-url: "https://splunk.example.com:8088"}, secretOptions: []}`,
  "containers that start one after the other": `
  - {name: init, image: busybox, essential: false, command: ["sh", "-c", "exit 0"]}
  - name: proxy
    image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.11.0
    healthCheck: {command: ["CMD", "/probe"]}
    dependsOn: [{containerName: init, condition: SUCCESS}]
  - {name: exporter, image: quay.io/example/exporter:1, dependsOn: [{containerName: proxy, condition: HEALTHY}]}`,
} as const;

describe("what ECS takes on Fargate is taken", () => {
  it.each(Object.entries(SIDECARS))("%s", async (_, text) => {
    for (const key of ["server_sidecar_containers", "run_sidecar_containers"]) {
      expect(
        await told(
          `server_resources: {cpu: "512", memory: "1024"}\nrun_resources: {cpu: "512", memory: "1024"}\n${key}:${text}`,
        ),
      ).toEqual([]);
    }
  });

  it("volumes that live with the task, and EFS with and without access points", async () => {
    const volumes = `
  - {name: scratch}
  - {name: empty, host: {}}
  - {name: whole, efsVolumeConfiguration: {fileSystemId: fs-0123456789abcdef0}}
  - name: point
    efsVolumeConfiguration:
      fileSystemId: fs-0123456789abcdef0
      rootDirectory: /
      transitEncryption: ENABLED
      transitEncryptionPort: 2999
      authorizationConfig: {accessPointId: fsap-0123456789abcdef0, iam: ENABLED}`;
    const mounts = ["scratch", "empty", "whole", "point"].map(
      (name) => `{sourceVolume: ${name}, containerPath: /mnt/${name}}`,
    );
    expect(await told(`volumes:${volumes}\nmount_points: [${mounts.join(", ")}]`)).toEqual([]);
  });

  it("variables that a program itself replaces, within a value", async () => {
    const entries = [`TAGS=env:\${ENV},team:data`, `FORMAT=\${asctime} $level`, "PRICE=$5.00", "PATTERN=^a$"];
    expect(await told(`env_vars: ${JSON.stringify(entries)}`)).toEqual([]);
  });

  it("a drive of Windows as a path", async () => {
    expect(await told("volumes: [{name: data}]\nmount_points: [{sourceVolume: data, containerPath: 'D:'}]")).toEqual(
      [],
    );
  });

  it.each([
    ["with a version", "/prod/db/password:3"],
    ["with a label", "password:stable"],
    ["that refers to a secret", "/aws/reference/secretsmanager/prod/db"],
    ["of AWS itself", "arn:aws:ssm:us-east-1::parameter/aws/service/ecs/optimized-ami/recommended"],
  ])("a parameter %s as a secret", async (_, valueFrom) => {
    expect(await told(`secrets: [{name: A, valueFrom: "${valueFrom}"}]`)).toEqual([]);
  });
});

describe("what ECS takes although its documentation says otherwise is a warning", () => {
  it.each([
    // AWS's own task definitions of the OpenTelemetry collector have it (aws-cdk issue 34389).
    [
      "a health check without CMD",
      "healthCheck: {command: [/healthcheck], interval: 5, timeout: 6}",
      "health-check-form",
    ],
    // Documentation and tools disagree on 0 under awsvpc.
    ["a host port 0", "portMappings: [{containerPort: 80, hostPort: 0}]", "host-port-differs"],
    // The documentation names only the largest timeout.
    ["a stop timeout of one second", "stopTimeout: 1", "stop-timeout-range"],
  ])("%s", async (_, member, code) => {
    expect(await told(`server_sidecar_containers: [{name: a, image: "busybox:1", ${member}}]`)).toEqual([
      `warning ${code}`,
    ]);
  });

  it("a health check of the code server without CMD", async () => {
    expect(await told("server_health_check: {command: [/healthcheck]}")).toEqual(["warning health-check-form"]);
  });
});
