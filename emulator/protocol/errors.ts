/** An error a service answers with. `code` is what the SDK turns into the exception's name. */
export class ServiceError extends Error {
  readonly code: string;
  /** HTTP status; the JSON services answer client errors with 400. */
  readonly status: number;
  /** Further members of the modelled exception, e.g. `ServiceId` of Cloud Map's ServiceAlreadyExists. */
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: { status?: number; fields?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? {};
  }
}
