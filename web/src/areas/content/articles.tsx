import { ContentPage } from "./frame.tsx";
export function Articles() {
  return (
    <ContentPage title="Articles">
      <p>soon</p>
    </ContentPage>
  );
}
