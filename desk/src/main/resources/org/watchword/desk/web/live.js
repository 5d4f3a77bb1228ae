// Renews the parts of a page while it is looked at, and sounds when something new rings. The page
// is whole without it. Nothing that is typed into stands inside the parts that are swapped.
"use strict";
(function () {
  const live = document.getElementById("live");
  if (!live || !live.dataset.from || !window.fetch || !window.DOMParser) {
    return;
  }
  const lost = document.getElementById("lost");
  const heard = document.getElementById("heard");
  const sound = document.getElementById("sound");
  const plainTitle = document.title;
  const every = 2000;
  let pressing = false;
  let misses = 0;
  let audio = null;
  let known = ringing(document);

  function ringing(within) {
    const marked = within.querySelector("[data-ringing]");
    return new Set(marked ? marked.dataset.ringing.split(" ").filter(Boolean) : []);
  }

  function count(within) {
    const marked = within.querySelector("[data-count]");
    return marked ? Number(marked.dataset.count) : 0;
  }

  function showTitle(within) {
    const n = count(within);
    document.title = n > 0 ? "(" + n + ") " + plainTitle : plainTitle;
  }

  // A press that has begun must end on the button it began on.
  addEventListener("pointerdown", function () { pressing = true; });
  addEventListener("pointerup", function () { setTimeout(function () { pressing = false; }, 300); });
  addEventListener("pointercancel", function () { pressing = false; });

  function swap(fresh) {
    const focused = document.activeElement && document.activeElement.id;
    const parts = document.querySelectorAll("[data-live]");
    if (parts.length === 0) {
      live.replaceChildren.apply(live, fresh.body.childNodes);
    }
    parts.forEach(function (part) {
      const newer = fresh.querySelector('[data-live="' + part.dataset.live + '"]');
      if (newer && newer.innerHTML !== part.innerHTML) {
        part.replaceChildren.apply(part, newer.childNodes);
      }
    });
    const again = focused && document.getElementById(focused);
    if (again && again !== document.activeElement) {
      again.focus({ preventScroll: true });
    }
  }

  function beep() {
    if (!audio || audio.state !== "running") {
      return;
    }
    [0, 0.25, 0.5].forEach(function (after, i) {
      const tone = audio.createOscillator();
      const loud = audio.createGain();
      const from = audio.currentTime + after;
      tone.frequency.value = i % 2 === 0 ? 880 : 660;
      loud.gain.setValueAtTime(0.0001, from);
      loud.gain.exponentialRampToValueAtTime(0.3, from + 0.02);
      loud.gain.exponentialRampToValueAtTime(0.0001, from + 0.2);
      tone.connect(loud).connect(audio.destination);
      tone.start(from);
      tone.stop(from + 0.22);
    });
  }

  function labelSound(on) {
    sound.textContent = on ? sound.dataset.off : sound.dataset.on;
  }

  if (sound && window.AudioContext) {
    sound.hidden = false;
    labelSound(false);
    sound.addEventListener("click", function () {
      if (audio) {
        audio.close();
        audio = null;
        labelSound(false);
        return;
      }
      audio = new AudioContext();
      audio.resume().then(function () { labelSound(true); beep(); });
    });
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const now = ringing(fresh);
    const anew = Array.from(now).some(function (one) { return !known.has(one); });
    if (pressing) {
      return;
    }
    swap(fresh);
    known = now;
    showTitle(document);
    if (anew) {
      beep();
      const headline = document.querySelector("h1");
      heard.textContent = headline ? headline.textContent.trim() : "";
    }
  }

  function look() {
    const patience = new AbortController();
    const late = setTimeout(function () { patience.abort(); }, 8000);
    fetch(live.dataset.from, {
      headers: { "X-Renew": "1" },
      redirect: "manual",
      cache: "no-store",
      signal: patience.signal
    }).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        location.reload();
        return null;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.text();
    }).then(function (html) {
      misses = 0;
      lost.hidden = true;
      if (html !== null) {
        show(html);
      }
    }).catch(function () {
      misses += 1;
      lost.hidden = misses < 2;
    }).finally(function () {
      clearTimeout(late);
      setTimeout(look, every);
    });
  }

  showTitle(document);
  setTimeout(look, every);
})();
