// Calls before gv.js is there wait in its queue.
window.gv = window.gv || function () { (window.gv.q = window.gv.q || []).push(arguments); };

// The shop's own question, asked once. A browser that says no by itself (Global Privacy Control) is not asked.
addEventListener("DOMContentLoaded", () => {
  const bar = document.getElementById("ask");
  let said = null;
  try { said = localStorage.getItem("ask"); } catch { /* Blocked: asked on every page. */ }
  if (said !== null || navigator.globalPrivacyControl) return;
  bar.hidden = false;
  for (const [id, yes] of [["yes", true], ["no", false]]) {
    document.getElementById(id).onclick = () => {
      try { localStorage.setItem("ask", id); } catch { /* Asked again. */ }
      window.gv("consent", yes);
      bar.hidden = true;
    };
  }
});
