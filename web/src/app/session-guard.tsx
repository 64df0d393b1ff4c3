/** A session that ends in the middle of something: the page stays as it is, with whatever was typed, and a window asks to sign in again. */
import { GrapevineError } from "@grapevine/sdk";
import { Button, Group, Modal, Text } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { queries } from "../api/query.ts";
import { t } from "../words/say.ts";
import { meQuery } from "./me.ts";

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
      <Modal opened={over} onClose={() => setOver(false)} title={t("Your session has ended")}>
        <Text mb="md">{t("Nothing that you typed is lost. Sign in again in a new tab, then come back and go on.")}</Text>
        <Group>
          <Button component="a" href="/app/sign-in?back=close" target="_blank">
            {t("Sign in")}
          </Button>
          <Button variant="default" onClick={() => void again()}>
            {t("I am signed in: go on")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
