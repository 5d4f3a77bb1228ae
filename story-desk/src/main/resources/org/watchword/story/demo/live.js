"use strict";
// Asks once a second what is new and puts it in its place, without taking the focus away.
(function () {
  function put(part) {
    var place = document.getElementById(part.dataset.for);
    if (!place || place.dataset.seen === part.innerHTML) {
      return;
    }
    var held = place.contains(document.activeElement) ? document.activeElement.id : "";
    place.dataset.seen = part.innerHTML;
    place.replaceChildren.apply(place, Array.from(part.childNodes));
    var again = held && document.getElementById(held);
    if (again) {
      again.focus();
    }
  }

  function look() {
    fetch("/live" + window.location.search, { cache: "no-store" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        var parts = new DOMParser().parseFromString(text, "text/html");
        parts.querySelectorAll("[data-for]").forEach(put);
      })
      .catch(function () {})
      .then(function () {
        window.setTimeout(look, 1000);
      });
  }

  look();
})();
