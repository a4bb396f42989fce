/**
 * What the caller did wrong, or what the machine refused, with the way out.
 * Not for what a report contains: that is a note, stored and shown, never a throw.
 */
export class AccordingError extends Error {
  readonly code: string;
  readonly hint: string | null;

  constructor(code: string, message: string, hint: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = "AccordingError";
    this.code = code;
    this.hint = hint;
  }
}
