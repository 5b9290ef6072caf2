/** Replaces what differs from run to run by names in the order in which they appear. */
export function createSettler(emulatorUrl: string): (text: string) => string {
  const names = new Map<string, string>();
  const rename = (pattern: RegExp, make: (count: number) => string, text: string): string =>
    text.replace(pattern, (found) => {
      const known = names.get(found);
      if (known !== undefined) return known;
      const name = make(names.size + 1);
      names.set(found, name);
      return name;
    });
  return (text) => {
    const withTasks = rename(
      /\b[0-9a-f]{32}\b/g,
      (count) => `${"0".repeat(28)}${String(count).padStart(4, "0")}`,
      text,
    );
    const withDeployments = rename(
      /\becs-svc\/\d+\b/g,
      (count) => `ecs-svc/${String(count).padStart(19, "0")}`,
      withTasks,
    );
    return withDeployments.replaceAll(emulatorUrl, "http://emulator");
  };
}
