import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDagsterYaml } from "../../../src/config/agent-command.ts";
import { findAgentVariable, reportUnresolved } from "../../../src/config/agent-environment.ts";
import type { AgentTask } from "../../../src/model/agent-task.ts";
import { HiddenText } from "../../../src/model/environment.ts";
import { AGENT_FORMS, taskOf } from "./agent-forms.ts";

const ENVIRONMENT = {
  DAGSTER_HOME: "/opt/dagster",
  A: "alpha",
  B: "two  words\nline",
  EMPTY: "",
  YAML: "a: 1\nb: '$A'\n",
  B64: Buffer.from("k: v\nx: é\n").toString("base64"),
};

function extract(script: string, shell: readonly string[] = ["/bin/bash", "-c"], more: Partial<AgentTask> = {}) {
  return extractDagsterYaml(taskOf([...shell, script], ENVIRONMENT, more));
}

/** What bash writes. */
const SCRIPTS: readonly (readonly [script: string, written: string])[] = [
  ["echo 'a: 1' > $DAGSTER_HOME/dagster.yaml", "a: 1\n"],
  [String.raw`echo -e 'a: 1\nb: \x41\tc' > dagster.yaml`, "a: 1\nb: A\tc\n"],
  [String.raw`echo -e "a: 1\cb" > dagster.yaml`, "a: 1"],
  [String.raw`echo 'a: 1\nb' > dagster.yaml`, "a: 1\\nb\n"],
  ['echo -n a: b > dagster.yaml; echo "  $A" >> dagster.yaml', "a: b  alpha\n"],
  [String.raw`printf '%s: %s\n' a 1 b 2 > dagster.yaml`, "a: 1\nb: 2\n"],
  [String.raw`printf 'a: 1\nb: %d%%\n' 5 > dagster.yaml`, "a: 1\nb: 5%\n"],
  [String.raw`printf "%b" 'a: 1\nb: 2' > dagster.yaml`, "a: 1\nb: 2"],
  [`printf '%s' "$YAML" > dagster.yaml`, "a: 1\nb: '$A'\n"],
  [
    `cat <<EOF > dagster.yaml\na: $A\nb: $B\nc: \${NOPE:-def}\nd: \\$A \\\\ \\x "q" 'q' \`echo hi\` $(echo "$A" | cat)\nEOF`,
    "a: alpha\nb: two  words\nline\nc: def\nd: $A \\ \\x \"q\" 'q' hi alpha\n",
  ],
  ["cat > dagster.yaml <<'EOF'\na: $A\nb: \\$\nEOF\necho done", "a: $A\nb: \\$\n"],
  ['cat <<-"E F" > dagster.yaml\n\ta: $A\n\t  b: x\n\tE F\n', "a: $A\n  b: x\n"],
  ["cat <<EOF | tee dagster.yaml\na: 1\nEOF", "a: 1\n"],
  ["cat <<A >x.yaml; cat <<B > dagster.yaml\na: 1\nA\nb: 2\nB\n", "b: 2\n"],
  ["echo $B64 | base64 -d > dagster.yaml", "k: v\nx: é\n"],
  ['echo "$B64" | base64 --decode | cat - > dagster.yaml', "k: v\nx: é\n"],
  ['base64 -D <<< "$B64" > dagster.yaml', "k: v\nx: é\n"],
  ["printenv YAML > dagster.yaml", "a: 1\nb: '$A'\n\n"],
  ['echo "$YAML" > dagster.yaml', "a: 1\nb: '$A'\n\n"],
  ["echo $YAML > dagster.yaml", "a: 1 b: '$A'\n"],
  [`cat <<'EOF' | envsubst > dagster.yaml\na: $A \${A}\nEOF`, "a: alpha alpha\n"],
  ['X="v $A"; export Y=$X; echo "a: $Y$X" > dagster.yaml', "a: v alphav alpha\n"],
  ["{ echo a: 1; X=5; echo b: $X; } > dagster.yaml && echo c: $X >> dagster.yaml", "a: 1\nb: 5\nc: 5\n"],
  ["(echo a: 1; echo b: 2) > dagster.yaml", "a: 1\nb: 2\n"],
  ['f() { cat <<EOF\na: $1\nEOF\n}\nf one > dagster.yaml; f "$A" >> dagster.yaml', "a: one\na: alpha\n"],
  ['if [ -z "$EMPTY" ]; then echo a: 1 > dagster.yaml; else echo a: 2 > dagster.yaml; fi', "a: 1\n"],
  ['[ -n "$A" ] && echo a: yes > dagster.yaml || echo a: no > dagster.yaml', "a: yes\n"],
  ['[[ "$A" == "alpha" && -n $A ]] || exit 1; echo a: 1 > dagster.yaml', "a: 1\n"],
  [`: \${Z:=zed}; echo "a: $Z \${A:+set} \${EMPTY:-e} \${EMPTY-n} \${EMPTY:+no}" > dagster.yaml`, "a: zed set e  \n"],
  ["echo a:\\ 1\\  b\"c\"'d'$A > dagster.yaml", "a: 1  bcdalpha\n"],
  ["sh -c 'echo \"a: $1 $0\" > dagster.yaml' zero one", "a: one zero\n"],
  ["eval \"echo 'a: $A' > dagster.yaml\"", "a: alpha\n"],
  ["echo 'a: 1' > t.yaml && mv t.yaml dagster.yaml", "a: 1\n"],
  ["echo a: 1 > dagster.yaml\nexec echo done\necho b: 2 > dagster.yaml", "a: 1\n"],
  ["echo a: 1 > dagster.yaml # and > dagster.yaml\ncat dagster.yaml", "a: 1\n"],
  ['X=$(cat <<EOF\na: $A\nEOF\n)\necho "$X" > dagster.yaml', "a: alpha\n"],
  [String.raw`echo $'a: 1\nb: \'2\'' > dagster.yaml`, "a: 1\nb: '2'\n"],
  ["[ -f dagster.yaml ] || echo a: 1 > dagster.yaml", "a: 1\n"],
  ["if grep -q x /etc/hosts; then echo hi; fi; echo a: 1 > dagster.yaml 2>&1 || exit 1", "a: 1\n"],
  ['A=other sh -c \'echo "a: $A" > dagster.yaml\'; echo "b: $A" >> dagster.yaml', "a: other\nb: alpha\n"],
];

describe("what the agent's command writes", () => {
  it.each(SCRIPTS)("%j", (script, written) => {
    expect(extract(script)).toMatchObject({ text: written });
  });

  it.each([
    ["a list with a shell", ["/bin/sh", "-ec", "echo 'a: 1' > dagster.yaml"], []],
    ["options before -c", ["bash", "-eo", "pipefail", "-c", "echo 'a: 1' > dagster.yaml"], []],
    ["the shell in the entry point", ["echo 'a: 1' > dagster.yaml"], ["/bin/sh", "-c"]],
    ["another program first", ["--", "sh", "-c", "echo 'a: 1' > dagster.yaml"], ["/tini"]],
    ["one text", ["echo 'a: 1' > dagster.yaml && dagster-cloud agent run"], []],
    ["one text with a shell", [`bash -c "echo 'a: 1' > /opt/dagster.yaml && dagster-cloud agent run"`], []],
    ["-c for the image's entry point", ["-c", "echo 'a: 1' > dagster.yaml"], []],
    ["a script for the image's entry point", ["echo 'a: 1' > dagster.yaml"], ["/entrypoint.sh"]],
  ])("is found with %s", (_, command, entryPoint) => {
    expect(extractDagsterYaml(taskOf(command, ENVIRONMENT, { entryPoint }))).toEqual({
      text: "a: 1\n",
      unresolved: [],
    });
  });

  it("decodes backslashes in the echo of sh, as Debian's does", () => {
    expect(extract(String.raw`echo 'a: 1\nb: 2' > dagster.yaml`, ["sh", "-c"])).toMatchObject({ text: "a: 1\nb: 2\n" });
  });

  it("prefers the file in DAGSTER_HOME, else takes the last one", () => {
    const script = "echo 'a: 1' > $DAGSTER_HOME/dagster.yaml; echo 'b: 1' > /tmp/dagster.yaml";
    expect(extract(script)).toMatchObject({ text: "a: 1\n" });
    expect(extract(script, ["sh", "-c"], { environment: new Map() })).toMatchObject({ text: "b: 1\n" });
  });
});

describe("what only the container knows", () => {
  const secretNames = new Set(["S"]);

  it("keeps a placeholder that is text in YAML, and says where it stands", () => {
    const script = `cat > dagster.yaml <<EOF\na: "$S"\n  b: [$S,\${N}x]\nc: $(aws ssm get-parameter)\nEOF`;
    expect(extract(script, ["sh", "-c"], { secretNames })).toEqual({
      text: 'a: "$S"\n  b: [$S,$Nx]\nc: $(...)\n',
      unresolved: [
        { kind: "secret", name: "S", line: 1, column: 5 },
        { kind: "secret", name: "S", line: 2, column: 7 },
        { kind: "variable", name: "N", line: 2, column: 10 },
        { kind: "output", line: 3, column: 4 },
      ],
    });
  });

  it("does not need the token", () => {
    const script = 'cat > dagster.yaml <<EOF\ndagster_cloud_api:\n  agent_token: "$S"\n  deployment: prod\nEOF';
    expect(extract(script, ["sh", "-c"], { secretNames })).toEqual({
      text: 'dagster_cloud_api:\n  agent_token: "$S"\n  deployment: prod\n',
      unresolved: [],
    });
  });

  it.each([
    ["no command", "", "does not show"],
    ["a script of the image", "/entrypoint.sh", "does not show"],
    ["a program's own script", "python -c \"open('dagster.yaml', 'w').write('a: 1')\"", "does not show"],
    ["a secret", 'echo "$S" > dagster.yaml', "made from the secret S"],
    ["a decoded secret", 'echo "$S" | base64 -d > dagster.yaml', "made from the secret S"],
    ["a variable of the image", 'printf %s "$N" > dagster.yaml', "environment variable that its task definition"],
    ["a download", "aws s3 cp s3://bucket/agent.yaml $DAGSTER_HOME/dagster.yaml", "by a program"],
    ["the output of a program", "curl -s https://example.com | tee dagster.yaml", "by a program"],
    ["a file of the image", "envsubst < /etc/template.yaml > dagster.yaml", "by a program"],
    ["an edit in place", "echo a: 1 > dagster.yaml; sed -i s/1/2/ dagster.yaml", "by a program"],
    [
      "an unknown condition",
      "if curl x >/dev/null; then echo a: 1; else echo a: 2; fi > dagster.yaml",
      "on a condition",
    ],
    ["an unknown case", "case $N in a) echo a: 1;; *) echo a: 2;; esac > dagster.yaml", "on a condition"],
    ["a loop", "for i in 1 2; do echo a: 1 >> dagster.yaml; done", "in a loop"],
    ["an open quote", "echo 'a > dagster.yaml", "no shell script"],
    ["endless recursion", "f() { f; }; f > dagster.yaml", "too complex"],
    ["text without end", `X=xxxxxxxxxx; ${"X=$X$X$X$X;".repeat(30)} echo $X > dagster.yaml`, "too complex"],
    ["deep nesting", `${"$(".repeat(500)}`, "too complex"],
    ["more than a task definition may have", `echo '${"x".repeat(200_000)}' > dagster.yaml`, "too long"],
  ])("gives a reason for %s", (_, script, reason) => {
    expect(extract(script, ["bash", "-c"], { secretNames })).toEqual({ reason: expect.stringContaining(reason) });
  });

  it("gives a reason for an empty command", () => {
    expect(extractDagsterYaml(taskOf([], {}))).toEqual({ reason: expect.stringContaining("has no command") });
  });

  it("becomes a problem at its place", () => {
    const problems = reportUnresolved({
      path: "agent service agent: dagster.yaml",
      unresolved: [
        { kind: "secret", name: "S", line: 3, column: 5 },
        { kind: "output", line: 4, column: 1 },
      ],
    });
    expect(problems).toMatchObject([
      { code: "agent-value-unknown", file: "agent service agent: dagster.yaml", line: 3, column: 5 },
      { code: "agent-value-unknown", line: 4, column: 1 },
    ]);
    expect(problems[0]?.message).toContain("the secret S");
  });
});

describe("the token", () => {
  it.each([
    ["plain", "agent_token: agent:hooli:0123456789abcdef", "agent_token: agent:hooli:(hidden)"],
    ["between quotes", `agent_token: "agent:hooli:01:23"`, `agent_token: "agent:hooli:(hidden)"`],
    ["in another form", "agent_token: 'x y'", "agent_token: '(hidden)'"],
    ["in a flow mapping", "{agent_token: abcdefgh, b: abcdefgh}", "{agent_token: (hidden), b: (hidden)}"],
    ["in a block", "agent_token: |\n  agent:hooli:abc\nb: 1", `agent_token: "agent:hooli:(hidden)"\nb: 1`],
    ["in a comment", "a: 1 # agent:hooli:0123", "a: 1 # agent:hooli:(hidden)"],
    ["of a user", "url: user:hooli:0123", "url: user:hooli:(hidden)"],
    ["in a text that is no YAML", `"\nagent_token: secret text`, `"\nagent_token: (hidden)`],
    ["on the next line of no YAML", `"\nagent_token: >-\n  secret text`, `"\nagent_token: >-\n  (hidden)`],
    ["behind an alias", "a: &t secret-text\nagent_token: *t", "a: &t (hidden)\nagent_token: *t"],
    ["in a list", "agent_token: [abcdefgh]", "agent_token: (hidden)"],
    ["as a variable", "agent_token: {env: TOKEN}", "agent_token: {env: TOKEN}"],
  ])("%s is taken out", (_, text, hidden) => {
    expect(extractDagsterYaml(taskOf(["sh", "-c", 'printf %s "$F" > dagster.yaml'], { F: text }))).toMatchObject({
      text: hidden,
    });
  });

  const token = fc.oneof(
    fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), fc.stringMatching(/^[a-zA-Z0-9_-]{12,40}$/)),
    fc.tuple(fc.constant(undefined), fc.stringMatching(/^[a-zA-Z0-9_+-]{12,40}$/)),
  );

  it.each(AGENT_FORMS)("is never in what comes back: $form", ({ build }) => {
    fc.assert(
      fc.property(token, ([organization, secret]) => {
        const whole = organization === undefined ? secret : `agent:${organization}:${secret}`;
        const result = extractDagsterYaml(build(whole));
        expect(JSON.stringify(result)).not.toContain(secret);
        expect(result).toMatchObject({ text: expect.stringContaining("cluster: main") });
        if (organization !== undefined) {
          expect(result).toMatchObject({ text: expect.stringContaining(`agent:${organization}:(hidden)`) });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is in no reason, wherever the command breaks off", () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...AGENT_FORMS), fc.nat(), ([organization, secret], { build }, cut) => {
        const { command, ...task } = build(organization === undefined ? secret : `agent:${organization}:${secret}`);
        const whole = command.at(-1) ?? "";
        const broken = [...command.slice(0, -1), whole.slice(0, cut % (whole.length + 1))];
        const shown = JSON.stringify(extractDagsterYaml({ ...task, command: broken }));
        expect(shown).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });
});

describe("any command", () => {
  const piece = fc.constantFrom(
    ..."' \" \\ $ ` ( ) { } [ ] < > >> << <<- <<< | || & && ; ;; # ! \n \t = ${ $( $(( ${X:- :- %s -e -c".split(" "),
    ..."if then elif else fi for in do done while case esac function f() X= $X echo cat tee printf".split(" "),
    ..."base64 -d sh eval exec exit EOF dagster.yaml > dagster.yaml a: agent_token: \ue000 \0 é 😀".split(" "),
    " ",
    "\n",
  );
  const script = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ maxLength: 4 })), { maxLength: 60 });

  it("ends in a text or a reason", () => {
    fc.assert(
      fc.property(script, fc.constantFrom("", " "), (pieces, glue) => {
        const result = extract(pieces.join(glue), ["sh", "-c"], { secretNames: new Set(["X"]) });
        if ("text" in result) expect(result.text).not.toMatch(/[\ue000-\uf8ff]/);
        else expect(result.reason).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["backslashes", "echo -e '%' > dagster.yaml", "\\"],
    ["zeros of a format", "printf '%%%' > dagster.yaml", "0"],
    ["newlines", "X=$(printf 'a%b'); echo $X > dagster.yaml", "\n"],
    ["options", "base64 -%! > dagster.yaml", "d"],
    ["open brackets", "%", "("],
    ["commands", "%", "[ a -ot b ] || X=1\n"],
    ["ifs", "%", "if a; then b; fi;"],
    ["expansions", "Y=$(printf xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx); echo % > dagster.yaml", "$Y"],
    ["heredocs", "%", "cat <<A\n"],
  ])("ends soon with very many %s", (_, script, many) => {
    const repeated = script.replace("%", () => many.repeat(100_000 / many.length));
    expect(extract(repeated)).toSatisfy((result: object) => "text" in result || "reason" in result);
  });
});

describe("a valueless entry of env_vars", () => {
  const agent = {
    service: "agent",
    values: new Map([["A", new HiddenText("value")]]),
    secrets: new Map([["S", "arn:aws:ssm:us-west-2:123456789012:parameter/s"]]),
  };

  it("takes the agent's value, which is not shown", () => {
    const found = findAgentVariable("A", agent);
    expect(found).toMatchObject({ kind: "value", value: { origin: "agent", from: expect.stringContaining("agent") } });
    expect(JSON.stringify(found)).not.toContain('"value":"value"');
  });

  it("becomes a reference where the agent has a secret", () => {
    expect(findAgentVariable("S", agent)).toEqual({
      kind: "secret",
      name: "S",
      valueFrom: "arn:aws:ssm:us-west-2:123456789012:parameter/s",
    });
    expect(findAgentVariable("N", agent)).toBeUndefined();
  });
});
