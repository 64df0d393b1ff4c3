import { ContentPage } from "./frame.tsx";
export function Snippets() {
  return (
    <ContentPage title="Snippets">
      <p>soon</p>
    </ContentPage>
  );
}
