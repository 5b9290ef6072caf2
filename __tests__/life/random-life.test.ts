import fc from "fast-check";
import { test } from "vitest";
import { changeFromOutside, type OutsideChange, outsideChange } from "./outside.ts";
import { type ApplyChoice, applyAndCheck, type Play, startPlay } from "./play.ts";
import { NAMES, type Name, name, type Wanted, type Workspace, wanted } from "./workspace.ts";

/** More of them at night: `.github/workflows/nightly.yml`. */
const RUNS = Number(process.env.LIFE_RUNS ?? 50);

/** What happens next. */
type Act =
  | { readonly kind: "edit"; readonly name: Name; readonly wanted: Wanted | undefined }
  | { readonly kind: "launch-type"; readonly launchType: Workspace["launchType"] }
  | { readonly kind: "outside"; readonly change: OutsideChange }
  | { readonly kind: "apply"; readonly choice: ApplyChoice }
  /** An edit that is applied at once, to the end. */
  | { readonly kind: "deploy"; readonly name: Name; readonly wanted: Wanted; readonly choice: ApplyChoice }
  /** Services that others have changed are replaced, but not to the end. */
  | { readonly kind: "half-replace"; readonly changes: readonly OutsideChange[]; readonly choice: ApplyChoice };

const interruption = fc.record({
  how: fc.constantFrom("cancelled", "killed-before", "killed-after"),
  at: fc.integer({ min: 1, max: 60 }),
});

const choice: fc.Arbitrary<ApplyChoice> = fc.record({
  prune: fc.boolean(),
  selected: fc.option(fc.subarray([...NAMES], { minLength: 1 }), { nil: undefined, freq: 3 }),
  keepRevisions: fc.constantFrom(undefined, 1, 2),
  interruption: fc.option(interruption, { nil: undefined, freq: 1 }),
});

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("edit" as const), name, wanted: fc.option(wanted, { nil: undefined }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("launch-type" as const), launchType: fc.constantFrom("FARGATE", "EC2") }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("outside" as const), change: outsideChange }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("apply" as const), choice }) },
);

const deploy: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant("deploy" as const),
  name,
  wanted,
  choice: choice.map((chosen) => ({ ...chosen, selected: undefined, interruption: undefined })),
});

const halfReplace: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant("half-replace" as const),
  changes: fc.array(outsideChange, { maxLength: 2 }),
  choice: fc.record({ prune: fc.boolean(), interruption }).map((one) => ({
    ...one,
    selected: undefined,
    keepRevisions: undefined,
  })),
});

const start: fc.Arbitrary<Workspace> = fc.record({
  locations: fc.record({ a: wanted, b: wanted, c: wanted }, { requiredKeys: [] }),
  launchType: fc.constantFrom("FARGATE", "EC2"),
});

const acts = fc.array(
  fc.oneof({ weight: 3, arbitrary: act }, { weight: 1, arbitrary: deploy }, { weight: 1, arbitrary: halfReplace }),
  {
    minLength: 2,
    maxLength: 9,
  },
);

const life = fc.record({ start, first: choice, acts, last: choice });

async function perform(play: Play, next: Act): Promise<void> {
  const { workspace } = play;
  switch (next.kind) {
    case "edit":
      edit(play, next.name, next.wanted);
      return;
    case "deploy":
      edit(play, next.name, next.wanted);
      await applyAndCheck(play, next.choice);
      return;
    case "half-replace":
      for (const change of next.changes) await changeFromOutside(change, play.life);
      play.workspace = { ...workspace, launchType: workspace.launchType === "EC2" ? "FARGATE" : "EC2" };
      await applyAndCheck(play, next.choice);
      return;
    case "launch-type":
      play.workspace = { ...workspace, launchType: next.launchType };
      return;
    case "outside":
      await changeFromOutside(next.change, play.life);
      return;
    case "apply":
      await applyAndCheck(play, possible(play, next.choice));
      return;
  }
}

function edit(play: Play, location: Name, wantedNow: Wanted | undefined): void {
  const { [location]: _before, ...others } = play.workspace.locations;
  const locations = wantedNow === undefined ? others : { ...others, [location]: wantedNow };
  play.workspace = { ...play.workspace, locations };
}

/** A name that no location has is a mistake of the user's: it is left out. */
function possible({ workspace }: Play, { selected, ...rest }: ApplyChoice): ApplyChoice {
  const known = selected?.filter((one) => workspace.locations[one] !== undefined);
  return { ...rest, selected: known?.length === 0 ? undefined : known };
}

test("whatever happens: after a complete apply the next plan is empty, and what is not ours is as it was", {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ start: workspace, first, acts: others, last }) => {
      const play = await startPlay(workspace);
      try {
        // Most of what can happen needs something to happen to.
        for (const next of [{ kind: "apply", choice: first } as const, ...others]) await perform(play, next);
        await applyAndCheck(play, { ...last, selected: undefined, interruption: undefined });
      } finally {
        await play.life.close();
      }
    }),
    { numRuns: RUNS },
  );
});
