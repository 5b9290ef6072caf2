import type { ProblemEntries } from "./entry.ts";
import { AGENT_FILE } from "./example-files.ts";

const TWO = (first: string, second: string): string =>
  [first, second]
    .map((lines, index) => `  - code_source: {package_name: etl${index}}\n${lines.replace(/^/gm, "    ")}`)
    .join("\n");

/** Images, names, and what the agent serves. */
export const DEPLOYMENT_PROBLEMS = {
  "image-empty": {
    title: "An empty image",
    in: "location",
    bad: 'image: " "',
    good: "image: registry.example.com/etl:1.0",
  },
  "image-with-spaces": {
    title: "White space around an image",
    in: "location",
    bad: 'image: "registry.example.com/etl:1.0 "',
    good: "image: registry.example.com/etl:1.0",
  },
  "image-reference-invalid": {
    title: "Not an image reference",
    in: "location",
    bad: "image: registry.example.com/ETL:1.0",
    good: "image: registry.example.com/etl:1.0",
  },
  "image-not-fixed": {
    title: "An image whose content changes",
    in: "location",
    bad: "image: registry.example.com/etl:latest",
    good: "image: registry.example.com/etl:1.0",
  },
  "image-missing": {
    title: "Neither image nor registry",
    in: "location",
    bad: "image:",
    good: "image: registry.example.com/etl:1.0",
  },
  "image-tag-missing": {
    title: "A registry without a tag",
    in: "file",
    deploy: true,
    bad: "locations:\n  - location_name: etl\n    code_source: {package_name: etl}\n    build: {registry: registry.example.com/etl}",
    good: "locations:\n  - location_name: etl\n    code_source: {package_name: etl}\n    image: registry.example.com/etl:1.0",
  },
  "registry-not-allowed": {
    title: "A registry that the step does not allow",
    in: "location",
    inputs: { "allowed-registries": "registry.example.com/*" },
    bad: "image: other.example.com/etl:1.0",
    good: "image: registry.example.com/etl:1.0",
  },
  "shared-registry": {
    title: "Two builds that push to one place",
    in: "file",
    bad: `locations:\n${TWO("location_name: etl\nbuild: {directory: etl, registry: registry.example.com/data}", "location_name: ml\nbuild: {directory: ml, registry: registry.example.com/data}")}`,
    good: `locations:\n${TWO("location_name: etl\nbuild: {directory: etl, registry: registry.example.com/etl}", "location_name: ml\nbuild: {directory: ml, registry: registry.example.com/ml}")}`,
  },
  "similar-location-names": {
    title: "Names that differ only in punctuation or case",
    in: "file",
    bad: `locations:\n${TWO("location_name: my-etl\nimage: etl:1", "location_name: my_etl\nimage: etl:1")}`,
    good: `locations:\n${TWO("location_name: my-etl\nimage: etl:1", "location_name: your-etl\nimage: etl:1")}`,
  },
  "same-service-name": {
    title: "Names that give the same ECS service name",
    in: "file",
    // Found by trying: six hex digits of a hash tell services apart.
    bad: `locations:\n${TWO('location_name: "etl @.data"\nimage: etl:1', 'location_name: "etl_-#_data"\nimage: etl:1')}`,
    good: `locations:\n${TWO("location_name: etl\nimage: etl:1", "location_name: ml\nimage: etl:1")}`,
  },
  "family-not-accepted": {
    title: "A task definition family that ECS does not take",
    in: "location",
    launcher: "launch_type: FARGATE",
    bad: "location_name: données",
    good: "location_name: donnees",
  },
  "unknown-queue": {
    title: "A queue that the agent does not serve",
    in: "location",
    launcher: "launch_type: FARGATE",
    agent: "agent_queues: {additional_queues: [special]}\nisolated_agents: {enabled: true}",
    bad: "agent_queue: spezial",
    good: "agent_queue: special",
  },
  "default-queue-not-served": {
    title: "A location without a queue, and an agent without the default queue",
    in: "location",
    launcher: "launch_type: FARGATE",
    agent:
      "agent_queues: {include_default_queue: false, additional_queues: [special]}\nisolated_agents: {enabled: true}",
    bad: "working_directory: src",
    good: "agent_queue: special",
  },
  "queues-without-isolation": {
    title: "Queues of an agent that is not isolated",
    in: "agent-file",
    bad: `${AGENT_FILE}\nagent_queues: {additional_queues: [special]}`,
    good: `${AGENT_FILE}\nagent_queues: {additional_queues: [special]}\nisolated_agents: {enabled: true}`,
  },
  "deployment-not-served": {
    title: "A deployment that the agent does not serve",
    in: "agent-file",
    bad: `${AGENT_FILE}\ndagster_cloud_api: {deployments: [staging]}`,
    good: `${AGENT_FILE}\ndagster_cloud_api: {deployments: [staging, prod]}`,
  },
  "branch-deployments-not-served": {
    title: "An agent that does not serve branch deployments",
    in: "agent-file",
    branch: true,
    bad: `${AGENT_FILE}\ndagster_cloud_api: {branch_deployments: false}`,
    good: `${AGENT_FILE}\ndagster_cloud_api: {branch_deployments: true}`,
  },
  "too-many-network-entries": {
    title: "More security groups or subnets than ECS takes",
    in: "launcher",
    bad: "security_group_ids: [sg-1, sg-2, sg-3, sg-4, sg-5, sg-6]",
    good: "security_group_ids: [sg-1, sg-2, sg-3, sg-4, sg-5]",
  },
} as const satisfies ProblemEntries;
