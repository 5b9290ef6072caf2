/**
 * True for a container that AWS puts into a task beside those of its task definition, and that the task lives without:
 * the agent of GuardDuty's Runtime Monitoring (Amazon GuardDuty user guide, "How Runtime Monitoring works with Fargate").
 */
export function isBystander(containerName: string | undefined): boolean {
  return /^aws-guardduty-agent\b/.test(containerName ?? "");
}
