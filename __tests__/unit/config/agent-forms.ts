import type { AgentTask } from "../../../src/model/agent-task.ts";

export function taskOf(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  more: Partial<AgentTask> = {},
): AgentTask {
  return {
    command,
    entryPoint: [],
    environment: new Map(Object.entries(environment)),
    secretNames: new Set(),
    ...more,
  };
}

/** A file of an agent with this token, also where it does not belong. */
function fileWith(token: string, quote: string): string {
  return [
    "dagster_cloud_api:",
    `  agent_token: ${quote}${token}${quote}`,
    "  deployment: prod",
    `# ${token}`,
    "user_code_launcher:",
    "  config:",
    "    cluster: main",
    `    log_group: ${token}`,
    "",
  ].join("\n");
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const sh = (script: string, environment: Readonly<Record<string, string>> = {}): AgentTask =>
  taskOf(["/bin/sh", "-c", `${script}\nexec dagster-cloud agent run`], environment);

/** Each way a command writes the file, as a task made from a token. */
export const AGENT_FORMS: readonly { readonly form: string; readonly build: (token: string) => AgentTask }[] = [
  { form: "echo", build: (token) => sh(`echo '${fileWith(token, '"')}' > dagster.yaml`) },
  {
    form: "echo with escapes",
    build: (token) => sh(`echo -e "${fileWith(token, "'").replaceAll("\n", "\\n")}" > dagster.yaml`),
  },
  { form: "printf", build: (token) => sh(`printf '${fileWith(token, "").replaceAll("\n", "\\n")}' > dagster.yaml`) },
  { form: "printf %s", build: (token) => sh(`printf '%s' '${fileWith(token, "")}' > dagster.yaml`) },
  { form: "heredoc", build: (token) => sh(`cat <<EOF > dagster.yaml\n${fileWith(token, '"')}EOF`) },
  { form: "quoted heredoc", build: (token) => sh(`cat > dagster.yaml <<'EOF'\n${fileWith(token, "'")}EOF`) },
  {
    form: "heredoc with tabs",
    build: (token) => sh(`cat <<-EOF > dagster.yaml\n${fileWith(token, "").replaceAll(/^/gm, "\t")}EOF`),
  },
  { form: "base64", build: (token) => sh(`echo ${base64(fileWith(token, ""))} | base64 -d > dagster.yaml`) },
  { form: "tee", build: (token) => sh(`echo '${fileWith(token, '"')}' | tee dagster.yaml`) },
  { form: "variable", build: (token) => sh('echo "$FILE" > dagster.yaml', { FILE: fileWith(token, '"') }) },
  { form: "printenv", build: (token) => sh("printenv FILE > dagster.yaml", { FILE: fileWith(token, "") }) },
  { form: "token variable", build: (token) => sh(`cat <<EOF > dagster.yaml\n${fileWith("$T", '"')}EOF`, { T: token }) },
  { form: "default", build: (token) => sh(`cat <<EOF > dagster.yaml\n${fileWith(`\${T:-${token}}`, "")}EOF`) },
  {
    form: "envsubst",
    build: (token) => sh(`cat <<'E' | envsubst > dagster.yaml\n${fileWith("$T", "")}E`, { T: token }),
  },
  {
    form: "one text",
    build: (token) =>
      taskOf([`/bin/bash -c "echo '${fileWith(token, '\\"')}' > dagster.yaml && dagster-cloud agent run"`], {}),
  },
  {
    form: "no YAML",
    build: (token) => sh(`cat <<'EOF' > dagster.yaml\n"\n${fileWith(token, '"')}EOF`),
  },
];
