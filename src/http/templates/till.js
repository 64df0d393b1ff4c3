/* Scanning where the browser can, and a word before anything is sent without a connection. The page works without it. */
(() => {
  const offline = document.querySelector("[data-offline]");
  const show = () => {
    if (offline) offline.hidden = navigator.onLine;
  };
  addEventListener("online", show);
  addEventListener("offline", show);
  show();
  for (const form of document.querySelectorAll("form[data-till]")) {
    form.addEventListener("submit", (event) => {
      if (navigator.onLine) return;
      // What was typed stays where it is.
      event.preventDefault();
      show();
    });
  }
  const scan = document.querySelector("[data-scan]");
  const camera = document.querySelector("[data-camera]");
  const field = document.querySelector("#code");
  if (!scan || !camera || !field || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  scan.hidden = false;
  scan.addEventListener("click", async () => {
    const detector = new BarcodeDetector({ formats: ["qr_code", "code_128", "ean_13", "code_39"] });
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      field.focus();
      return;
    }
    camera.srcObject = stream;
    camera.hidden = false;
    await camera.play();
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
      camera.hidden = true;
    };
    const until = performance.now() + 30000;
    const look = async () => {
      const [found] = await detector.detect(camera).catch(() => []);
      if (found) {
        field.value = found.rawValue;
        stop();
        field.form.requestSubmit();
      } else if (performance.now() < until) setTimeout(look, 200);
      else stop();
    };
    look();
  });
})();
