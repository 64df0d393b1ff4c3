/** Kinds in which people are named, asked, cared for or recognised: A5, A6, A9, A10, A14 and A16. */
import type { Scene, Somebody } from "./world.ts";

const advocacy: Scene = {
  room: "standing",
  async play({ opens, joins, sends, buys, passes }) {
    await opens("advocacy", "Lark Instruments");
    const lena = await joins("advocacy", "Lena Lark");
    for (const name of ["review", "case_study", "reference_call"]) await sends({ type: "activity", name, person: { email: lena.email } });
    await buys("Theo", 5000, lena);
    await passes("14d");
    return lena;
  },
};

const partner: Scene = {
  room: "deals",
  press: [["Show steps", 0]],
  async play({ stage, opens, joins }) {
    await opens("partner", "Moss Systems");
    const max = await joins("partner", "Max Moss");
    const other = await joins("partner", "Nora Nook");
    const deal = (by: Somebody, key: string, name: string) =>
      stage.call<{ id: string }>("POST", "/v1/claims", {
        program: "partner",
        claimants: [{ person: by.id }],
        contact: { email: `${key}@buyer.example`, name },
        deal: key,
      });
    const approve = async (id: string): Promise<string> =>
      (await stage.call<{ referral: string }>("POST", `/v1/claims/${id}/approve`)).referral;
    const moves = (referral: string, to: object) => stage.call("POST", `/v1/referrals/${referral}/stage`, to);
    await approve((await deal(other, "harbour", "Hal Harbour")).id);
    const won = await approve((await deal(max, "mill", "Ida Mill")).id);
    await moves(won, { stage: "meeting" });
    await moves(won, { stage: "won", subject: "mill", value: { amount: 1_000_000, currency: "USD" } });
    await stage.advance("20d");
    const met = await approve((await deal(max, "orchard", "Olaf Orchard")).id);
    await moves(met, { stage: "meeting" });
    await deal(max, "harbour", "Hal Harbour");
    await deal(max, "quarry", "Quentin Quarry");
    return max;
  },
};

const employee: Scene = {
  room: "vacancies",
  async play({ stage, opens, joins, sends }) {
    await opens("employee", "Oat Street Bakery");
    const olga = await joins("employee", "Olga Oat");
    await sends({ type: "identify", person: { email: olga.email, attributes: { employed: true } } });
    const vacancy = (id: string, title: string, where: { grade: string; country: string }) =>
      stage.call("PUT", `/v1/vacancies/${id}`, { program: "employee", title, department: "Bakery", ...where });
    await vacancy("v-1", "Night baker", { grade: "junior", country: "US" });
    await vacancy("v-2", "Head of pastry", { grade: "senior", country: "US" });
    await vacancy("v-3", "Driver", { grade: "junior", country: "DE" });
    const contact = { email: "carl@home.example", name: "Carl Cook" };
    await stage.call("POST", "/v1/claims", { program: "employee", claimants: [{ person: olga.id }], contact, vacancy: "v-2" });
    const to = (name: string) => stage.call("POST", "/v1/vacancies/v-2/stages", { candidate: { email: contact.email }, stage: name });
    await to("accepted");
    await to("interviewed");
    await to("hired");
    return olga;
  },
};

const community: Scene = {
  room: "requests",
  async play({ stage, opens, joins }) {
    await opens("community", "Pier Guild");
    const [paul, rhea, sven] = [
      await joins("community", "Paul Pier"),
      await joins("community", "Rhea Reed"),
      await joins("community", "Sven Sand"),
    ];
    const asks = (by: Somebody, text: string, to?: Somebody) =>
      stage.call<{ id: string }>("POST", "/v1/requests", {
        program: "community",
        acting_as: by.id,
        text,
        ...(to === undefined ? {} : { to: to.id }),
      });
    const answers = (id: string, by: Somebody, name: string) =>
      stage.call("POST", `/v1/requests/${id}/answer`, {
        acting_as: by.id,
        contact: { email: `${name.split(" ")[0]!.toLowerCase()}@known.example`, name },
      });
    for (const [text, name] of [
      ["Who does slate roofs?", "Rufus Roof"],
      ["A lawyer for a lease", "Lil Law"],
      ["Somebody who binds books", "Bo Binder"],
    ])
      await answers((await asks(rhea!, text!, paul)).id, paul!, name!);
    await stage.call("POST", "/v1/slips", {
      program: "community",
      acting_as: rhea!.id,
      to: paul!.id,
      value: 450_000,
      currency: "EUR",
      text: "The roof is on.",
    });
    const own = await asks(paul!, "Who restores wooden windows?");
    await answers(own.id, sven!, "Wim Window");
    await stage.advance("2d");
    await asks(sven!, "A translator for Polish", paul);
    return paul!;
  },
};

const leadExchange: Scene = {
  room: "leads",
  async play({ stage, opens, joins, sends }) {
    await opens("lead_exchange", "Wedding Street");
    const comes = async (name: string, company: string, title: string): Promise<Somebody> => {
      await stage.call("PUT", `/v1/companies/${company}`, { name: title });
      const member = await joins("lead_exchange", name);
      await sends({ type: "identify", person: { email: member.email, company } });
      return member;
    };
    const tess = await comes("Tess Thorn", "thorn", "Thorn Flowers");
    const uwe = await comes("Uwe Umber", "umber", "Umber Photography");
    const send = (by: Somebody, name: string, text: string) => {
      const [from, to] = by === tess ? ["thorn", "umber"] : ["umber", "thorn"];
      const contact = { email: `${name.split(" ")[0]!.toLowerCase()}@couple.example`, name };
      return stage.call<{ id: string }>("POST", "/v1/leads", { program: "lead_exchange", from, to, contact, text, acting_as: by.id });
    };
    const first = await send(tess, "Vera Vale", "Wedding on 12 June, wants black and white.");
    await stage.call("POST", `/v1/leads/${first.id}/accept`, { acting_as: uwe.id });
    await send(tess, "Wanda Wood", "Christening in spring.");
    await stage.advance("49h");
    await send(uwe, "Xaver Xylo", "Needs table flowers for eighty.");
    return tess;
  },
};

const pipeline: Scene = {
  room: "cases",
  press: [["Show steps", 1]],
  async play({ stage, opens, joins, sends }) {
    await opens("pipeline", "Willow School");
    const olivia = await joins("pipeline", "Olivia Orr");
    const yusuf = await joins("pipeline", "Yusuf York");
    const opened = async (pupil: string, text: string): Promise<string> => {
      await sends({ type: "identify", person: { user_id: pupil } });
      const body = {
        program: "pipeline",
        person: `user_id:${pupil}`,
        owner: olivia.id,
        coordinator: yusuf.id,
        text,
        acting_as: olivia.id,
      };
      return (await stage.call<{ id: string }>("POST", "/v1/cases", body)).id;
    };
    const moves = (id: string, to: string) => stage.call("POST", `/v1/cases/${id}/move`, { to, acting_as: olivia.id });
    const first = await opened("pupil-1", "Often away since October.");
    await moves(first, "information");
    await moves(first, "team_discussion");
    await stage.advance("1d");
    await opened("pupil-2", "Reads far below the year.");
    await stage.advance("3d");
    return olivia;
  },
};

export const CIRCLES = { advocacy, partner, employee, community, lead_exchange: leadExchange, pipeline } satisfies Record<string, Scene>;
