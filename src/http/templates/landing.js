/* Tells the end of the offer in the reader's own zone, and how long it is until then. The page is whole without it. */
(() => {
  const { lang } = document.documentElement;
  const end = document.querySelector("time[datetime]");
  const left = document.querySelectorAll("[data-left]");
  const iso = end?.dateTime ?? left[0]?.dataset.left;
  if (!iso) return;
  const at = Date.parse(iso);
  const shape = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
  // The last moment that counts, as the page itself says it.
  if (end) end.textContent = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, shape).format(at - 1);
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
  const units = [["day", 86400000], ["hour", 3600000], ["minute", 60000]];
  const loaded = performance.now();
  // The server's clock, not that of the phone.
  const now = Number(document.body.dataset.now) || Date.now();
  const tick = () => {
    const ms = at - (now + performance.now() - loaded);
    // The server says that it is over, in the page's words.
    if (ms <= 0) return setTimeout(() => location.reload(), 2000);
    const [unit, size] = units.find(([, each]) => ms >= each) ?? units[2];
    for (const each of left) {
      each.textContent = `(${relative.format(Math.floor(ms / size), unit)})`;
      each.hidden = false;
    }
    setTimeout(tick, Math.min(ms, 30000));
  };
  tick();
})();
