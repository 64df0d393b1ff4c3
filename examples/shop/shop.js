// Calls before gv.js is there wait in its queue.
window.gv = window.gv || function () { (window.gv.q = window.gv.q || []).push(arguments); };

// The shop's own question, for whoever came by a friend's link, asked once. A browser that says no by itself is not asked.
document.addEventListener("gv:ready", () => {
  const bar = document.getElementById("ask");
  let said = null;
  try { said = localStorage.getItem("ask"); } catch { /* Blocked: asked on every page. */ }
  if (said !== null || navigator.globalPrivacyControl || !window.gv.code()) return;
  bar.hidden = false;
  for (const [id, yes] of [["yes", true], ["no", false]]) {
    document.getElementById(id).onclick = () => {
      try { localStorage.setItem("ask", id); } catch { /* Asked again. */ }
      window.gv("consent", yes);
      bar.hidden = true;
    };
  }
});
