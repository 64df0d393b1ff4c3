import { ContentPage } from "./frame.tsx";
export function Terms() {
  return (
    <ContentPage title="Terms">
      <p>soon</p>
    </ContentPage>
  );
}
