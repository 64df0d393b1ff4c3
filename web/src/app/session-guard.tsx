/** A session that ends in the middle of something: the page stays as it is, with whatever was typed, and a window asks to sign in again. */
import { GrapevineError } from "@grapevine/sdk";
import { type ReactNode, Suspense, lazy, useEffect, useState } from "react";
import { queries } from "../api/query.ts";
import { meQuery } from "./me.ts";

const SessionOver = lazy(() => import("./session-over.tsx"));
const isOver = (error: unknown): boolean => error instanceof GrapevineError && error.status === 401;

export function SessionGuard({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const ends = [
      queries.getQueryCache().subscribe((event) => event.type === "updated" && isOver(event.query.state.error) && setOver(true)),
      queries.getMutationCache().subscribe((event) => event.type === "updated" && isOver(event.mutation.state.error) && setOver(true)),
    ];
    return () => ends.forEach((end) => end());
  }, []);
  const again = async (): Promise<void> => {
    const back = await queries.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => null);
    if (back === null) return;
    setOver(false);
    await queries.invalidateQueries();
  };
  return (
    <>
      {children}
      {over && (
        <Suspense>
          <SessionOver close={() => setOver(false)} again={() => void again()} />
        </Suspense>
      )}
    </>
  );
}
