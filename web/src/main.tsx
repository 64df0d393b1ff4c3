/** The console's beginning: words, theme, who is there, and then the pages. */
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense, lazy } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/query.ts";
import { Entrance } from "./app/entrance.tsx";
import { resolver, theme } from "./app/theme.ts";
import { direction, language, loadWords } from "./words/say.ts";

/** Not of the first screen. What is told before it is there waits for it. */
const Notifications = lazy(async () => ({ default: (await import("@mantine/notifications")).Notifications }));

await loadWords();
document.documentElement.lang = language();
document.documentElement.dir = direction();
createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <DirectionProvider initialDirection={direction()} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <Suspense>
          <Notifications position="bottom-right" autoClose={8000} />
        </Suspense>
        <QueryClientProvider client={queries}>
          <Entrance />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
