import { ContentPage } from "./frame.tsx";
export function Portal() {
  return (
    <ContentPage title="Portal">
      <p>soon</p>
    </ContentPage>
  );
}
