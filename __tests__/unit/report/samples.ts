import type { Problem } from "../../../src/errors.ts";
import type { LocationOutcome, Outcome } from "../../../src/model/outcome.ts";
import type { FieldChange, Plan, ShownValue, Step } from "../../../src/model/plan.ts";
import type { PreflightCheck } from "../../../src/model/preflight.ts";
import type { PlanCommentInput } from "../../../src/report/plan-markdown.ts";

// Realistic reports, for the tests and for scripts/preview-report.ts.

const REGISTRY = "764506304434.dkr.ecr.us-west-2.amazonaws.com";
const COMMIT = "3f2c1aa90b12c5d6e7f8091a2b3c4d5e6f708192";
const DIGEST = "sha256:9b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e";
const OLD_DIGEST = "sha256:1d7e0a44b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2";
const ROLE = "arn:aws:iam::764506304434:role";

export function shown(value: Extract<ShownValue, { kind: "shown" }>["value"]): ShownValue {
  return { kind: "shown", value };
}

function hidden(why = "from the step's environment"): ShownValue {
  return { kind: "hidden", why };
}

/** A step that does nothing, with whatever is different. */
export function sampleStep(location: string, different: Partial<Step> = {}): Step {
  return {
    location,
    action: "none",
    reason: { code: "up-to-date", text: "Runs what the configuration says." },
    service: `${location.replaceAll("_", "-")}-prod-4f1c9a`,
    cluster: "dagster",
    family: `dagster_acme_prod_${location}`,
    image: {
      requested: `${REGISTRY}/${location}:${COMMIT}`,
      reference: `${REGISTRY}/${location}@${DIGEST}`,
      previous: `${REGISTRY}/${location}@${OLD_DIGEST}`,
      status: "pinned",
    },
    taskDefinition: { register: false },
    base: {
      serviceArn: `arn:aws:ecs:us-west-2:764506304434:service/dagster/${location}-prod-4f1c9a`,
      taskDefinitionArn: `arn:aws:ecs:us-west-2:764506304434:task-definition/dagster_acme_prod_${location}:41`,
      ecsDeploymentId: "ecs-svc/1234567890123456789",
    },
    changes: [],
    impact: "none",
    warnings: [],
    fingerprints: { configuration: "c".repeat(64), full: "f".repeat(64) },
    ...different,
  };
}

function withoutImage(location: string, different: Partial<Step>): Step {
  const { image: _image, ...step } = sampleStep(location, different);
  return step;
}

export function samplePlan(steps: readonly Step[], notSelected: readonly string[] = []): Plan {
  return {
    formatVersion: 1,
    request: {
      deployment: "prod",
      kind: "full",
      organization: "acme",
      cluster: "dagster",
      region: "us-west-2",
      account: "764506304434",
      source: "acme/data-platform:dagster_cloud.yaml",
      commit: COMMIT,
    },
    steps,
    notSelected,
  };
}

export function sampleInput(plan: Plan, different: Partial<PlanCommentInput> = {}): PlanCommentInput {
  return {
    plan,
    preflight: [{ status: "OK", subject: "cluster", target: "dagster", locations: [] }],
    problems: [],
    headSha: COMMIT,
    runUrl: "https://github.com/acme/data-platform/actions/runs/9876543210",
    key: "dagster_cloud.yaml/prod",
    runId: 9876543210,
    ...different,
  };
}

function change(path: string, different: Partial<FieldChange>): FieldChange {
  return { resource: "task-definition", path, change: "changed", impact: "rollout", sensitive: false, ...different };
}

export function sampleCreate(location: string): Step {
  const { base: _base, ...step } = sampleStep(location);
  const added = (path: string, after: ShownValue, sensitive = false): FieldChange =>
    change(path, { change: "added", after, sensitive, impact: "none" });
  return {
    ...step,
    action: "create",
    reason: { code: "no-service", text: "There is no service for it yet." },
    base: {},
    taskDefinition: { register: true },
    changes: [
      added(
        "containerDefinitions.dagster.command",
        shown(["dagster", "api", "grpc", "-p", "4000", "--package-name", location]),
      ),
      added(
        "containerDefinitions.dagster.environment.DAGSTER_CURRENT_IMAGE",
        shown(`${REGISTRY}/${location}@${DIGEST}`),
      ),
      added("containerDefinitions.dagster.environment.SNOWFLAKE_PASSWORD", hidden()),
      added("containerDefinitions.dagster.image", shown(`${REGISTRY}/${location}@${DIGEST}`)),
      added("cpu", shown("256")),
      added("executionRoleArn", shown(`${ROLE}/dagster-execution`), true),
      added("memory", shown("512")),
      added("taskRoleArn", shown(`${ROLE}/${location}-task`), true),
    ],
  };
}

function sampleUpdate(location: string): Step {
  const image = `containerDefinitions.dagster`;
  return sampleStep(location, {
    action: "update",
    reason: { code: "configuration-and-image", text: "Configuration and image have changed." },
    taskDefinition: { register: true },
    impact: "rollout",
    changes: [
      change(`${image}.environment.DAGSTER_CURRENT_IMAGE`, {
        before: shown(`${REGISTRY}/${location}@${OLD_DIGEST}`),
        after: shown(`${REGISTRY}/${location}@${DIGEST}`),
      }),
      change(`${image}.environment.LOG_LEVEL`, { before: shown("info"), after: shown("debug") }),
      change(`${image}.environment.OLD_FLAG`, { change: "removed", before: hidden("previous value hidden") }),
      change(`${image}.environment.SNOWFLAKE_PASSWORD`, { before: hidden("previous value hidden"), after: hidden() }),
      change(`${image}.image`, {
        before: shown(`${REGISTRY}/${location}@${OLD_DIGEST}`),
        after: shown(`${REGISTRY}/${location}@${DIGEST}`),
      }),
      change(`${image}.secrets.WAREHOUSE_PASSWORD`, {
        change: "added",
        after: shown("arn:aws:secretsmanager:us-west-2:764506304434:secret:prod/warehouse-AbCdEf:password::"),
        sensitive: true,
      }),
      change("container context › ecs.run_resources.memory", { before: shown("2048"), after: shown("4096") }),
      change("container context › ecs.run_sidecar_containers", {
        before: shown([
          { name: "statsd", image: "statsd/statsd:v0.10.1", environment: [{ name: "PORT", value: "8125" }] },
        ]),
        after: shown([
          { name: "statsd", image: "statsd/statsd:v0.10.2", environment: [{ name: "PORT", value: "8125" }] },
        ]),
        sensitive: true,
      }),
      change("taskRoleArn", {
        before: shown(`${ROLE}/analytics-task`),
        after: shown(`${ROLE}/admin`),
        sensitive: true,
      }),
      {
        resource: "service",
        path: "desiredCount",
        change: "changed",
        before: shown(1),
        after: shown(2),
        impact: "in-place",
        sensitive: false,
      },
      {
        resource: "tags",
        path: "team",
        change: "added",
        after: shown("data-platform"),
        impact: "in-place",
        sensitive: false,
      },
    ],
    warnings: ["The image is pushed by tag `latest` elsewhere; a rollback may not find it."],
  });
}

function sampleLevelUpdate(location: string): Step {
  return {
    ...sampleImageUpdate(location),
    reason: { code: "configuration", text: "The configuration has changed." },
    changes: sampleUpdate(location).changes.filter(({ path }) => path.endsWith("LOG_LEVEL")),
  };
}

function sampleImageUpdate(location: string): Step {
  return sampleStep(location, {
    action: "update",
    reason: { code: "image", text: "The image has changed." },
    taskDefinition: { register: true },
    impact: "rollout",
    changes: sampleUpdate(location).changes.filter(({ path }) => /image$|CURRENT_IMAGE$/i.test(path)),
  });
}

const QUIET = [
  "billing",
  "core",
  "crm",
  "finance",
  "growth",
  "inventory",
  "marketing",
  "orders",
  "payroll",
  "pricing",
  "search",
  "support",
];

const DELETED = withoutImage("legacy_etl", {
  action: "delete",
  reason: { code: "location-gone", text: "The location is no longer in the file, and `prune` is on." },
  impact: "removal",
});

const WARNING: Problem = {
  code: "number-as-text",
  severity: "warning",
  message: "`cpu` is the number 256, and the agent wants a text.",
  hint: 'Write `cpu: "256"`.',
  file: "dagster_cloud.yaml",
  line: 14,
  column: 16,
  path: 'locations[0] "analytics" › container_context.ecs.server_resources.cpu',
};

const SKIPPED: PreflightCheck = {
  status: "SKIP",
  subject: "task role",
  target: `${ROLE}/analytics-task`,
  message: "Not allowed to call iam:GetRole.",
  hint: "Add `iam:GetRole` to the policy of the plan role to have this checked.",
  locations: ["analytics"],
};

const FAILED: PreflightCheck = {
  status: "FAIL",
  subject: "log group",
  target: "/dagster/prod",
  message: "The log group does not exist.",
  hint: "Create it, or correct `log_group` in `dagster.yaml`.",
  locations: ["analytics", "ml", "ingest"],
};

const BLOCKED = withoutImage("reporting", {
  action: "blocked",
  reason: {
    code: "not-ours",
    text: "A service of this name exists without our tags; set `adopt: true` to take it over.",
  },
});

/** Plans by name of the case. */
export const PLAN_SAMPLES: Readonly<Record<string, PlanCommentInput>> = {
  "first-plan": sampleInput(samplePlan(["analytics", "ingest", "ml"].map(sampleCreate))),
  update: sampleInput(
    samplePlan([sampleUpdate("analytics"), ...QUIET.map((name) => sampleStep(name)), sampleImageUpdate("web_events")]),
    {
      problems: [WARNING],
      preflight: [SKIPPED, { status: "OK", subject: "cluster", target: "dagster", locations: [] }],
    },
  ),
  dangerous: sampleInput(
    samplePlan(
      [
        sampleCreate("ingest"),
        DELETED,
        sampleStep("ml", {
          action: "replace",
          reason: {
            code: "immutable",
            text: "`launchType` cannot be changed in place: the service is deleted and created again.",
          },
          impact: "downtime",
          changes: [
            {
              resource: "service",
              path: "launchType",
              change: "changed",
              before: shown("EC2"),
              after: shown("FARGATE"),
              impact: "downtime",
              sensitive: false,
            },
          ],
        }),
        BLOCKED,
        sampleStep("web_events"),
      ],
      ["billing", "core"],
    ),
    { preflight: [FAILED, SKIPPED] },
  ),
  "missing-image": sampleInput(
    samplePlan([
      {
        ...sampleLevelUpdate("analytics"),
        image: {
          requested: `${REGISTRY}/analytics:${COMMIT}`,
          reference: `${REGISTRY}/analytics:${COMMIT}`,
          status: "missing",
        },
        warnings: [`The image \`${REGISTRY}/analytics:${COMMIT}\` is not in ECR yet: push it before the apply.`],
      },
      {
        ...sampleLevelUpdate("ml"),
        image: { requested: `${REGISTRY}/ml:${COMMIT}`, reference: `${REGISTRY}/ml@${OLD_DIGEST}`, status: "kept" },
      },
      {
        ...sampleLevelUpdate("web"),
        image: { requested: "ghcr.io/acme/web:1.4.2", reference: "ghcr.io/acme/web:1.4.2", status: "as-written" },
      },
    ]),
  ),
  refused: sampleInput(samplePlan([sampleImageUpdate("analytics"), BLOCKED]), {
    preflight: [FAILED],
    refusedBecause: [
      "log group /dagster/prod: The log group does not exist.",
      '"reporting": A service of this name exists without our tags; set `adopt: true` to take it over.',
    ],
  }),
  "sixty-locations": sampleInput(
    samplePlan(
      Array.from({ length: 60 }, (_, index) => sampleUpdate(`location_${String(index + 1).padStart(2, "0")}`)),
    ),
  ),
  "no-changes": sampleInput(samplePlan(QUIET.map((name) => sampleStep(name)))),
  empty: sampleInput(samplePlan([])),
};

const TRACEBACK = [
  "2026-02-11 09:14:02 +0000 - dagster.code_server - INFO - Starting Dagster code server for package analytics in process 7",
  "Traceback (most recent call last):",
  '  File "/usr/local/lib/python3.12/site-packages/dagster/_grpc/server.py", line 412, in __init__',
  "    self._loaded_repositories: LoadedRepositories | None = LoadedRepositories(",
  '  File "/opt/dagster/app/analytics/__init__.py", line 3, in <module>',
  "    from analytics.assets import daily_revenue",
  "ModuleNotFoundError: No module named 'analytics.assets'",
];

function sampleOutcome(location: string, different: Partial<LocationOutcome>): LocationOutcome {
  return {
    location,
    action: "update",
    status: "succeeded",
    message: "The new revision runs.",
    service: `${location}-prod-4f1c9a`,
    taskDefinitionArn: `arn:aws:ecs:us-west-2:764506304434:task-definition/dagster_acme_prod_${location}:42`,
    image: `${REGISTRY}/${location}@${DIGEST}`,
    hostname: `${location}-prod-4f1c9a.dagster.local`,
    port: 4000,
    duration: 72,
    ...different,
  };
}

export const ROLLED_BACK: LocationOutcome = sampleOutcome("analytics", {
  status: "rolled-back",
  message:
    "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on dagster_acme_prod_analytics:41",
  duration: 341,
  failure: {
    phase: "keeping the tasks running",
    events: [
      "(service analytics-prod-4f1c9a) (deployment ecs-svc/2091) deployment failed: tasks failed to start.",
      "(service analytics-prod-4f1c9a) rolling back to deployment ecs-svc/1988.",
      "(service analytics-prod-4f1c9a) has started 1 tasks: (task 7c1f0e2b9a4d4b7c8e6f5a3d2b1c0f9e).",
    ],
    stoppedTasks: [
      {
        taskId: "7c1f0e2b9a4d4b7c8e6f5a3d2b1c0f9e",
        stopCode: "EssentialContainerExited",
        stoppedReason: "Essential container in task exited",
        alike: 2,
        containers: [
          { name: "dagster", exitCode: 1, logLines: TRACEBACK },
          { name: "datadog-agent", exitCode: 143, logLines: [] },
        ],
      },
    ],
    image: `${REGISTRY}/analytics@${DIGEST}`,
    taskDefinitionArn: "arn:aws:ecs:us-west-2:764506304434:task-definition/dagster_acme_prod_analytics:42",
    leftState: "rolled back to dagster_acme_prod_analytics:41 (1 of 1 tasks running)",
    guess:
      "Python could not import the code: check `code_source`, `working_directory` and that the image has the dependency installed.",
  },
});

/** A rollout that ran out of time, with a task that is still waited for and one that stopped before it. */
const TIMED_OUT: LocationOutcome = sampleOutcome("ingest", {
  status: "failed",
  message:
    "the tasks started, but were not HEALTHY within 180 seconds (`server_process_startup_timeout`): 0 of 1 tasks HEALTHY: the container dagster is UNKNOWN. Raise `server_process_startup_timeout` if the code takes longer to load.",
  duration: 215,
  failure: {
    phase: "waiting for the tasks to be HEALTHY",
    events: ["(service ingest-prod-4f1c9a) has started 1 tasks: (task 0c1f0e2b9a4d4b7c8e6f5a3d2b1c0f9e)."],
    stoppedTasks: [
      {
        taskId: "0c1f0e2b9a4d4b7c8e6f5a3d2b1c0f9e",
        lastStatus: "RUNNING",
        containers: [
          {
            name: "dagster",
            state: "RUNNING",
            logLines: ["2026-02-11 09:14:02 +0000 - dagster.code_server - INFO - Starting Dagster code server"],
          },
          {
            name: "proxy",
            state: "RUNNING",
            logLines: [],
            logProblem: "it wrote nothing to the log group /dagster/prod",
          },
        ],
      },
      {
        taskId: "1d2e0e2b9a4d4b7c8e6f5a3d2b1c0f9e",
        stopCode: "TaskFailedToStart",
        stoppedReason: "CannotPullContainerError: pull image manifest has been retried 7 time(s): i/o timeout",
        containers: [
          {
            name: "dagster",
            reason: "CannotPullContainerError: pull image manifest has been retried 7 time(s): i/o timeout",
            logLines: [],
          },
          { name: "proxy", logLines: [] },
        ],
      },
    ],
    image: `${REGISTRY}/ingest@${DIGEST}`,
    taskDefinitionArn: "arn:aws:ecs:us-west-2:764506304434:task-definition/dagster_acme_prod_ingest:12",
    leftState:
      "still on dagster_acme_prod_ingest:12 (1 of 1 tasks running); ECS goes on with the deployment; 1 task of dagster_acme_prod_ingest:11 still runs beside it",
    guess:
      "The health check has neither passed nor failed yet: its `startPeriod` and `interval` may be longer than the code server is waited for.",
    notes: ["The log of one task could not be read."],
  },
});

function outcome(locations: readonly LocationOutcome[], succeeded: boolean): Outcome {
  return { locations, succeeded };
}

const UNCHANGED = QUIET.map((name) =>
  sampleOutcome(name, { action: "none", status: "unchanged", message: "Nothing was to be done.", duration: 0 }),
);

/** Outcomes by name of the case. */
export const OUTCOME_SAMPLES: Readonly<Record<string, Outcome>> = {
  "apply-failed": outcome(
    [
      ROLLED_BACK,
      TIMED_OUT,
      sampleOutcome("core", { action: "create", message: "The code server runs.", duration: 94 }),
      sampleOutcome("ml", {
        status: "failed",
        message: "AWS refused RegisterTaskDefinition: not authorized to perform iam:PassRole.",
        duration: 1,
      }),
      ...UNCHANGED,
    ],
    false,
  ),
  "apply-succeeded": outcome(
    [sampleOutcome("analytics", {}), sampleOutcome("ingest", { action: "create", duration: 94 }), ...UNCHANGED],
    true,
  ),
  "apply-nothing": outcome(UNCHANGED, true),
};

export const SAMPLE_SOURCE = `locations:
  - location_name: analytics
    image: analytics:latest
    code_source:
      package_name: analytics
    container_context:
      ecs:
        server_resources:
          cpu: 256
          memory: 512
        env_var:
          - LOG_LEVEL=debug
`;

/** Problems of `SAMPLE_SOURCE`. */
export const SAMPLE_PROBLEMS: readonly Problem[] = [
  { ...WARNING, line: 9, column: 16 },
  {
    code: "unknown-key",
    severity: "error",
    message: "`env_var` is not a setting of `container_context.ecs`.",
    hint: "Did you mean `env_vars`?",
    file: "dagster_cloud.yaml",
    line: 11,
    column: 9,
    path: 'locations[0] "analytics" › container_context.ecs.env_var',
  },
];
