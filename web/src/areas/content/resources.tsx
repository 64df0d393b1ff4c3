import { ContentPage } from "./frame.tsx";
export function Resources() {
  return (
    <ContentPage title="Resources">
      <p>soon</p>
    </ContentPage>
  );
}
