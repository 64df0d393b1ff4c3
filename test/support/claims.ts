/** Claims, stages and vacancies through the SDK, for scenarios. */
import { type EventOutcome, type components } from "../../sdk/src/index.ts";
import type { Shop } from "./shop.ts";

export type Claim = components["schemas"]["Claim"];
type Write = components["schemas"]["ClaimWrite"];
type Wish = Omit<Write, "claimants"> & { claimants: (string | [user: string, share: number])[] };
type Amount = { amount: number; currency: string };

export type Claims = {
  make(wish: Wish): Promise<Claim>;
  approve(id: string): Promise<Claim>;
  refuse(id: string, note?: string): Promise<Claim>;
  withdraw(id: string): Promise<Claim>;
  get(id: string): Promise<Claim>;
  /** Moves a referral to a stage. */
  stage(referral: string, stage: string, value?: Amount & { subject?: string }): Promise<EventOutcome>;
  /** A candidate reaches a stage of a vacancy. */
  candidate(vacancy: string, user: string, stage: string): Promise<EventOutcome>;
  vacancy(id: string, of: components["schemas"]["VacancyWrite"]): Promise<components["schemas"]["Vacancy"]>;
  /** A partner whose application is approved and who has accepted the agreement. */
  partner(program: string, user: string): Promise<void>;
  /** Accepts the program's terms in force. @returns their number. */
  agrees(program: string, user: string): Promise<number>;
  /** What somebody is to be told about claims. */
  told(user: string): Promise<string[]>;
};

export function claimsOf(shop: Shop): Claims {
  const { client } = shop;
  const { api, unwrap } = client;
  const at = (claim: string) => ({ params: { path: { claim } } });
  return {
    make: ({ claimants, ...rest }) =>
      unwrap(
        api.POST("/v1/claims", {
          body: {
            ...rest,
            claimants: claimants.map((c) =>
              typeof c === "string" ? { person: `user_id:${c}`, share: 1 } : { person: `user_id:${c[0]}`, share: c[1] },
            ),
          },
        }),
      ),
    approve: (id) => unwrap(api.POST("/v1/claims/{claim}/approve", at(id))),
    refuse: (id, note) => unwrap(api.POST("/v1/claims/{claim}/refuse", { ...at(id), body: note === undefined ? {} : { note } })),
    withdraw: (id) => unwrap(api.POST("/v1/claims/{claim}/withdraw", at(id))),
    get: (id) => unwrap(api.GET("/v1/claims/{claim}", at(id))),
    stage: async (referral, stage, { subject, ...value } = {} as never) => {
      const body = { stage, subject, ...(value.amount === undefined ? {} : { value }) };
      return (await unwrap(api.POST("/v1/referrals/{referral}/stage", { params: { path: { referral } }, body }))) as EventOutcome;
    },
    candidate: (vacancy, user, stage) =>
      unwrap(
        api.POST("/v1/vacancies/{vacancy}/stages", {
          params: { path: { vacancy } },
          body: { candidate: { user_id: user }, stage },
        }),
      ) as Promise<EventOutcome>,
    vacancy: (id, body) => unwrap(api.PUT("/v1/vacancies/{vacancy}", { params: { path: { vacancy: id } }, body })),
    async partner(program, user) {
      const { status, person } = await client.join(program, { user_id: user });
      if (status === "applied")
        await unwrap(api.POST("/v1/programs/{program}/applications/{person}/approve", { params: { path: { program, person } } }));
      await this.agrees(program, user);
    },
    agrees: async (program, user) => {
      const body = { person: `user_id:${user}` };
      return (await unwrap(api.POST("/v1/programs/{program}/terms/accept", { params: { path: { program } }, body }))).terms;
    },
    async told(user) {
      const query = { person: `user_id:${user}`, limit: 200 };
      const { data } = await unwrap(api.GET("/v1/messages", { params: { query } }));
      return data
        .map((m) => m.kind as string)
        .filter((kind) => kind.startsWith("claim_"))
        .reverse();
    },
  };
}
