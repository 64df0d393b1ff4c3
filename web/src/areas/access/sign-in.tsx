/** Nobody is signed in. */
import { Center, Stack, Text, Title } from "@mantine/core";
import { t } from "../../words/say.ts";

export default function SignIn() {
  return (
    <Center mih="80vh" p="md">
      <Stack maw={420}>
        <Title order={1}>{t("Sign in first")}</Title>
        <Text>
          {t(
            "Nobody is signed in here. Open the sign-in link that npm start prints; every start prints a new one.",
          )}
        </Text>
      </Stack>
    </Center>
  );
}
