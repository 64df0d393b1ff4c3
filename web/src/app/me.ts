/** Who is signed in, and what she may do here. Known before any page is drawn. */
import { createContext, use } from "react";
import { type Answer, read } from "../api/query.ts";

export type Me = Answer<"/v1/me">;
export const meQuery = { ...read("/v1/me"), staleTime: 60_000 };

const Context = createContext<Me | null>(null);
export const MeProvider = Context.Provider;

export function useMe(): Me {
  const me = use(Context);
  if (me === null) throw new Error("useMe is for pages inside the shell.");
  return me;
}

/** True where the role has this permission ("payouts:write"). What she may not do is not offered; the server refuses it anyway. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
