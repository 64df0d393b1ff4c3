/** Before the pages: who is there? Nobody: the sign-in. Somebody without a workspace in the address: to her first one. */
import { useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { GrapevineError } from "@grapevine/sdk";
import { Center, Loader } from "@mantine/core";
import { lazy, Suspense, useEffect } from "react";
import { currentSlug } from "../api/client.ts";
import { ErrorState } from "../kit/states.tsx";
import { setZone } from "../words/format.ts";
import { MeProvider, meQuery } from "./me.ts";
import { router } from "./router.ts";
import { SessionGuard } from "./session-guard.tsx";

const SignIn = lazy(() => import("../areas/access/sign-in.tsx"));
/** Pages for people who are not signed in. */
const OUTSIDE = /^\/app\/(sign-in|invitation|reset|welcome)(\/|$)/;

const waiting = (
  <Center mih="60vh">
    <Loader aria-label="Loading" />
  </Center>
);

export function Entrance() {
  const outside = OUTSIDE.test(location.pathname);
  const me = useQuery({ ...meQuery, enabled: !outside });
  const first = me.data?.workspaces[0]?.slug;
  useEffect(() => {
    if (currentSlug === null && !outside && first !== undefined) location.replace(`/app/${encodeURIComponent(first)}${location.search}`);
  }, [first, outside]);
  if (outside || (me.error instanceof GrapevineError && me.error.status === 401))
    return (
      <Suspense fallback={waiting}>
        <SignIn />
      </Suspense>
    );
  if (me.error) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  if (me.data === undefined || currentSlug === null) return waiting;
  setZone(me.data.workspace.zone);
  return (
    <MeProvider value={me.data}>
      <SessionGuard>
        <RouterProvider router={router} />
      </SessionGuard>
    </MeProvider>
  );
}
