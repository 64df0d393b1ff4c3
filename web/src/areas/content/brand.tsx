import { ContentPage } from "./frame.tsx";
export function Brand() {
  return (
    <ContentPage title="Brand">
      <p>soon</p>
    </ContentPage>
  );
}
