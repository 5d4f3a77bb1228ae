"use strict";
// Asks once a second what is new and puts it in its place, without taking the focus away.
(function () {
  function put(part) {
    var place = document.getElementById(part.dataset.for);
    if (!place || place.dataset.seen === part.innerHTML) {
      return;
    }
    var held = place.contains(document.activeElement) ? document.activeElement.id : "";
    var typed = typedIn(place);
    place.dataset.seen = part.innerHTML;
    place.replaceChildren.apply(place, Array.from(part.childNodes));
    typed.forEach(restore);
    var again = held && document.getElementById(held);
    if (again) {
      again.focus();
    }
  }

  // What somebody is typing, and over which way it is to go, stays when a text arrives.
  function typedIn(place) {
    return Array.from(place.querySelectorAll("form.reply"))
      .filter(function (form) {
        return form.text.value;
      })
      .map(function (form) {
        return { id: form.text.id, text: form.text.value, over: form.over.value };
      });
  }

  function restore(typed) {
    var field = document.getElementById(typed.id);
    if (field) {
      field.value = typed.text;
      field.form.over.value = typed.over;
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
