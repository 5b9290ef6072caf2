import examples from "@octokit/webhooks-examples" with { type: "json" };

/** A payload as GitHub sent it to somebody, as far as the tests look at it. */
export interface Payload {
  readonly action?: string;
  readonly repository?: { readonly full_name: string };
  readonly pull_request?: {
    readonly number: number;
    readonly state: "open" | "closed";
    readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null };
    readonly base: { readonly repo: { readonly full_name: string } };
  };
  readonly issue?: { readonly number: number; readonly pull_request?: unknown };
  readonly workflow_run?: {
    readonly head_sha: string;
    readonly head_repository: { readonly full_name: string };
  } | null;
}

/** An example of @octokit/webhooks-examples. */
export interface Example {
  readonly event: string;
  readonly action: string;
  /** Counts the examples of the same event and action. */
  readonly index: number;
  readonly payload: Payload;
}

const ALL = (examples as unknown as readonly { name: string; examples: readonly Payload[] }[]).flatMap(
  ({ name, examples: payloads }) =>
    payloads.map((payload, index): Example => ({ event: name, action: payload.action ?? "", index, payload })),
);

/** All examples, or those of an event. */
export function examplesOf(event?: string): readonly Example[] {
  return event === undefined ? ALL : ALL.filter((example) => example.event === event);
}

/** The first example of an event and action. */
export function exampleOf(event: string, action: string): Example {
  const found = ALL.find((example) => example.event === event && example.action === action);
  if (found === undefined) throw new Error(`there is no example of ${event} ${action}`);
  return found;
}

/** The same, coming from a fork, or from a repository that is gone. */
export function fromFork({ payload, ...example }: Example, fork: "other" | "gone" = "other"): Example {
  const repo = fork === "gone" ? null : { full_name: "mallory/Hello-World" };
  const { pull_request: pull, workflow_run: run } = payload;
  return {
    ...example,
    payload: {
      ...payload,
      ...(pull && { pull_request: { ...pull, head: { ...pull.head, repo } } }),
      ...(run && { workflow_run: { ...run, head_repository: repo ?? { full_name: "ghost/gone" } } }),
    },
  };
}
