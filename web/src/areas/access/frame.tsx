/** The frame of the pages for people who are not signed in. */
import { Alert, Box, Card, Center, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import mark from "../../mark.svg";

export function AccessFrame({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Grapevine`;
  }, [title]);
  return (
    <Center component="main" mih="100vh" p="md">
      <Box w="100%" maw={400}>
        <Group gap={8} mb="md" justify="center">
          <img src={mark} alt="" width={28} height={28} />
          <Text fw={600} size="lg">
            Grapevine
          </Text>
        </Group>
        <Card padding="lg">
          <Stack gap="md">
            <Box>
              <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
                {title}
              </Title>
              {text !== undefined && (
                <Text c="dimmed" size="sm" mt={4} component="div">
                  {text}
                </Text>
              )}
            </Box>
            {children}
          </Stack>
        </Card>
      </Box>
    </Center>
  );
}

export function Wrong({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <Alert color="rust" variant="light" role="alert" py="xs">
      {error.message}
    </Alert>
  );
}
