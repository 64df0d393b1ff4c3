/** Answers that come at a multiple of a step after the request, so that how long a look-up took is not to be seen. */

/** Resolves at the next multiple of `stepMs` after `startedAt`; both on the clock of `now`, in milliseconds. */
export async function nextStep(startedAt: number, now: number, stepMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, stepMs - ((now - startedAt) % stepMs)));
}
