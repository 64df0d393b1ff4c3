/** What routes and pages about announcements ask of flow. */
import type { PreviewWish, Previewed } from "../flow/announce/preview.ts";
import type { AnnouncementWish, TestWish } from "../flow/announcements.ts";
import type { By } from "../flow/by.ts";

export type AnnouncementServices = {
  create(by: By, wish: AnnouncementWish): Promise<string>;
  change(by: By, wish: { id: string } & Partial<AnnouncementWish>): Promise<void>;
  schedule(by: By, wish: { id: string; at: number | null }): Promise<void>;
  cancel(by: By, id: string): Promise<void>;
  test(by: By, wish: TestWish): Promise<{ message: string }>;
  preview(workspaceId: string, wish: PreviewWish & { publicUrl: string }): Promise<Previewed>;
  follow(ask: { slug: string; token: string; publicUrl: string; counts: boolean }): Promise<string | null>;
};
