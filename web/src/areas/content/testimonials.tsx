import { ContentPage } from "./frame.tsx";
export function Testimonials() {
  return (
    <ContentPage title="Testimonials">
      <p>soon</p>
    </ContentPage>
  );
}
