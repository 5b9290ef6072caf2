/** Exit code of a container that the kernel killed: 128 + SIGKILL. */
export const KILLED = 137;
/** Exit code of a container that was asked to stop: 128 + SIGTERM. */
export const STOPPED_ALONG = 143;
/** Exit code of a shell that does not find its command. */
export const COMMAND_NOT_FOUND = 127;

/**
 * Those exit codes of the containers of one task that tell why it ended: when one container has failed, the others are
 * asked to stop, and killed if they do not.
 */
export function tellingExitCodes(codes: readonly number[]): readonly number[] {
  const own = codes.filter((code) => code !== STOPPED_ALONG);
  const hasFailed = own.some((code) => code !== 0 && code !== KILLED);
  return hasFailed ? own.filter((code) => code !== KILLED) : own;
}
