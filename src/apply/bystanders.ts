/** The containers of a task but those that AWS has put beside them. */
export function withoutBystanders<Container extends { readonly name?: string | undefined }>(
  containers: readonly Container[] = [],
): readonly Container[] {
  return containers.filter(({ name }) => !isBystander(name));
}

/**
 * True for a container that AWS puts into a task beside those of its task definition, and that the task lives without:
 * the agent of GuardDuty's Runtime Monitoring (Amazon GuardDuty user guide, "How Runtime Monitoring works with Fargate").
 */
function isBystander(containerName: string | undefined): boolean {
  return /^aws-guardduty-agent\b/.test(containerName ?? "");
}
