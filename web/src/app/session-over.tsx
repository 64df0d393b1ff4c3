/** The window that asks to sign in again. Loaded when a session ends. */
import { Button, Group, Modal, Text } from "@mantine/core";
import { t } from "../words/say.ts";

export default function SessionOver({ close, again }: { close: () => void; again: () => void }) {
  return (
    <Modal opened onClose={close} title={t("Your session has ended")}>
      <Text mb="md">{t("Nothing that you typed is lost. Sign in again in a new tab, then come back and go on.")}</Text>
      <Group>
        <Button component="a" href="/app/sign-in?back=close" target="_blank">
          {t("Sign in")}
        </Button>
        <Button variant="default" onClick={again}>
          {t("I am signed in: go on")}
        </Button>
      </Group>
    </Modal>
  );
}
