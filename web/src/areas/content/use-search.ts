/** The address as state: changing a part of it keeps the rest, and "back" leads out of the page rather than through every choice. */
import { useNavigate } from "@tanstack/react-router";

export function useSetSearch(): (next: Record<string, string | undefined>) => void {
  const navigate = useNavigate();
  return (next) => void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }), replace: true, resetScroll: false } as never);
}
