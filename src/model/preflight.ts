/** One check of the world before anything is written. SKIP: could not be checked (for example, access denied). */
export interface PreflightCheck {
  readonly status: "OK" | "FAIL" | "SKIP";
  /** For example `execution role`. */
  readonly subject: string;
  /** What was checked, for example an ARN. */
  readonly target: string;
  /** Why it failed or was skipped. */
  readonly message?: string;
  readonly hint?: string;
  /** The locations that need it. */
  readonly locations: readonly string[];
}
